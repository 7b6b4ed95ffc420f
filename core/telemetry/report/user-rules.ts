// The user's own rules: a JSON text becomes rules, or what is wrong with it, by line and field. It is data of somebody's, as
// untrusted as an event: whatever it holds, nothing is thrown, and no expression may try for long.

import { MOST_WAYS, waysOf } from "./effort.ts";
import { linesOfValues } from "./json-places.ts";
import { SHORTEST_NEEDLE } from "./needles.ts";
import type { FailureRule, Match, Sign } from "./rule.ts";
import { placesIn } from "./wording.ts";

export interface RuleProblem {
  /** From 1. */
  line: number;
  /** "rules[0].match.any[1]"; "" for the file as a whole. */
  field: string;
  problem: string;
}

export interface ReadRules {
  rules: FailureRule[];
  /** A rule that is named here is not among the rules. */
  problems: RuleProblem[];
}

/** Characters of a file, and rules in it: each more costs every event. */
const TEXT_CHARACTERS = 1 << 20;
const MOST_RULES = 500;
/** Characters. */
const SIGN_CHARACTERS = 300;
const WORD_CHARACTERS = 500;
const HOUR_MS = 60 * 60 * 1000;

/** `{"rules": [...]}`; docs/rules.md. `taken`: ids of other rules. */
export function readUserRules(text: string, taken: ReadonlySet<string>): ReadRules {
  if (text.length > TEXT_CHARACTERS) return nothing(1, `longer than ${TEXT_CHARACTERS} characters`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return nothing(
      lineOfSyntaxError(text, (error as SyntaxError).message),
      "no JSON here; it is strict: no comments, no comma before a bracket",
    );
  }
  const lines = linesOfValues(text);
  const entries = isRecord(json) ? json["rules"] : undefined;
  if (!Array.isArray(entries)) return nothing(1, 'must be an object like {"rules": [ … ]}');
  if (entries.length > MOST_RULES) return nothing(1, `has more than ${MOST_RULES} rules`);
  const known = new Set(taken);
  const read: ReadRules = { rules: [], problems: [] };
  for (const [index, entry] of entries.entries()) {
    const form = new Form(lines, ["rules", index]);
    const rule = ruleFrom(entry, form, known);
    if (form.problems.length === 0) read.rules.push(rule);
    known.add(rule.id);
    read.problems.push(...form.problems);
  }
  return read;
}

const nothing = (line: number, problem: string): ReadRules => ({ rules: [], problems: [{ line, field: "", problem }] });

/** V8 says where, in characters. */
function lineOfSyntaxError(text: string, message: string): number {
  const position = /at position (\d{1,12})/.exec(message)?.[1];
  return text.slice(0, position === undefined ? text.length : Number(position)).split("\n").length;
}

type Key = string | number;

/** What is filled in at a place of the file, and what is wrong with it. */
class Form {
  readonly problems: RuleProblem[] = [];
  readonly #lines: ReadonlyMap<string, number>;
  readonly #path: readonly Key[];

  constructor(lines: ReadonlyMap<string, number>, path: readonly Key[]) {
    this.#lines = lines;
    this.#path = path;
  }

  wrong(keys: readonly Key[], problem: string): void {
    const path = [...this.#path, ...keys];
    let line: number | undefined;
    for (let length = path.length; length >= 0 && line === undefined; length--)
      line = this.#lines.get(path.slice(0, length).join("/"));
    const field = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
    this.problems.push({ line: line ?? 1, field: field.slice(1), problem });
  }

  object(value: unknown, keys: readonly Key[], allowed: readonly string[]): Record<string, unknown> {
    if (!isRecord(value)) {
      this.wrong(keys, "must be an object");
      return {};
    }
    for (const key of Object.keys(value))
      if (!allowed.includes(key)) this.wrong([...keys, key], `is not known here; known are ${allowed.join(", ")}`);
    return value;
  }

  list(value: unknown, keys: readonly Key[]): readonly unknown[] {
    if (value === undefined) return [];
    if (Array.isArray(value) && value.length <= 100) return value;
    this.wrong(keys, "must be a list of at most 100");
    return [];
  }

  text(value: unknown, keys: readonly Key[], otherwise?: string, longest: number = WORD_CHARACTERS): string {
    if (value === undefined && otherwise !== undefined) return otherwise;
    if (typeof value === "string" && value.trim() !== "" && value.length <= longest) return value;
    this.wrong(keys, `must be a text of at most ${longest} characters`);
    return "";
  }

  /** A whole number above 0. */
  amount(value: unknown, keys: readonly Key[]): number | undefined {
    if (value === undefined || (Number.isSafeInteger(value) && (value as number) > 0))
      return value as number | undefined;
    this.wrong(keys, "must be a whole number above 0");
    return undefined;
  }

  one<T extends string>(value: unknown, keys: readonly Key[], of: readonly T[]): T | undefined {
    if (value === undefined || of.includes(value as T)) return value as T | undefined;
    this.wrong(keys, `must be one of ${of.join(", ")}`);
    return undefined;
  }
}

const FIELDS = [
  "id",
  "title",
  "match",
  "scope",
  "severity",
  "cause",
  "suggestion",
  "steps",
  "docs",
  "noise",
  "samples",
];

function ruleFrom(entry: unknown, form: Form, taken: ReadonlySet<string>): FailureRule {
  const given = form.object(entry, [], FIELDS);
  const id = idFrom(given["id"], form, taken);
  const match = matchFrom(given["match"], form);
  const [noise, docs] = [form.one(given["noise"], ["noise"], ["harness", "user", "environment"]), given["docs"]];
  if (docs !== undefined && !(typeof docs === "string" && /^https:\/\/\S{1,400}$/.test(docs)))
    form.wrong(["docs"], "must be an address that begins with https://");
  const samples = form.object(given["samples"] ?? {}, ["samples"], ["match", "no_match"]);
  const rule: FailureRule = {
    id,
    title: form.text(given["title"], ["title"], `${id} in {repos}`),
    match,
    scope: scopeFrom(given["scope"], form),
    severity: form.one(given["severity"], ["severity"], ["high", "medium", "low"]) ?? "medium",
    cause: form.text(given["cause"], ["cause"], "A rule of your own recognises it."),
    suggestion: form.text(given["suggestion"], ["suggestion"]),
    steps: texts(given["steps"], ["steps"], form),
    ...(typeof docs === "string" && { docs }),
    ...(noise !== undefined && { noise }),
    samples: {
      match: texts(samples["match"], ["samples", "match"], form, 4096),
      noMatch: texts(samples["no_match"], ["samples", "no_match"], form, 4096),
    },
  };
  checkPlaces(rule, form);
  return rule;
}

const texts = (value: unknown, keys: readonly Key[], form: Form, longest?: number): string[] =>
  form.list(value, keys).map((item, index) => form.text(item, [...keys, index], undefined, longest));

function idFrom(value: unknown, form: Form, taken: ReadonlySet<string>): string {
  const id = form.text(value, ["id"]);
  if (id !== "" && !/^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,8}$/.test(id))
    form.wrong(["id"], "must be small words like my-failure");
  if (taken.has(id)) form.wrong(["id"], `"${id.slice(0, 60)}" is the id of another rule`);
  return id;
}

function scopeFrom(value: unknown, form: Form): FailureRule["scope"] {
  const given = form.object(value ?? {}, ["scope"], ["min_count", "window_hours", "min_repos", "counts"]);
  const hours = form.amount(given["window_hours"], ["scope", "window_hours"]);
  const minRepos = form.amount(given["min_repos"], ["scope", "min_repos"]);
  const counts = form.one(given["counts"], ["scope", "counts"], ["same", "all"]);
  return {
    minCount: form.amount(given["min_count"], ["scope", "min_count"]) ?? 2,
    ...(hours !== undefined && { windowMs: hours * HOUR_MS }),
    ...(minRepos !== undefined && { minRepos }),
    ...(counts !== undefined && { counts }),
  };
}

function matchFrom(value: unknown, form: Form): Match {
  const given = form.object(value, ["match"], ["any", "all", "not"]);
  const signs = (name: "any" | "all" | "not") =>
    form.list(given[name], ["match", name]).map((item, index) => signFrom(item, ["match", name, index], form));
  const match = { any: signs("any"), all: signs("all"), not: signs("not") };
  if (match.any.length + match.all.length === 0) form.wrong(["match"], "needs a sign in any or in all");
  return { ...(match.any.length > 0 && { any: match.any }), all: match.all, not: match.not };
}

function signFrom(value: unknown, keys: readonly Key[], form: Form): Sign {
  if (typeof value === "string") return wordFrom(value, keys, form);
  const given = form.object(value, keys, ["pattern", "message"]);
  if (given["message"] !== undefined) return { message: wordFrom(given["message"], [...keys, "message"], form) };
  const source = form.text(given["pattern"], [...keys, "pattern"], undefined, SIGN_CHARACTERS);
  try {
    const expression = new RegExp(source, "i");
    if (source !== "" && waysOf(expression) > MOST_WAYS)
      form.wrong(
        [...keys, "pattern"],
        "may try for too long on a hostile text: use fewer or shorter gaps than .{0,60}",
      );
    if (source !== "" && expression.test(""))
      form.wrong([...keys, "pattern"], "matches every text, as it matches none at all");
    return expression;
  } catch (error) {
    // SyntaxError, of V8 or of treeOf: both say what is wrong.
    form.wrong([...keys, "pattern"], (error as SyntaxError).message.slice(0, 200));
    return "";
  }
}

function wordFrom(value: unknown, keys: readonly Key[], form: Form): string {
  const word = form.text(value, keys, undefined, SIGN_CHARACTERS).toLowerCase().replace(/\s+/g, " "); // as texts are
  if (word !== "" && word.length < SHORTEST_NEEDLE) form.wrong(keys, `must have ${SHORTEST_NEEDLE} characters or more`);
  return word;
}

/** What the words name must be captured somewhere. */
function checkPlaces({ title, suggestion, steps = [], match }: FailureRule, form: Form): void {
  const captured = [...(match.any ?? []), ...(match.all ?? [])]
    .map((sign) => (sign instanceof RegExp ? sign.source : ""))
    .join("\n");
  const check = (text: string, keys: readonly Key[], known: readonly string[]) => {
    for (const place of placesIn(text))
      if (!known.includes(place) && !captured.includes(`(?<${place}>`))
        form.wrong(keys, `{${place}} is not captured: no pattern has a group (?<${place}>…)`);
  };
  check(title, ["title"], ["repos", "agents"]);
  check(suggestion, ["suggestion"], []);
  for (const [index, step] of steps.entries()) check(step, ["steps", index], []);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
