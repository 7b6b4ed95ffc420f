// What the report makes of one event, and why.

import type { TelemetryEvent } from "../event.ts";
import { familyOf, groupOf } from "./group.ts";
import { rulesFor } from "./suggestion.ts";
import { templateOf } from "./template.ts";

export interface Explanation {
  template: string;
  group: string;
  /** Id of the first rule that recognises the event, else a hash of type and template. */
  family: string;
  rules: string[];
  /** "" when no rule recognises it. */
  suggestion: string;
}

export function explain(event: Pick<TelemetryEvent, "error_type" | "error_message" | "stack">): Explanation {
  const rules = rulesFor(event);
  return {
    template: templateOf(event.error_message),
    group: groupOf(event),
    family: rules[0]?.id ?? familyOf(event),
    rules: rules.map(({ id }) => id),
    suggestion: rules[0]?.suggestion ?? "",
  };
}
