// What was seen becomes a draft of an event: every key there, every value of its type. Still private, still unclean.

import { types } from "node:util";
import { type Cause, type EventDraft, instantOf } from "../event.ts";
import { isoOf, now } from "./clock.ts";
import { saidBy } from "./describe.ts";
import { newTelemetryId } from "./telemetry-id.ts";

/** An event in the specification's form, from anybody: only the message is expected, and nothing is believed. */
export type Seen = { readonly [key in keyof EventDraft]?: unknown };

/** What is not in `seen` comes from `defaults`; a time stamp of its own stays the moment of the event. */
export function draftOf(
  seen: Seen,
  defaults: { repo: string; source: string; commit?: string | undefined },
): EventDraft {
  const at = typeof seen.timestamp === "string" ? instantOf(seen.timestamp) : Number.NaN;
  const id = text(seen.telemetry_id, "");
  const draft: EventDraft = {
    timestamp: isoOf(Number.isNaN(at) ? now() : at),
    repo: text(seen.repo, "") || defaults.repo,
    agent: text(seen.agent, "") || "unknown",
    error_type: text(seen.error_type, "") || "Error",
    error_message: text(seen.error_message, ""),
    context: plain(seen.context),
    telemetry_id: HANDLE.test(id) ? id : newTelemetryId(),
  };
  if (Array.isArray(seen.stack)) draft.stack = seen.stack.filter((frame) => typeof frame === "string");
  if (Array.isArray(seen.cause)) draft.cause = seen.cause.map(causeOf);
  draft.source = text(seen.source, defaults.source);
  const commit = text(seen.commit, defaults.commit ?? "");
  if (commit !== "") draft.commit = commit;
  if (Number.isSafeInteger(seen.count) && Number(seen.count) > 1) draft.count = Number(seen.count);
  return draft;
}

const HANDLE = /^[0-9a-f]{8}$/;

export function text(value: unknown, fallback: string): string {
  if (typeof value === "string") return value;
  return value === undefined || value === null ? fallback : saidBy(value).error_message;
}

/** Own data properties only: a getter and a Proxy are other people's code. */
export function plain(context: unknown): Record<string, unknown> {
  const own: Record<string, unknown> = {};
  if (!mayHaveNames(context)) return own;
  for (const key of Object.keys(context)) if (key !== "__proto__") own[key] = ownValue(context, key);
  return own;
}

/** The value of one own data property. */
export function ownValue(context: unknown, key: string): unknown {
  return mayHaveNames(context) ? Object.getOwnPropertyDescriptor(context, key)?.value : undefined;
}

/** An array has none, and maybe millions of entries. */
function mayHaveNames(context: unknown): context is object {
  if (typeof context !== "object" || context === null || types.isProxy(context)) return false;
  return !Array.isArray(context) && !ArrayBuffer.isView(context);
}

function causeOf(cause: unknown): Cause {
  const { error_type, error_message } = plain(cause);
  return { error_type: text(error_type, "Error"), error_message: text(error_message, "") };
}
