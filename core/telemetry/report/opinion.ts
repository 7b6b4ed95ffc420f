// What the report thinks of one event. Many events say the same, so it thinks once of each type, message and stack.

import type { TelemetryEvent } from "../event.ts";
import { groupOfKind, type Kind, kindOf } from "./group.ts";
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
}

type Judged = Failure & Pick<TelemetryEvent, "stack">;
type Failure = Pick<TelemetryEvent, "error_type" | "error_message">;

/** Numbers that tell nothing are made alike first, so that one opinion serves all messages that differ in them only. */
export function opinionOf(event: Judged, catalogue: Catalogue = CATALOGUE): Opinion {
  const alike = alikeOf(event, maskFor(catalogue).of(event.error_message), catalogue);
  if (alike === undefined) return judged(event, catalogue);
  return named(opinionAt(alike.thought, event.stack), alike.numbered, event.error_message);
}

/** What stands in the event, as it stands there; `opinionOf` says the same and is asked instead. */
export const judged = (event: Judged, catalogue: Catalogue = CATALOGUE): Opinion =>
  opinionAt(thoughtOf(event, catalogue), event.stack);

/** What type and message say, wherever it failed. */
interface Thought extends Pick<Opinion, "template" | "family" | "recognitions"> {
  kind: Kind;
}

function thoughtOf(event: Failure, catalogue: Catalogue): Thought {
  const recognitions = recognise(event, catalogue).map(({ rule, names }) => ({ rule: rule.id, names }));
  const kind = kindOf(event);
  const family = recognitions[0]?.rule ?? groupOfKind(kind, []);
  return { template: templateOf(event.error_message), family, recognitions, kind };
}

/** What all messages with one mask say. */
interface Alike {
  thought: Thought;
  /** Where names stand that have a masked number in them; none of most. */
  numbered: { recognition: number; name: string; from: number; end: number }[];
}

/** Undefined when a number tells. */
function alikeOf({ error_type }: Failure, masked: string | undefined, catalogue: Catalogue): Alike | undefined {
  if (masked === undefined) return undefined;
  const thought = thoughtOf({ error_type, error_message: masked }, catalogue);
  if (tellsStandIn(thought.template)) return undefined;
  const numbered = thought.recognitions.flatMap(({ names }, recognition) =>
    Object.entries(names)
      .filter(([, text]) => tellsStandIn(text))
      .map(([name, text]) => {
        const from = masked.indexOf(text);
        return {
          recognition,
          name,
          from,
          end: from + text.length,
          isAlone: from >= 0 && from === masked.lastIndexOf(text),
        };
      }),
  );
  return numbered.every(({ isAlone }) => isAlone) ? { thought, numbered } : undefined;
}

/** With the numbers that `message` has. */
function named(opinion: Opinion, numbered: Alike["numbered"], message: string): Opinion {
  if (numbered.length === 0) return opinion;
  const recognitions = opinion.recognitions.map(({ rule, names }) => ({ rule, names: { ...names } }));
  for (const { recognition, name, from, end } of numbered) {
    const names: Record<string, string> | undefined = recognitions[recognition]?.names;
    if (names !== undefined) names[name] = message.slice(from, end);
  }
  const own = { ...opinion, recognitions };
  alikes.set(own, opinion);
  return own;
}

/** The same object for all opinions that differ in the numbers of their names only. */
export const alikeIn = (opinion: Opinion): Opinion => alikes.get(opinion) ?? opinion;

const alikes = new WeakMap<Opinion, Opinion>();

function opinionAt({ kind, ...thought }: Thought, stack: readonly string[] = []): Opinion {
  return { ...thought, group: groupOfKind(kind, ownFrames(stack)), frames: placesOf(stack) };
}

/** Where it failed: in code that is shared, if there, then in the repository's own. */
function placesOf(stack: readonly string[]): string[] {
  const shared = sharedFrame(stack);
  return [...(shared === undefined ? [] : [shared]), ...ownFrames(stack)];
}

/** False when a number tells: the opinion is not that of the messages that differ in it. */
export const isOfAlike = (opinion: Opinion): boolean => !ofOne.has(opinion);

const ofOne = new WeakSet<Opinion>();

/** The same for two events when group and recognitions are: these, as an array in JSON, end where they end, whatever was captured. */
export const keyOf = (group: string, recognitions: readonly Recognition[]): string => {
  const text = texts.get(recognitions) ?? JSON.stringify(recognitions.map(({ rule, names }) => [rule, names]));
  texts.set(recognitions, text);
  return group + text;
};

/** Of recognitions: the cells of a day share them. */
const texts = new WeakMap<readonly Recognition[], string>();

/** Messages kept: of a store's messages few come again and again. */
const MEMORY = 50_000;

/** Of stacks, which the events of a store share. */
const stackTexts = new WeakMap<readonly string[], string>();

function stackText(stack: readonly string[] | undefined): string {
  if (stack === undefined) return "";
  const text = stackTexts.get(stack) ?? ["", ...stack].join("\0");
  stackTexts.set(stack, text);
  return text;
}

/** What was thought, and what it comes to where it failed. */
interface Known extends Alike {
  /** Whether messages that differ in numbers come to something else. */
  isOfOne: boolean;
  byStack: Map<string, Opinion>;
}

/** `opinionOf` with a memory of what was said lately: thousands of messages come to one opinion, the same object. */
export function rememberingOpinions(catalogue: Catalogue): (event: Judged) => Opinion {
  const mask = maskFor(catalogue);
  /** Apart: a message may read like what it or another is masked to. */
  const byType = new Map<string, { ofMasks: Map<string, Known | undefined>; ofMessages: Map<string, Known> }>();
  const byThought = new Map<string, Known>();
  let messages = 0;

  const knownOf = (event: Failure): Known => {
    const { error_type, error_message } = event;
    const known = byType.get(error_type) ?? { ofMasks: new Map(), ofMessages: new Map() };
    byType.set(error_type, known);
    const { ofMasks, ofMessages } = known;
    const masked = mask.of(error_message);
    if (masked !== undefined && !ofMasks.has(masked)) {
      const alike = alikeOf(event, masked, catalogue);
      ofMasks.set(masked, alike && remembered(alike, false));
      messages++;
    }
    const said = (masked === undefined ? undefined : ofMasks.get(masked)) ?? ofMessages.get(error_message);
    if (said !== undefined) return said;
    const own = remembered({ thought: thoughtOf(event, catalogue), numbered: [] }, masked !== undefined);
    ofMessages.set(error_message, own);
    messages++;
    return own;
  };

  const remembered = (alike: Alike, isOfOne: boolean): Known => {
    const key = JSON.stringify([alike, isOfOne]);
    const known = byThought.get(key) ?? { ...alike, isOfOne, byStack: new Map() };
    byThought.set(key, known);
    return known;
  };

  return (event) => {
    if (messages > MEMORY) {
      byType.clear();
      byThought.clear();
      messages = 0;
    }
    const { thought, numbered, isOfOne, byStack } = knownOf(event);
    const stack = stackText(event.stack);
    const opinion = byStack.get(stack) ?? opinionAt(thought, event.stack);
    byStack.set(stack, opinion);
    if (isOfOne) ofOne.add(opinion);
    return named(opinion, numbered, event.error_message);
  };
}
