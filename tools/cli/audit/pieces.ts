// A line as the strings in it and what stands between them. The line is walked, not parsed into objects: so one string can be
// changed and every other byte stays, a key that is there twice is seen twice, and neither depth nor `__proto__` matters.

import { CONTEXT_KEYS } from "12-factor-telemetry/sanitize";
import { asciiJson, gluedIn, LONGEST_LINE_BYTES, parsed } from "12-factor-telemetry/store";

/** A whole line, or what is left of one with a whole one glued to it. */
export interface Part {
  /** `torn`: no JSON; `foreign`: JSON that is no object; `overlong`: nobody reads it, and the store did not keep all of it. */
  kind: "record" | "torn" | "foreign" | "overlong";
  pieces: Piece[];
}

export interface Piece {
  /** As it stands in the line, latin1. */
  raw: string;
  /** What it says. */
  text: string;
  /** Where a string stands, as `context.tool`; a key that is none of ours is `*`. Undefined between strings, and for our own keys. */
  place?: string;
  /** The key of a value, where it is none of ours: `password` tells what `hunter2` does not. */
  name?: string;
  isKey?: true;
}

/** `line` as latin1, without its newline. */
export function partsOf(line: string): Part[] {
  if (line.length > LONGEST_LINE_BYTES) return [{ kind: "overlong", pieces: [] }];
  const whole = partOf(line);
  return whole.kind === "torn" ? gluedIn(line).map(partOf) : [whole];
}

/** The line again. */
export const lineOf = (parts: readonly Part[]): string =>
  parts.flatMap(({ pieces }) => pieces.map(({ raw }) => raw)).join("");

/** The piece with another text. */
export const saying = (piece: Piece, text: string): Piece =>
  text === piece.text ? piece : { ...piece, text, raw: asciiJson(text).slice(1, -1) };

function partOf(line: string): Part {
  const value = parsed(utf8(line));
  if (value === undefined) return { kind: "torn", pieces: [{ raw: line, text: utf8(line), place: "line" }] };
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return { kind: isRecord ? "record" : "foreign", pieces: walk(line) };
}

/** Only these names are shown: any other may be the secret itself. */
const OUR_KEYS: ReadonlySet<string> = new Set([
  ...["timestamp", "repo", "agent", "error_type", "error_message", "context", "telemetry_id"],
  ...["stack", "cause", "source", "commit", "count", "v"],
  ...CONTEXT_KEYS,
]);

interface Frame {
  isObject: boolean;
  /** Of the object or array itself. */
  place: string;
  isKeyNext: boolean;
  key: string;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

function walk(line: string): Piece[] {
  const pieces: Piece[] = [];
  const frames: Frame[] = [{ isObject: false, place: "", isKeyNext: false, key: "" }];
  let end = 0;
  for (const { 0: raw, index } of line.matchAll(TOKEN)) {
    const frame = frames.at(-1) as Frame;
    if (raw[0] !== '"') {
      enter(frames, frame, raw);
      continue;
    }
    // The quotes stay outside: where a string ends, a secret does.
    pieces.push(between(line.slice(end, index + 1)), stringPiece(raw, frame));
    end = index + raw.length - 1;
  }
  return [...pieces, between(line.slice(end))];
}

const between = (raw: string): Piece => ({ raw, text: raw });

function enter(frames: Frame[], frame: Frame, token: string): void {
  if (token === ",") frame.isKeyNext = frame.isObject;
  else if (token === ":") frame.isKeyNext = false;
  else if (token === "}" || token === "]") frames.pop();
  else {
    const isObject = token === "{";
    frames.push({ isObject, place: placeOf(frame), isKeyNext: isObject, key: frame.key });
  }
}

function stringPiece(literal: string, frame: Frame): Piece {
  const raw = literal.slice(1, -1);
  const text = /[\\\x80-\xff]/.test(raw) ? String(JSON.parse(utf8(literal))) : raw;
  if (frame.isKeyNext) frame.key = text;
  const place = placeOf(frame) || "line";
  if (frame.isKeyNext) return OUR_KEYS.has(text) ? { raw, text } : { raw, text, place, isKey: true };
  return frame.key === "" || OUR_KEYS.has(frame.key) ? { raw, text, place } : { raw, text, place, name: frame.key };
}

/** Two names deep, like `cause.error_message`; an array stands for what is in it. */
function placeOf({ isObject, place, key }: Frame): string {
  if (!isObject || place.includes(".") || place.endsWith("*")) return place;
  const name = OUR_KEYS.has(key) ? key : "*";
  return place === "" ? name : `${place}.${name}`;
}

const utf8 = (latin1: string): string => Buffer.from(latin1, "latin1").toString("utf8");
