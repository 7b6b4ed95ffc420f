// What was seen becomes a draft of an event: every key there, every value of its type. Still private, still unclean.

import { types } from "node:util";
import { type Cause, type EventDraft, instantOf } from "../event.ts";
import { describe } from "./describe.ts";
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
  const commit = text(seen.commit, defaults.commit ?? "");
  return {
    timestamp: (Number.isNaN(at) ? new Date() : new Date(at)).toISOString(),
    repo: text(seen.repo, "") || defaults.repo,
    agent: text(seen.agent, "") || "unknown",
    error_type: text(seen.error_type, "") || "Error",
    error_message: text(seen.error_message, ""),
    context: plain(seen.context),
    telemetry_id: /^[0-9a-f]{8}$/.test(id) ? id : newTelemetryId(),
    ...(Array.isArray(seen.stack) && { stack: seen.stack.filter((frame) => typeof frame === "string") }),
    ...(Array.isArray(seen.cause) && { cause: seen.cause.map(causeOf) }),
    source: text(seen.source, defaults.source),
    ...(commit !== "" && { commit }),
    ...(Number.isSafeInteger(seen.count) && Number(seen.count) > 1 && { count: Number(seen.count) }),
  };
}

function text(value: unknown, fallback: string): string {
  if (typeof value === "string") return value;
  return value === undefined || value === null ? fallback : describe(value).error_message;
}

/** Own data properties only: a getter and a Proxy are other people's code. */
export function plain(context: unknown): Record<string, unknown> {
  if (typeof context !== "object" || context === null || types.isProxy(context)) return {};
  if (Array.isArray(context) || ArrayBuffer.isView(context)) return {}; // no names, and maybe millions of entries
  const properties = Object.entries(Object.getOwnPropertyDescriptors(context));
  return Object.fromEntries(
    properties.filter(([, { enumerable }]) => enumerable).map(([key, { value }]) => [key, value]),
  );
}

function causeOf(cause: unknown): Cause {
  const { error_type, error_message } = plain(cause);
  return { error_type: text(error_type, "Error"), error_message: text(error_message, "") };
}
