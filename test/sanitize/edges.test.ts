// Where rules end: the last text that is hidden, and the first that is not.

import { expect, test } from "vitest";
import { sanitizeText } from "../../core/telemetry/sanitize/index.ts";

const words = (characters: number) =>
  "many words of a text "
    .repeat(99)
    .slice(0, characters - 1)
    .concat("x");
const letters = (count: number) => "abcdefghij".repeat(9).slice(0, count);
const END = "-----END PRIVATE KEY-----";
const KEY = `-----BEGIN PRIVATE KEY-----\nMIIE\n${END}`;

test.each([
  ["a key without its beginning", `x: MIIEvQIBADANBgkq\n${END} ok`, "x:***TOKEN*** ok"],
  ["a key of sixteen characters", `:MIIEvQIBADANBgk\n${END}`, ":***TOKEN***"],
  ["a key without its beginning, behind another", `${KEY}:MIIEvQIBADANBgkq\n${END}!`, "***TOKEN***:***TOKEN***!"],
  ["each of two keys", `${KEY} and ${KEY}.`, "***TOKEN*** and ***TOKEN***."],
  ["a key that a certificate's end is in", `${KEY.replace("MIIE", "-----END CERTIFICATE-----")} ok`, "***TOKEN*** ok"],
  ["forty letters of a token", `Bearer ${letters(40)}`, "Bearer ***TOKEN***"],
  ["a padded token", "Basic abcdefg=", "Basic ***TOKEN***"],
  ["a cookie that begins as a word does", "cookie: nothing", "cookie: ***TOKEN***"],
  ["a cookie that ends as a word does", "cookie: this", "cookie: ***TOKEN***"],
  ["a quotation of 121 characters", `got it "${words(120)}"`, 'got it "***CONTENT***"'],
  ["a quotation at the beginning", `"${words(150)}" is it`, '"***CONTENT***" is it'],
  ["a quotation that was cut", `it is '${words(150)}`, "it is '***CONTENT***"],
  ["each of two quotations", `("${words(150)}", "${words(150)}")`, '("***CONTENT***", "***CONTENT***")'],
  ["a quotation behind a short one", `"a" "${words(150)}"`, '"a" "***CONTENT***"'],
  ["a message of 600 characters", `{"error": {"message": "${words(600)}"}}`, '{"error": {"message": "***CONTENT***"}}'],
  [
    "a message that is not of an error",
    `{"answer": {"message": "${words(200)}"}}`,
    '{"answer": {"message": "***CONTENT***"}}',
  ],
  [
    "a text of an error that is no message",
    `{"error": {"input": "${words(200)}"}}`,
    '{"error": {"input": "***CONTENT***"}}',
  ],
  ["a value with spaces", "expected a number, got 'two words of a text'", "expected a number, got '***CONTENT***"],
  ["an object", "payload={a:17}", "payload={***CONTENT***"],
  ["a line above carets", "/srv/a.mjs:3\nlet a = ;\n^^^\nSyntaxError", "/srv/a.mjs:3\n***CONTENT***\n^^^\nSyntaxError"],
  ["each of two lines above carets", "a:1\nb ;\n^\na:2\nc ;\n  ^", "a:1\n***CONTENT***\n^\na:2\n***CONTENT***\n  ^"],
  ["a home behind an address", "https://example.com /home/ada/x", "https://example.com /home/***/x"],
  ["a home beside an address in quotes", "'https://example.com'/home/ada/x", "'https://example.com'/home/***/x"],
  ["a home in a file's address", "file:///home/ada/x", "file:///home/***/x"],
])("%s is hidden", (_, text, redacted) => {
  expect(sanitizeText(text)).toBe(redacted);
});

test.each([
  ["an end with too little before it", `:MIIEvQIBADANBg\n${END}`],
  ["the end of a certificate", "MIIEvQIBADANBgkqMIIE\n-----END CERTIFICATE-----"],
  ["thirty-nine letters", `Bearer ${letters(39)}`],
  ["letters that are not the whole", `Bearer ${letters(40)}-`],
  ["a sign of equality in words", "Bearer abc=defgh"],
  ["a cookie that is not", "cookie: not"],
  ["a quotation of 120 characters", `got it "${words(119)}"`],
  ["a quotation behind a letter", `don't ${words(150)}`],
  ["eight long words in quotes", `"${`${letters(20)} `.repeat(7)}${letters(20)}"`],
  ["quoted lines", `"${words(150)}\n${words(150)}"`],
  ["a message of 599 characters", `{"error": {"message": "${words(599)}"}}`],
  ["one word", "expected a number, got 'just-one-word'"],
  ["carets below a text's first line", "let a = ;\n  ^"],
  ["carets below an empty line", "\nlet a = ;\n  ^"],
  ["carets below a line that no place stands above", "at once\nlet a = ;\n  ^"],
  ["a sign in a line", "/srv/a.mjs:3\na line\nb ^ c"],
  ["pages of an address", "http://h/home/ada/x wss://a.io/home/ada/x ws://a.io/home/ada/x ftp://a.io/Users/ada/x"],
])("%s stays", (_, text) => {
  expect(sanitizeText(text)).toBe(text);
});
