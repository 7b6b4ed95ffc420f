// The events of all files, by period, a day or some of its slots: where they lie was found out once (slot-index.ts), and a period's are
// held together long enough to take each once. Copies of an event carry the same time, so that no period needs to know of another.

import { closeSync, fstatSync } from "node:fs";
import { join } from "node:path";
import type { TelemetryEvent } from "../event.ts";
import { readCache, writeCache } from "./cache-file.ts";
import { type Firsts, type Skipped, type Taking, takeEvents } from "./chunk-events.ts";
import { HashSet } from "./hash-table.ts";
import { identityOf } from "./identities.ts";
import { type Chunk, chunksIn } from "./lines.ts";
import { openAll } from "./open-all.ts";
import { OwnLines } from "./own-line.ts";
import { pathsIn } from "./paths.ts";
import { segmentsIn } from "./segments.ts";
import { sifted } from "./sieve.ts";
import { dayOfSlot, isWithin, type Period, periodOfDay, type Slot } from "./slot.ts";
import { type FileIndex, type Indexed, indexOf } from "./slot-index.ts";

interface Source extends Indexed {
  file: number;
  inode: string;
  /** With an event in it. */
  days: ReadonlySet<string>;
}

export class EventLog {
  readonly #directory: string;
  readonly #sources: Source[];
  readonly #own = new OwnLines();
  /** Whether everything was known already. */
  #isNew = false;

  /** The caller closes it. Throws StoreError when a file cannot be read. */
  constructor(directory: string) {
    this.#directory = directory;
    const known = knownIn(directory);
    this.#sources = openCentral(directory).map((file) => {
      const inode = inodeOf(file);
      const indexed = indexOf(file, known.get(inode));
      this.#isNew ||= indexed.kept.end !== known.get(inode)?.end;
      return { file, inode, ...indexed, days: new Set(indexed.blocks.flatMap(({ slots }) => slots.map(dayOfSlot))) };
    });
  }

  close(): void {
    for (const { file } of this.#sources) closeSync(file);
  }

  /** Days with an event, oldest first. */
  get days(): string[] {
    return [...new Set(this.#sources.flatMap(({ days }) => [...days]))].sort();
  }

  /** Of a day, those with an event, oldest first. */
  slotsOf(day: string): Slot[] {
    const period = periodOfDay(day);
    const blocks = this.#sources.flatMap((source) => blocksOf(source, period));
    return [...new Set(blocks.flatMap(({ slots }) => slots.filter((slot) => isWithin(period, slot))))].sort();
  }

  /** Lines that are no events and of no day. */
  get skipped(): Skipped {
    const sum = { torn: 0, foreign: 0 };
    for (const { skipped } of this.#sources) addSkipped(sum, skipped);
    return sum;
  }

  /** Which bytes the events of a period are read from: the same as long as nothing was added to it or taken away. */
  placesOf(period: Period): string {
    const places = this.#sources.flatMap((source) =>
      joined(blocksOf(source, period)).map(({ start, end }) => `${source.kept.mark}:${start}-${end}`),
    );
    return places.join(" ");
  }

  /**
   * Each once, some at a time. `skippedIn`: the counters of a slot, for its lines that are no events. `holding`: those that cannot hold
   * it are left out.
   */
  *events(period: Period, skippedIn: (slot: Slot) => Skipped, holding = ""): Generator<TelemetryEvent[]> {
    for (const { chunk, firsts } of this.#chunks(period)) {
      const events: TelemetryEvent[] = [];
      const take = (event: TelemetryEvent): undefined => void events.push(event);
      takeEvents(holding === "" ? chunk : sifted(chunk, holding), { period, own: this.#own, skippedIn, take }, firsts);
      yield events;
    }
  }

  /** Each once; `alike`: none but those whose like is not known to it. `onRead` is told of bytes that are behind. */
  take(taking: Omit<Taking, "own">, onRead: (bytes: number) => void): void {
    for (const { chunk, firsts } of this.#chunks(taking.period)) {
      takeEvents(chunk, { ...taking, own: this.#own }, firsts);
      onRead(chunk.end - chunk.start);
    }
  }

  /** From which the events of a period are read. */
  bytesOf(period: Period): number {
    const pieces = this.#sources.flatMap((source) => joined(blocksOf(source, period)));
    return pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  }

  *#chunks(period: Period): Generator<{ chunk: Chunk; firsts: Firsts }> {
    const sources = this.#sources.filter((source) => blocksOf(source, period).length > 0);
    const bytes = sources
      .flatMap((source) => blocksOf(source, period))
      .reduce((sum, { start, end }) => sum + end - start, 0);
    const seen = new HashSet(bytes / LINE_BYTES);
    for (const source of sources) {
      // Another program's events without an id are never taken for each other, but for their copies in another file.
      const firsts = sources.length === 1 ? firstsIn(seen) : firstsOrNoCopies(seen);
      for (const chunk of chunksOf(source, period)) yield { chunk, firsts };
    }
  }

  /** Keeps where the slots lie, for whoever reads next. */
  keep(): void {
    if (!this.#isNew) return;
    const rows = this.#sources.map(({ inode, kept }) => ({ inode, ...kept }));
    writeCache(daysFileIn(this.#directory), [{ version: VERSION }, ...rows]);
  }
}

/** Most lines have more. */
const LINE_BYTES = 300;

function* chunksOf(source: Source, period: Period): Generator<Chunk> {
  for (const { start, end } of joined(blocksOf(source, period))) yield* chunksIn(source.file, start, end);
}

type Block = Indexed["blocks"][number];

/** `period`: of one day. */
const blocksOf = ({ blocks, days }: Source, period: Period): Block[] =>
  days.has(dayOfSlot(period.first)) ? blocks.filter(({ slots }) => slots.some((slot) => isWithin(period, slot))) : [];

/** What lies side by side, in one. */
function joined(blocks: readonly Block[]): Pick<Block, "start" | "end">[] {
  const pieces: Pick<Block, "start" | "end">[] = [];
  for (const { start, end } of blocks) {
    const last = pieces.at(-1);
    if (last?.end === start) last.end = end;
    else pieces.push({ start, end });
  }
  return pieces;
}

export function addSkipped(sum: Skipped, { torn, foreign }: Skipped): void {
  sum.torn += torn;
  sum.foreign += foreign;
}

/** Segments first: the open file has the newest lines. But it is opened first, for lines move from there to here. */
function openCentral(directory: string): number[] {
  const open = openAll(pathsIn(directory).all);
  const files = [...segmentsIn(directory).flatMap(({ path }) => openAll(path)), ...open];
  const seen = new Set<string>();
  return files.filter((file) => {
    const inode = inodeOf(file);
    const isFirst = !seen.has(inode); // one that moved between the two looks is there twice
    seen.add(inode);
    if (!isFirst) closeSync(file);
    return isFirst;
  });
}

function inodeOf(file: number): string {
  const { dev, ino } = fstatSync(file, { bigint: true });
  return `${dev}:${ino}`;
}

const firstsIn = (seen: HashSet): Firsts => ({
  hasId: (identity) => seen.add(identity),
  has: (event) => event.telemetry_id === "" || seen.add(identityOf(event)),
});

/** For one of several files: its second event without an id is a copy when another file has two of them. */
function firstsOrNoCopies(seen: HashSet): Firsts {
  const copies = new Map<string, number>();
  return {
    hasId: (identity) => seen.add(identity),
    has: (event) => {
      const identity = identityOf(event);
      if (event.telemetry_id !== "") return seen.add(identity);
      const { low, high } = identity;
      const copy = (copies.get(`${low} ${high}`) ?? 0) + 1;
      copies.set(`${low} ${high}`, copy);
      return seen.add(identityOf(event, copy));
    },
  };
}

/** Of what is kept; changes when lines are read in another way. */
const VERSION = 3;

const daysFileIn = (directory: string): string => join(pathsIn(directory).archive, "days.jsonl");

function knownIn(directory: string): Map<string, FileIndex> {
  const [head, ...rows] = readCache(daysFileIn(directory)) ?? [];
  if ((head as { version?: unknown } | undefined)?.version !== VERSION) return new Map();
  return new Map(rows.filter(isKept).map(({ inode, ...kept }) => [inode, kept]));
}

function isKept(row: unknown): row is FileIndex & { inode: string } {
  const { inode, mark, size, mtimeMs, end, last, blocks, skipped } = (row ?? {}) as Record<string, unknown>;
  const { torn, foreign } = (skipped ?? {}) as Record<string, unknown>;
  const numbers = [size, mtimeMs, end, last, torn, foreign];
  if (typeof inode !== "string" || typeof mark !== "string" || !numbers.every(isNatural)) return false;
  return Array.isArray(blocks) && blocks.every(isBlock) && areInTurn(blocks, end as number);
}

const isNatural = (value: unknown): boolean => typeof value === "number" && value >= 0;

function isBlock(value: unknown): boolean {
  const { start, end, slots } = (value ?? {}) as Record<string, unknown>;
  if (!isNatural(start) || !isNatural(end) || !Array.isArray(slots)) return false;
  return slots.every((slot) => typeof slot === "string" && SLOT.test(slot));
}

/** Without a gap from the beginning to the end: else events would be missed. */
function areInTurn(blocks: readonly { start: number; end: number }[], end: number): boolean {
  let at = 0;
  for (const block of blocks) {
    if (block.start !== at || block.end < at) return false;
    at = block.end;
  }
  return at === end;
}

const SLOT = /^\d{4}-\d\d-\d\dT\d{4}$/;
