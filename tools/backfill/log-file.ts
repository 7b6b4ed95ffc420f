// A log as lines, read in pieces: files may have gigabytes, lines megabytes, and the last line may be half written.

import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { Decompress } from "fzstd";

export interface LogLine {
  /** Counted from 1. */
  number: number;
  /** Without its newline; valid until the next line is asked for. */
  bytes: Buffer;
}

/** How far a file has been read. */
export interface Place {
  /** Bytes, up to the end of a whole line. */
  offset: number;
  /** Lines up to there. */
  lines: number;
}

export const START: Place = { offset: 0, lines: 0 };

/** Bytes. A longer line is a copy of a whole session; no failure stands in one. */
const LONGEST_LINE = 16 << 20;
const PIECE = 1 << 20;
/** Bytes read again before what is new: a result names its call, which may stand a little earlier. */
const CONTEXT = 256 << 10;

/** Files that can only be read from their start. */
const WHOLE = /\.(?:zst|json)$/;

export class LogFile {
  readonly path: string;
  /** Where this reading began; failures up to there are known. */
  readonly from: Place;
  /** How far this reading came. */
  read: Place = START;
  /** Lines that are too long. */
  skipped = 0;

  constructor(path: string, from: Place = START) {
    this.path = path;
    this.from = WHOLE.test(path) ? START : from;
  }

  /** The first line, then what is new with a little before it. A file that cannot be opened throws the file system's error. */
  *lines(): Generator<LogLine> {
    const file = openSync(this.path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const found = fstatSync(file);
      if (!found.isFile()) return;
      if (this.path.endsWith(".zst")) {
        yield* this.#split(unpacked(piecesOf(file, 0)), START);
        this.read = { ...this.read, offset: found.size };
      } else yield* this.#plain(file, found.size);
    } finally {
      closeSync(file);
    }
  }

  *#plain(file: number, size: number): Generator<LogLine> {
    // A file that has shrunk was written anew.
    const from = this.from.offset > size ? START : this.from;
    const again = Math.max(0, from.offset - CONTEXT);
    if (again === 0) return yield* this.#split(piecesOf(file, 0), START);
    for (const first of this.#split(piecesOf(file, 0), START)) {
      yield first;
      break;
    }
    const before = Buffer.allocUnsafe(from.offset - again);
    readSync(file, before, 0, before.length, again);
    const start = before.indexOf(NEWLINE) + 1;
    const place = { offset: again + start, lines: from.lines - count(before.subarray(start)) };
    yield* this.#split(piecesOf(file, place.offset), place);
  }

  *#split(pieces: Iterable<Buffer>, { offset, lines }: Place): Generator<LogLine> {
    let rest: Buffer[] = [];
    let restBytes = 0;
    for (const piece of pieces) {
      let start = 0;
      for (let end = piece.indexOf(NEWLINE); end !== -1; end = piece.indexOf(NEWLINE, start)) {
        const tail = piece.subarray(start, end);
        const bytes = restBytes === 0 ? tail : Buffer.concat([...rest, tail]);
        const length = restBytes + tail.length;
        lines++;
        offset += length + 1;
        this.read = { offset, lines };
        if (length > LONGEST_LINE) this.skipped++;
        else yield { number: lines, bytes };
        rest = [];
        restBytes = 0;
        start = end + 1;
      }
      restBytes += piece.length - start;
      // The bytes of a line that is too long need not be kept, only counted.
      if (restBytes > LONGEST_LINE) rest = [];
      else rest.push(Buffer.from(piece.subarray(start)));
    }
    // Whoever writes a log may be in the middle of its last line; a whole one is a record without its newline.
    const last = Buffer.concat(rest);
    if (restBytes <= LONGEST_LINE && last.at(-1) === CLOSING_BRACE) yield { number: lines + 1, bytes: last };
  }
}

const NEWLINE = 0x0a;
const CLOSING_BRACE = 0x7d;

function* piecesOf(file: number, position: number): Generator<Buffer> {
  const piece = Buffer.allocUnsafe(PIECE);
  for (let at = position; ; ) {
    const read = readSync(file, piece, 0, PIECE, at);
    if (read === 0) return;
    at += read;
    yield piece.subarray(0, read);
  }
}

function* unpacked(pieces: Iterable<Buffer>): Generator<Buffer> {
  let ready: Buffer[] = [];
  const stream = new Decompress((chunk) => ready.push(Buffer.from(chunk)));
  for (const piece of pieces) {
    stream.push(piece);
    yield* ready;
    ready = [];
  }
}

function count(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}
