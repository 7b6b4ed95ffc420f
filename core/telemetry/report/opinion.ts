// What the report thinks of one event. Many events say the same, so it thinks once of each type, message and stack.

import type { TelemetryEvent } from "../event.ts";
import { familyOf, groupOf } from "./group.ts";
import { ownFrames } from "./own-frames.ts";
import { type Catalogue, recognise } from "./recognise.ts";
import { CATALOGUE } from "./rules/index.ts";
import { sharedFrame } from "./shared-frame.ts";
import { templateOf } from "./template.ts";

/** A rule that knows the event, and what it captured. */
export interface Recognition {
  /** Id of the rule. */
  rule: string;
  names: Readonly<Record<string, string>>;
}

export interface Opinion {
  group: string;
  template: string;
  /** Where it failed, innermost first: in shared code, if there, then in the repository's own, which alone tells groups apart. */
  frames: readonly string[];
  /** Id of the first rule that recognises the event, else a hash of type and template. */
  family: string;
  recognitions: readonly Recognition[];
  /** The same for two events when group and recognitions are. */
  key: string;
}

type Judged = Pick<TelemetryEvent, "error_type" | "error_message" | "stack">;

export function opinionOf(event: Judged, catalogue: Catalogue = CATALOGUE): Opinion {
  const recognitions = recognise(event, catalogue).map(({ rule, names }) => ({ rule: rule.id, names }));
  const group = groupOf(event);
  return {
    group,
    template: templateOf(event.error_message),
    frames: placesOf(event.stack ?? []),
    family: recognitions[0]?.rule ?? familyOf(event),
    recognitions,
    key: keyOf(group, recognitions),
  };
}

/** Where it failed: in code that is shared, if there, then in the repository's own. */
function placesOf(stack: readonly string[]): string[] {
  const shared = sharedFrame(stack);
  return [...(shared === undefined ? [] : [shared]), ...ownFrames(stack)];
}

/** `recognitions` as an array of [rule, names] in JSON ends where it ends, whatever was captured. */
export const keyOf = (group: string, recognitions: readonly Recognition[]): string =>
  group + JSON.stringify(recognitions.map(({ rule, names }) => [rule, names]));

/** Opinions kept: of a store's messages few come again and again. */
const MEMORY = 10_000;

/** `opinionOf` with a memory of what was said lately. */
export function rememberingOpinions(catalogue: Catalogue): (event: Judged) => Opinion {
  const known = new Map<string, Opinion>();
  return (event) => {
    const key = `${event.error_type}\0${event.error_message}\0${event.stack?.join("\0") ?? ""}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MEMORY) known.clear();
    const opinion = opinionOf(event, catalogue);
    known.set(key, opinion);
    return opinion;
  };
}
