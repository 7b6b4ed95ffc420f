import fc from "fast-check";
import { expect, test } from "vitest";
import {
  CATALOGUE,
  catalogueWith,
  explain,
  failedSamples,
  failureOf,
  ruleDraft,
} from "../../core/telemetry/report/index.ts";
import { readUserRules } from "../../core/telemetry/report/user-rules.ts";
import { runs } from "../runs.ts";

const RULE = {
  id: "farm-quota",
  title: "{farm|A farm} is full in {repos}",
  match: { any: ["quota of the build farm", { pattern: "farm (?<farm>\\w{1,20}) is full" }], not: ["test farm"] },
  scope: { min_count: 3, window_hours: 24, min_repos: 2, counts: "all" },
  severity: "high",
  cause: "Too many builds.",
  suggestion: "Ask {farm|ops} for more",
  steps: ["Look at {farm|the farm}"],
  docs: "https://example.org/farm",
  noise: "environment",
  samples: {
    match: ["Quota of the build farm is used up", "farm west is full"],
    no_match: ["test farm: farm west is full"],
  },
};
const textOf = (...rules: unknown[]) => JSON.stringify({ rules }, undefined, 1);
const read = (text: string) => readUserRules(text, new Set(["disk-full"]));

test("a rule of the user's own comes before the built-in ones, with its captured names", () => {
  const { catalogue, problems, sources } = catalogueWith([{ path: "rules.json", text: textOf(RULE) }]);
  expect(problems).toEqual([]);
  expect(sources.get("farm-quota")).toBe("rules.json");
  expect(explain(failureOf("429 Too Many Requests: farm west is full"), catalogue)).toMatchObject({
    family: "farm-quota",
    suggestion: "Ask west for more",
  });
  const [rule] = catalogue.rules;
  expect(rule?.scope).toEqual({ minCount: 3, windowMs: 24 * 60 * 60 * 1000, minRepos: 2, counts: "all" });
  expect(rule && failedSamples(rule, catalogue)).toEqual([]);
});

test("a sample that no rule, or another one, recognises is told, and so is a near miss that is recognised", () => {
  const samples = { match: ["Nothing of the kind", "disk quota exceeded"], no_match: ["farm west is full"] };
  const { catalogue } = catalogueWith([{ path: "a", text: textOf({ ...RULE, samples }) }]);
  const [rule = CATALOGUE.rules[0]] = catalogue.rules;
  expect(rule && failedSamples(rule, catalogue).map(({ problem }) => problem)).toEqual([
    "is not recognised",
    "is recognised as disk-full",
    "is recognised, and must not be",
  ]);
});

test.each<[string, unknown, string, RegExp]>([
  ["an id that a built-in rule has", { ...RULE, id: "disk-full" }, "rules[0].id", /another rule/],
  ["an id that is no slug", { ...RULE, id: "Farm quota" }, "rules[0].id", /small words/],
  ["an unknown field", { ...RULE, colour: "red" }, "rules[0].colour", /not known/],
  ["no suggestion", { ...RULE, suggestion: undefined }, "rules[0].suggestion", /must be a text/],
  ["no match", { ...RULE, match: undefined }, "rules[0].match", /must be an object/],
  ["only what must not be", { ...RULE, match: { not: ["abc"] } }, "rules[0].match", /any or in all/],
  ["a sign that is too short", { ...RULE, match: { any: ["abc", "ab"] } }, "rules[0].match.any[1]", /3 characters/],
  [
    "an expression without an end",
    { ...RULE, match: { any: [{ pattern: "a+b" }] } },
    "rules[0].match.any[0].pattern",
    /no end/,
  ],
  [
    "nested quantifiers",
    { ...RULE, match: { any: [{ pattern: "(a{1,9}){1,9}b" }] } },
    "rules[0].match.any[0].pattern",
    /too long/,
  ],
  [
    "a back-reference",
    { ...RULE, match: { any: [{ pattern: "(abc)\\1" }] } },
    "rules[0].match.any[0].pattern",
    /back-ref/,
  ],
  ["no expression", { ...RULE, match: { any: [{ pattern: "(abc" }] } }, "rules[0].match.any[0].pattern", /./],
  [
    "an expression for everything",
    { ...RULE, match: { any: [{ pattern: ".{0,9}" }] } },
    "rules[0].match.any[0].pattern",
    /every text/,
  ],
  ["a name that nothing captures", { ...RULE, suggestion: "Ask {who}" }, "rules[0].suggestion", /not captured/],
  ["a count below one", { ...RULE, scope: { min_count: 0 } }, "rules[0].scope.min_count", /above 0/],
  ["docs that are no address", { ...RULE, docs: "javascript:alert(1)" }, "rules[0].docs", /https/],
])("%s is refused by its field, and the rule is left out", (_name, rule, field, problem) => {
  const answer = read(textOf(rule));
  expect(answer.problems.map((found) => found.field)).toContain(field);
  expect(answer.problems.find((found) => found.field === field)?.problem).toMatch(problem);
  expect(answer.rules).toEqual([]);
});

test("what a rule leaves out has a meaning, and what it gives is taken as it is", () => {
  const [least] = read(
    textOf({ id: "least", match: { all: [{ message: "Only In The Message" }] }, suggestion: "s" }),
  ).rules;
  expect(least).toEqual({
    id: "least",
    title: "least in {repos}",
    match: { all: [{ message: "only in the message" }], not: [] },
    scope: { minCount: 2 },
    severity: "medium",
    cause: "A rule of your own recognises it.",
    suggestion: "s",
    steps: [],
    samples: { match: [], noMatch: [] },
  });
  expect(read(textOf(RULE)).rules).toMatchObject([
    {
      severity: "high",
      docs: RULE.docs,
      noise: "environment",
      steps: RULE.steps,
      cause: RULE.cause,
      title: RULE.title,
    },
  ]);
});

const many = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));
const withLists = (count: number) => ({
  ...RULE,
  match: { any: many(count, (index) => `sign ${index}`) },
  title: "t",
  suggestion: "s",
  steps: many(count, () => "step"),
});

test.each<[string, number, (size: number) => string, RegExp]>([
  ["characters of a file", 1 << 20, (size) => textOf(RULE).padEnd(size), /^longer than 1048576/],
  ["rules", 500, (size) => textOf(...many(size, (index) => ({ ...RULE, id: `rule-${index}` }))), /^has more than 500/],
  ["characters of a word", 500, (size) => textOf({ ...RULE, cause: "c".repeat(size) }), /at most 500 characters/],
  [
    "characters of a sign",
    300,
    (size) => textOf({ ...RULE, title: "t", suggestion: "s", steps: [], match: { any: ["s".repeat(size)] } }),
    /at most 300/,
  ],
  [
    "characters of a sample",
    4096,
    (size) => textOf({ ...RULE, samples: { match: ["m".repeat(size)] } }),
    /at most 4096/,
  ],
  ["items of a list", 100, (size) => textOf(withLists(size)), /list of at most 100/],
  ["characters of an address", 408, (size) => textOf({ ...RULE, docs: "https://".padEnd(size, "d") }), /https/],
])("there may be so many %s: %i, and not one more", (_what, most, text, problem) => {
  expect(read(text(most)).problems).toEqual([]);
  expect(read(text(most + 1)).problems[0]?.problem).toMatch(problem);
});

test.each<[string, unknown, string]>([
  ["a severity that is none", { ...RULE, severity: "huge" }, "rules[0].severity"],
  ["a noise that is none", { ...RULE, noise: 1 }, "rules[0].noise"],
  ["a blank title", { ...RULE, title: " " }, "rules[0].title"],
  ["a list that is none", { ...RULE, steps: "one" }, "rules[0].steps"],
  ["a step that is none", { ...RULE, steps: ["one", 2] }, "rules[0].steps[1]"],
  ["a step with a name that nothing captures", { ...RULE, steps: ["one", "{who}"] }, "rules[0].steps[1]"],
  ["a title with a name that nothing captures", { ...RULE, title: "{who} in {repos}" }, "rules[0].title"],
  ["docs with an address in them", { ...RULE, docs: "see https://example.org" }, "rules[0].docs"],
  [
    "a sign of the message that is too short",
    { ...RULE, match: { all: [{ message: "ab" }] } },
    "rules[0].match.all[0].message",
  ],
  ["a sign of nothing", { ...RULE, match: { any: [{}] } }, "rules[0].match.any[0].pattern"],
  ["counts of something else", { ...RULE, scope: { counts: "none" } }, "rules[0].scope.counts"],
])("%s is named by its field", (_name, rule, field) => {
  expect(read(textOf(rule)).problems.map((found) => found.field)).toContain(field);
});

test.each(["[]", "5", "null", '{"rules": {}}', "{}"])("%s is no file of rules", (text) => {
  expect(read(text)).toEqual({
    rules: [],
    problems: [{ line: 1, field: "", problem: expect.stringMatching(/^must be an/) }],
  });
});

test("a mistake in one rule leaves the others", () => {
  const { rules, problems } = read(textOf(RULE, { id: "x" }, { ...RULE, id: "other" }, { ...RULE }));
  expect(rules.map(({ id }) => id)).toEqual(["farm-quota", "other"]);
  expect(problems.map(({ field }) => field)).toEqual([
    "rules[1].match",
    "rules[1].match",
    "rules[1].suggestion",
    "rules[3].id",
  ]);
});

test("a mistake is named by its line", () => {
  const text = `{
  "rules": [
    { "id": "one", "match": { "any": ["abc, [{", "\\"]"] }, "suggestion": "s" },
    {
      "id": "two",
      "match": {
        "any": [
          "abc",
          { "pattern": "a*" }
        ]
      },
      "suggestion": "s"
    }
  ]
}`;
  expect(read(text).problems.map(({ line, field }) => [line, field])).toEqual([
    [3, "rules[0].match.any[1]"],
    [9, "rules[1].match.any[0].pattern".replace("any[0]", "any[1]")],
  ]);
  expect(read('{\n "rules": [\n {,}\n]}').problems).toMatchObject([{ line: 3, field: "" }]);
  expect(read('{\n "rules": [').problems).toMatchObject([{ line: 2, field: "" }]);
});

test("a file of any shape is read without throwing, and what comes through recognises in linear time", () => {
  const key = fc.constantFrom(
    "id",
    "match",
    "any",
    "all",
    "not",
    "pattern",
    "message",
    "scope",
    "samples",
    "suggestion",
    "steps",
    "rules",
    "__proto__",
  );
  const shape = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>(
        null,
        true,
        1,
        -1,
        1e300,
        "",
        "abc",
        "a+",
        "(",
        "[",
        "\\",
        "\\u",
        "(?<n>",
        "a{2}{3}",
        "[^",
        "(?:a|b|c){0,9}",
      ),
      fc.string(),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(key, tie("value"), { maxKeys: 6 }),
    ),
  })).value;
  fc.assert(
    fc.property(shape, fc.string(), (value, text) => {
      for (const file of [JSON.stringify(value) ?? "", JSON.stringify({ rules: [value, value] }), text])
        expect(catalogueWith([{ path: "p", text: file }]).catalogue.rules.length).toBeGreaterThan(0);
    }),
    { numRuns: runs(1000) },
  );
  for (const deep of ["[".repeat(200_000), `{"rules":${"[".repeat(50_000)}${"]".repeat(50_000)}}`])
    expect(read(deep).rules).toEqual([]);
});

test("an expression of any shape is refused, or bounded", () => {
  const piece = fc.constantFrom(
    "a",
    "b",
    ".",
    "\\w",
    "[ab]",
    "(",
    ")",
    "(?:",
    "(?=",
    "|",
    "?",
    "{1,9}",
    "{0,60}",
    "{2}",
    "*",
    "+",
    "^",
    "$",
    "\\b",
    "abc",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const { catalogue } = catalogueWith([
        {
          path: "p",
          text: textOf({
            ...RULE,
            title: "t",
            suggestion: "s",
            steps: [],
            match: { any: [{ pattern: pieces.join("") }] },
          }),
        },
      ]);
      const leads = catalogue.search().leads.slice(0, 1);
      const started = performance.now();
      explain(
        { error_type: "Error", error_message: "ab".repeat(1000) },
        { ...catalogue, search: () => ({ leads, prefilter: () => [0] }) },
      );
      expect(performance.now() - started).toBeLessThan(500);
    }),
    { numRuns: runs(2000) },
  );
});

test("a drafted rule recognises the error that it was made of", () => {
  for (const message of [
    "Quota of farm 'x9' is used up after 33s",
    "It broke",
    "ETL: /srv/a/b.txt: stage 3 of 9 died",
    "The  farm\tis full",
    "It broke,\nwherever it was",
    "/a/b 'c' 5",
  ]) {
    const { catalogue, problems } = catalogueWith([{ path: "p", text: textOf(ruleDraft(failureOf(message))) }]);
    expect(problems).toEqual([]);
    const [rule = CATALOGUE.rules[0]] = catalogue.rules;
    expect(rule && failedSamples(rule, catalogue)).toEqual([]);
    expect(explain(failureOf(message), catalogue).family).toMatch(/^my/);
  }
});

test.each([
  ["Quota of farm 'x9' is used up after 33s", "my-is-used-up-after", "is used up after"],
  ["FarmError: It broke", "my-it-broke", "it broke"],
  ["ab 5 cd", "my-ab", "ab 5 cd"],
  ["abc 5 'ab'", "my-abc", "abc"],
  [`Farm ${"is full and ".repeat(12)}`, "my-farm-is-full-and", `farm ${"is full and ".repeat(6)}is`],
])("the draft of a rule for %j has id %s and looks for %j", (message, id, sign) => {
  expect(ruleDraft(failureOf(message))).toMatchObject({
    id,
    match: { any: [sign] },
    samples: { match: [message], no_match: [] },
  });
});

test("without rules of one's own the catalogue is the built-in one; a rule is known by its file, and so is a mistake", () => {
  expect(catalogueWith([]).catalogue).toBe(CATALOGUE);
  expect(catalogueWith([{ path: "a", text: textOf() }]).catalogue).toBe(CATALOGUE);
  const { sources, problems } = catalogueWith([
    { path: "a", text: textOf(RULE) },
    { path: "b", text: textOf(RULE, { ...RULE, id: "other" }, { ...RULE, id: "disk-full" }) },
  ]);
  expect([...sources]).toEqual([
    ["farm-quota", "a"],
    ["other", "b"],
  ]);
  expect(problems.map(({ path, field }) => [path, field])).toEqual([
    ["b", "rules[0].id"],
    ["b", "rules[2].id"],
  ]);
});

test("what was told of events is told anew when a rule looks for something else, and not when it says something else", () => {
  const looks = (parts: object = {}) =>
    catalogueWith([{ path: "a", text: textOf({ ...RULE, ...parts }) }]).catalogue.looks;
  const match = { any: ["quota of 1234 farms", { pattern: "farm (?<farm>\\d{2,3}) x 77" }] };
  expect(looks({ cause: "c", severity: "low", samples: {} })).toEqual(looks());
  const versions = [
    looks(),
    CATALOGUE.looks,
    looks({ id: "other" }),
    looks({ match }),
    looks({ match: { any: match.any.slice(1) } }),
  ];
  expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length);
  expect(looks({ match, title: "{farm}", suggestion: "s", steps: [] }).numbers).toEqual([
    "1234",
    "77",
    ...CATALOGUE.looks.numbers,
  ]);
});
