// Every string of an event passes here, and nothing is stored that did not: only this file makes a SanitizedEvent.

import type { Cause, EventDraft, SanitizedEvent } from "../event.ts";
import { sanitizeContext, VALUE_CHARACTERS } from "./context.ts";
import { NO_POLICY, type Policy } from "./policy.ts";
import type { Redactions } from "./redact.ts";
import { MESSAGE_CHARACTERS, sanitizeText } from "./text.ts";

/** Characters of a name: of a repository, an agent, an error type. */
const NAME_CHARACTERS = 200;
/** Characters of one stack frame. */
const FRAME_CHARACTERS = 300;
const FRAMES = 20;
const CAUSES = 5;
// What has these shapes says nothing private, whatever its digits look like.
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const HANDLE = /^[0-9a-f]{8}$/;
const COMMIT = /^[0-9a-f]{40,64}$/;
/** Version of the line format; docs/event-format.md. */
const FORMAT_VERSION = 1;

export function sanitizeEvent(
  draft: EventDraft,
  redactions: Redactions = new Map(),
  policy: Policy = NO_POLICY,
): SanitizedEvent {
  const isClean = cleanTexts(policy);
  const clean = (text: string, limit: number = MESSAGE_CHARACTERS) => {
    if (text.length <= SHORT && isClean.has(text)) return text;
    const answer = sanitizeText(text, redactions, limit, policy);
    if (answer === text && text.length <= SHORT) remember(isClean, text);
    return answer;
  };
  const name = (text: string) => oneLine(text, (part) => clean(part, NAME_CHARACTERS));
  const event = {
    timestamp: TIMESTAMP.test(draft.timestamp) ? draft.timestamp : name(draft.timestamp),
    repo: name(draft.repo),
    agent: name(draft.agent),
    error_type: name(draft.error_type),
    error_message: clean(draft.error_message),
    context: sanitizeContext(draft.context, clean, redactions),
    telemetry_id: HANDLE.test(draft.telemetry_id) ? draft.telemetry_id : name(draft.telemetry_id),
    ...(draft.stack?.length && { stack: draft.stack.slice(0, FRAMES).map((frame) => clean(frame, FRAME_CHARACTERS)) }),
    ...(draft.cause?.length && { cause: draft.cause.slice(0, CAUSES).map((cause) => cleanCause(cause, name, clean)) }),
    ...(draft.source !== undefined && { source: name(draft.source) }),
    ...(draft.commit !== undefined && COMMIT.test(draft.commit) && { commit: draft.commit }),
    ...(draft.count !== undefined && { count: draft.count }),
    v: FORMAT_VERSION,
  };
  return event as SanitizedEvent;
}

/** Short texts that nothing was hidden in: names, operations and frames come again in event after event. */
const cleaned = new WeakMap<Policy, Set<string>>();
/** Characters; no limit is lower. */
const SHORT = VALUE_CHARACTERS;
const REMEMBERED = 256;

function cleanTexts(policy: Policy): Set<string> {
  const known = cleaned.get(policy) ?? new Set();
  cleaned.set(policy, known);
  return known;
}

function remember(texts: Set<string>, text: string): void {
  if (texts.size >= REMEMBERED) texts.clear();
  texts.add(` ${text}`.slice(1)); // a copy: a part of a host's string would keep the whole of it in memory, be it 100 MB
}

type Clean = (text: string) => string;

function cleanCause({ error_type, error_message }: Cause, name: Clean, clean: Clean): Cause {
  return { error_type: name(error_type), error_message: clean(error_message) };
}

/** Lines that are joined may be a new finding. */
function oneLine(text: string, clean: Clean): string {
  const once = clean(text);
  const line = once.replace(/\s+/g, " ").trim();
  return line === once ? once : clean(line);
}
