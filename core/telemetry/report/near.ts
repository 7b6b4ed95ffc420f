// Groups that may be one failure: their templates differ in a few characters. They are offered, never merged by us.
//
// As Kubernetes' triage does it (triage/summarize): a histogram of 4-grams gives a lower bound of the edit distance, which
// leaves few pairs to measure; the work is bounded whatever the templates.

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
/** In the order of their templates, how many that follow are looked at; and how many pairs are measured for one. */
const WINDOW = 32;
const MEASURED = 8;
const BUCKETS = 64;
const GRAM = 4;

/** Nearest first. Templates are sorted twice, from their beginning and from their end: what is near agrees in one of them. */
export function nearDuplicates(groups: Iterable<Template>): Near[] {
  const texts = [...groups].map(({ id, template }) => prepared(id, template.slice(0, COMPARED)));
  const found = new Map<string, Near>();
  for (const side of ["forward", "backward"] as const) {
    const sorted = texts.toSorted((a, b) => compare(a[side], b[side]) || compare(a.id, b.id));
    for (const [index, text] of sorted.entries()) lookAround(text, sorted.slice(index + 1, index + 1 + WINDOW), found);
  }
  return [...found.values()].sort((a, b) => a.distance - b.distance || compare(a.groups.join(), b.groups.join()));
}

interface Prepared {
  id: string;
  forward: string;
  backward: string;
  histogram: Uint8Array;
}

function prepared(id: string, template: string): Prepared {
  const histogram = new Uint8Array(BUCKETS);
  for (let at = 0; at + GRAM <= template.length; at++) {
    let hash = 0;
    for (let letter = at; letter < at + GRAM; letter++) hash = Math.imul(hash, 31) + template.charCodeAt(letter);
    const bucket = (hash >>> 0) % BUCKETS;
    histogram[bucket] = (histogram[bucket] as number) + 1;
  }
  return { id, forward: template, backward: [...template].reverse().join(""), histogram };
}

function lookAround(text: Prepared, others: readonly Prepared[], found: Map<string, Near>): void {
  let measured = 0;
  for (const other of others) {
    if (measured === MEASURED) return;
    const mean = (text.forward.length + other.forward.length) / 2;
    const limit = Math.floor(mean * FARTHEST);
    if (text.id === other.id || leastDistance(text, other) > limit) continue;
    measured++;
    const edits = editDistance(text.forward, other.forward, limit);
    if (edits === undefined) continue;
    const groups: [string, string] = text.id < other.id ? [text.id, other.id] : [other.id, text.id];
    found.set(groups.join(), { groups, distance: mean === 0 ? 0 : edits / mean });
  }
}

/** One edit changes at most four 4-grams, each of which leaves one bucket and enters another. */
function leastDistance(a: Prepared, b: Prepared): number {
  let difference = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++)
    difference += Math.abs((a.histogram[bucket] as number) - (b.histogram[bucket] as number));
  return Math.max(Math.abs(a.forward.length - b.forward.length), difference / (2 * GRAM));
}

/** Levenshtein's, in the band that `limit` leaves; undefined beyond it. */
function editDistance(a: string, b: string, limit: number): number | undefined {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const from = Math.max(1, row - limit);
    const to = Math.min(b.length, row + limit);
    const line = new Array<number>(b.length + 1).fill(limit + 1);
    line[0] = row;
    for (let column = from; column <= to; column++) {
      const change = (above[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line[column] = Math.min(change, (above[column] as number) + 1, (line[column - 1] as number) + 1);
    }
    above = line;
  }
  const edits = above[b.length] as number;
  return edits > limit ? undefined : edits;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
