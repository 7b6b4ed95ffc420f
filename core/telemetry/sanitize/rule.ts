// A redaction rule is data: what it looks for, what stands there instead, and samples that prove it.

import type { Scan } from "./scan.ts";

export interface RedactionRule {
  id: string;
  /** What stands in place of the private part; matches no rule itself, so that redacting twice changes nothing. */
  placeholder: string;
  /** Lower case. The rule runs on text that holds one of them, in any case; ... */
  needles: readonly string[];
  /** ... or a run of letters, digits and joints with a digit in it that is at least so long (scan.ts); ... */
  run?: number;
  /** ... or so many digits together. */
  digits?: number;
  /**
   * Calls `hide` for each private part of the text, in time linear in its length. `places` are where its needles start,
   * in the order of their ends.
   */
  find(seen: Scan, places: readonly number[], hide: Hide): void;
  /** The expressions that `find` uses: a test holds every quantifier of them bounded. */
  patterns: readonly RegExp[];
  /** Where the format or the need for the rule is written down. */
  source: string;
  /** In the sources alone: a built package is without them. */
  samples: {
    /** Text and what must become of it. */
    hidden: readonly (readonly [text: string, redacted: string])[];
    /** Near misses that must stay as they are. */
    kept: readonly string[];
  };
}

/** From `start` up to, not including, `end`. `rule` names the kind where one rule stands for a table of kinds. */
export type Hide = (start: number, end: number, rule?: string) => void;

/** A last look at what an expression matched: checksum, near misses, what stands around it. */
export type Accept = (secret: string, before: string, after: string) => boolean;

type Finder = Pick<RedactionRule, "find" | "patterns">;

/** Characters before and after a match that `accepts` may look at. */
const AROUND = 48;

/**
 * For rules that begin with their needle: what leads up to the private part, then the private part. Both are sticky, and
 * neither goes back into the other.
 */
export function atNeedles(lead: RegExp, secret: RegExp, accepts?: Accept): Finder {
  return {
    patterns: [lead, secret],
    find({ text }, places, hide) {
      let done = 0;
      for (const place of places) {
        if (place < done) continue;
        const start = skip(lead, text, place);
        if (start === undefined) continue;
        const end = skip(secret, text, start);
        if (end === undefined || !isAccepted(text, start, end, accepts)) continue;
        hide(start, end);
        done = end;
      }
    },
  };
}

/**
 * For rules that a needle calls, wherever it stands in what they look for. `pattern` is global and looks at the whole text;
 * what its first group matched stays.
 */
export function byPattern(pattern: RegExp, accepts?: Accept): Finder {
  return { patterns: [pattern], find: ({ text }, _, hide) => findMatches(text, pattern, accepts, hide) };
}

function findMatches(text: string, pattern: RegExp, accepts: Accept | undefined, hide: Hide): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index + (match[1] as string).length;
    const end = match.index + match[0].length;
    if (isAccepted(text, start, end, accepts)) hide(start, end);
  }
}

/** For numbers: `pattern` is sticky, and is tried wherever a number may begin that has at least `least` digits. */
export function inNumbers(least: number, pattern: RegExp, accepts?: Accept): Finder & { digits: number } {
  return {
    digits: least,
    patterns: [pattern],
    find(seen, _, hide) {
      tryNumbers(seen, least, (start) => {
        const end = skip(pattern, seen.text, start);
        if (end !== undefined && isAccepted(seen.text, start, end, accepts)) hide(start, end);
        return end;
      });
    },
  };
}

/** `attempt` answers where what it recognised ends. */
export function tryNumbers({ numbers }: Scan, least: number, attempt: (start: number) => number | undefined): void {
  let done = 0;
  for (let index = 0; index < numbers.length; index += 3) {
    const start = numbers[index] as number;
    if (start >= done && (numbers[index + 2] as number) >= least) done = attempt(start) ?? done;
  }
}

export function isAccepted(text: string, start: number, end: number, accepts: Accept | undefined): boolean {
  if (accepts === undefined) return true;
  return accepts(text.slice(start, end), text.slice(Math.max(0, start - AROUND), start), text.slice(end, end + AROUND));
}

/** Where `pattern`, which is sticky, ends when it matches at `at`. */
export function skip(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
