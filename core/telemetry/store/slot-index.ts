// Which slots lie where in a file. Files grow at their end and are else replaced, so what was found out about one stays true of
// its beginning: it is kept in `archive/days.jsonl`, and only what is new is looked at.

import { fstatSync, readSync } from "node:fs";
import { type Skipped, slotsIn } from "./chunk-events.ts";
import { chunksIn } from "./lines.ts";
import type { Slot } from "./slot.ts";

/** A piece of a file in which whole lines of these slots lie, and of no others. Bytes. */
interface Block {
  start: number;
  end: number;
  slots: Slot[];
}

export interface FileIndex {
  /** Given once, when the file was looked at from its beginning: what was counted under it is void with it. */
  mark: string;
  size: number;
  mtimeMs: number;
  /** Where the last whole line ends; what comes after it is looked at each time. */
  end: number;
  /** Hash of the bytes before `end`. */
  last: number;
  blocks: Block[];
  /** Lines that are no events, and of no slot. */
  skipped: Skipped;
}

export interface Indexed {
  /** The index of the whole lines, to be kept. */
  kept: FileIndex;
  blocks: Block[];
  skipped: Skipped;
}

/** `known`: what was kept of this file, by its inode. */
export function indexOf(file: number, known: FileIndex | undefined): Indexed {
  const { size, mtimeMs } = fstatSync(file);
  const begun = known !== undefined && isSame(file, known, size, mtimeMs) ? known : undefined;
  const blocks = [...(begun?.blocks ?? [])];
  const skipped = { torn: 0, foreign: 0, ...begun?.skipped };
  let kept: FileIndex = begun ?? {
    mark: newMark(),
    size,
    mtimeMs,
    end: 0,
    last: 0,
    blocks: [],
    skipped: { ...skipped },
  };
  for (const chunk of chunksIn(file, kept.end, size)) {
    extend(blocks, { start: chunk.start, end: chunk.end, slots: [...slotsIn(chunk, skipped)].sort() });
    if (chunk.bytes.at(-1) === NEWLINE)
      kept = { ...kept, size, mtimeMs, end: chunk.end, blocks: [...blocks], skipped: { ...skipped } };
  }
  const last = kept === begun ? begun.last : hashBefore(file, kept.end);
  return { kept: { ...kept, size, mtimeMs, last }, blocks, skipped };
}

const NEWLINE = 0x0a;

/** Whether the file still begins with what was looked at. */
function isSame(file: number, known: FileIndex, size: number, mtimeMs: number): boolean {
  if (size === known.size) return mtimeMs === known.mtimeMs;
  return size > known.size && hashBefore(file, known.end) === known.last;
}

function extend(blocks: Block[], block: Block): void {
  const last = blocks.at(-1);
  if (last === undefined || last.slots.join() !== block.slots.join()) blocks.push(block);
  else blocks[blocks.length - 1] = { ...last, end: block.end };
}

/** Bytes: more than one line of ours, with its time and id. */
const LAST_BYTES = 4096;

function hashBefore(file: number, end: number): number {
  const bytes = Buffer.alloc(Math.min(LAST_BYTES, end));
  readSync(file, bytes, 0, bytes.length, end - bytes.length);
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

const newMark = (): string =>
  `${Date.now().toString(36)}-${process.pid.toString(36)}-${process.hrtime.bigint().toString(36)}`;
