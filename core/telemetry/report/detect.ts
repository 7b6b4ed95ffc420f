// What the tallies of a window say: the rules that fired, and what is remarkable besides. One pattern a failure: what needs
// something to be done first, then the most severe, then the most frequent.

import { compare } from "./compare.ts";
import type { Discovery } from "./detect/discovery.ts";
import { discoveriesIn } from "./detect/index.ts";
import { Scene } from "./detect/scene.ts";
import { distinct, pointsOf, Subject } from "./detect/subject.ts";
import { change, these, times } from "./figures.ts";
import { eventsOf, type Finding, findingsIn } from "./finding.ts";
import type { Comparison } from "./fold.ts";
import { isSettled, type Pattern } from "./pattern.ts";
import type { Catalogue } from "./recognise.ts";
import type { FailureRule, Severity } from "./rule.ts";
import { CATALOGUE } from "./rules/index.ts";
import type { Standing } from "./standing.ts";
import type { Cell } from "./tally.ts";
import { mostWithin } from "./timeline.ts";
import { trendOf } from "./trend.ts";
import { worded } from "./wording.ts";

/** `standings`: how groups stand after the user's word, by id. */
export function detect(
  comparison: Comparison,
  standings: ReadonlyMap<string, Standing> = new Map(),
  catalogue: Catalogue = CATALOGUE,
): Pattern[] {
  const scene = new Scene(comparison, standings);
  const [fired, silent] = partition(findingsIn(comparison, catalogue.rules), fires);
  const patterns = [
    ...fired.map((finding) => firedPattern(finding, scene)),
    ...unsaid(comparison, fired, silent).flatMap((subject) => discoveredPattern(subject, scene)),
  ];
  return patterns.sort(
    (a, b) =>
      Number(isSettled(a)) - Number(isSettled(b)) ||
      SEVERITIES[a.severity] - SEVERITIES[b.severity] ||
      b.count - a.count ||
      compare(a.id + a.title, b.id + b.title),
  );
}

const SEVERITIES: Record<Severity, number> = { high: 0, medium: 1, low: 2 };

function fires({ rule: { scope }, cells }: Finding): boolean {
  if (eventsOf(cells) < scope.minCount || distinct(cells, "repo").length < (scope.minRepos ?? 1)) return false;
  return scope.windowMs === undefined || isMany(cells, scope.windowMs, scope.minCount);
}

/** Whether there are `count` within any `windowMs` milliseconds: too many for all of such windows, or as the points have it. */
function isMany(cells: readonly Cell[], windowMs: number, count: number): boolean {
  const { first, last } = new Subject(cells, []);
  const windows = Math.floor((last - first) / windowMs) + 1;
  return eventsOf(cells) > windows * (count - 1) || mostWithin(pointsOf(cells), windowMs) >= count;
}

function partition<T>(all: readonly T[], is: (part: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((part) => !is(part))];
}

/** A family that no rule has spoken of; `rule` knows it and has its condition not met. */
interface Unsaid {
  subject: Subject;
  family: string;
  known: Finding | undefined;
}

function unsaid({ current, previous }: Comparison, fired: readonly Finding[], silent: readonly Finding[]): Unsaid[] {
  const said = new Set(fired.flatMap(({ cells }) => cells));
  const rest = silent
    .map((finding) => ({ ...finding, cells: finding.cells.filter((cell) => !said.has(cell) && leads(finding, cell)) }))
    .filter(({ cells }) => cells.length > 0);
  const unknown = (cells: Iterable<Cell>) =>
    byFamily([...cells].filter(({ recognitions }) => recognitions.length === 0));
  const before = unknown(previous.cells.values());
  return [
    ...rest.map((known) => ({ subject: new Subject(known.cells, known.before), family: known.rule.id, known })),
    ...[...unknown(current.cells.values())].map(([family, cells]) => ({
      subject: new Subject(cells, before.get(family) ?? []),
      family,
      known: undefined,
    })),
  ];
}

/** Of several silent rules, the first speaks. */
const leads = ({ rule }: Finding, { family }: Cell): boolean => family === rule.id;

function byFamily(cells: readonly Cell[]): Map<string, Cell[]> {
  const families = new Map<string, Cell[]>();
  for (const cell of cells) {
    const had = families.get(cell.family);
    if (had === undefined) families.set(cell.family, [cell]);
    else had.push(cell);
  }
  return families;
}

function firedPattern({ rule, names, cells, before }: Finding, scene: Scene): Pattern {
  const subject = new Subject(cells, before);
  const pattern = {
    id: rule.id,
    title: titleOf(rule, subject.repos, subject.agents, names),
    kind: "rule" as const,
    ...figuresOf(subject, scene),
    severity: rule.severity,
    cause: rule.cause,
    suggestion: worded(rule.suggestion, names),
    evidence: sentence(subject),
  };
  return withDiscoveries(pattern, () => [...discoveriesIn(subject, scene)].filter(isMore));
}

/** That it is there is said already. */
const isMore = ({ kind }: Discovery): boolean => kind !== "new" && kind !== "recurring";

/** Occasions from which on a failure is spoken of though its rule's condition, which is its author's, is not met. */
const OCCASIONS = 3;

function discoveredPattern({ subject, family, known }: Unsaid, scene: Scene): Pattern[] {
  const found = discoveriesIn(subject, scene);
  const isRare = known !== undefined && subject.points.length < OCCASIONS;
  const main = firstOf(found, isRare ? isMore : () => true);
  if (main === undefined) return [];
  const pattern = {
    id: known === undefined ? family : `${main.kind}-${family}`,
    title:
      known === undefined ? nameOf(subject, scene) : titleOf(known.rule, subject.repos, subject.agents, known.names),
    kind: main.kind,
    ...figuresOf(subject, scene),
    severity: main.severity,
    cause: known?.rule.cause ?? main.cause,
    suggestion: known === undefined ? main.suggestion : worded(known.rule.suggestion, known.names),
    evidence: main.evidence,
  };
  return [withDiscoveries(pattern, () => (isRare ? [...found].filter(isMore) : [...found]))];
}

function firstOf(found: Generator<Discovery>, is: (discovery: Discovery) => boolean): Discovery | undefined {
  for (let next = found.next(); next.done !== true; next = found.next()) if (is(next.value)) return next.value;
  return undefined;
}

/** They are found out when somebody asks: most screens do not, and it takes a look at every point in time. */
function withDiscoveries(pattern: Omit<Pattern, "discoveries">, find: () => readonly Discovery[]): Pattern {
  let found: Pattern["discoveries"] | undefined;
  return {
    ...pattern,
    get discoveries() {
      found ??= find().map(({ kind, evidence, suggestion }) => ({ kind, evidence, suggestion }));
      return found;
    },
  };
}

type Figures = Pick<Pattern, "count" | "repos" | "agents" | "first_seen" | "last_seen" | "state" | "groups" | "trend">;

function figuresOf(subject: Subject, { standings }: Scene): Figures {
  const { count, repos, agents, cells, previous } = subject;
  const groups = distinct(cells, "group");
  return {
    ...{ count, repos, agents, groups },
    first_seen: new Date(subject.first).toISOString(),
    last_seen: new Date(subject.last).toISOString(),
    state: stateOf(groups, standings) ?? (previous > 0 ? "ongoing" : "new"),
    trend: trendOf(count, previous),
  };
}

/** The user's word on all of these groups, the one that asks for most; undefined when there is none on any of them. */
function stateOf(
  groups: readonly string[],
  standings: ReadonlyMap<string, Standing>,
): Exclude<Standing["state"], "open"> | undefined {
  const states = groups.map((group) => standings.get(group)?.state ?? "open");
  if (states.includes("back")) return "back";
  if (states.includes("open")) return undefined;
  return (["stale-checkout", "resolved", "verified", "muted"] as const).find((state) => states.includes(state));
}

const sentence = ({ count, repos, agents, previous }: Subject): string =>
  `${times(count)} in ${these(repos, "repos")} by ${these(agents, "agents")}; ${change(trendOf(count, previous))}.`;

/** Characters of a template in a title. */
const TITLE_CHARACTERS = 80;

/** The failure's own words, of the group with the most events. */
function nameOf({ cells }: Subject, { groups }: Scene): string {
  const most = [...cells].sort((a, b) => b.times.total - a.times.total || compare(a.group, b.group))[0];
  const template = groups.get(most?.group ?? "")?.template ?? "";
  return `${most?.type ?? ""}: ${template.length > TITLE_CHARACTERS ? `${template.slice(0, TITLE_CHARACTERS)} ...` : template}`;
}

export const titleOf = (
  rule: FailureRule,
  repos: readonly string[],
  agents: readonly string[],
  names: Finding["names"],
): string => worded(rule.title, { ...names, repos: these(repos, "repos"), agents: these(agents, "agents") });
