// Single events, those that hold a text and those that an id names: of the store of this machine, or of the cluster that a question
// names, which then looks itself.

import type { TelemetryEvent } from "12-factor-telemetry/event";
import { aliasOf, groupOf, rootOf } from "12-factor-telemetry/report";
import type { AnyQuestion, LoadedReport } from "./load-report.ts";
import { type AskedEvent, eventsAsked, inOrder, searchEvents } from "./search-events.ts";
import type { Found } from "./share/cluster/index.ts";

export interface FewQuestion extends AnyQuestion {
  /** Events that are wanted whole, the newest. */
  limit: number;
}

/** That hold `text`, in any case. Throws StoreError when the store or the cluster cannot be read. */
export async function findEvents(text: string, { from, ...question }: FewQuestion): Promise<Found> {
  if (from === undefined) return foundAmong(searchEvents(text, question), question.limit);
  const { eventsHolding } = await import("./share/cluster/index.ts");
  return await eventsHolding(from, text, question);
}

export interface NamedEvents {
  /** Whose own id begins so. */
  events: Found;
  /** By what the user calls them: what was merged is one. */
  groups: Map<string, Found>;
}

/** A short beginning is that of many events. */
const MOST_NAMED = 1000;

/** Whose id begins so, or whose group's. `report`: of the same question. Throws StoreError when the store or the cluster cannot be read. */
export async function namedEvents(id: string, report: LoadedReport, question: FewQuestion): Promise<NamedEvents> {
  const { from, limit } = question;
  const { wanted, places } = groupsFrom(id, report);
  const { aliases, catalogue } = report.known;
  if (from !== undefined) {
    const { eventsNamed, eventsOfGroups } = await import("./share/cluster/index.ts");
    const cells = [...report.tally.cells.values()].filter(({ group }) => wanted.has(group));
    return {
      events: await eventsNamed(from, id, { ...question, limit: MOST_NAMED }),
      groups: await eventsOfGroups(from, cells, { aliases, catalogue }, question),
    };
  }
  const events: AskedEvent[] = [];
  const groups = new Map<string, AskedEvent[]>();
  for (const asked of eventsAsked(question)) {
    const { telemetry_id, repo, agent, error_type } = asked.event;
    if (telemetry_id.startsWith(id)) events.push(asked);
    if (!places.has(placeOf(repo, agent, error_type))) continue;
    const group = aliasOf({ repo, agent, group: groupOf(asked.event) }, aliases);
    if (!wanted.has(group)) continue;
    const others = groups.get(group);
    if (others === undefined) groups.set(group, [asked]);
    else others.push(asked);
  }
  return {
    events: foundAmong(inOrder(events), MOST_NAMED),
    groups: new Map([...groups].map(([group, own]) => [group, foundAmong(inOrder(own), limit)])),
  };
}

/** The groups that begin so, also under the name that they had before a merge, and where they were: other events need no second look. */
function groupsFrom(id: string, { tally, known: { aliases } }: LoadedReport) {
  const named = [...tally.groups.keys(), ...aliases.into.keys()].filter((group) => group.startsWith(id));
  const wanted = new Set(named.map((group) => rootOf(group, aliases.into)));
  const own = [...tally.cells.values()].filter(({ group }) => wanted.has(group));
  return { wanted, places: new Set(own.map(({ repo, agent, type }) => placeOf(repo, agent, type))) };
}

const placeOf = (...names: string[]): string => names.join("\0");

function foundAmong(events: TelemetryEvent[], limit: number): Found {
  const names = (key: "repo" | "agent") => [...new Set(events.map((event) => event[key]))].sort();
  return {
    events: events.slice(-limit),
    total: events.length,
    count: events.reduce((sum, { count = 1 }) => sum + count, 0),
    ...{ repos: names("repo"), agents: names("agent") },
    first_seen: events[0]?.timestamp ?? "",
    last_seen: events.at(-1)?.timestamp ?? "",
  };
}
