// Lines of our own writer that differ from one read before in nothing but their time, their id and what tells nothing: they are
// counted as it was, by their bytes, for agents fail in the same few ways thousands of times.
//
// Most of a line is told apart by a hash. What is left out of it is looked at in a line that was read the long way first, and can make
// no other line of another one: digits of an id, of numbers in a context, of values in a message without an escape.

import type { TelemetryEvent } from "../event.ts";
import { Hash, type Key } from "./hash.ts";
import { HashCache } from "./hash-table.ts";
import { begunIdentity } from "./identities.ts";
import { CONTEXT, HANDLE_LENGTH, HEAD_AT, ID, isHandle, MESSAGE, TIMESTAMP_AT, TIMESTAMP_LENGTH } from "./own-line.ts";

/** More events that are alike. */
export interface Again {
  /** What is thought of all of them: it hangs on type, message and stack alone. */
  readonly of: object;
  /** `at` is an instant. False when an event has to be looked at after all. */
  add(at: number): boolean;
}

/** Begin, end and number of the replacement of each value in a message that tells nothing; undefined when no other is like it. */
export type ValuesIn = (bytes: Uint8Array, start: number, end: number) => readonly number[] | undefined;

/** A line among others. */
export interface LineInText {
  /** As text too, which is ASCII. */
  bytes: Buffer;
  text: string;
  start: number;
  end: number;
  /** Where the next backslash is. */
  escapeAt: number;
}

/** What lines have but their message, their time and their id. */
interface Around {
  /** The same for all of one type and stack. */
  kind: number;
  /** Of repository and type. */
  identity: Key;
  /** By what is thought of the message. */
  agains: Map<object, Again>;
}

/** With more it begins anew, or gives up where fewer lines than that were counted by them: most have one of their own. */
const MOST_AROUNDS = 5000;

/** What is thought of all messages that are alike, of one type and stack. */
interface Message {
  of: object;
  /** As it reads, where its bytes do not: it has an escape. */
  text: string | undefined;
}

export class AlikeLines {
  readonly #valuesIn: ValuesIn;
  #arounds = new HashCache<Around>();
  #all: Around[] = [];
  readonly #messages = new HashCache<Message>();
  readonly #kinds = new Map<string, number>();
  #nextKind = 0;
  /** Of the last line. */
  readonly #aroundHash = new Hash();
  readonly #messageHash = new Hash();
  readonly #identity = new Hash();
  #around: Around | undefined;
  /** Lines since it began. */
  #counted = 0;
  #paysOff = true;
  #isOurs = false;
  #hasEscape = false;

  constructor(valuesIn: ValuesIn) {
    this.#valuesIn = valuesIn;
  }

  /** Of the last line that was known. */
  get identity(): Key {
    return this.#identity;
  }

  /** How a line is counted that is like one that was kept. */
  of({ text, bytes, start, end, escapeAt }: LineInText): Again | undefined {
    this.#isOurs = false;
    if (!this.#paysOff) return undefined;
    const headEnd = text.indexOf(MESSAGE, start + HEAD_AT);
    const messageAt = headEnd + MESSAGE.length;
    const messageEnd = text.indexOf(CONTEXT, messageAt);
    const idAt = text.indexOf(ID, messageEnd + CONTEXT.length - 1);
    const handleAt = idAt + ID.length;
    const tailAt = handleAt + HANDLE_LENGTH;
    this.#isOurs = headEnd >= 0 && messageEnd >= 0 && idAt >= 0 && tailAt < end && isHandle(text, handleAt);
    if (!this.#isOurs) return undefined;
    const hash = this.#aroundHash;
    hash.begin();
    hash.bytes(bytes, start + HEAD_AT, headEnd);
    stirContext(hash, bytes, messageEnd, idAt);
    hash.bytes(bytes, tailAt, end);
    this.#hasEscape = escapeAt < messageEnd;
    const values = this.#hasEscape ? undefined : this.#valuesIn(bytes, messageAt, messageEnd);
    this.#messageHash.begin();
    stirOthers(this.#messageHash, bytes, messageAt, messageEnd, values);
    const around = this.#arounds.get(hash);
    this.#around = around;
    if (around === undefined) return undefined;
    this.#messageHash.number(around.kind);
    const message = this.#messages.get(this.#messageHash);
    const again = message && around.agains.get(message.of);
    if (message === undefined || again === undefined) return undefined;
    const identity = this.#identity;
    identity.goOn(around.identity);
    if (message.text === undefined) identity.bytes(bytes, messageAt, messageEnd);
    else identity.text(message.text);
    identity.bytes(bytes, start + TIMESTAMP_AT, start + TIMESTAMP_AT + TIMESTAMP_LENGTH);
    identity.bytes(bytes, handleAt, tailAt);
    identity.end();
    this.#counted++;
    return again;
  }

  /** `event`: the one in the line that was asked about last, in our form. */
  keep(event: TelemetryEvent, again: Again): void {
    if (!this.#isOurs) return;
    const around = this.#around ?? this.#newAround(event);
    this.#messages.set(this.#messageHash, { of: again.of, text: this.#hasEscape ? event.error_message : undefined });
    around.agains.set(again.of, again);
  }

  #newAround({ repo, error_type, stack = [] }: TelemetryEvent): Around {
    const name = JSON.stringify([error_type, ...stack]);
    const kind = this.#kinds.get(name) ?? this.#nextKind++;
    this.#kinds.set(name, kind);
    const around = { kind, identity: begunIdentity(repo, error_type), agains: new Map() };
    if (this.#all.length === MOST_AROUNDS) this.#beginAnew();
    this.#all.push(around);
    this.#arounds.set(this.#aroundHash, around);
    this.#messageHash.number(kind);
    return around;
  }

  #beginAnew(): void {
    this.#paysOff = this.#counted >= MOST_AROUNDS;
    this.#counted = 0;
    this.#arounds = new HashCache();
    this.#all = [];
    this.#kinds.clear();
  }

  /** What was counted is counted into something else from now on. */
  forget(): void {
    for (const { agains } of this.#all) agains.clear();
  }
}

/** A message without its values, and of each what it would be replaced by. */
function stirOthers(
  hash: Hash,
  bytes: Uint8Array,
  start: number,
  end: number,
  values: readonly number[] | undefined,
): void {
  let last = start;
  hash.number(values === undefined ? 0 : values.length);
  for (let index = 0; values !== undefined && index < values.length; index += 3) {
    const [from, to] = [values[index] as number, values[index + 1] as number];
    hash.bytes(bytes, last, from);
    hash.number(((to - from) << 3) + (values[index + 2] as number));
    last = to;
  }
  hash.bytes(bytes, last, end);
}

const [QUOTE, COLON, COMMA, POINT, CLOSED, DIGIT] = [0x22, 0x3a, 0x2c, 0x2e, 0x7d, 0x30];

/** A context without its numbers. */
function stirContext(hash: Hash, bytes: Uint8Array, start: number, end: number): void {
  let last = start;
  for (let at = start; at < end; at++) {
    if (bytes[at] !== COLON || bytes[at - 1] !== QUOTE) continue;
    const to = endOfNumber(bytes, at + 1);
    if (to === at + 1) continue;
    hash.bytes(bytes, last, at + 1);
    last = to;
    at = to;
  }
  hash.bytes(bytes, last, end);
}

/** Behind a number that is a whole value; `at` where none is. */
function endOfNumber(bytes: Uint8Array, at: number): number {
  let end = at;
  while (isDigit(bytes[end] as number)) end++;
  if (end === at || (bytes[at] === DIGIT && end > at + 1)) return at;
  if (bytes[end] === POINT && isDigit(bytes[end + 1] as number)) for (end++; isDigit(bytes[end] as number); ) end++;
  return bytes[end] === COMMA || bytes[end] === CLOSED ? end : at;
}

const isDigit = (code: number): boolean => code >= DIGIT && code <= DIGIT + 9;
