// The one record that every part speaks: one recorded failure, one JSONL line.
//
// The first seven keys are the specification's, in its order; the others are there only where known.
// Format and limits: docs/event-format.md.

export type ContextValue = string | number | boolean;

/** One error in a chain of causes, or one part of an AggregateError. */
export interface Cause {
  error_type: string;
  error_message: string;
}

export interface TelemetryEvent {
  /** ISO 8601. We write UTC with milliseconds and `Z`; without a zone it is local time, as the specification's own writer has it. */
  timestamp: string;
  repo: string;
  agent: string;
  error_type: string;
  error_message: string;
  context: Record<string, ContextValue>;
  /** 8 hex digits, a handle for people. The identity of an event is (telemetry_id, timestamp, repo). */
  telemetry_id: string;
  /** Frames, innermost first, paths relative to the repository. */
  stack?: string[];
  cause?: Cause[];
  /** Who recorded it: `agent`, `process`, `import`, `claude-code`, ... */
  source?: string;
  /** HEAD of the repository when the process first recorded. */
  commit?: string;
  /** How many equal events this line stands for. @default 1 */
  count?: number;
  /** Version of the line format. */
  v?: number;
}

/** An event before cleaning: the same record with a context nobody has looked at. */
export type EventDraft = Omit<TelemetryEvent, "context"> & { context: Record<string, unknown> };

declare const sanitized: unique symbol;

/** What the store takes. Only `sanitizeEvent()` makes one. */
export type SanitizedEvent = TelemetryEvent & { readonly [sanitized]: true };

/** One finished task of an agent: a line of all_runs.jsonl, there only when the user has asked for it. */
export interface Run {
  /** As in an event. */
  timestamp: string;
  repo: string;
  agent: string;
  /** Whether it ended well. */
  ok: boolean;
  duration_ms?: number;
  /** What the agent was doing. */
  operation?: string;
}

/** What the store takes of a run. Only `sanitizeRun()` makes one. */
export type SanitizedRun = Run & { readonly [sanitized]: true };

/** One use of a feature: a line of all_runs.jsonl too, there only when the user has asked for it. */
export interface Usage {
  /** As in an event. */
  timestamp: string;
  repo: string;
  /** Name of the feature. */
  usage: string;
}

/** What the store takes of a use. Only `sanitizeUsage()` makes one. */
export type SanitizedUsage = Usage & { readonly [sanitized]: true };

/** The user's word on a group: a line of state.jsonl. Which fields belong to which word: docs/event-format.md. */
export interface Word {
  /** As an event's timestamp. */
  at: string;
  /** Id. */
  group: string;
  word: "resolve" | "mute" | "reopen" | "note" | "merge" | "unmerge" | "split" | "unsplit";
  note?: string;
  /** The note was proposed by an AI and kept by the user: nobody's own knowledge, and it may repeat what an error said. */
  advised?: boolean;
  /** resolve: the commit that fixes it. */
  commit?: string;
  /** resolve: the repository of that commit. */
  repo?: string;
  /** resolve: the family of the group, so that its note helps where the same happens elsewhere. */
  family?: string;
  /** resolve: how often the group was seen before, since when, by whom and in how many of their runs: what silence is held against. */
  seen?: number;
  seen_since?: string;
  seen_by?: string[];
  seen_runs?: number;
  /** mute: speak again at this moment, or when so many more were seen. */
  until_time?: string;
  until_count?: number;
  /** merge: the group that it is a part of from now on. */
  into?: string;
  /** split: what tells its parts apart. */
  by?: "repo" | "agent";
}

/** What the store takes of a word. Only `sanitizeWord()` makes one. */
export type SanitizedWord = Word & { readonly [sanitized]: true };

const TIMESTAMP =
  /^(\d{4})-(\d\d)-(\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * Milliseconds since the epoch of an ISO 8601 timestamp; without a zone it is read as local time.
 * NaN when it is not one: `Date.parse` alone takes "2024-02-30" for 1 March.
 */
export function instantOf(timestamp: string): number {
  const own = timestamp.length === 24 ? ownInstantOf(timestamp) : Number.NaN;
  return Number.isNaN(own) ? anyInstantOf(timestamp) : own;
}

/** Of the form that we write: a report reads millions of them, and most are of the day of the one before. NaN for other forms. */
function ownInstantOf(timestamp: string): number {
  if (!timestamp.startsWith(known.day)) {
    const day = timestamp.slice(0, 10);
    known = { day, midnight: anyInstantOf(`${day}T00:00:00Z`) };
  }
  const hour = digits(timestamp, 11, 2);
  const minute = digits(timestamp, 14, 2);
  const second = digits(timestamp, 17, 2);
  const isForm = timestamp[10] === "T" && timestamp[13] === ":" && timestamp[16] === ":" && timestamp[23] === "Z";
  if (!isForm || timestamp[19] !== "." || hour > 23 || minute > 59 || second > 59) return Number.NaN;
  return known.midnight + ((hour * 60 + minute) * 60 + second) * 1000 + digits(timestamp, 20, 3);
}

let known = { day: "no day", midnight: Number.NaN };

/** NaN when there is anything else among them. */
function digits(text: string, at: number, length: number): number {
  let value = 0;
  for (let index = at; index < at + length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function anyInstantOf(timestamp: string): number {
  const parts = TIMESTAMP.exec(timestamp);
  if (parts === null) return Number.NaN;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as Six;
  const milliseconds = Math.trunc(Number(`0.${parts[7] ?? 0}`) * 1000);
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate() || month < 1 || month > 12) return Number.NaN;
  const zone = parts[8];
  if (zone === undefined) return new Date(year, month - 1, day, hour, minute, second, milliseconds).getTime();
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offsetOf(zone);
}

type Six = [number, number, number, number, number, number];

function offsetOf(zone: string): number {
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}
