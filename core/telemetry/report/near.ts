// Groups that may be one failure: their templates differ in a few characters. They are offered, never merged by us.
//
// As Kubernetes' triage does it (triage/summarize): a histogram of 4-grams gives a lower bound of the edit distance, which
// leaves few pairs to measure; the work is bounded whatever the templates.

import { compare } from "./compare.ts";
import { editDistance } from "./edit-distance.ts";

export interface Near {
  /** Ids, the smaller one first. */
  groups: [string, string];
  /** Edits from one template to the other, as a share of their mean length. */
  distance: number;
}

interface Template {
  id: string;
  template: string;
}

/** Share of the mean length; kubernetes/test-infra, triage/summarize/summarize.go. */
const FARTHEST = 0.1;
/** Templates are compared by their beginnings. Characters. */
const COMPARED = 200;
/** Characters from the end by which templates are sorted the second time. */
const ENDING = 48;
/** In the order of their templates, how many that follow are looked at; how many pairs are measured for one, and in all. */
const WINDOW = 24;
const MEASURED = 6;
const MEASURED_IN_ALL = 20_000;
const BUCKETS = 64;
const GRAM = 4;

/** Nearest first. Templates are sorted twice, from their beginning and from their end: what is near agrees in one of them. */
export function nearDuplicates(groups: Iterable<Template>): Near[] {
  const texts = [...groups].map(({ id, template }) => prepared(id, template.slice(0, COMPARED)));
  const search: Search = { found: new Map(), left: MEASURED_IN_ALL };
  for (const side of ["text", "ending"] as const) {
    const sorted = texts.toSorted((a, b) => compare(a[side], b[side]) || compare(a.id, b.id));
    for (const index of sorted.keys()) lookAround(sorted, index, search);
  }
  return [...search.found.values()].sort(
    (a, b) => a.distance - b.distance || compare(a.groups[0], b.groups[0]) || compare(a.groups[1], b.groups[1]),
  );
}

interface Search {
  found: Map<string, Near>;
  /** Pairs that may still be measured. */
  left: number;
}

interface Prepared {
  id: string;
  text: string;
  /** Backward. */
  ending: string;
  histogram: Uint8Array;
}

function prepared(id: string, text: string): Prepared {
  const histogram = new Uint8Array(BUCKETS);
  for (let at = 0; at + GRAM <= text.length; at++) {
    let hash = 0;
    for (let letter = at; letter < at + GRAM; letter++) hash = Math.imul(hash, 31) + text.charCodeAt(letter);
    const bucket = (hash >>> 0) % BUCKETS;
    histogram[bucket] = (histogram[bucket] as number) + 1;
  }
  return { id, text, ending: text.slice(-ENDING).split("").reverse().join(""), histogram };
}

function lookAround(sorted: readonly Prepared[], index: number, search: Search): void {
  const one = sorted[index] as Prepared;
  const end = Math.min(sorted.length, index + 1 + WINDOW);
  let measured = 0;
  for (let next = index + 1; next < end && measured < MEASURED && search.left > 0; next++) {
    const other = sorted[next] as Prepared;
    const mean = (one.text.length + other.text.length) / 2;
    const limit = Math.floor(mean * FARTHEST);
    if (!mayBeWithin(limit, one, other)) continue;
    measured++;
    search.left--;
    const edits = editDistance(one.text, other.text, limit);
    if (edits === undefined) continue;
    const groups: [string, string] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    search.found.set(groups.join(), { groups, distance: mean === 0 ? 0 : edits / mean });
  }
}

/** One edit changes at most four 4-grams, each of which leaves one bucket and enters another. */
function mayBeWithin(limit: number, a: Prepared, b: Prepared): boolean {
  if (Math.abs(a.text.length - b.text.length) > limit) return false;
  let left = limit * 2 * GRAM;
  for (let bucket = 0; bucket < BUCKETS && left >= 0; bucket++)
    left -= Math.abs((a.histogram[bucket] as number) - (b.histogram[bucket] as number));
  return left >= 0;
}
