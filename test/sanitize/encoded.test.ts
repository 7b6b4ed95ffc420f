// One level of encoding does not carry a known shape past the rules.

import fc from "fast-check";
import { expect, test } from "vitest";
import { decodedViews } from "../../core/telemetry/sanitize/encoded.ts";
import { sanitizeText } from "../../core/telemetry/sanitize/index.ts";
import { scan } from "../../core/telemetry/sanitize/scan.ts";
import { wordsOf } from "../../core/telemetry/sanitize/words.ts";
import { runs } from "../runs.ts";

const KEY = `ghp_${"a1B2".repeat(9)}`;
/** What text is made of. */
const PRINTABLE = `\t\n\r${Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at)).join("")}`;
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

const views = (text: string) => decodedViews(text, scan(text, wordsOf([])).runs);
const printable = fc.string({ unit: fc.constantFrom(...PRINTABLE), minLength: 18, maxLength: 60 });

test("any printable text is read out of its hexadecimal and base64 digits, in its place", () => {
  const law = fc.property(printable, (text) => {
    for (const coat of [hex(text), hex(text).toUpperCase(), Buffer.from(text).toString("base64url"), base64(text)]) {
      if (coat.includes("/") || /^[A-Za-z]*$/.test(coat)) continue; // no run
      const [view, ...others] = views(`is ${coat} it`);
      expect(view?.text).toBe(text);
      expect([view?.startOf(3), view?.endOf(5)]).toEqual([3, 3 + coat.length]);
      expect(others).toEqual([]);
    }
  });
  fc.assert(law, { numRuns: runs(3_000) });
});

test("bytes that no text has are not read as text", () => {
  const others = Array.from({ length: 256 }, (_, byte) => byte).filter(
    (byte) => !PRINTABLE.includes(String.fromCharCode(byte)),
  );
  for (const byte of others) {
    const bytes = Buffer.from([...Buffer.from("ordinary words"), byte, ...Buffer.from("of a text")]);
    for (const coat of [bytes.toString("hex"), bytes.toString("base64url")]) expect(views(coat)).toEqual([]);
  }
});

test.each([
  ["24 digits are enough", hex("twelve signs"), 1],
  ["23 are not", hex("twelve signs").slice(1), 0],
  ["nor is what stands behind a sign", `state=${hex("eleven sign")}`, 0],
  ["one that is no digit", hex("an ordinary text").replace("2", "g"), 0],
  ["a letter beyond the digits", hex("an ordinary text").replace("6f", "6h"), 0],
  ["a percent sign", "50% of 20 %s", 0],
  ["a path", "C:\\Windows\\System", 0],
])("%s", (_, text, count) => {
  expect(views(text)).toHaveLength(count);
});

test("a view of escapes is the lines that have them, and knows where each character stood", () => {
  const text = "first\nx%41%42y z\nlast %";
  const [view, ...others] = views(text);
  expect(view?.text).toBe("xABy z");
  const original = (from: number, to: number) => text.slice(view?.startOf(from), view?.endOf(to));
  expect([original(0, 6), original(1, 2), original(2, 4)]).toEqual(["x%41%42y z", "%41", "%42y"]);
  expect(others).toEqual([]);
  expect(views('a\\u0041\\t\\"\\/b\nc').map(({ text }) => text)).toEqual(['aA\t"/b']);
});
