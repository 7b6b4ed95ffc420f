// What rules captured tells failures apart as long as it comes again: a module, a key, a service. Where a group has a new name in
// every message (a port, a file), each of its events would be a failure of its own: then they are counted as one.
//
// Whether a group has too many depends on its names alone and not on their order, so that parts come to what the whole would be.

import { keyOf, type Recognition } from "./opinion.ts";

/** Of one group, told apart: a store of many repositories has tens of missing modules in one group, and none of them a hundred. */
export const MOST_NAMES = 100;

/** By group and rules: the names seen, as keys of opinions; undefined where they were too many. */
export type Names = Map<string, Set<string> | undefined>;

export interface Recognised {
  group: string;
  recognitions: readonly Recognition[];
}

/** Takes note of the names. "many" when they are not told apart, "now" when these are the ones too many. */
export function noteNames(names: Names, part: Recognised): Note {
  if (!hasNames(part)) return "few";
  const place = placeOf(part);
  const had = names.get(place);
  if (had === undefined && names.has(place)) return "many";
  const seen = had ?? new Set();
  names.set(place, seen.add(keyOf(part.group, part.recognitions)));
  if (seen.size <= MOST_NAMES) return "few";
  names.set(place, undefined);
  return "now";
}

type Note = "few" | "many" | "now";

/** Where there are too many to tell apart. */
export const placesOfMany = (names: Names): string[] =>
  [...names.keys()].filter((place) => names.get(place) === undefined);

/** A group and the rules that recognise it; neither has a space in it. */
export const placeOf = ({ group, recognitions }: Recognised): string =>
  [group, ...recognitions.map(({ rule }) => rule)].join(" ");

export const hasNames = ({ recognitions }: Recognised): boolean =>
  recognitions.some(({ names }) => {
    for (const _ in names) return true;
    return false;
  });

export const withoutNames = (recognitions: readonly Recognition[]): Recognition[] =>
  recognitions.map(({ rule }) => ({ rule, names: {} }));
