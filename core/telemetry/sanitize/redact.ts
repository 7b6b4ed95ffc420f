// One walk over the table. Every rule looks at the original text, so none sees another's placeholder;
// what they found is merged, and the answer is built once.

import { decodedViews } from "./encoded.ts";
import { type Literal, NO_POLICY, type Policy } from "./policy.ts";
import type { RedactionRule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { holds, notScanned, type Scan, scan, signsOf } from "./scan.ts";

/** How often each rule hid something, by rule id. */
export type Redactions = Map<string, number>;

/** Which rules a text calls into question; see RedactionRule.find. */
export type Questions = Set<RedactionRule>;

/** The rules that came into question are added to `questions`. */
export function redact(
  text: string,
  redactions: Redactions = new Map(),
  policy: Policy = NO_POLICY,
  questions: Questions = new Set(),
): string {
  const seen = scan(text);
  const findings = find(seen, policy, questions);
  for (const view of decodedViews(text, seen.runs)) {
    for (const finding of find(scan(view.text), policy, questions)) {
      findings.push({ ...finding, ...view.place(finding.start, finding.end) });
    }
  }
  return findings.length === 0 ? text : replaced(text, merge(findings), redactions);
}

/** Whether the rules in question find nothing more in a text that has been redacted. */
export function isSettled(text: string, questions: Questions, policy: Policy): boolean {
  const findings: Finding[] = [];
  const ask = (part: string) => {
    const seen = [...questions].some(({ readsScan }) => readsScan) ? scan(part) : notScanned(part);
    for (const literal of policy.literals) findLiteral(seen, literal, findings);
    for (const rule of questions) collect(seen, rule, findings);
    return seen;
  };
  const { runs } = ask(text);
  for (const view of decodedViews(text, runs)) ask(view.text);
  return findings.length === 0;
}

interface Finding {
  start: number;
  end: number;
  rule: string;
  placeholder: string;
}

/** The rules with the signs that they ask for; made with the first text. */
let table: readonly (readonly [rule: RedactionRule, signs: number])[] | undefined;

function find(seen: Scan, policy: Policy, questions: Questions): Finding[] {
  const findings: Finding[] = [];
  for (const literal of policy.literals) if (holds(seen, literal.value)) findLiteral(seen, literal, findings);
  table ??= RULES.map((rule) => [rule, signsOf(rule.signs)]);
  for (const [rule, signs] of table) {
    if (!mayHold(seen, rule, signs) || policy.relaxed.has(rule.id)) continue;
    if (collect(seen, rule, findings) || rule.needles.length > 0) questions.add(rule);
  }
  return findings;
}

function mayHold(seen: Scan, rule: RedactionRule, signs: number): boolean {
  if ((seen.signs & signs) !== signs) return false;
  if (rule.digits !== undefined && seen.digits < rule.digits) return false;
  if (rule.run !== undefined && seen.longest < rule.run) return false;
  return (
    (rule.needles.length === 0 || holdsOne(seen, rule.needles)) &&
    (rule.hint === undefined || rule.hint.test(seen.text))
  );
}

function holdsOne(seen: Scan, needles: readonly string[]): boolean {
  for (const needle of needles) if (holds(seen, needle)) return true;
  return false;
}

const PLACEHOLDER = /^\*{3}(?:[A-Z-]{1,32}\*{3})?$/;

function collect(seen: Scan, { id, placeholder, find }: RedactionRule, findings: Finding[]): boolean {
  const hide = (start: number, end: number, rule: string = id) => {
    if (!PLACEHOLDER.test(seen.text.slice(start, end))) findings.push({ start, end, rule, placeholder });
  };
  return find(seen.text, hide, seen);
}

/** Whole words only: a login that is part of another word is not meant. */
function findLiteral({ text, lower }: Scan, { value, placeholder, rule }: Literal, findings: Finding[]): void {
  for (let start = lower.indexOf(value); start !== -1; start = lower.indexOf(value, start + 1)) {
    const end = start + value.length;
    if (!LETTER.test(text[start - 1] ?? " ") && !LETTER.test(text[end] ?? " "))
      findings.push({ start, end, rule, placeholder });
  }
}

const LETTER = /[A-Za-z0-9]/;

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

function replaced(text: string, findings: readonly Finding[], redactions: Redactions): string {
  let answer = "";
  let end = 0;
  for (const finding of findings) {
    answer += text.slice(end, finding.start) + finding.placeholder;
    end = finding.end;
    redactions.set(finding.rule, (redactions.get(finding.rule) ?? 0) + 1);
  }
  return answer + text.slice(end);
}
