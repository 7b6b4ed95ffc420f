// A file's lines, through a descriptor: the file may be renamed, unlinked and appended to meanwhile.

import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { StoreError } from "./store-error.ts";

/** Bytes. A longer line is nobody's event, for ours have at most 16 KiB: what is over is skipped. */
export const LONGEST_LINE_BYTES: number = 64 * 1024;
/** Bytes read at a time; larger ones measured no faster. */
const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 0x0a;
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A descriptor, which the caller closes; undefined when there is no such file. Throws StoreError when it cannot be read. */
export function openToRead(path: string): number | undefined {
  try {
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
  for (const bytes of wholeLines(file)) {
    for (const line of bytes.toString(encoding).split("\n")) if (line !== "") yield line;
  }
}

/** Only the last piece may lack its newline. Of an overlong line one byte more than allowed is left. */
function* wholeLines(file: number): Generator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const length = readSync(file, chunk, 0, CHUNK_BYTES, null);
    if (length === 0) break;
    const bytes = Buffer.concat([rest, chunk.subarray(0, length)]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end > 0) yield bytes.subarray(0, end);
    rest = bytes.subarray(end, end + LONGEST_LINE_BYTES + 1);
  }
  if (rest.length > 0) yield rest;
}
