// An event as a line of a file, and back. A line is ASCII, so that `cat` on it is safe and every byte is a character.

import { type ContextValue, instantOf, type SanitizedEvent, type TelemetryEvent } from "../event.ts";

/** Bytes of a line that we write. One write of this size is not torn by a kill on the file systems tried; docs/event-format.md. */
const LINE_BYTES = 16 * 1024;

/** The line with its newline. What is too long loses its stack, then its causes, then the end of its message. */
export function toLine(event: SanitizedEvent): string {
  const { stack: _stack, ...stackless } = event;
  const { cause: _cause, ...bare } = stackless;
  for (const record of [event, stackless, bare]) {
    const line = ascii(record);
    if (line.length <= LINE_BYTES) return line;
  }
  // Six bytes a character is the most that escaping makes of one; every other string of an event is short.
  return ascii({ ...bare, error_message: `${bare.error_message.slice(0, LINE_BYTES / 8)} [...]` });
}

/** The event in a line, with unknown keys as they came; undefined when the line holds none. */
export function fromLine(line: string): TelemetryEvent | undefined {
  const event = parsed(line);
  if (typeof event !== "object" || event === null || Array.isArray(event)) return undefined;
  const { timestamp, error_message } = event as Partial<TelemetryEvent>;
  if (typeof timestamp !== "string" || Number.isNaN(instantOf(timestamp)) || typeof error_message !== "string") return undefined;
  return shaped(event as TelemetryEvent);
}

function ascii(record: object): string {
  const json = JSON.stringify(record);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: DEL and C1 act on a terminal, and all else is not ASCII
  return `${json.replace(/[\x7f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // SyntaxError: a torn or a foreign line
  }
}

/** Another program's line may lack what we always write, or hold it in another type. */
function shaped(event: TelemetryEvent): TelemetryEvent {
  if (typeof event.repo !== "string" || event.repo === "") event.repo = "unknown";
  if (typeof event.agent !== "string" || event.agent === "") event.agent = "unknown";
  if (typeof event.error_type !== "string" || event.error_type === "") event.error_type = "Error";
  if (typeof event.telemetry_id !== "string") event.telemetry_id = "";
  event.context = flat(event.context);
  if (event.stack !== undefined && !isArrayOf(event.stack, (frame) => typeof frame === "string")) delete event.stack;
  if (event.cause !== undefined && !isArrayOf(event.cause, isCause)) delete event.cause;
  if (event.count !== undefined && !(Number.isSafeInteger(event.count) && event.count > 0)) delete event.count;
  if (event.commit !== undefined && typeof event.commit !== "string") delete event.commit;
  return event;
}

function flat(context: unknown): Record<string, ContextValue> {
  if (typeof context !== "object" || context === null || Array.isArray(context)) return {};
  const entries = Object.entries(context);
  const plain = entries.filter(([, value]) => PLAIN.has(typeof value));
  return (plain.length === entries.length ? context : Object.fromEntries(plain)) as Record<string, ContextValue>;
}

const PLAIN = new Set(["string", "number", "boolean"]);

const isArrayOf = (value: unknown, is: (part: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);

function isCause(part: unknown): boolean {
  const { error_type, error_message } = (part ?? {}) as Record<string, unknown>;
  return typeof error_type === "string" && typeof error_message === "string";
}
