// What looks random, and what somebody may have written: it decides about every value without a telling shape.

import { expect, test } from "vitest";
import { isRandom } from "../../core/telemetry/sanitize/rules/secret-words.ts";

test.each([
  ["six characters", "a1b2c3"],
  ["fourteen digits", "12345678901234"],
  ["two digits in fifteen characters", "abcdefg12hijklm"],
  ["eight digits in twenty characters", "abcdefghijkl12345678"],
  ["a turn in every fifth character", "abcdef1ghijk2lmnopqr"],
  ["hexadecimal digits", "deadbeef1deadbeef"],
])("%s are random: %s", (_, value) => {
  expect(isRandom(value)).toBe(true);
});

test.each([
  ["five characters", "a1b2c"],
  ["letters alone", "qXzRkTbN"],
  ["thirteen digits", "1234567890123"],
  ["one digit in fifteen characters", "abcdefghij1klmn"],
  ["two digits in sixteen", "abcdefgh12ijklmn"],
  ["seven digits in twenty", "abcdefghijklm1234567"],
  ["eight digits in nineteen", "abcdefghijk12345678"],
  ["fewer turns", "abcdef1ghijklmnopqrs"],
  ["hexadecimal digits behind another letter", "gdeadbeef1deadbeef"],
  ["hexadecimal digits before another letter", "deadbeef1deadbeefg"],
  ["words", "Utf16.TextDecoderOptions"],
])("%s are not: %s", (_, value) => {
  expect(isRandom(value)).toBe(false);
});
