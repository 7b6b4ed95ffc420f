// A redaction rule is data: what it looks for, what stands there instead, and samples that prove it.

import type { Scan } from "./scan.ts";

export interface RedactionRule {
  id: string;
  /** What stands in place of the private part; matches no rule itself, so that redacting twice changes nothing. */
  placeholder: string;
  /** The rule runs only on text that holds all of these characters; see scan.ts. */
  signs: string;
  /** ... and at least so many digits together. @default 0 */
  digits?: number;
  /** ... and a run of letters and digits at least so long. @default 0 */
  run?: number;
  /** ... and something that this matches, where that is cheaper to see than what `find` looks for. */
  hint?: RegExp;
  /** Of these, lower case, the text must hold one; [] where the signs are enough. */
  needles: readonly string[];
  /**
   * Calls `hide` for each private part of the text, in time linear in its length. Answers whether anything came into
   * question: then the text is looked at again once it has been redacted, for its surroundings may have decided.
   */
  find(text: string, hide: Hide, seen: Scan): boolean;
  /** Set where `find` reads the scan, and not the text alone. */
  readsScan?: true;
  /** The expressions that `find` uses: a test holds every quantifier of them bounded. */
  patterns: readonly RegExp[];
  /** Where the format or the need for the rule is written down. */
  source: string;
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

/**
 * For rules that are one expression. `pattern` is global, every quantifier bounded; its group `lead`, where there is
 * one, leads up to the private part and stays.
 */
export function byPattern(pattern: RegExp, accepts?: Accept): Pick<RedactionRule, "find" | "patterns"> {
  return { patterns: [pattern], find: (text, hide) => findMatches(text, hide, pattern, accepts) };
}

/** Characters before and after a match that `accepts` may look at. */
const AROUND = 260;

function findMatches(text: string, hide: Hide, pattern: RegExp, accepts: Accept | undefined): boolean {
  let isQuestion = false;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index + (match.groups?.["lead"]?.length ?? 0);
    const end = match.index + match[0].length;
    if (end === match.index) pattern.lastIndex++;
    if (end === start) continue;
    isQuestion = true;
    if (
      accepts === undefined ||
      accepts(text.slice(start, end), text.slice(Math.max(0, start - AROUND), start), text.slice(end, end + AROUND))
    )
      hide(start, end);
  }
  return isQuestion;
}
