// One walk over the text, then each rule that it calls. Every rule looks at the original text, so none sees another's
// placeholder; what they found is merged, and the answer is built once.

import { decodedViews } from "./encoded.ts";
import { type Literal, NO_POLICY, type Policy } from "./policy.ts";
import { type Replaced, rescan } from "./rescan.ts";
import type { RedactionRule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { longestRun, mostDigits, type Scan, scan } from "./scan.ts";
import { type Words, wordsOf } from "./words.ts";

/** How often each rule hid something, by rule id. */
export type Redactions = Map<string, number>;

/** @default of `fit`: as it is. It is asked after each replacing, for a placeholder may be longer than what it hides. */
export function redact(
  text: string,
  redactions?: Redactions,
  policy: Policy = NO_POLICY,
  fit: (text: string) => string = (same) => same,
): string {
  const table = tableFor(policy);
  let seen = scan(text, table.words);
  // A placeholder may change what its neighbours are taken for.
  for (let look = 0; look < LOOKS; look++) {
    const findings = merge(findingsIn(seen, table));
    if (findings.length === 0) return seen.text;
    const next = replaced(seen.text, findings, redactions);
    const fitting = fit(next);
    seen = fitting === next ? rescan(seen, findings, next) : scan(fitting, table.words);
  }
  return UNSETTLED; // made to confuse
}

const LOOKS = 9;
const UNSETTLED = "***CONTENT***";

/**
 * Made with its rule first. V8 keeps what it knows of the fields of objects by the names of their first ones, and many a host has
 * `{ start, end }` with fractions in them: our whole numbers would be stored as such, and all that is made of them slower by half.
 */
interface Finding extends Replaced {
  rule: string;
}

function findingsIn(seen: Scan, table: Table): Finding[] {
  const findings: Finding[] = [];
  find(seen, table, findings);
  for (const view of decodedViews(seen.text, seen.runs)) {
    const hidden: Finding[] = [];
    find(scan(view.text, table.words), table, hidden);
    for (const finding of hidden)
      findings.push({ ...finding, start: view.startOf(finding.start), end: view.endOf(finding.end) });
  }
  return findings;
}

/** What runs under a policy, and its words: the rules' first, then the literals'. */
interface Table {
  words: Words;
  rules: readonly Calling[];
  literals: readonly Literal[];
}

/** All of one shape, for they are asked of every text; `run` and `digits` are NEVER where a rule has none. */
type Calling = Required<Pick<RedactionRule, "id" | "placeholder" | "run" | "digits" | "find">>;

const NEVER = 2 ** 31 - 1;

/** A process has one policy; made with its first text. */
const tables = new WeakMap<Policy, Table>();

function tableFor(policy: Policy): Table {
  const known = tables.get(policy);
  if (known !== undefined) return known;
  const { literals, relaxed } = policy;
  const rules = RULES.filter(({ id }) => !relaxed.has(id));
  const table = {
    words: wordsOf([...rules.map(({ needles }) => needles), ...literals.map(({ value }) => [value])]),
    rules: rules.map(({ id, placeholder, run = NEVER, digits = NEVER, find }) => ({
      id,
      placeholder,
      run,
      digits,
      find,
    })),
    literals,
  };
  tables.set(policy, table);
  return table;
}

const NOWHERE: readonly number[] = [];

function find(seen: Scan, table: Table, findings: Finding[]): void {
  const { text, places } = seen;
  const longest = longestRun(seen);
  const digits = mostDigits(seen);
  const { rules, literals } = table;
  let current: Calling | undefined;
  const hide = (start: number, end: number, rule?: string) => {
    if (current === undefined || (text[start] === "*" && PLACEHOLDER.test(text.slice(start, end)))) return;
    findings.push({ rule: rule ?? current.id, placeholder: current.placeholder, start, end });
  };
  for (let index = 0; index < rules.length; index++) {
    const own = places[index];
    current = rules[index] as Calling;
    if (own === undefined && longest < current.run && digits < current.digits) continue;
    current.find(seen, own ?? NOWHERE, hide);
  }
  for (let index = 0; index < literals.length; index++) {
    const own = places[rules.length + index];
    if (own !== undefined) findLiteral(text, own, literals[index] as Literal, findings);
  }
}

const PLACEHOLDER = /^\*{3}(?:[A-Z-]{1,32}\*{3})?$/;

/** Whole words only: a login that is part of another word is not meant. */
function findLiteral(text: string, places: readonly number[], literal: Literal, findings: Finding[]): void {
  const { value, placeholder, rule } = literal;
  for (const start of places) {
    const end = start + value.length;
    if (LETTER.test(text[start - 1] ?? " ") || LETTER.test(text[end] ?? " ")) continue;
    if (text.slice(start, end).toLowerCase() === value) findings.push({ rule, placeholder, start, end });
  }
}

const LETTER = /[A-Za-z0-9]/;

/** In order, and apart from each other. */
function merge(findings: Finding[]): Finding[] {
  if (findings.length < 2) return findings;
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

function replaced(text: string, findings: readonly Finding[], redactions: Redactions | undefined): string {
  let answer = "";
  let end = 0;
  for (const finding of findings) {
    answer += text.slice(end, finding.start) + finding.placeholder;
    end = finding.end;
    redactions?.set(finding.rule, (redactions.get(finding.rule) ?? 0) + 1);
  }
  return answer + text.slice(end);
}
