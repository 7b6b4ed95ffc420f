// A file's lines, through a descriptor: the file may be renamed, unlinked and appended to meanwhile.

import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { StoreError } from "./store-error.ts";

/** Bytes. A longer line is nobody's event, for ours have at most 16 KiB: what is over is skipped. */
export const LONGEST_LINE_BYTES: number = 64 * 1024;
/** Bytes read at a time: as text it still is a young object, and a third cheaper to let go than one of four times the size. */
const CHUNK_BYTES = 64 * 1024;
const NEWLINE = 0x0a;
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const OR_NOTHING = { throwIfNoEntry: false } as const;

/** A descriptor, which the caller closes; undefined when there is no such file. Throws StoreError when it cannot be read. */
export function openToRead(path: string): number | undefined {
  try {
    // The error would cost a hundred times this look, and a process that records its first failure finds no file yet.
    if (lstatSync(path, OR_NOTHING) === undefined) return undefined;
    const file = openSync(path, FLAGS);
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw unreadable(path, code === "ELOOP" ? "it is a link" : `${code}`, error);
  }
  throw unreadable(path, "it is not a regular file");
}

export function unreadable(path: string, why: string, cause?: unknown): StoreError {
  const message = `Cannot read ${path}: ${why}. Repair it, or name another directory with --dir or TELEMETRY_DIR.`;
  return new StoreError("STORE_UNREADABLE", message, { cause });
}

/** Lines without their newlines, empty ones left out. "latin1" keeps foreign bytes as they are. */
export function* linesIn(file: number, encoding: "utf8" | "latin1"): Generator<string> {
  for (const { bytes } of chunksIn(file)) {
    for (const line of bytes.toString(encoding).split("\n")) if (line !== "") yield line;
  }
}

export interface Chunk {
  /**
   * Whole lines; of an overlong one only the end, for a whole line may be glued to it, but more bytes than a line may have. They
   * stay until the next chunk is asked for.
   */
  bytes: Buffer;
  /** Where in the file it begins and ends, in bytes. */
  start: number;
  end: number;
}

/** The lines between two places where lines begin, in large pieces. Only the last one may lack its newline. */
export function* chunksIn(file: number, start = 0, end: number = Number.POSITIVE_INFINITY): Generator<Chunk> {
  const buffer = Buffer.allocUnsafe(LONGEST_LINE_BYTES + 1 + CHUNK_BYTES);
  let rest = 0; // bytes of a line that goes on
  let begin = start;
  for (let position = start; position < end; ) {
    const length = readSync(file, buffer, rest, Math.min(CHUNK_BYTES, end - position), position);
    if (length === 0) break;
    position += length;
    const bytes = buffer.subarray(0, rest + length);
    const lines = bytes.lastIndexOf(NEWLINE) + 1;
    rest = bytes.length - lines;
    if (lines > 0) {
      yield { bytes: bytes.subarray(0, lines), start: begin, end: position - rest };
      begin = position - rest;
    }
    rest = Math.min(rest, LONGEST_LINE_BYTES + 1);
    bytes.copyWithin(0, bytes.length - rest);
  }
  if (rest > 0) yield { bytes: buffer.subarray(0, rest), start: begin, end: begin + rest };
}
