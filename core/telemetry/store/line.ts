// An event as a line of a file, and back. A line is ASCII, so that `cat` on it is safe and every byte is a character.

import { type ContextValue, instantOf, type SanitizedEvent, type TelemetryEvent } from "../event.ts";

/** Bytes of a line that we write. One write of this size is not torn by a kill on the file systems tried; docs/event-format.md. */
const LINE_BYTES = 16 * 1024;

/** The line with its newline. What is too long loses its stack, then its causes, then the end of its message, then its context. */
export function toLine(event: SanitizedEvent): string {
  const line = `${asciiJson(event)}\n`;
  return line.length <= LINE_BYTES ? line : shorterLine(event);
}

function shorterLine(event: SanitizedEvent): string {
  const { stack: _stack, ...stackless } = event;
  const { cause: _cause, ...bare } = stackless;
  // Six bytes a character is the most that escaping makes of one: this leaves room for the names of an event.
  const brief = { ...bare, error_message: `${bare.error_message.slice(0, LINE_BYTES / 10)} [...]` };
  for (const record of [stackless, bare, brief]) {
    const line = `${asciiJson(record)}\n`;
    if (line.length <= LINE_BYTES) return line;
  }
  return `${asciiJson({ ...brief, context: {} })}\n`;
}

/** The event in a line, with unknown keys as they came; undefined when the line holds none. */
export function fromLine(line: string): TelemetryEvent | undefined {
  const event = parsed(line);
  if (typeof event !== "object" || event === null || Array.isArray(event)) return undefined;
  const { timestamp, error_message } = event as Partial<TelemetryEvent>;
  if (typeof timestamp !== "string" || Number.isNaN(instantOf(timestamp)) || typeof error_message !== "string")
    return undefined;
  return shaped(event as TelemetryEvent);
}

export const asciiJson = (value: object | string): string => inAscii(JSON.stringify(value));

/** JSON in which what is not ASCII is written as \uXXXX, so that it can neither hide nor act on a terminal. */
export function inAscii(json: string): string {
  // Most lines are ASCII as they are: as many bytes as characters. Asked so, it costs less than a look at each of them.
  if (Buffer.byteLength(json) === json.length && !json.includes(DEL)) return json;
  return json.replace(FROM_DEL_ON, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const DEL = "\x7f";
/** C1 acts on a terminal, and all else is not ASCII. */
const FROM_DEL_ON = /[\x7f-\uffff]/g;

/** Undefined when the line is no JSON. */
export function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // SyntaxError: a torn or a foreign line
  }
}

/** The parts of a line that is no JSON: somebody's torn line may have whole ones glued to it. */
export function gluedIn(line: string): string[] {
  return line.split(/(?=\{"timestamp": ?")/); // which, raw, cannot stand inside a JSON string
}

/** Another program's line may lack what we always write, or hold it in another type. */
function shaped(event: TelemetryEvent): TelemetryEvent {
  for (const [key, substitute] of EXPECTED) {
    if (typeof event[key] !== "string" || event[key] === "") event[key] = substitute;
  }
  for (const [key, isRight] of OPTIONAL) {
    if (event[key] !== undefined && !isRight(event[key])) delete event[key];
  }
  event.context = flat(event.context);
  return event;
}

const EXPECTED = [
  ["repo", "unknown"],
  ["agent", "unknown"],
  ["error_type", "Error"],
  ["telemetry_id", ""],
] as const;

const isString = (value: unknown): boolean => typeof value === "string";

const OPTIONAL = [
  ["stack", (value: unknown) => Array.isArray(value) && value.every(isString)],
  ["cause", (value: unknown) => Array.isArray(value) && value.every(isCause)],
  ["source", isString],
  ["commit", isString],
  ["v", (value: unknown) => typeof value === "number"],
  ["count", (value: unknown) => Number.isSafeInteger(value) && Number(value) > 0],
] as const;

function isCause(part: unknown): boolean {
  const { error_type, error_message } = (part ?? {}) as Record<string, unknown>;
  return isString(error_type) && isString(error_message);
}

function flat(context: unknown): Record<string, ContextValue> {
  if (typeof context !== "object" || context === null || Array.isArray(context)) return {};
  const entries = Object.entries(context);
  const plain = entries.filter(([, value]) => PLAIN.has(typeof value));
  return (plain.length === entries.length ? context : Object.fromEntries(plain)) as Record<string, ContextValue>;
}

const PLAIN = new Set(["string", "number", "boolean"]);
