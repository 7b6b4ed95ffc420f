// Lines of our own writer, read by place instead of by parsing: names, contexts and frames repeat from line to line, and what was
// parsed once is looked up. What looks the least bit different goes the long way (line.ts), and both come to the same.

import { instantOf, type TelemetryEvent } from "../event.ts";
import { fromLine, parsed } from "./line.ts";
import { LONGEST_LINE_BYTES } from "./lines.ts";

const BEGINNING = '{"timestamp":"';
const TIMESTAMP_AT = BEGINNING.length;
const TIMESTAMP_LENGTH = 24;
const MESSAGE = ',"error_message":"';
const CONTEXT = '","context":{';
const ID = ',"telemetry_id":"';
const HANDLE = /^[0-9a-f]{8}$/;
const HANDLE_LENGTH = 8;
const [SPACE, QUOTE, BACKSLASH, CLOSED] = [0x20, 0x22, 0x5c, 0x7d];

/** The day (UTC, YYYY-MM-DD) of a line that begins and ends as ours do; undefined for any other. */
export function dayOfOwn(text: string, start: number, end: number): string | undefined {
  const at = start + TIMESTAMP_AT;
  if (!text.startsWith(BEGINNING, start) || text.charCodeAt(end - 1) !== CLOSED) return undefined;
  if (end - start > LONGEST_LINE_BYTES || text.charCodeAt(at + TIMESTAMP_LENGTH) !== QUOTE) return undefined;
  const timestamp = text.slice(at, at + TIMESTAMP_LENGTH);
  return timestamp.endsWith("Z") && !Number.isNaN(instantOf(timestamp)) ? timestamp.slice(0, 10) : undefined;
}

/** Entries of each memory. */
const MEMORY = 5000;

/** What a line has between timestamp and message, and after the id. */
type Head = Pick<TelemetryEvent, "repo" | "agent" | "error_type">;
type Tail = Pick<TelemetryEvent, "stack" | "cause" | "source" | "commit" | "count" | "v">;

interface Around {
  head: Head;
  context: TelemetryEvent["context"];
  tail: Tail;
}

/** Reads lines one by one; what its events hold besides strings is shared between them, and not to be changed. */
export class OwnLines {
  readonly #heads = new Map<string, Head>();
  readonly #contexts = new Map<string, TelemetryEvent["context"]>();
  readonly #tails = new Map<string, Tail>();

  /**
   * The event in a line of ASCII from `start` to `end`; `text` is `bytes` as latin1. Undefined when it is none or not in our form:
   * `fromLine` knows.
   */
  event(bytes: Buffer, text: string, start: number, end: number): TelemetryEvent | undefined {
    const line = text.slice(start, end);
    const headAt = TIMESTAMP_AT + TIMESTAMP_LENGTH + 2;
    const headEnd = line.indexOf(MESSAGE, headAt);
    const messageEnd = line.indexOf(CONTEXT, headEnd + MESSAGE.length);
    const contextAt = messageEnd + CONTEXT.length - 1;
    const idAt = line.indexOf(ID, contextAt);
    const handleAt = idAt + ID.length;
    const tailAt = handleAt + HANDLE_LENGTH + 1;
    if (headEnd < 0 || messageEnd < 0 || idAt < 0 || line.charCodeAt(tailAt - 1) !== QUOTE) return undefined;

    // Copies: a slice would keep all of `text`.
    const timestamp = bytes.toString("latin1", start + TIMESTAMP_AT, start + TIMESTAMP_AT + TIMESTAMP_LENGTH);
    const message = messageOf(bytes.toString("latin1", start + headEnd + MESSAGE.length, start + messageEnd));
    const telemetry_id = line.slice(handleAt, tailAt - 1);
    if (message === undefined || !HANDLE.test(telemetry_id) || Number.isNaN(instantOf(timestamp))) return undefined;

    const around = this.#around(line.slice(headAt, headEnd), line.slice(contextAt, idAt), line.slice(tailAt));
    if (around === undefined) return undefined;
    const { head, context, tail } = around;
    const { repo, agent, error_type } = head;
    return { timestamp, repo, agent, error_type, error_message: message, context, telemetry_id, ...tail };
  }

  #around(headText: string, contextText: string, tailText: string): Around | undefined {
    const head = this.#heads.get(headText);
    const context = this.#contexts.get(contextText);
    const tail = this.#tails.get(tailText);
    if (head !== undefined && context !== undefined && tail !== undefined) return { head, context, tail };
    const around = aroundOf(headText, contextText, tailText);
    if (around === undefined) return undefined;
    remember(this.#heads, headText, around.head);
    remember(this.#contexts, contextText, around.context);
    remember(this.#tails, tailText, around.tail);
    return around;
  }
}

/** Undefined when it would end the string, or be no string of JSON. */
function messageOf(raw: string): string | undefined {
  let isEscaped = false;
  for (let index = 0; index < raw.length; index++) {
    const unit = raw.charCodeAt(index);
    if (unit < SPACE || unit === QUOTE) return undefined;
    if (unit === BACKSLASH) {
      isEscaped = true;
      index++;
    }
  }
  if (!isEscaped) return raw;
  const message = parsed(`"${raw}"`);
  return typeof message === "string" ? message : undefined;
}

const HEAD_KEYS = "repo agent error_type";
const TAIL_KEYS = new Set(["stack", "cause", "source", "commit", "count", "v"]);

/** Undefined when a part is not by itself what stands in its place. */
function aroundOf(head: string, context: string, tail: string): Around | undefined {
  if (tail !== "}" && !tail.startsWith(",")) return undefined;
  const keys = [parsed(`{${head}}`), parsed(context), parsed(`{${tail.slice(1) || "}"}`)].map(keysOf);
  const [headKeys, contextKeys, tailKeys] = keys;
  if (headKeys?.join(" ") !== HEAD_KEYS || contextKeys === undefined) return undefined;
  if (tailKeys === undefined || !tailKeys.every((key) => TAIL_KEYS.has(key))) return undefined;
  // One reader decides what a value of the wrong type becomes.
  const event = fromLine(
    `${BEGINNING}2026-01-01T00:00:00.000Z",${head}${MESSAGE}${CONTEXT}${context.slice(1)}${ID}00000000"${tail}`,
  );
  if (event === undefined) return undefined;
  const { timestamp, repo, agent, error_type, error_message, context: flat, telemetry_id, ...rest } = event;
  return { head: { repo, agent, error_type }, context: flat, tail: rest };
}

function keysOf(value: unknown): string[] | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : undefined;
}

function remember<T>(memory: Map<string, T>, text: string, value: T): void {
  if (memory.size >= MEMORY) memory.clear();
  memory.set(Buffer.from(text, "latin1").toString("latin1"), value);
}
