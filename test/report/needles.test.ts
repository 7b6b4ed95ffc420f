import { expect, test } from "vitest";
import { treeOf } from "../../core/telemetry/report/expression.ts";
import { needlesOf } from "../../core/telemetry/report/needles.ts";

test.each([
  ["Quota Exceeded", ["quota exceeded"]],
  ["ab", undefined],
  [{ message: "Of The Message" }, ["of the message"]],
  [{ message: "ab" }, undefined],
  [/Quota Exceeded/, ["quota exceeded"]],
  [/[Qq]uota/, ["quota"]],
  [/[Qx]uota/, ["uota"]],
  [/ab.cd/, undefined],
  [/abc.defg/, ["defg"]],
  [/abcd.efg/, ["abcd"]],
  [/error.xyz/, ["xyz"]],
  [/abc\b(?:def)/, ["abcdef"]],
  [/abc(?=xyzw)d/, ["abcd"]],
  [/(?:abc|defg)/, ["abc", "defg"]],
  [/(?:abc|de)/, undefined],
  [/(?:abc|abc)x/, ["abc"]],
  [/(?:abc|defgh).ijkl/, ["ijkl"]],
  [/(?:quota){0,2}xyz/, ["xyz"]],
  [/(?:quota){1,2}xyz/, ["quota"]],
  [/abc?def/, ["def"]],
  [/\x41\u0042C\./, ["abc."]],
  [/ab\ncde/, ["cde"]],
  [/abcéfghi/, ["fghi"]],
  [/ab\tcd/, undefined],
  [/\w{3}/, undefined],
] as const)("%s stands only where one of %j does", (sign, needles) => {
  expect(needlesOf(sign)).toEqual(needles);
});

test.each([
  ["a*", /"\*" has no end/],
  ["a+?", /"\+\?" has no end/],
  ["a{2,}", /"\{2,\}" has no end/],
  ["(a)\\1", /back-references/],
  ["(?<n>a)\\k<n>", /back-references/],
  ["(a", /\) is missing/],
  ["a)", /\) too many/],
])("%s may not be used", (source, problem) => {
  expect(() => treeOf(source)).toThrow(problem);
});

test.each([
  ["a{2}", { kind: "repeat", min: 2, max: 2 }],
  ["a{2,13}?", { kind: "repeat", min: 2, max: 13 }],
  ["a?", { kind: "repeat", min: 0, max: 1 }],
  ["[^a-z\\]]", { kind: "class", source: "[^a-z\\]]" }],
  ["[Nn]", { kind: "character", value: "N" }],
  ["[Nm]", { kind: "class", source: "[Nm]" }],
  ["\\p{Lu}", { kind: "class", source: "\\p{Lu}" }],
  ["\\d", { kind: "class", source: "\\d" }],
  [".", { kind: "class", source: "." }],
  ["\\.", { kind: "character", value: "." }],
  ["\\n", { kind: "character", value: "\n" }],
  ["\\x41", { kind: "character", value: "A" }],
  ["\\u0041", { kind: "character", value: "A" }],
  ["(?<=a)", { kind: "assertion", part: { kind: "sequence", parts: [{ kind: "character", value: "a" }] } }],
  ["\\b", { kind: "assertion" }],
  ["^", { kind: "assertion" }],
])("%s is read as what it is", (source, node) => {
  expect(treeOf(source)).toMatchObject({ kind: "sequence", parts: [node] });
});
