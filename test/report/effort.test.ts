import { expect, test } from "vitest";
import { MOST_WAYS, waysOf } from "../../core/telemetry/report/effort.ts";

test.each([
  [/abc/, 1, "a word fits, or it does not"],
  [/a.{3}b/, 1, "so many and no other number"],
  [/.{0,60}b/, 61, "as many as there are lengths"],
  [/a.{0,60}/, 1, "at the end nothing can fail any more"],
  [/.{0,60}$/, 61, "but an end of the line can"],
  [/.{0,60}(?!x)/, 61, "and so can what must not follow"],
  [/.{0,60}.{0,60}b/, 61 * 61, "each length of one with each of the other"],
  [/x(?:.{0,3}b){2}c/, 4 ** 2, "each length of each turn"],
  [/(?:.{0,3}b){1,2}c/, 4 ** 2 * 2, "and whether there is a second turn"],
  [/(a{1,50}){1,50}b/, 50 ** 50, "a run of runs"],
  [/(?:.{0,9}a|.{0,9}b)/, 19, "one or the other"],
  [/(?:get|put|post|head) x/, 1, "of several words one fits"],
  [/(?=.{0,9}x)y/, 10, "looking ahead"],
  [/\b(?!.{0,9}x).{0,9}y/, 10 * 10, "looking ahead, and then going there"],
  [/'[^']{1,99}'/, 1, "a run that ends where a quote begins"],
  [/x{0,9}y/, 1, "a run that another character ends"],
  [/x{0,9}X/, 10, "whose case does not matter"],
  [/x{0,9}\by/, 1, "whatever is asserted between"],
  [/x{0,9}\bx/, 10, "a run that goes on"],
  [/[A-Z]{0,9}a/, 1, "letters of the other case"],
  [/[A-Z]{0,9}a/i, 10, "where no case matters"],
  [/[A-Z]{0,9}a/gi, 10, "wherever it is looked for"],
  [/[ab]{0,9}[cd]/, 1, "classes that have no letter in common"],
  [/[ab]{0,9}[bc]/, 10, "classes that have one"],
  [/[ab]{0,9}[^x]/, 10, "a class of nobody knows what"],
  [/x{0,9}(?:y|z)/, 1, "neither of them"],
  [/x{0,9}(?:y|x)/, 10, "one of them"],
  [/x{0,9}(?:y|.)/, 10, "one of which may be anything"],
  [/x{0,9}(?:y|)x/, 10, "one of which is nothing"],
  [/x{0,9}(?:y|)/, 1, "at the end, which is nothing too"],
  [/x{0,9}y?x/, 10, "what may be left out"],
  [/x{0,9}y{1,2}x/, 1, "what may not"],
  [/(?:a|b){1,9}c/, 1, "turns that what follows ends"],
  [/(?:ab){0,9}A/, 10, "turns that what follows does not"],
  [/(?:.b){0,9}c/, 10, "turns that begin with anything"],
])("%s can be tried in %d ways: %s", (expression, ways) => {
  expect(waysOf(expression)).toBe(ways);
});

test.each(["$", "\\b!", "(?!a)", "(?=b)", "[^a]", "b", "(?:b|c)", "b?c", "a{2}b"])(
  "an expression may have two gaps before %j, and not three",
  (end) => {
    const waysWith = (gaps: number) => waysOf(new RegExp(`a${".{0,60}".repeat(gaps)}${end}`, "i"));
    expect(waysWith(2)).toBeLessThanOrEqual(MOST_WAYS);
    expect(waysWith(3)).toBeGreaterThan(MOST_WAYS);
  },
);
