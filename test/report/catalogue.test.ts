import { expect, test } from "vitest";
import { MOST_WAYS, waysOf } from "../../core/telemetry/report/effort.ts";
import { CATALOGUE, explain, type Failure, failureOf } from "../../core/telemetry/report/index.ts";
import { needlesOf } from "../../core/telemetry/report/needles.ts";
import { placesIn } from "../../core/telemetry/report/wording.ts";

const RULES = CATALOGUE.rules.map((rule) => [rule.id, rule] as const);

/** With its type apart, as a collector sees it, and with the type in the message, as a log tells it. */
const formsOf = (sample: string): Failure[] => [failureOf(sample), { error_type: "Error", error_message: sample }];

test.each(RULES)("%s recognises its samples, is the first to, and none of its near misses", (id, rule) => {
  expect(rule.samples.match.length).toBeGreaterThan(0);
  expect(rule.samples.noMatch.length).toBeGreaterThan(0);
  for (const sample of rule.samples.match)
    for (const form of formsOf(sample)) expect(explain(form), sample).toMatchObject({ family: id });
  for (const sample of rule.samples.noMatch)
    for (const form of formsOf(sample)) expect(explain(form).rules, sample).not.toContain(id);
});

test.each(RULES)("%s fills its words with what it captured, and its suggestion is a line", (_id, rule) => {
  const captured = JSON.stringify([rule.match.any, rule.match.all], (_key, value) => value?.source ?? value);
  for (const name of [rule.title, rule.suggestion, ...(rule.steps ?? [])].flatMap(placesIn))
    expect(["repos", "agents"].includes(name) || captured.includes(`(?<${name}>`), name).toBe(true);
  for (const sample of rule.samples.match) {
    const { suggestion } = explain(failureOf(sample));
    expect(suggestion.length, suggestion).toBeLessThanOrEqual(100);
    expect(suggestion).not.toMatch(/[{}]/);
  }
});

test.each(RULES)("%s is tried only where one of its needles stands", (_id, { match }) => {
  const { any = [], all = [] } = match;
  for (const sign of any) expect(needlesOf(sign), String(sign)).toBeDefined();
  if (any.length === 0) expect(all.some((sign) => needlesOf(sign) !== undefined)).toBe(true);
});

test.each(RULES)("%s is bounded: no hostile text makes its expressions try for long", (_id, { match }) => {
  for (const sign of [...(match.any ?? []), ...(match.all ?? []), ...(match.not ?? [])])
    if (sign instanceof RegExp) expect(waysOf(sign), sign.source).toBeLessThanOrEqual(MOST_WAYS);
});

test("ids are unique, and every rule says why and what to do", () => {
  expect(new Set(RULES.map(([id]) => id)).size).toBe(RULES.length);
  for (const [id, { title, cause, suggestion, docs = "https://" }] of RULES) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
    for (const words of [title, cause, suggestion]) expect(words).toMatch(/^\S.*\S$/);
    expect(docs).toMatch(/^https:\/\//);
  }
});

test("strings are in small letters, as they are compared", () => {
  for (const [id, { match }] of RULES)
    for (const sign of [...(match.any ?? []), ...(match.all ?? []), ...(match.not ?? [])])
      if (typeof sign === "string") expect(sign, id).toBe(sign.toLowerCase());
});
