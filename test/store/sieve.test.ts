// A search that leaves lines out finds what one finds that reads them all.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readEvents } from "../../core/telemetry/store/index.ts";
import { asciiJson } from "../../core/telemetry/store/line.ts";
import { sifted } from "../../core/telemetry/store/sieve.ts";
import { searchEvents, searchedIn } from "../../tools/search-events.ts";
import { temporaryFolder } from "../cli/agent.ts";
import { runs } from "../runs.ts";
import { lineOf } from "./folder.ts";

const plain = fc.constantFrom("index.lock", "ENOENT", "a=b", "x: y", "1.5", "K");
const any = fc.oneof(
  plain,
  fc.constantFrom("Straße", "İstanbul", "\u212aelvin", '"', "\\", "line\nline", " "),
  fc.string({ maxLength: 6, unit: "grapheme" }),
);

const textOf = (word: fc.Arbitrary<string>) => fc.array(word, { maxLength: 3 }).map((words) => words.join(" "));

const eventOf = (text: fc.Arbitrary<string>) =>
  fc.record({
    timestamp: fc.constantFrom("2026-11-20T10:00:00.000Z", "2026-11-21T23:59:59.999Z"),
    repo: text,
    agent: text,
    error_type: text,
    error_message: text,
    context: fc.dictionary(
      fc.constantFrom("operation", "tool"),
      fc.oneof(text, fc.integer(), fc.boolean(), fc.double()),
    ),
    telemetry_id: fc.integer({ min: 0, max: 0xffffffff }).map((id) => id.toString(16).padStart(8, "0")),
    stack: fc.array(text, { maxLength: 2 }),
    cause: fc.array(fc.record({ error_type: text, error_message: text }), { maxLength: 2 }),
  });
const event = fc.oneof(eventOf(textOf(plain)), eventOf(textOf(any)));

/** What no field says alone, and what JSON writes in another way. */
const joined = fc.constantFrom("operation=", "tool=1", ": ", " ENOENT", "é", '"', "\\", "kelvin", "1.5");
/** Ours, another program's, and what is none. */
const line = fc.oneof(
  { weight: 6, arbitrary: eventOf(textOf(plain)).map(asciiJson) },
  event.map(asciiJson),
  event.map((one) => JSON.stringify(one)),
  event.map(({ timestamp, ...one }) => JSON.stringify({ ...one, timestamp })),
  fc.constantFrom(
    "",
    "torn",
    '{"timestamp": "2026-11-20T10:00:00Z","error_message":"m","context":{"n":15e-1}}',
    '{"timestamp":"2026-11-20T10:00:00.000Z","repo":"index.lock',
  ),
);

test("of our own lines those stay that hold the text or may hold it unseen, and of all others every one", () => {
  const ours = (message: string) => asciiJson(JSON.parse(lineOf({ error_message: message })));
  const [lock, other, escaped] = [ours("INDEX.lock is there"), ours("no such file"), ours('said "no"')];
  const [foreign, torn] = ['{"repo":"a"}', other.slice(0, 60)];
  const siftedFor = (wanted: string, text: string) => {
    const bytes = Buffer.from(text);
    const { bytes: kept, ...place } = sifted({ bytes, start: 5, end: 5 + bytes.length }, wanted);
    expect(place).toEqual({ start: 5, end: 5 + bytes.length });
    return kept.toString();
  };
  const text = (...lines: string[]) => lines.map((line) => `${line}\n`).join("");
  const all = text(other, lock, other, escaped, foreign, other, torn, other, lock, other);
  expect(siftedFor("index.lock", all)).toBe(text(lock, escaped, foreign, torn, lock));
  expect(siftedFor("no such", all)).toBe(all.replaceAll(text(lock), ""));
  expect(siftedFor("nowhere", text(other, lock))).toBe("");
  expect(siftedFor("nowhere", text(lock) + other)).toBe(other); // its end is still to come
  for (const unlike of ["operation=read", "a: b", " lock", 'a"', "\\", "\u00e9"])
    expect(siftedFor(unlike, all)).toBe(all);
  const foreignLetters = text(other, lock.replace("there", "h\u00e9r\u00e9"));
  expect(siftedFor("nowhere", foreignLetters)).toBe(foreignLetters);
});

test("a search finds what it would find if every line were parsed", () => {
  const directory = temporaryFolder();
  mkdirSync(directory, { recursive: true });
  const window = { since: 0, until: Date.parse("2026-12-01") };
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.oneof(textOf(plain), textOf(any), joined), (lines, wanted) => {
      writeFileSync(join(directory, "all_errors.jsonl"), lines.map((one) => `${one}\n`).join(""), { mode: 0o600 });
      const all = [...readEvents(directory)].filter(
        ({ error_message, error_type, agent, repo, telemetry_id, ...rest }) =>
          [[error_message, error_type, agent, repo, telemetry_id].join("\n"), ...searchedIn({ ...rest } as never)].some(
            (part) => part.toLowerCase().includes(wanted.toLowerCase()),
          ),
      );
      const ids = (events: readonly { telemetry_id: string }[]) =>
        events.map(({ telemetry_id }) => telemetry_id).sort();
      expect(ids([...searchEvents(wanted, { directory, window })].map(({ event }) => event))).toEqual(ids(all));
    }),
    { numRuns: runs(400) },
  );
});
