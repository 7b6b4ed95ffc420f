// One walk over the table. Every rule looks at the original text, so none sees another's placeholder;
// what they found is merged, and the answer is built once.

import type { RedactionRule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { holds, type Scan, scan, signsOf } from "./scan.ts";

/** How often each rule hid something, by rule id. */
export type Redactions = Map<string, number>;

export function redact(text: string, redactions: Redactions = new Map()): string {
  const findings = merge(find(text));
  if (findings.length === 0) return text;
  let answer = "";
  let end = 0;
  for (const finding of findings) {
    answer += text.slice(end, finding.start) + finding.placeholder;
    end = finding.end;
    redactions.set(finding.rule, (redactions.get(finding.rule) ?? 0) + 1);
  }
  return answer + text.slice(end);
}

interface Finding {
  start: number;
  end: number;
  rule: string;
  placeholder: string;
}

const PLACEHOLDER = /^\*{3}(?:[A-Z-]{1,32}\*{3})?$/;
/** Signs that each rule asks for, in the order of the table; made with the first text. */
let asked: readonly number[] | undefined;

function find(text: string): Finding[] {
  asked ??= RULES.map(({ signs }) => signsOf(signs));
  const seen = scan(text);
  const findings: Finding[] = [];
  for (let index = 0; index < RULES.length; index++) {
    const rule = RULES[index] as RedactionRule;
    const signs = asked[index] as number;
    if ((seen.signs & signs) !== signs || seen.digits < (rule.digits ?? 0) || seen.longest < (rule.run ?? 0)) continue;
    if (holdsOne(seen, rule.needles) && rule.hint?.test(text) !== false) collect(seen, rule, findings);
  }
  return findings;
}

function holdsOne(seen: Scan, needles: readonly string[]): boolean {
  if (needles.length === 0) return true;
  for (const needle of needles) if (holds(seen, needle)) return true;
  return false;
}

function collect(seen: Scan, { id, placeholder, find }: RedactionRule, findings: Finding[]): void {
  for (const { start, end, rule } of find(seen.text, seen)) {
    if (!PLACEHOLDER.test(seen.text.slice(start, end))) findings.push({ start, end, rule: rule ?? id, placeholder });
  }
}

function merge(findings: Finding[]): Finding[] {
  findings.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Finding[] = [];
  for (const finding of findings) {
    const last = merged.at(-1);
    if (last === undefined || finding.start >= last.end) merged.push(finding);
    else if (finding.end > last.end) {
      const wider = finding.end - finding.start > last.end - last.start ? finding : last;
      merged[merged.length - 1] = { ...wider, start: last.start, end: finding.end };
    }
  }
  return merged;
}
