// Levenshtein's distance of two texts that are likely near: how far one comes on each diagonal with so many edits (Ukkonen 1985).
// The time goes with the square of the limit and not with the texts.

/** Undefined beyond `limit`, a small whole number. */
export function editDistance(a: string, b: string, limit: number): number | undefined {
  const begin = agreement(a, b);
  const rows = a.length - begin;
  const columns = b.length - begin;
  const origin = limit + 1;
  let before = new Int32Array(2 * limit + 3).fill(NOWHERE);
  let now = new Int32Array(2 * limit + 3).fill(NOWHERE);
  for (let edits = 0; edits <= limit; edits++) {
    for (let diagonal = -edits; diagonal <= edits; diagonal++) {
      const at = origin + diagonal;
      const changed = (before[at] as number) + 1;
      const added = before[at - 1] as number;
      const removed = (before[at + 1] as number) + 1;
      const reached = edits === 0 ? 0 : Math.max(changed, added, removed);
      let row = Math.min(reached, rows, columns - diagonal);
      while (same(a, begin + row, b, begin + row + diagonal)) row++;
      now[at] = row;
    }
    if (now[origin + columns - rows] === rows) return edits;
    [before, now] = [now, before];
  }
  return undefined;
}

const NOWHERE = -1_000_000;

/** Characters at the beginning in which both agree. */
function agreement(a: string, b: string): number {
  let at = 0;
  while (same(a, at, b, at)) at++;
  return at;
}

/** Never beyond an end: NaN is not equal to itself. */
const same = (a: string, at: number, b: string, there: number): boolean => a.charCodeAt(at) === b.charCodeAt(there);
