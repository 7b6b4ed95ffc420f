// More than in the window before, beyond chance.

import { binomialAtLeast } from "../chance.ts";
import { chance } from "../figures.ts";
import type { Discovery } from "./discovery.ts";
import type { Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";

/** A store has hundreds of families: at 5 % chance alone would let a dozen of them rise. */
const UNLIKELY = 0.001;
/** Under a doubling nobody would act on it. */
const GROWTH = 2;

export function rising({ count, previous }: Subject, _scene: Scene): Discovery | undefined {
  if (previous === 0 || count < GROWTH * previous) return undefined;
  const p = binomialAtLeast(count, count + previous, 1 / 2);
  if (p >= UNLIKELY) return undefined;
  return {
    kind: "rising",
    severity: "medium",
    evidence: `${previous} -> ${count} against the window before (${chance(p)}).`,
    cause: "Its cause grows: more load, more input of a kind, a limit that comes nearer.",
    suggestion: "Look at what grew since the window before, load, data or retries, and at which limit it meets",
  };
}
