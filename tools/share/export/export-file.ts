// The file that an export goes to: new, over an old one at the user's word, or after what an earlier export has written.

import { createHash } from "node:crypto";
import { closeSync, ftruncateSync, openSync, readSync } from "node:fs";
import type { LineFormat } from "./line-format.ts";

export class ExportFileError extends Error {
  override name = "ExportFileError";
}

export interface OpenFile {
  /** A descriptor, at the place where the next line belongs; the caller closes it. */
  file: number;
  /** Whether an earlier export has written this line; of equal lines each is asked for once. Undefined when there was none. */
  has?: (line: string) => boolean;
}

/** Mode 0600. Throws ExportFileError when there is such a file and it may not be replaced. */
export function newFile(path: string, mayReplace: boolean): OpenFile {
  try {
    return { file: openSync(path, mayReplace ? "w" : "wx", 0o600) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new ExportFileError(`${path} is there already. Go on in it with --resume, or replace it with --force.`);
  }
}

/**
 * A file that an earlier export left, also one that was killed: half a line at the end goes. None is an empty one. The lines
 * themselves tell what was exported, so that nothing is remembered elsewhere: 12 bytes of each are held in memory.
 * Throws ExportFileError when the file is of another format.
 */
export function grownFile(path: string, format: LineFormat): OpenFile {
  const file = openSync(path, "a+", 0o600);
  try {
    const { end, lines } = linesIn(file, format, path);
    ftruncateSync(file, end);
    return end === 0 ? { file } : { file, has: (line) => takeFrom(lines, digestOf(line)) };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

type Counts = Map<string, number>;

const NEWLINE = 0x0a;
const CHUNK_BYTES = 256 * 1024;

/** Each whole line, and where the last of them ends. */
function linesIn(file: number, { beginning }: LineFormat, path: string): { end: number; lines: Counts } {
  const lines: Counts = new Map();
  let rest: Buffer = Buffer.alloc(0);
  let end = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const length = readSync(file, chunk, 0, CHUNK_BYTES, end + rest.length);
    if (length === 0) break;
    const bytes = Buffer.concat([rest, chunk.subarray(0, length)]);
    if (end === 0) hold(bytes, beginning, path);
    let start = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, start)) {
      const digest = digestOf(bytes.subarray(start, at + 1));
      lines.set(digest, (lines.get(digest) ?? 0) + 1);
      start = at + 1;
    }
    end += start;
    rest = bytes.subarray(start);
  }
  return { end: end < beginning.length ? 0 : end, lines };
}

/** Nothing of another file is touched. */
function hold(bytes: Buffer, beginning: string, path: string): void {
  const begins = bytes.toString("latin1", 0, beginning.length);
  if (beginning.startsWith(begins)) return;
  throw new ExportFileError(
    `${path} is no export in this format, so there is nothing to go on with. Name another file, or the format it has.`,
  );
}

function takeFrom(lines: Counts, digest: string): boolean {
  const left = lines.get(digest) ?? 0;
  if (left > 0) lines.set(digest, left - 1);
  return left > 0;
}

/** 96 bits: that two lines of a thousand million are taken for each other has a chance of 1 in 10^11. */
function digestOf(line: string | Buffer): string {
  return createHash("sha1").update(line).digest("binary").slice(0, 12);
}
