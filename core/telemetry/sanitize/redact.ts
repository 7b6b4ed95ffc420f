// One walk over the table. Every rule looks at the original text, so none sees another's placeholder;
// what they found is merged, and the answer is built once.

import type { RedactionRule } from "./rule.ts";
import { RULES } from "./rules/index.ts";

/** How often each rule hid something, by rule id. */
export type Redactions = Map<string, number>;

export function redact(text: string, redactions: Redactions = new Map()): string {
  const findings = merge(find(text));
  if (findings.length === 0) return text;
  let answer = "";
  let end = 0;
  for (const finding of findings) {
    answer += text.slice(end, finding.start) + finding.rule.placeholder;
    end = finding.end;
    redactions.set(finding.rule.id, (redactions.get(finding.rule.id) ?? 0) + 1);
  }
  return answer + text.slice(end);
}

interface Finding {
  start: number;
  end: number;
  rule: RedactionRule;
}

/** As much of the text before a match as a rule may ask for. */
const BEFORE_CHARACTERS = 300;
const PLACEHOLDER = /^\*{3}(?:[A-Z-]{1,32}\*{3})?$/;

function find(text: string): Finding[] {
  const lower = text.toLowerCase();
  const findings: Finding[] = [];
  for (const rule of RULES) {
    if (!rule.needles.some((needle) => lower.includes(needle))) continue;
    for (const match of text.matchAll(rule.pattern)) {
      const start = match.index + (match[1]?.length ?? 0);
      const end = match.index + match[0].length;
      const secret = text.slice(start, end);
      if (PLACEHOLDER.test(secret)) continue;
      if (rule.accepts?.(secret, text.slice(Math.max(0, start - BEFORE_CHARACTERS), start)) === false) continue;
      findings.push({ start, end, rule });
    }
  }
  return findings;
}

function merge(findings: Finding[]): Finding[] {
  findings.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Finding[] = [];
  for (const finding of findings) {
    const last = merged.at(-1);
    if (last === undefined || finding.start >= last.end) merged.push(finding);
    else if (finding.end > last.end) {
      const wider = finding.end - finding.start > last.end - last.start ? finding.rule : last.rule;
      merged[merged.length - 1] = { start: last.start, end: finding.end, rule: wider };
    }
  }
  return merged;
}
