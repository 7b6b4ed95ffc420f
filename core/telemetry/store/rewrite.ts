// Takes lines out of a file that others append to, changes them or brings them elsewhere, and loses none of theirs.
//
// Own by rename: the file is moved aside, where no new writer finds it; what stays is appended by the writers' own protocol to
// where it belongs; then the aside is deleted. A writer that still had the old file open notices after its write and writes
// again. A rewriter that is killed leaves its aside: readers still read it, the next one puts it back.

import { closeSync, existsSync, renameSync, unlinkSync } from "node:fs";
import { append } from "./append.ts";
import { asidesOf, isOrphan, newAside } from "./asides.ts";
import { release } from "./kept.ts";
import { linesIn, openToRead } from "./lines.ts";

/** What stands in place of a line; undefined when it goes. It sees each line without its newline, as latin1. */
export type Revise = (line: string) => string | undefined;

/** To which file a line belongs; undefined when it goes. */
export type Route = (line: string) => string | undefined;

/** `reviser` makes a fresh function for every walk, for one may remember the line before. */
export function rewrite(path: string, reviser: () => Revise): void {
  redistribute(path, () => ({ route: () => path, revise: reviser() }));
}

/** Brings each line of `path` to where its route says. */
export function reroute(path: string, router: () => Route): void {
  redistribute(path, () => ({ route: router(), revise: unchanged }));
}

const unchanged: Revise = (line) => line;

interface Walk {
  route: Route;
  revise: Revise;
}

function redistribute(path: string, newWalk: () => Walk): void {
  for (const orphan of asidesOf(path).filter(isOrphan)) putBack(orphan, newWalk);
  if (!existsSync(path)) return;
  const aside = newAside(path);
  release(path); // or our own next lines would go into the aside
  renameSync(path, aside);
  move(aside, newWalk());
  unlinkSync(aside);
}

/** What a dead rewriter left, without what it had already put back, as it was or as it had become. */
function putBack(orphan: string, newWalk: () => Walk): void {
  const { route } = newWalk();
  const targets = new Set<string>();
  for (const line of lines(orphan)) {
    const target = route(line);
    if (target !== undefined) targets.add(target);
  }
  // One at a time: what a file holds is remembered, and of days there may be many.
  for (const target of targets) {
    const { route, revise } = newWalk();
    const there = new Set(lines(target));
    const isMissing = (line: string) => !there.has(line) && !there.has(revise(line) ?? "");
    move(orphan, {
      route: (line) => (route(line) === target && isMissing(line) ? target : undefined),
      revise: unchanged,
    });
  }
  unlinkSync(orphan);
}

/** Bytes appended in one write. */
const BATCH_BYTES = 64 * 1024;

function move(aside: string, { route, revise }: Walk): void {
  const batches = new Map<string, string>();
  for (const line of lines(aside)) {
    const target = route(line);
    const revised = target === undefined ? undefined : revise(line);
    if (target === undefined || revised === undefined) continue;
    const batch = `${batches.get(target) ?? ""}${revised}\n`;
    batches.set(target, batch.length > BATCH_BYTES ? "" : batch);
    if (batch.length > BATCH_BYTES) append(target, batch);
  }
  for (const [target, batch] of batches) if (batch !== "") append(target, batch);
}

export function* lines(path: string): Generator<string> {
  const file = openToRead(path);
  if (file === undefined) return;
  try {
    yield* linesIn(file, "latin1");
  } finally {
    closeSync(file);
  }
}
