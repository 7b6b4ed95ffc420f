// Single events, those that hold a text and those that an id names: of the store of this machine, or of the cluster that a question
// names, which then looks itself.

import type { TelemetryEvent } from "12-factor-telemetry/event";
import { type Catalogue, groupOf } from "12-factor-telemetry/report";
import type { AnyQuestion } from "./load-report.ts";
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
  /** Of groups whose id begins so, by id. */
  groups: Map<string, Found>;
}

/** A short beginning is that of many events. */
const MOST_NAMED = 1000;

/** Throws StoreError when the store or the cluster cannot be read. */
export async function namedEvents(id: string, catalogue: Catalogue, question: FewQuestion): Promise<NamedEvents> {
  const { from, limit } = question;
  if (from !== undefined) {
    const { eventsNamed, eventsOfGroups } = await import("./share/cluster/index.ts");
    return {
      events: await eventsNamed(from, id, { ...question, limit: MOST_NAMED }),
      groups: await eventsOfGroups(from, id, catalogue, question),
    };
  }
  const events: AskedEvent[] = [];
  const groups = new Map<string, AskedEvent[]>();
  for (const asked of eventsAsked(question)) {
    if (asked.event.telemetry_id.startsWith(id)) events.push(asked);
    const group = groupOf(asked.event);
    if (!group.startsWith(id)) continue;
    const others = groups.get(group);
    if (others === undefined) groups.set(group, [asked]);
    else others.push(asked);
  }
  return {
    events: foundAmong(inOrder(events), MOST_NAMED),
    groups: new Map([...groups].map(([group, own]) => [group, foundAmong(inOrder(own), limit)])),
  };
}

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
