// Storms: an agent in a retry loop may throw 100,000 equal errors a second. Of equal ones (same repository, agent and type, a
// message that differs in its digits at most) a burst is recorded one by one; the others are folded into copies of the last of
// them that carry a `count`. Totals stay exact, memory is bounded, nothing different is ever folded.
//
// A copy is written when as many errors wait as were folded before (1, 1, 2, 4, 8, ...), when the oldest waits for a second, when
// its kind has to make room for another, and when the process ends. A kill takes at most half of a second's errors with it.

import type { SanitizedEvent } from "../event.ts";
import { isoOf } from "./clock.ts";
import { areOfSame, hashOf, type Identity, masked } from "./equal-errors.ts";
import { newTelemetryId } from "./telemetry-id.ts";

/** False when the line is not on disk; after the last try (`isLast`) it is lost. */
export type AppendCopy = (event: SanitizedEvent, isLast: boolean) => boolean;

/** Errors that are equal, by the first of them. */
interface Kind extends Identity {
  masked: string;
  /** How many may still be recorded one by one. */
  tokens: number;
  refilledAt: number;
  /** The last one of the burst that is on disk, and what appends its copies. */
  last: SanitizedEvent | undefined;
  append: AppendCopy;
  /** The line to come: its id, how many it stands for, since and until when. */
  id: string;
  waiting: number;
  since: number;
  until: number;
  /** How many have to wait for it to be written. */
  due: number;
  folded: number;
  /** Seen again, since it was last about to make room. */
  isUsed: boolean;
}

/** Fifty equal errors right before a SIGKILL are no storm yet: each has its line. */
const BURST = 64;
/** Milliseconds in which one more may be recorded one by one. */
const REFILL_MS = 1000;
const WAIT_MS = 1000;
/** Kinds remembered, and characters of their messages: with their last events less than 8 MiB. */
const MOST_KINDS = 256;
const MOST_CHARACTERS = 1 << 20;
/** Hashes of errors that were seen once: what never comes again needs no more. A power of two. */
const SEEN_ONCE = 1024;
/** Kinds that are looked at before all, so many storms at once are as cheap as one. */
const RECENT_KINDS = 8;

export class Storms {
  /** By hash, the oldest first. */
  readonly #kinds = new Map<number, Kind>();
  readonly #recent: Kind[] = [];
  readonly #seenOnce = new Int32Array(SEEN_ONCE);
  readonly #waiting = new Set<Kind>();
  readonly #now: () => number;
  readonly #onWaiting: () => void;
  #misses = 0;
  #characters = 0;
  #isEnding = false;
  #latest: Kind | undefined;

  /** `onWaiting` is called when an error begins to wait: somebody has to call `flush` in a while. */
  constructor(now: () => number, onWaiting: () => void) {
    this.#now = now;
    this.#onWaiting = onWaiting;
  }

  /** The id of the line that stands for this error too; undefined when it is to be recorded itself, and `recorded` told of it. */
  fold(identity: Identity): string | undefined {
    const now = this.#now();
    const kind = this.#kindOf(identity, now);
    this.#latest = kind;
    if (kind === undefined) return undefined;
    if (now - kind.refilledAt >= REFILL_MS || now < kind.refilledAt) refill(kind, now);
    if (kind.last === undefined || (kind.waiting === 0 && kind.tokens >= 1)) {
      kind.tokens = Math.max(0, kind.tokens - 1);
      return undefined;
    }
    if (kind.waiting === 0) {
      kind.id = newTelemetryId();
      kind.since = now;
      this.#waiting.add(kind);
      this.#onWaiting();
    }
    kind.waiting++;
    kind.until = now;
    const { id } = kind;
    if (this.#isEnding || kind.waiting >= kind.due || now - kind.since >= WAIT_MS) {
      this.#write(kind, now, this.#isEnding);
    }
    return id;
  }

  /** The error that `fold` just left to its caller is on disk. */
  recorded(event: SanitizedEvent, append: AppendCopy): void {
    const kind = this.#latest;
    if (kind === undefined || kind.tokens >= 1) return;
    kind.last = JSON.parse(JSON.stringify(event)); // its strings may be parts of the host's, and keep those in memory
    kind.append = append;
  }

  /** Writes what waits. From the end of the process on (`isEnding`) nothing waits any more. */
  flush(isEnding = false): void {
    this.#isEnding ||= isEnding;
    for (const kind of this.#waiting) this.#write(kind, this.#now(), this.#isEnding);
  }

  /** Undefined for the first of its kind. */
  #kindOf(identity: Identity, now: number): Kind | undefined {
    const { error_message } = identity;
    let words: string | undefined; // only where needed: it costs more than all the rest
    const isOf = (kind: Kind) => {
      if (!areOfSame(kind, identity)) return false;
      if (kind.error_message === error_message) return true; // most storms bring the same again
      words ??= masked(error_message);
      return kind.masked === words;
    };
    for (const kind of this.#recent) {
      if (!isOf(kind)) continue;
      kind.isUsed = true;
      return kind;
    }
    const hash = hashOf(identity);
    const known = this.#kinds.get(hash);
    const isKnown = known !== undefined && isOf(known);
    if (!isKnown && this.#isFirst(hash)) return undefined;
    const kind = isKnown ? known : this.#add(hash, newKind(identity, now));
    kind.isUsed = isKnown;
    if (this.#recent.length < RECENT_KINDS) this.#recent.push(kind);
    else this.#recent[this.#misses++ % RECENT_KINDS] = kind;
    return kind;
  }

  #isFirst(hash: number): boolean {
    const place = hash & (SEEN_ONCE - 1);
    if (this.#seenOnce[place] === hash) return false;
    this.#seenOnce[place] = hash;
    return true;
  }

  #add(hash: number, kind: Kind): Kind {
    const other = this.#kinds.get(hash); // by chance
    if (other !== undefined) this.#forget(hash, other);
    this.#kinds.set(hash, kind);
    this.#characters += kind.masked.length;
    for (const [oldest, old] of this.#kinds) {
      if (this.#kinds.size <= MOST_KINDS && this.#characters <= MOST_CHARACTERS) break;
      if (old.isUsed) {
        old.isUsed = false; // it has another round
        this.#kinds.delete(oldest);
        this.#kinds.set(oldest, old);
      } else this.#forget(oldest, old);
    }
    return kind;
  }

  #forget(hash: number, kind: Kind): void {
    this.#kinds.delete(hash);
    this.#characters -= kind.masked.length;
    if (kind.waiting > 0) this.#write(kind, this.#now(), true);
    this.#waiting.delete(kind);
    const place = this.#recent.indexOf(kind);
    if (place !== -1) this.#recent.splice(place, 1);
  }

  #write(kind: Kind, now: number, isLast: boolean): void {
    if (kind.last === undefined) return;
    const { waiting: count, id, until } = kind;
    const line = { ...kind.last, timestamp: isoOf(until), telemetry_id: id };
    kind.since = now;
    if (kind.append(count > 1 ? { ...line, count } : line, isLast)) {
      kind.folded += count;
      kind.waiting = 0;
      kind.due = kind.folded;
      this.#waiting.delete(kind);
    } else kind.due = count * 2;
  }
}

function newKind({ directory, repo, agent, error_type, error_message }: Identity, now: number): Kind {
  return {
    directory,
    repo: copied(repo),
    agent: copied(agent),
    error_type: copied(error_type),
    error_message: copied(error_message),
    masked: copied(masked(error_message)),
    tokens: BURST,
    refilledAt: now,
    last: undefined,
    append: () => false,
    id: "",
    waiting: 0,
    since: now,
    until: now,
    due: 1,
    folded: 0,
    isUsed: false,
  };
}

/** A part of a string keeps the whole of it in memory, be it 100 MB: this has no such origin. */
const copied = (text: string): string => ` ${text}`.slice(1);

function refill(kind: Kind, now: number): void {
  const steps = Math.max(0, Math.floor((now - kind.refilledAt) / REFILL_MS)); // 0: the clock was turned back
  kind.refilledAt = now;
  kind.tokens = Math.min(BURST, kind.tokens + steps);
  if (kind.tokens < BURST || kind.waiting > 0) return;
  kind.folded = 0; // the storm is over
  kind.due = 1;
}
