// The catalogue proves itself: every rule stands with its samples, and this walk is their only reader.

import { expect, test } from "vitest";
import { type Redactions, RULES, sanitizeText } from "../../core/telemetry/sanitize/index.ts";

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

test.each(HIDDEN)("$id: $text is let through by a needle of its rule", ({ rule, text }) => {
  expect(rule.needles.filter((needle) => text.toLowerCase().includes(needle))).not.toEqual([]);
  expect(text.search(rule.pattern)).not.toBe(-1);
});

test("every rule has an id of its own, a source, both kinds of samples and lower-case needles", () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { id, source, samples, needles, pattern } of RULES) {
    expect(id).toMatch(/^[a-z][a-z0-9-]{2,30}$/);
    expect(source, id).not.toBe("");
    expect(samples.hidden.length, id).toBeGreaterThan(0);
    expect(samples.kept.length, id).toBeGreaterThan(0);
    expect(needles.length, id).toBeGreaterThan(0);
    expect(needles, id).toEqual(needles.map((needle) => needle.toLowerCase()));
    expect(pattern.global, id).toBe(true);
  }
});

test("every quantifier of every pattern is bounded", () => {
  for (const { id, pattern } of RULES) {
    const bare = pattern.source.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, "_");
    expect(bare, id).not.toMatch(/[*+]|\{\d+,\}/);
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
const TOKENS: readonly (readonly [prefix: string, body: string])[] = [
  ["sk-ant-", "api03-Ab1-Cd2_Ef3"],
  ["sk-proj-", "Ab1Cd2Ef3Gh4"],
  ["sk-or-v1-", "0123456789abcdef"],
  ["sk-", "abc123def456"],
  ["ghp_", "a1B2".repeat(9)],
  ["ghs_", "a1B2".repeat(9)],
  ["github_pat_", "11ABCDEFG0_".repeat(4)],
  ["glpat-", "Ab1-".repeat(5)],
  ["xoxb-", "123456789012-abcdef"],
  ["xapp-", "1-A123-456-abc"],
  ["sk_live_", "4eC39HqLyjWDarjt"],
  ["whsec_", "Ab1+".repeat(5)],
  ["ASIA", "ABCDEFGH12345678"],
  ["AIza", "SyA1-".repeat(7)],
  ["ya29.", "a0Af_".repeat(5)],
  ["GOCSPX-", "Ab1-".repeat(6)],
  ["npm_", "Ab1C".repeat(9)],
  ["pypi-", "AgEIcHlwaS5v".repeat(3)],
  ["hf_", "AbCdEfGh".repeat(4)],
  ["gsk_", "Ab1C".repeat(8)],
  ["xai-", "Ab1C".repeat(8)],
  ["SG.", `${"Ab1_".repeat(5)}.${"Cd2-".repeat(8)}`],
  ["dop_v1_", "0a1b".repeat(16)],
  ["dckr_pat_", "Ab1-".repeat(6)],
  ["hvs.", "CAES".repeat(8)],
];

test.each(TOKENS)("a token %s... is hidden wherever it stands", (prefix, body) => {
  const token = prefix + body;
  for (const frame of ["_", "key _ refused", '"_"', "(_)", "a=_&b", "x-key:_,", "/v1/_"])
    expect(sanitizeText(frame.replace("_", token))).toBe(frame.replace("_", "***TOKEN***"));
});
