// The catalogue proves itself: every rule stands with its samples, and this walk is their only reader.

import { expect, test } from "vitest";
import { type Redactions, RULES, sanitizeText } from "../../core/telemetry/sanitize/index.ts";
import { longestRun, mostDigits, scan } from "../../core/telemetry/sanitize/scan.ts";
import { wordsOf } from "../../core/telemetry/sanitize/words.ts";

const HIDDEN = RULES.flatMap((rule) =>
  rule.samples.hidden.map(([text, redacted]) => ({ id: rule.id, rule, text, redacted })),
);
const KEPT = RULES.flatMap(({ id, samples }) => samples.kept.map((text) => ({ id, text })));

test.each(HIDDEN)("$id: $text loses its private part and nothing else", ({ text, redacted }) => {
  const redactions: Redactions = new Map();
  expect(sanitizeText(text, redactions)).toBe(redacted);
  expect(redactions.size).toBeGreaterThan(0);
});

test.each(KEPT)("$id: $text stays as it is", ({ text }) => {
  const redactions: Redactions = new Map();
  expect(sanitizeText(text, redactions)).toBe(text);
  expect([...redactions]).toEqual([]);
});

test.each(HIDDEN)("$id: $text is found by its own rule, for which the text calls", ({ rule, text }) => {
  const seen = scan(text, wordsOf([rule.needles]));
  const [places = []] = seen.places;
  const isCalled =
    places.length > 0 || longestRun(seen) >= (rule.run ?? Infinity) || mostDigits(seen) >= (rule.digits ?? Infinity);
  expect(isCalled).toBe(true);
  const hidden: string[] = [];
  rule.find(seen, places, (start, end) => hidden.push(text.slice(start, end)));
  expect(hidden).not.toEqual([]);
});

test("every rule has an id of its own, a source, both kinds of samples and lower-case needles", () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { id, source, samples, needles } of RULES) {
    expect(id).toMatch(/^[a-z][a-z0-9-]{2,30}$/);
    expect(source, id).not.toBe("");
    expect(samples.hidden.length, id).toBeGreaterThan(0);
    expect(samples.kept.length, id).toBeGreaterThan(0);
    expect(needles, id).toEqual(needles.map((needle) => needle.toLowerCase()));
  }
});

test("every quantifier of every pattern is bounded", () => {
  for (const { id, patterns } of RULES) {
    for (const pattern of patterns) {
      const bare = pattern.source.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, "_");
      expect(bare, id).not.toMatch(/[*+]|\{\d+,\}/);
    }
  }
});

test.each([...new Set(RULES.map(({ placeholder }) => placeholder))])(
  "%s survives a second redaction",
  (placeholder) => {
    for (const frame of [
      "_",
      "'_'",
      "/Users/_/",
      "a@_",
      "https://_@host",
      "password=_",
      "Bearer _",
      '"_" is not valid JSON',
    ])
      expect(sanitizeText(frame.replace("_", placeholder))).toBe(frame.replace("_", placeholder));
  },
);

// Formats of the providers, put together here so that no scanner takes this file for a leak.
const RANDOM = "q7Rt2LmZ9xKc4VbN8sPd6WfY3hJg5TaEu1XoBv0ScDkQw";
const HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const TOKENS: readonly (readonly [prefix: string, body: string])[] = [
  ["sk-ant-", `api03-${RANDOM}`],
  ["sk-proj-", RANDOM],
  ["sk-or-v1-", HEX],
  ["sk-", RANDOM],
  ["ghp_", RANDOM.slice(0, 36)],
  ["ghs_", RANDOM.slice(0, 36)],
  ["github_pat_", `11${RANDOM.slice(0, 20).toUpperCase()}_${RANDOM}`],
  ["glpat-", RANDOM.slice(0, 20)],
  ["xoxb-", `123456789012-1234567890123-${RANDOM.slice(0, 24)}`],
  ["xapp-", `1-A012BCDEFGH-1234567890123-${HEX}`],
  ["sk_live_", RANDOM.slice(0, 24)],
  ["whsec_", RANDOM.slice(0, 32)],
  ["ASIA", "Q7RT2LMZ9XKC4VBN"],
  ["AIza", RANDOM.slice(0, 35)],
  ["ya29.", RANDOM],
  ["GOCSPX-", RANDOM.slice(0, 28)],
  ["npm_", RANDOM.slice(0, 36)],
  ["pypi-", `AgEIcHlwaS5vcmc${RANDOM}`],
  ["hf_", RANDOM.replace(/\d/g, "").slice(0, 34)],
  ["gsk_", RANDOM],
  ["xai-", RANDOM],
  ["SG.", `${RANDOM.slice(0, 22)}.${RANDOM.slice(0, 43)}`],
  ["dop_v1_", HEX],
  ["dckr_pat_", RANDOM.slice(0, 27)],
  ["hvs.", `CAES${RANDOM}`],
];

test.each(TOKENS)("a token %s... is hidden wherever it stands", (prefix, body) => {
  const token = prefix + body;
  for (const frame of ["_", "key _ refused", '"_"', "(_)", "a=_&b", "x-key:_,", "/v1/_"])
    expect(sanitizeText(frame.replace("_", token))).toBe(frame.replace("_", "***TOKEN***"));
});
