// What a text must hold for a sign to be in it: small letters, of which at least one stands there. Only a necessary condition.

import { type Node, treeOf } from "./expression.ts";
import type { Sign } from "./rule.ts";

/** Characters. Shorter ones stand in every message. */
export const SHORTEST_NEEDLE = 3;

/** At least one of them is in every text in which the sign is; undefined when nothing can be said. */
export function needlesOf(sign: Sign): readonly string[] | undefined {
  if (sign instanceof RegExp) return needlesIn(treeOf(sign.source));
  const needle = (typeof sign === "string" ? sign : sign.message).toLowerCase();
  return needle.length < SHORTEST_NEEDLE ? undefined : [needle];
}

function needlesIn(node: Node): readonly string[] | undefined {
  if (node.kind === "choice") return union(node.options.map(needlesIn));
  if (node.kind === "repeat") return node.min > 0 ? needlesIn(node.part) : undefined;
  if (node.kind !== "sequence") return undefined;
  let best: readonly string[] | undefined;
  let run = "";
  const endRun = () => {
    if (run.length >= SHORTEST_NEEDLE) best = better(best, [run]);
    run = "";
  };
  for (const part of flat(node.parts)) {
    if (part.kind === "character" && isPlain(part.value)) run += part.value.toLowerCase();
    else if (part.kind !== "assertion") {
      endRun();
      best = better(best, needlesIn(part));
    }
  }
  endRun();
  return best;
}

/** Groups that are only taken together stand where they stand. */
const flat = (parts: readonly Node[]): Node[] =>
  parts.flatMap((part) => (part.kind === "sequence" ? flat(part.parts) : [part]));

/** Other characters may change their length with their case, and white space is folded. */
const isPlain = (character: string): boolean => /^[!-~ ]$/.test(character);

function union(sets: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const whole = new Set<string>();
  for (const set of sets) {
    if (set === undefined) return undefined;
    for (const needle of set) whole.add(needle);
  }
  return whole.size === 0 ? undefined : [...whole];
}

/** The set whose shortest needle is longer is met less often. */
export function better(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return worth(b) > worth(a) ? b : a;
}

const worth = (needles: readonly string[]): number =>
  Math.min(...needles.map((needle) => (COMMON.test(needle) ? 1 : needle.length)));

/** Half of all messages have one of these. */
const COMMON =
  /^\W?(?:error|fail(?:ed)?|failed to|cannot|could not|unable(?: to)?|invalid|unknown|missing|required|command|process|tool|function|file|model|agent|code|status|server|request|response|connection|found|not found| not|not |for |with|from|the|type|object|name|module|package|is not|file not|argument|parameter|message|path|expected|unexpected|version|line \d?)\W?$/;
