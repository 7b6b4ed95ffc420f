// How many ways an expression can try from one place of a text, at most: what a hostile text makes of it.
//
// Bounded quantifiers alone do not bound the time: in (a{1,50}){1,50}b every further a doubles the work.

import { type Node, treeOf } from "./expression.ts";

/**
 * Ways from one place: two gaps, ".{0,60}.{0,60}", have 3721. Times the 4096 characters of a message that is 20 million steps,
 * 50 ms, for the worst expression on the worst text.
 */
export const MOST_WAYS = 5000;

/** Throws SyntaxError as `treeOf` does. */
export const waysOf = ({ source, flags }: RegExp): number => ways(treeOf(source), "end", flags);

/** What may come next: characters, something unknown, or the end of the expression, after which nothing can fail. */
type Next = readonly string[] | "unknown" | "end";

function ways(node: Node, next: Next, flags: string): number {
  switch (node.kind) {
    case "character":
    case "class":
      return 1;
    case "assertion":
      return node.part === undefined ? 1 : ways(node.part, "end", flags);
    case "choice":
      // Of several words one fits.
      return node.options.reduce((sum, option) => sum + ways(option, next, flags) - 1, 1);
    case "sequence":
      return node.parts.reduce(
        (product, part, at) => product * ways(part, nextOf(node.parts.slice(at + 1), next), flags),
        1,
      );
    case "repeat":
      return waysToRepeat(node, next, flags);
  }
}

/** A run that ends where what follows begins is tried once: "[^']{1,99}'". */
function waysToRepeat({ part, min, max }: Node & { kind: "repeat" }, next: Next, flags: string): number {
  const isRun = part.kind === "character" || part.kind === "class";
  const begins = beginOf(part, "unknown");
  const each = isRun ? 1 : ways(part, max > 1 ? union(begins, next) : next, flags);
  const isSure =
    next === "end" ||
    (next !== "unknown" && (isRun ? next.every((character) => !fits(part, character, flags)) : areApart(begins, next)));
  return each ** max * (isSure ? 1 : max - min + 1);
}

const nextOf = (parts: readonly Node[], next: Next): Next =>
  parts.reduceRight<Next>((after, part) => beginOf(part, after), next);

/** What `node` begins with, or what comes after it where it is empty. */
function beginOf(node: Node, next: Next): Next {
  if (node.kind === "character") return [node.value];
  if (node.kind === "class") return FEW.exec(node.source)?.[1]?.split("") ?? "unknown";
  if (node.kind === "assertion") return next === "end" ? "unknown" : next; // it may fail, and needs no character to
  if (node.kind === "sequence") return nextOf(node.parts, next);
  if (node.kind === "choice") return node.options.map((option) => beginOf(option, next)).reduce(union);
  return node.min > 0 ? beginOf(node.part, next) : union(beginOf(node.part, next), next);
}

/** "['\"]", but no range and nothing escaped. */
const FEW = /^\[([^\\^\]-]{1,8})\]$/;

function union(a: Next, b: Next): Next {
  if (a === "end" || b === "end") return "end";
  return a === "unknown" || b === "unknown" ? "unknown" : [...a, ...b];
}

const areApart = (a: Next, b: Next): boolean =>
  Array.isArray(a) &&
  Array.isArray(b) &&
  !a.some((one) => b.some((other) => one.toLowerCase() === other.toLowerCase()));

function fits(run: Node, character: string, flags: string): boolean {
  if (run.kind === "character") return run.value.toLowerCase() === character.toLowerCase();
  return run.kind !== "class" || new RegExp(`^${run.source}$`, flags.replace(/[gy]/g, "")).test(character);
}
