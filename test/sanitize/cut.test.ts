// Long text is cut before it is redacted, and the cut must not leave half of a secret where no rule knows it any more.

import { expect, test } from "vitest";
import { MESSAGE_CHARACTERS, sanitizeText } from "../../core/telemetry/sanitize/index.ts";

const filler = (characters: number) => "ordinary words of an error message ".repeat(characters / 35);
const BASE64 = `${"MIIEvQIBADANBgkqhkiG9w0BAQEFAASC".padEnd(64, "q7Xw2LpZ9vRk4TnB")}\n`;

test("a text that fits is not cut", () => {
  const text = filler(MESSAGE_CHARACTERS)
    .slice(0, MESSAGE_CHARACTERS - 1)
    .concat("x");
  expect(text).toHaveLength(MESSAGE_CHARACTERS);
  expect(sanitizeText(text)).toBe(text);
});

test("a long text keeps its head and its tail, and says where it was cut", () => {
  const clean = sanitizeText(`first words ${filler(50_000)} last words`);
  expect(clean).toMatch(/^first words .* \[\.\.\.\] .* last words$/);
  expect(clean.length).toBeLessThanOrEqual(MESSAGE_CHARACTERS);
  expect(clean.length).toBeGreaterThan(MESSAGE_CHARACTERS - 100);
});

test("a short limit keeps the head alone", () => {
  const clean = sanitizeText("The button is green and it should be blue. ".repeat(10), new Map(), 100);
  expect(clean).toMatch(/^The button is green.* \[\.\.\.\]$/);
  expect(clean.length).toBeLessThanOrEqual(100);
});

const TOKEN = `ghp_${"a1B2".repeat(9)}`;

test("no cut leaves half of a token, wherever it falls", () => {
  for (let shift = 0; shift < 60; shift++) {
    const text = `${"x ".repeat(1500)}${"y".repeat(shift)} ${TOKEN} ${filler(20_000)} ${TOKEN} ${"z ".repeat(490)}${"y".repeat(shift)}`;
    expect(sanitizeText(text)).not.toMatch(/a1B2|ghp_/);
    expect(sanitizeText(`${"x".repeat(shift)} user ${TOKEN} refused it`.padEnd(120, "."), new Map(), 60)).not.toMatch(
      /a1B2/,
    );
  }
});

test.each([
  ["a private key", `-----BEGIN PRIVATE KEY-----\n${BASE64.repeat(30)}-----END PRIVATE KEY-----`, /MIIE|VJTU/],
  ["a fenced file", `\`\`\`\n${"name: Ada\n".repeat(300)}\`\`\``, /Ada/],
  [
    "an issue's description",
    `issue description: ${"The patient Ada sleeps. ".repeat(100)}`,
    /Ada.*Ada.*Ada.*Ada.*Ada.*Ada/,
  ],
  ["a quoted input", `input_value='${"Ada ".repeat(500)}'`, /Ada/],
  ["one word of 3,000 characters", `eyJhbGciOiJIUzI1NiJ9.eyJ${"QWRh".repeat(800)}`, /QWRh/],
])("%s that starts in the part that goes does not end in the tail", (_, secret, private_) => {
  for (const before of [3100, 3500, 8000]) {
    const clean = sanitizeText(`failed ${filler(before)} ${secret} end`);
    expect(clean).toMatch(/^failed ordinary words/);
    expect(clean).not.toMatch(private_);
  }
});

test.each([
  ["a private key", `-----BEGIN PRIVATE KEY-----\n${BASE64.repeat(200)}-----END PRIVATE KEY-----`, /MIIE|VJTU/],
  ["a fenced file", `\`\`\`\n${"name: Ada\n".repeat(3000)}\`\`\``, /Ada/],
  ["a quoted input", `input_value='${"Ada ".repeat(5000)}'`, /Ada/],
])("%s that is longer than a message is hidden to its end", (_, secret, private_) => {
  expect(sanitizeText(`failed with ${secret}`)).not.toMatch(private_);
});

test("10 MB in one word, or in none, take no time", () => {
  for (const text of ["x".repeat(10_000_000), " ".repeat(10_000_000), "a ".repeat(5_000_000)]) {
    const started = performance.now();
    expect(sanitizeText(text).length).toBeLessThanOrEqual(MESSAGE_CHARACTERS);
    expect(performance.now() - started).toBeLessThan(250);
  }
});
