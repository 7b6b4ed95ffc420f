// What a process has once, however many collectors it makes and however many copies of this package it loads: an agent's own, a
// bundled one, ES module beside CommonJS. It lies under a symbol of the global object, whose number names its shape.

import type { Store } from "../store/writing.ts";
import { now } from "./clock.ts";
import { Health } from "./health.ts";
import { Storms } from "./storm.ts";

export interface ProcessState {
  storms: Storms;
  health: Health;
  /** Opened, by directory. */
  stores: Map<string, Store>;
  /** True inside of a record: another one from there comes from a getter of the host's, and might go on for ever. */
  isRecording: boolean;
}

const KEY = Symbol.for("12-factor-telemetry/1");

let state: ProcessState | undefined;

export function processState(): ProcessState {
  state ??= (globalThis as { [KEY]?: ProcessState })[KEY] ?? shared(newState());
  return state;
}

/** A frozen global object keeps it for this copy alone. */
function shared(made: ProcessState): ProcessState {
  Reflect.defineProperty(globalThis, KEY, { value: made });
  return made;
}

function newState(): ProcessState {
  const storms = new Storms(now, () => watch(storms));
  return { storms, health: new Health(), stores: new Map(), isRecording: false };
}

/** Milliseconds. */
const FLUSH_MS = 1000;

// As it was when this was loaded: a test's fake one would show up in what the test counts, and may never run.
const { setTimeout: later } = globalThis;
let isEndWatched = false;
let isTimed = false;

/** Something waits: it is written in a second, or when the process ends before. Neither keeps the process or changes its end. */
function watch(storms: Storms): void {
  if (!isEndWatched) atEnd(() => storms.flush(true));
  isEndWatched = true;
  if (isTimed) return;
  isTimed = true;
  const timer: { unref?(): void } = later(() => {
    isTimed = false;
    storms.flush();
  }, FLUSH_MS);
  timer.unref?.();
}

/** One more listener than the host expects must not be the one that Node warns of. It comes first, for one of the host's may throw. */
function atEnd(listener: () => void): void {
  const most = process.getMaxListeners();
  if (most > 0) process.setMaxListeners(most + 1);
  process.prependListener("exit", listener);
}
