// Lines of our own writer, read by place instead of by parsing: names, contexts and frames repeat from line to line, and what was
// parsed once is looked up. What looks the least bit different goes the long way (line.ts), and both come to the same.

import { instantOf, type TelemetryEvent } from "../event.ts";
import { Lately } from "./lately.ts";
import { fromLine, parsed } from "./line.ts";
import { LONGEST_LINE_BYTES } from "./lines.ts";
import { SLOT_MINUTES, type Slot, slotsOf } from "./slot.ts";

const BEGINNING = '{"timestamp":"';
export const TIMESTAMP_AT: number = BEGINNING.length;
export const TIMESTAMP_LENGTH: number = 24;
export const HEAD_AT: number = TIMESTAMP_AT + TIMESTAMP_LENGTH + 2;
export const MESSAGE: string = ',"error_message":"';
export const CONTEXT: string = '","context":{';
export const ID: string = ',"telemetry_id":"';
export const HANDLE_LENGTH: number = 8;
const [SPACE, QUOTE, BACKSLASH, CLOSED] = [0x20, 0x22, 0x5c, 0x7d];

/** The slot of a line that begins and ends as ours do; "" for any other. */
export function slotOfOwn(text: string, start: number, end: number): Slot | "" {
  if (text.charCodeAt(end - 1) !== CLOSED || end - start > LONGEST_LINE_BYTES) return "";
  if (!text.startsWith(known.beginning, start)) {
    const date = text.slice(start + TIMESTAMP_AT, start + TIMESTAMP_AT + DATE_LENGTH);
    const beginning = `${BEGINNING}${date}T`;
    if (!text.startsWith(beginning, start)) return "";
    const midnight = instantOf(`${date}T00:00:00.000Z`);
    if (Number.isNaN(midnight)) return "";
    const slots = slotsOf(Buffer.from(date, "latin1").toString("latin1"));
    known = { beginning, midnight, slots };
  }
  const minute = minuteOf(text, start + known.beginning.length);
  return known.slots[Math.floor(minute / SLOT_MINUTES)] ?? "";
}

const DATE_LENGTH = 10;
/** The last answer: most lines are of the day of the one before. */
let known: { beginning: string; midnight: number; slots: readonly Slot[] } = {
  beginning: "\n",
  midnight: 0,
  slots: [],
};

/** Of a line whose slot was asked for last. */
export function instantOfOwn(text: string, start: number): number {
  const at = start + known.beginning.length;
  const second = text.charCodeAt(at + 6) * 10 + text.charCodeAt(at + 7) - DIGIT * 11;
  const ms = text.charCodeAt(at + 9) * 100 + text.charCodeAt(at + 10) * 10 + text.charCodeAt(at + 11) - DIGIT * 111;
  return known.midnight + (minuteOf(text, at) * 60 + second) * 1000 + ms;
}

/** Of the day, in "10:30:00.123Z" and a quote; -1 of anything else. */
function minuteOf(text: string, at: number): number {
  for (let index = 0; index < TIME.length; index++) {
    const form = TIME.charCodeAt(index);
    const unit = text.charCodeAt(at + index);
    if (form === DIGIT ? !(unit >= DIGIT && unit <= DIGIT + 9) : unit !== form) return -1;
  }
  const hour = text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - DIGIT * 11;
  const minute = text.charCodeAt(at + 3) * 10 + text.charCodeAt(at + 4) - DIGIT * 11;
  return hour < 24 && minute < 60 && text.charCodeAt(at + 6) < DIGIT + 6 ? hour * 60 + minute : -1;
}

const TIME = '00:00:00.000Z"';
const [DIGIT, LETTER_A] = [0x30, 0x61];

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
  readonly #heads = new Lately<Head>();
  readonly #contexts = new Lately<TelemetryEvent["context"]>();
  readonly #tails = new Lately<Tail>();

  /** The event in a line of ASCII that `slotOfOwn` knows. Undefined when it is none or not in our form: `fromLine` knows. */
  event(line: string): TelemetryEvent | undefined {
    const headEnd = line.indexOf(MESSAGE, HEAD_AT);
    const messageAt = headEnd + MESSAGE.length;
    const messageEnd = line.indexOf(CONTEXT, messageAt);
    const contextAt = messageEnd + CONTEXT.length - 1;
    const idAt = line.indexOf(ID, contextAt);
    const handleAt = idAt + ID.length;
    const tailAt = handleAt + HANDLE_LENGTH + 1;
    if (headEnd < 0 || messageEnd < 0 || idAt < 0 || line.charCodeAt(tailAt - 1) !== QUOTE) return undefined;

    const message = messageOf(line, messageAt, messageEnd);
    if (message === undefined || !isHandle(line, handleAt)) return undefined;
    const around = this.#around(line.slice(HEAD_AT, headEnd), line.slice(contextAt, idAt), line.slice(tailAt));
    if (around === undefined) return undefined;
    const { head, context, tail } = around;
    const { repo, agent, error_type } = head;
    const telemetry_id = line.slice(handleAt, tailAt - 1);
    const timestamp = line.slice(TIMESTAMP_AT, TIMESTAMP_AT + TIMESTAMP_LENGTH);
    return { timestamp, repo, agent, error_type, error_message: message, context, telemetry_id, ...tail };
  }

  #around(headText: string, contextText: string, tailText: string): Around | undefined {
    const head = this.#heads.get(headText);
    const context = this.#contexts.get(contextText);
    const tail = this.#tails.get(tailText);
    if (head !== undefined && context !== undefined && tail !== undefined) return { head, context, tail };
    const around = aroundOf(headText, contextText, tailText);
    if (around === undefined) return undefined;
    this.#heads.keep(headText, around.head);
    this.#contexts.keep(contextText, around.context);
    this.#tails.keep(tailText, around.tail);
    return around;
  }
}

export function isHandle(text: string, at: number): boolean {
  for (let index = at; index < at + HANDLE_LENGTH; index++) {
    const unit = text.charCodeAt(index);
    if (!(unit >= DIGIT && unit <= DIGIT + 9) && !(unit >= LETTER_A && unit < LETTER_A + 6)) return false;
  }
  return true;
}

/** Undefined when it would end the string, or be no string of JSON. */
function messageOf(line: string, start: number, end: number): string | undefined {
  let isEscaped = false;
  for (let index = start; index < end; index++) {
    const unit = line.charCodeAt(index);
    if (unit < SPACE || unit === QUOTE) return undefined;
    if (unit === BACKSLASH) {
      isEscaped = true;
      index++;
    }
  }
  const raw = line.slice(start, end);
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
