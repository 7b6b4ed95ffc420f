// What to do: about the patterns of a window, or about one error at hand.

import type { TelemetryEvent } from "../event.ts";
import { type Aliases, aliasOf } from "./aliases.ts";
import { titleOf } from "./detect.ts";
import { familyOf, groupOf } from "./group.ts";
import { isSettled, type Pattern } from "./pattern.ts";
import { type Catalogue, type Recognition, recognise } from "./recognise.ts";
import { CATALOGUE } from "./rules/index.ts";
import type { Standing } from "./standing.ts";
import { worded } from "./wording.ts";

export interface Suggestion {
  /** Of the rule or the pattern; of the group, for a fix of the user's own. */
  id: string;
  title: string;
  cause: string;
  suggestion: string;
  /** How often and where it happened in the window; 0 and [] when the error at hand is the first. */
  count: number;
  repos: string[];
  /** Who says so: the user's own fix that held, a rule, what was found in the window, or an AI whose answer the user has kept. */
  source: "verified-fix" | "rule" | "discovery" | "advised";
}

/** What is known of a window. */
export interface Knowledge {
  patterns: readonly Pattern[];
  standings: ReadonlyMap<string, Standing>;
  aliases: Aliases;
  catalogue: Catalogue;
}

export const NOTHING_KNOWN: Knowledge = {
  patterns: [],
  standings: new Map(),
  aliases: { into: new Map(), split: new Map() },
  catalogue: CATALOGUE,
};

/** Each once, in the order of the patterns, the user's own fix before the rest; of those that nothing has to be done about there are none. */
export function suggestionsOf(patterns: readonly Pattern[], standings: ReadonlyMap<string, Standing>): Suggestion[] {
  const open = patterns.filter((pattern) => !isSettled(pattern));
  const all = open.flatMap((pattern) => [
    ...fixesOf(pattern.groups, familyIn(pattern), { standings, patterns }),
    ofPattern(pattern),
    ...pattern.groups.flatMap((group) => adviceOn(group, standings, pattern)),
  ]);
  return all.filter(
    ({ id, source }, index) => all.findIndex((other) => other.id === id && other.source === source) === index,
  );
}

/** A discovery about a known failure carries its kind before the family. */
const familyIn = ({ id, kind }: Pattern): string =>
  kind !== "rule" && id.startsWith(`${kind}-`) ? id.slice(kind.length + 1) : id;

type ErrorAtHand = Pick<TelemetryEvent, "error_type" | "error_message"> &
  Partial<Pick<TelemetryEvent, "stack" | "repo" | "agent">>;

/** The user's own fix that held comes first, then the rules that recognise the error, then what was found about it, then advice. */
export function suggestionsFor(error: ErrorAtHand, known: Knowledge): Suggestion[] {
  const recognitions = recognise(error, known.catalogue);
  const { repo = "", agent = "" } = error;
  const group = aliasOf({ group: groupOf(error), repo, agent }, known.aliases);
  const found = known.patterns.filter(({ kind, groups }) => kind !== "rule" && groups.includes(group));
  return [
    ...fixesOf([group], recognitions[0]?.rule.id ?? familyOf(error), known),
    ...recognitions.map((recognition) => ofRule(recognition, known.patterns)),
    // What an unmet rule says is said by the rule.
    ...(recognitions.length > 0 ? [] : found.map(ofPattern)),
    ...adviceOn(
      group,
      known.standings,
      known.patterns.find(({ groups }) => groups.includes(group)),
    ),
  ];
}

/** Of these very groups; else of another group of their family, the newest. */
function fixesOf(
  groups: readonly string[],
  family: string,
  { standings, patterns }: Pick<Knowledge, "standings" | "patterns">,
): Suggestion[] {
  const held = [...standings.values()].filter(({ proven, note, advised }) => proven && note !== undefined && !advised);
  const own = held.filter(({ group }) => groups.includes(group));
  const elsewhere = held.filter((standing) => standing.family === family).sort((a, b) => (a.since < b.since ? 1 : -1));
  return (own.length > 0 ? own : elsewhere.slice(0, 1)).map(({ group, since, state, evidence, note = "" }) => {
    const seen = patterns.find(({ groups }) => groups.includes(group));
    const place = own.length > 0 ? "" : " of the same failure in another group";
    return {
      id: group,
      title: `Your own fix of ${since.slice(0, 10)}${place}`,
      cause: `The fix held${state === "back" ? ", then it came back" : ""}: ${evidence}.`,
      suggestion: note,
      count: seen?.count ?? 0,
      repos: seen?.repos ?? [],
      source: "verified-fix",
    };
  });
}

/** What an AI proposed and the user kept, until the group is said to be fixed. */
function adviceOn(group: string, standings: ReadonlyMap<string, Standing>, seen: Pattern | undefined): Suggestion[] {
  const { note, advised } = standings.get(group) ?? {};
  if (note === undefined || !advised) return [];
  const { title = "Seen before", count = 0, repos = [] } = seen ?? {};
  return [
    {
      id: group,
      title,
      cause: "Proposed by an AI; nobody has checked it.",
      suggestion: note,
      count,
      repos,
      source: "advised",
    },
  ];
}

function ofRule({ rule, names }: Recognition, patterns: readonly Pattern[]): Suggestion {
  const { id, cause } = rule;
  // One rule may have a pattern for each name that it captures: a missing method says nothing of another.
  const seen = patterns.find(
    (pattern) => pattern.id === id && pattern.title === titleOf(rule, pattern.repos, pattern.agents, names),
  );
  return {
    ...{ id, cause, title: seen?.title ?? cause, suggestion: worded(rule.suggestion, names) },
    ...{ count: seen?.count ?? 0, repos: seen?.repos ?? [], source: "rule" },
  };
}

const ofPattern = ({ id, title, cause, suggestion, count, repos, kind }: Pattern): Suggestion => ({
  ...{ id, title, cause, suggestion, count, repos },
  source: kind === "rule" ? "rule" : "discovery",
});
