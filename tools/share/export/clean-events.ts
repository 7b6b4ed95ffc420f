// The events that a question asks for, cleaned once more: what is stored was cleaned by the rules of its day, what leaves by today's.

import type { SanitizedEvent } from "12-factor-telemetry/event";
import { type Policy, type Redactions, sanitizeEvent } from "12-factor-telemetry/sanitize";
import type { Question } from "../../load-report.ts";
import { type AskedEvent, eventsAsked } from "../../search-events.ts";

/** What went by. */
export interface Passed {
  /** Lines; a line may stand for several events of a storm. */
  events: number;
  /** Events by repository. */
  repos: Map<string, number>;
  /** What today's rules found beyond what was hidden when it was stored. */
  redactions: Redactions;
}

export const nothingPassed = (): Passed => ({ events: 0, repos: new Map(), redactions: new Map() });

/** `passed` grows with each event. Throws StoreError when the store cannot be read. */
export function* cleanEvents(question: Question, policy: Policy, passed: Passed): Generator<SanitizedEvent> {
  for (const asked of eventsAsked(question)) {
    const event = { ...sanitizeEvent(asked.event, passed.redactions, policy), timestamp: inUtc(asked) };
    passed.events++;
    passed.repos.set(event.repo, (passed.repos.get(event.repo) ?? 0) + 1);
    yield event;
  }
}

/** Our form, also of another program's; what it measured finer than milliseconds stays. */
function inUtc({ event: { timestamp }, at }: AskedEvent): string {
  if (OURS.test(timestamp)) return timestamp;
  const fraction = /[.,](\d{4,9})/.exec(timestamp)?.[1];
  const own = new Date(at).toISOString();
  return fraction === undefined ? own : `${own.slice(0, -4)}${fraction}Z`;
}

const OURS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
