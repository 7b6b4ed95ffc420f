// Points of a timeline in order of time. Most come in long runs that are in order already.

/** `points`: instant, count, instant, count, ... */
export function inOrder(points: number[]): readonly number[] {
  let runs = runsOf(points);
  while (runs.length > 1) {
    const merged: (readonly number[])[] = [];
    for (let index = 0; index < runs.length; index += 2) merged.push(mergedRuns(runs[index] ?? [], runs[index + 1]));
    runs = merged;
  }
  return runs[0] ?? [];
}

/** What is in order already: the days of a month are, and so is most of a day. */
function runsOf(points: readonly number[]): (readonly number[])[] {
  const runs: (readonly number[])[] = [];
  let start = 0;
  for (let index = 2; index <= points.length; index += 2) {
    if ((points[index - 2] as number) <= (points[index] as number)) continue;
    runs.push(start === 0 && index === points.length ? points : points.slice(start, index));
    start = index;
  }
  return runs;
}

function mergedRuns(a: readonly number[], b: readonly number[] = []): readonly number[] {
  if (b.length === 0) return a;
  const merged: number[] = [];
  let at = 0;
  for (let index = 0; index < a.length; index += 2) {
    for (; at < b.length && (b[at] as number) < (a[index] as number); at += 2)
      merged.push(b[at] as number, b[at + 1] as number);
    merged.push(a[index] as number, a[index + 1] as number);
  }
  for (; at < b.length; at++) merged.push(b[at] as number);
  return merged;
}
