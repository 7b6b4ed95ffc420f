// The events that a question asks for, and those among them that hold a text, whatever field it stands in.

import { instantOf, type TelemetryEvent } from "12-factor-telemetry/event";
import type { Filter } from "12-factor-telemetry/report";
import { dayOf, readEvents } from "12-factor-telemetry/store";
import type { Question } from "./load-report.ts";

/** As `eventsAsked`. `text` is looked for in any case. */
export function* searchEvents(text: string, question: Question): Generator<AskedEvent> {
  const wanted = text.toLowerCase();
  for (const asked of eventsAsked(question, wanted)) if (holds(asked.event, wanted)) yield asked;
}

export interface AskedEvent {
  event: TelemetryEvent;
  /** Its instant. */
  at: number;
}

/**
 * Day by day (UTC), within a day as they are stored. `holding`, in small letters: events that cannot hold it may be left out.
 * Throws StoreError when the store cannot be read.
 */
export function* eventsAsked({ directory, window, ...filter }: Question, holding = ""): Generator<AskedEvent> {
  const part = { first: dayOf(window.since), last: dayOf(window.until), holding };
  for (const event of readEvents(directory, { torn: 0, foreign: 0 }, part)) {
    const at = instantOf(event.timestamp);
    if (at > window.since && at <= window.until && passes(event, filter)) yield { event, at };
  }
}

function passes({ repo, agent, error_type }: TelemetryEvent, asked: Filter): boolean {
  return (
    (asked.repo === undefined || asked.repo === repo) &&
    (asked.agent === undefined || asked.agent === agent) &&
    (asked.type === undefined || asked.type === error_type)
  );
}

/** Every string of the event, its frames and causes too. */
function holds(event: TelemetryEvent, text: string): boolean {
  const { error_message, error_type, agent, repo, telemetry_id } = event;
  if (`${error_message}\n${error_type}\n${agent}\n${repo}\n${telemetry_id}`.toLowerCase().includes(text)) return true;
  return searchedIn(event).some((part) => part.toLowerCase().includes(text));
}

/** What is looked through besides an event's own words and names. */
export function searchedIn({ context, stack = [], cause = [] }: TelemetryEvent): string[] {
  return [
    ...Object.entries(context).map(([key, value]) => `${key}=${value}`),
    ...stack,
    ...cause.map((part) => `${part.error_type}: ${part.error_message}`),
  ];
}
