// The context of an event is flat and allow-listed: what is not known to be harmless is not kept.

import type { ContextValue } from "../event.ts";
import type { Redactions } from "./redact.ts";
import { sanitizeText } from "./text.ts";

/** Described one by one in docs/event-format.md; a test holds the two lists equal. */
export const CONTEXT_KEYS: ReadonlySet<string> = new Set([
  "attempt",
  "branch_count",
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
const VALUE_CHARACTERS = 100;

export function sanitizeContext(
  context: Record<string, unknown>,
  redactions: Redactions,
): Record<string, ContextValue> {
  const clean: Record<string, ContextValue> = {};
  let dropped = 0;
  for (const [key, value] of Object.entries(context)) {
    const kept = CONTEXT_KEYS.has(key) ? sanitizeValue(value, redactions) : undefined;
    if (kept === undefined) dropped++;
    else clean[key] = kept;
  }
  if (dropped > 0) redactions.set("context-key", dropped);
  return clean;
}

function sanitizeValue(value: unknown, redactions: Redactions): ContextValue | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value === "string") return sanitizeText(value, redactions, VALUE_CHARACTERS);
  return undefined;
}
