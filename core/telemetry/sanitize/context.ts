// The context of an event is flat and allow-listed: what is not known to be harmless is not kept.

import type { ContextValue } from "../event.ts";
import type { Redactions } from "./redact.ts";

/** Described one by one in docs/event-format.md; a test holds the two lists equal. */
export const CONTEXT_KEYS: ReadonlySet<string> = new Set([
  "agent_version",
  "attempt",
  "branch_count",
  "class",
  "code",
  "duration_ms",
  "errno",
  "exit_code",
  "file_type",
  "issue",
  "issue_description",
  "issue_title",
  "line",
  "max_retries",
  "method",
  "model",
  "operation",
  "phase",
  "platform",
  "provider",
  "retry_after_ms",
  "retry_count",
  "runtime",
  "signal",
  "status_code",
  "step",
  "syscall",
  "timeout_ms",
  "tokens",
  "tool",
]);

/** Characters. Specification, Data Sanitization Rules, 6. */
export const VALUE_CHARACTERS = 100;

export function sanitizeContext(
  context: Record<string, unknown>,
  clean: (text: string, limit: number) => string,
  redactions: Redactions,
): Record<string, ContextValue> {
  const kept: Record<string, ContextValue> = {};
  let dropped = 0;
  for (const [key, value] of Object.entries(context)) {
    const known = CONTEXT_KEYS.has(key);
    if (known && typeof value === "string") kept[key] = clean(value, VALUE_CHARACTERS);
    else if (known && (typeof value === "boolean" || Number.isFinite(value))) kept[key] = value as ContextValue;
    else dropped++;
  }
  if (dropped > 0) redactions.set("context-key", dropped);
  return kept;
}
