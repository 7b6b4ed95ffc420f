// Every string of an event passes here, and nothing is stored that did not: only this file makes a SanitizedEvent.

import type { EventDraft, SanitizedEvent } from "../event.ts";
import { sanitizeContext } from "./context.ts";
import type { Redactions } from "./redact.ts";
import { sanitizeText } from "./text.ts";

/** Characters of a name: of a repository, an agent, an error type. */
const NAME_CHARACTERS = 200;
/** Characters of one stack frame. */
const FRAME_CHARACTERS = 300;
const FRAMES = 20;
const CAUSES = 5;
const COMMIT = /^[0-9a-f]{40,64}$/;
/** Version of the line format; docs/event-format.md. */
const FORMAT_VERSION = 1;

export function sanitizeEvent(draft: EventDraft, redactions: Redactions = new Map()): SanitizedEvent {
  const clean = (text: string) => sanitizeText(text, redactions, NAME_CHARACTERS);
  const name = (text: string) => clean(oneLine(clean(text))); // lines that are joined may be a new finding
  const event = {
    timestamp: name(draft.timestamp),
    repo: name(draft.repo),
    agent: name(draft.agent),
    error_type: name(draft.error_type),
    error_message: sanitizeText(draft.error_message, redactions),
    context: sanitizeContext(draft.context, redactions),
    telemetry_id: name(draft.telemetry_id),
    ...(draft.stack?.length && {
      stack: draft.stack.slice(0, FRAMES).map((frame) => sanitizeText(frame, redactions, FRAME_CHARACTERS)),
    }),
    ...(draft.cause?.length && {
      cause: draft.cause.slice(0, CAUSES).map((cause) => ({
        error_type: name(cause.error_type),
        error_message: sanitizeText(cause.error_message, redactions),
      })),
    }),
    ...(draft.source !== undefined && { source: name(draft.source) }),
    ...(draft.commit !== undefined && COMMIT.test(draft.commit) && { commit: draft.commit }),
    ...(draft.count !== undefined && { count: draft.count }),
    v: FORMAT_VERSION,
  };
  return event as SanitizedEvent;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
