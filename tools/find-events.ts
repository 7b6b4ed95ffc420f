// Single events, those that hold a text and those that an id names: of the store of this machine, or of the cluster that a question
// names, which then looks itself.

import { aliasOf, groupOf, rootOf } from "12-factor-telemetry/report";
import type { AnyQuestion, LoadedReport } from "./load-report.ts";
import { type AskedEvent, eventsAsked, searchEvents } from "./search-events.ts";
import type { Found } from "./share/cluster/index.ts";

export interface FewQuestion extends AnyQuestion {
  /** Events that are wanted whole, the newest. */
  limit: number;
}

/** That hold `text`, in any case. Throws StoreError when the store or the cluster cannot be read. */
export async function findEvents(text: string, { from, ...question }: FewQuestion): Promise<Found> {
  if (from === undefined) {
    const all = new Newest(question.limit);
    for (const asked of searchEvents(text, question)) all.add(asked);
    return all.found;
  }
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
  const events = new Newest(MOST_NAMED);
  const groups = new Map<string, Newest>();
  for (const asked of eventsAsked(question)) {
    const { telemetry_id, repo, agent, error_type } = asked.event;
    if (telemetry_id.startsWith(id)) events.add(asked);
    if (!places.has(placeOf(repo, agent, error_type))) continue;
    const group = aliasOf({ repo, agent, group: groupOf(asked.event) }, aliases);
    if (!wanted.has(group)) continue;
    const own = groups.get(group) ?? new Newest(limit);
    groups.set(group, own);
    own.add(asked);
  }
  return { events: events.found, groups: new Map([...groups].map(([group, own]) => [group, own.found])) };
}

/** The groups that begin so, also under the name that they had before a merge, and where they were: other events need no second look. */
function groupsFrom(id: string, { tally, known: { aliases } }: LoadedReport) {
  const named = [...tally.groups.keys(), ...aliases.into.keys()].filter((group) => group.startsWith(id));
  const wanted = new Set(named.map((group) => rootOf(group, aliases.into)));
  const own = [...tally.cells.values()].filter(({ group }) => wanted.has(group));
  return { wanted, places: new Set(own.map(({ repo, agent, type }) => placeOf(repo, agent, type))) };
}

const placeOf = (...names: string[]): string => names.join("\0");

/** Of many events the newest whole, and of all of them what they come to: a search may find a million. */
class Newest {
  readonly #limit: number;
  #kept: AskedEvent[] = [];
  #first: AskedEvent | undefined;
  readonly #repos = new Set<string>();
  readonly #agents = new Set<string>();
  #total = 0;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(asked: AskedEvent): void {
    const { event, at } = asked;
    if (this.#first === undefined || at < this.#first.at) this.#first = asked;
    this.#repos.add(event.repo);
    this.#agents.add(event.agent);
    this.#total++;
    this.#count += event.count ?? 1;
    this.#kept.push(asked);
    if (this.#kept.length > 2 * this.#limit + SPARE) this.#settle();
  }

  get found(): Found {
    this.#settle();
    return {
      events: this.#kept.map(({ event }) => event),
      ...{ total: this.#total, count: this.#count },
      ...{ repos: [...this.#repos].sort(), agents: [...this.#agents].sort() },
      first_seen: this.#first?.event.timestamp ?? "",
      last_seen: this.#kept.at(-1)?.event.timestamp ?? "",
    };
  }

  #settle(): void {
    this.#kept = this.#kept.sort((a, b) => a.at - b.at).slice(-this.#limit);
  }
}

/** Kept beside the newest before they are put in order. */
const SPARE = 1000;
