// One level of encoding does not carry a known shape past the rules.

import { expect, test } from "vitest";
import { sanitizeText } from "../../core/telemetry/sanitize/index.ts";

const KEY = `ghp_${"a1B2".repeat(9)}`;
const base64 = (text: string) => Buffer.from(text).toString("base64");
const hex = (text: string) => Buffer.from(text).toString("hex");

test.each([
  ["percent", `GET /cb?t%3D${encodeURIComponent(KEY)}%26x failed`, "GET /cb?t%3D***TOKEN***%26x failed"],
  ["percent, in a path", "open %2FUsers%2Fada%2Fnotes.md", "open %2FUsers%2F***%2Fnotes.md"],
  ["percent, in an address", "to ada%40example.com", "to ***EMAIL***"],
  ["base64", `bad header ${base64(`key ${KEY} of ada`)} given`, "bad header ***TOKEN*** given"],
  ["base64 for addresses", `state=${Buffer.from("user ada@example.com").toString("base64url")}`, "state=***EMAIL***"],
  ["hexadecimal", `dump ${hex(`password=hunter2!zz ok`)} end`, "dump ***TOKEN*** end"],
  ["JSON", String.raw`{\"email\": \"ada\u0040example.com\"}`, String.raw`{\"email\": \"***EMAIL***\"}`],
  [
    "JSON slashes",
    String.raw`"https:\/\/ada:pw1@db.example.com\/x"`,
    String.raw`"https:\/\/***URL-CREDENTIALS***@db.example.com\/x"`,
  ],
])("a secret in %s is hidden, coat and all", (_, text, redacted) => {
  expect(sanitizeText(text)).toBe(redacted);
});

test.each([
  ["hexadecimal of nothing private", `digest ${hex("the quick brown fox")}`],
  ["a percent sign", "50% of 20 %s"],
  ["a Windows path", "C:\\new\\table\\users.ts"],
])("%s stays as it is", (_, text) => {
  expect(sanitizeText(text)).toBe(text);
});

test("a colour code before a key does not hide it from its rule", () => {
  expect(sanitizeText(`\u001b[31mbad key \u001b[1m${KEY}\u001b[0m`)).toBe("bad key ***TOKEN***");
});
