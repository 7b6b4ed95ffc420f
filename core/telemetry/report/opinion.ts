// What the report thinks of one event. Many events say the same, so it thinks once of each type, message and stack.

import type { TelemetryEvent } from "../event.ts";
import { familyOf, groupOf } from "./group.ts";
import { maskFor, tellsStandIn } from "./number-mask.ts";
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

/** Numbers that tell nothing are made alike first, so that one opinion serves all messages that differ in them only. */
export function opinionOf(event: Judged, catalogue: Catalogue = CATALOGUE): Opinion {
  return maskedOpinionOf(event, maskFor(catalogue)(event.error_message), catalogue) ?? judged(event, catalogue);
}

/** Undefined when a number tells. */
function maskedOpinionOf(event: Judged, masked: string | undefined, catalogue: Catalogue): Opinion | undefined {
  if (masked === undefined) return undefined;
  const opinion = judged({ ...event, error_message: masked }, catalogue);
  const names = opinion.recognitions.flatMap((recognition) => Object.values(recognition.names));
  return [opinion.template, ...names].some(tellsStandIn) ? undefined : opinion;
}

/** What stands in the event, as it stands there; `opinionOf` says the same and is asked instead. */
export function judged(event: Judged, catalogue: Catalogue = CATALOGUE): Opinion {
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
export const keyOf = (group: string, recognitions: readonly Recognition[]): string => {
  const text = texts.get(recognitions) ?? JSON.stringify(recognitions.map(({ rule, names }) => [rule, names]));
  texts.set(recognitions, text);
  return group + text;
};

/** Of recognitions: the cells of a day share them. */
const texts = new WeakMap<readonly Recognition[], string>();

/** Messages kept: of a store's messages few come again and again. */
const MEMORY = 20_000;

/** Of stacks, which the events of a store share. */
const stackTexts = new WeakMap<readonly string[], string>();

function stackText(stack: readonly string[] | undefined): string {
  if (stack === undefined) return "";
  const text = stackTexts.get(stack) ?? ["", ...stack].join("\0");
  stackTexts.set(stack, text);
  return text;
}

/** `opinionOf` with a memory of what was said lately. */
export function rememberingOpinions(catalogue: Catalogue): (event: Judged) => Opinion {
  const mask = maskFor(catalogue);
  const byOrigin = new Map<string, Map<string, Opinion | undefined>>();
  let messages = 0;
  return (event) => {
    if (messages > MEMORY) {
      byOrigin.clear();
      messages = 0;
    }
    const origin = event.error_type + stackText(event.stack);
    const known = byOrigin.get(origin) ?? new Map<string, Opinion | undefined>();
    byOrigin.set(origin, known);
    const found = known.get(event.error_message);
    if (found !== undefined) return found;
    const masked = mask(event.error_message);
    if (masked !== undefined && !known.has(masked)) {
      known.set(masked, maskedOpinionOf(event, masked, catalogue));
      messages++;
    }
    const opinion = masked === undefined ? undefined : known.get(masked);
    if (opinion !== undefined) return opinion;
    const own = judged(event, catalogue);
    known.set(event.error_message, own);
    messages++;
    return own;
  };
}
