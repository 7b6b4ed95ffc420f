// What the report makes of one event, and why.

import type { TelemetryEvent } from "../event.ts";
import { familyOf, groupOf, type KeyParts, keyPartsOf } from "./group.ts";
import { type Catalogue, recognise } from "./recognise.ts";
import { CATALOGUE } from "./rules/index.ts";
import { templateOf } from "./template.ts";
import { worded } from "./wording.ts";

export interface Explanation {
  template: string;
  group: string;
  /** What the group's key is made of, and what was seen through. */
  key: KeyParts;
  /** Id of the first rule that recognises the event, else a hash of type and template. */
  family: string;
  rules: string[];
  /** "" when no rule recognises it. */
  suggestion: string;
}

export function explain(
  event: Pick<TelemetryEvent, "error_type" | "error_message" | "stack">,
  catalogue: Catalogue = CATALOGUE,
): Explanation {
  const recognitions = recognise(event, catalogue);
  const [first] = recognitions;
  return {
    template: templateOf(event.error_message),
    group: groupOf(event),
    key: keyPartsOf(event),
    family: first?.rule.id ?? familyOf(event),
    rules: recognitions.map(({ rule }) => rule.id),
    suggestion: first === undefined ? "" : worded(first.rule.suggestion, first.names),
  };
}
