import { expect, test } from "vitest";
import { ownWords, stemWords } from "../../core/telemetry/report/stem-words.ts";

test.each([
  ["The Files are in an Index", "file are", "case, articles and plurals"],
  ["a gas, 3s and v2s as class1s", "gas 3s and v2s as class1s", "what only looks like a plural"],
  ["foo-bar_baz: qux!", "foo bar baz qux", "punctuation"],
  ["0 of 9 and a to z", "0 of 9 and to z", "digits and single letters"],
  ["Zürich À la carte, déjà vu", "zürich à la carte déjà vu", "no letter of another language"],
  ["日本語 エラー", "日本語 エラー", "nor another writing"],
  ["→ done — “quoted” … ✓ ok \u2bff \ufffd", "done quoted ok", "signs beyond ASCII"],
  ["\u1fff \u2000 \u2bff \u2c00", "\u1fff \u2c30", "no sign between the last Greek and the first Glagolitic letter"],
])("%j is compared as %j: %s", (text, words) => {
  expect(stemWords(text)).toBe(words);
});

test.each([
  ["cannot read <path> now", "cannot read * now"],
  ["<path> <path> <int> left", "* left"],
  ["<path> and <path> left", "* left"],
  ["<path> or <path> left", "* or * left"],
  ["<path:1> and <path:1> left", "* left"],
  ["x and <path> left", "x and * left"],
  ["a < b <nothing here>", "b nothing here"],
  ["unexpected token '<' here", "unexpected token html here"],
  ["unexpected '<html>' here", "unexpected html here"],
  ["expected <int:1> here, got <int:1> there", "expected *:1 here got *:1 there"],
  ["expected <int> here, got <int:12> there", "expected * here got *:12 there"],
  ["<int> == <int> is no answer", "* is no answer"],
])("a value is a star, and numbered where values are compared: %j", (template, words) => {
  expect(stemWords(template)).toBe(words);
});

test.each([
  ["no such row <int>", "no such"],
  ["import x from <path>", "import x"],
  ["waiting for <dur>", "waiting"],
  ["the tool waiting for <dur>", "tool"],
  ["error for user id <id>", "error"],
  ["failed on attempt <int>", "failed"],
  ["read from <path> line <int>", "read"],
  ["failed at character", "failed"],
  ["cannot go on with", "cannot go"],
  ["an error in comparison", "error"],
  ["in comparison", "in comparison"],
  ["could not do it while calling a function", "could not do it"],
  ["bad thing while calling a function", "bad thing while calling function"],
  ["bad <name> of it while calling a function", "bad * of it"],
  ["while scanning for a key", "while scanning"],
])("what only says where or when, at the end, does not count: %j", (template, words) => {
  expect(stemWords(template)).toBe(words);
});

test.each([
  ["branch <name> is already used by worktree", "* is already used by worktree"],
  ["file <path> is not here at all", "* is not here at all"],
  ["file <path> is not here", "file * is not here"],
  ["the bright file <path> is not here at all", "bright file * is not here at all"],
])("what kind of thing is named in front does not matter before a statement: %j", (template, words) => {
  expect(stemWords(template)).toBe(words);
});

test.each([
  ["", 0],
  ["a", 0],
  ["no", 1],
  ["a no * b *:1 such file", 3],
])("%j has %i words of its own", (words, own) => {
  expect(ownWords(words)).toBe(own);
});
