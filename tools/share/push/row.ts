// An event as a row of the cluster's table: what was seen, and what this version thinks of it, so that the engine can count.

import { hash } from "node:crypto";
import type { SanitizedEvent } from "12-factor-telemetry/event";
import { namelessOf, type Opinion } from "12-factor-telemetry/report";
import { searchedIn } from "../../search-events.ts";
import { keyText, restText, toldText } from "../cluster/index.ts";

export interface Around {
  at: number;
  day: string;
  identity: string;
  machine: string;
  /** Milliseconds since the epoch. Of two rows of one event the later stays. */
  pushed: number;
  /** Whose opinion it is. */
  judge: string;
  opinion: Opinion;
}

/** In JSON. What of it comes again and again is text already: a third of a push went into writing it anew. */
export function rowOf(event: SanitizedEvent, { at, day, identity, machine, pushed, judge, opinion }: Around): string {
  const { repo, agent, error_type, error_message, telemetry_id, commit = "", count = 1, context, stack = [] } = event;
  const kind = context["class"];
  const own = JSON.stringify({
    ...{ at, day, identity, machine, pushed, judge },
    ...{ repo, agent, error_type, error_message, telemetry_id, commit, count },
    class: typeof kind === "string" ? kind : "",
    rest: restText(event),
    details: searchedIn(event).join("\0"),
    judged: numberOf(JSON.stringify([error_type, error_message, stack])),
  });
  return wellFormed(`${own.slice(0, -1)},${columnsOf(opinion)}`);
}

const known = new WeakMap<Opinion, string>();

/** The end of a row. */
function columnsOf(opinion: Opinion): string {
  const had = known.get(opinion);
  if (had !== undefined) return had;
  const columns = JSON.stringify({
    group_id: opinion.group,
    family: opinion.family,
    opinion: numberOf(keyText(opinion)),
    nameless: numberOf(keyText(namelessOf(opinion))),
    key: keyText(opinion),
    told: toldText(opinion),
  }).slice(1);
  known.set(opinion, columns);
  return columns;
}

/** Below 2^64. */
export const numberOf = (text: string): string => BigInt(`0x${hash("sha1", text).slice(0, 16)}`).toString();

/** Half of a pair of code units is no text to ClickHouse, which would refuse the whole batch. JSON writes it escaped. */
const wellFormed = (json: string): string =>
  json.includes("\\ud") ? json.replace(HALF, (part) => (part.length > 2 ? "\\ufffd" : part)) : json;

/** Or another escape, so that a backslash before "ud800" stays one. */
const HALF = /\\(?:ud[89a-f][0-9a-f]{2}|.)/g;
