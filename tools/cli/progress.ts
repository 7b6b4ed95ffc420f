// How far a long work has come, on a terminal's standard error; in a pipe nothing.

import type { Terminal } from "./terminal.ts";

/** Milliseconds. Short work needs no word, and more often nobody reads. */
const FIRST = 500;
const BETWEEN = 200;

/** Answers a function that is told how many of `total` bytes are behind; it clears its line at the end. */
export function progressOn(
  stream: NodeJS.WritableStream & { isTTY?: boolean },
  what: string,
  total: number,
  now: () => number = performance.now.bind(performance),
): (bytes: number) => void {
  if (stream.isTTY !== true || total === 0) return () => {};
  const started = now();
  let shown = started + FIRST - BETWEEN;
  return (bytes) => {
    const at = now();
    const isOver = bytes >= total;
    if (isOver && shown > started + FIRST - BETWEEN) stream.write("\r\u001b[K");
    if (isOver || at - shown < BETWEEN) return;
    shown = at;
    const left = bytes === 0 ? "" : `, ${Math.ceil(((at - started) * (total - bytes)) / bytes / 1000)} s left`;
    stream.write(`\r\u001b[K${what}: ${Math.floor((bytes * 100) / total)} % of ${(total / 1e6).toFixed(0)} MB${left}`);
  };
}

/** Reads a store, by `read`, which tells of each event that it has to look at. */
export async function whileReading<T>({ stderr }: Terminal, read: (onEvent: () => void) => T | Promise<T>): Promise<T> {
  const tell = countOn(stderr, "events read");
  let count = 0;
  try {
    return await read(() => tell(++count));
  } finally {
    tell(undefined);
  }
}

/** The same for work whose end nobody knows. Answers a function that is told how many are behind, and undefined at the end. */
export function countOn(
  stream: NodeJS.WritableStream & { isTTY?: boolean },
  what: string,
  now: () => number = performance.now.bind(performance),
): (count: number | undefined) => void {
  if (stream.isTTY !== true) return () => {};
  let shown = now() + FIRST - BETWEEN;
  let isShown = false;
  return (count) => {
    const at = now();
    if (count === undefined && isShown) stream.write("\r\u001b[K");
    if (count === undefined || at - shown < BETWEEN) return;
    [shown, isShown] = [at, true];
    stream.write(`\r\u001b[K${what}: ${count}`);
  };
}
