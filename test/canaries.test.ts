// Ten thousand secrets of every kind, planted in every field and nesting of what is recorded: none reaches a file of the
// store or the output of a command.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { TelemetryCollector } from "../core/index.ts";
import { CONTEXT_KEYS } from "../core/telemetry/sanitize/index.ts";
import { telemetry, temporaryFolder } from "./cli/agent.ts";

/** Mixed as keys are; the part by which a leak is recognised. */
const mark = fc.stringMatching(/^[A-Z][a-z][0-9][A-Z][a-z][0-9][A-Z][a-z][0-9][A-Z][a-z][0-9]$/);

const KINDS: readonly ((mark: string) => string)[] = [
  (mark) => `ghp_${mark.repeat(3)}`,
  (mark) => `sk-proj-${mark}_${mark}-T3BlbkFJ${mark}`,
  (mark) => `AKIA${mark.toUpperCase().replace(/[0189]/g, "7")}ABCD`,
  (mark) => `xoxb-123456789012-1234567890123-${mark}${mark}`,
  (mark) => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${mark}${mark}`,
  (mark) => `password=${mark}`,
  (mark) => `{"client_secret": "${mark}"}`,
  (mark) => `Authorization: Bearer ${mark}${mark}`,
  (mark) => `Cookie: session=${mark}; theme=dark`,
  (mark) => `postgres://app:${mark}@db.internal:5432/main`,
  (mark) => `${mark.toLowerCase()}@example.com`,
  (mark) => `/Users/${mark}/notes.md`,
  (mark) => `C:\\Users\\${mark}\\notes.md`,
  (mark) => `-----BEGIN PRIVATE KEY-----\n${mark}\n-----END PRIVATE KEY-----`,
  (mark) => `Unexpected token 'H', "${mark} says" is not valid JSON`,
  (mark) => `[type=int_parsing, input_value='${mark} x', input_type=str]`,
  (mark) => Buffer.from(`the password=${mark} here`).toString("base64"),
  (mark) => encodeURIComponent(`/home/${mark}/x`),
];

const canary = fc.tuple(mark, fc.constantFrom(...KINDS)).map(([id, kind]) => ({ id, text: kind(id) }));
const around = fc.constantFrom(
  (text: string) => text,
  (text: string) => `failed: ${text}`,
  (text: string) => `a\n  ${text}\nb`,
);
const CANARIES_EACH = 20;
const EVENTS = 500;

test("ten thousand canaries in every field and nesting reach no file and no screen", { timeout: 120_000 }, () => {
  const dir = join(temporaryFolder(), "telemetry");
  const collector = new TelemetryCollector({ dir, repo: "pin-citer", enabled: true });
  const planted: { id: string; text: string }[] = [];
  const events = fc.sample(
    fc.tuple(fc.array(canary, { minLength: CANARIES_EACH, maxLength: CANARIES_EACH }), around),
    EVENTS,
  );
  for (const [canaries, wrap] of events) {
    planted.push(...canaries);
    const texts = canaries.map(({ text }) => wrap(text));
    plant(collector, texts.slice(0, 10), texts.slice(10));
  }
  expect({ planted: planted.length, failures: collector.failures }).toEqual({
    planted: CANARIES_EACH * EVENTS,
    failures: 0,
  });
  const files = readdirSync(dir).map((name) => `${name}\n${readFileSync(join(dir, name), "latin1")}`);
  const screens = [["summary"], ["patterns"], ["summary", "--json"], ["status"], ["audit"], ["audit", "--json"]].map(
    ([command = "", ...flags]) => {
      const { stdout, stderr } = telemetry([command, "--dir", dir, ...flags]);
      return stdout + stderr;
    },
  );
  const input = planted
    .slice(0, 500)
    .map(({ text }) => JSON.stringify({ error_message: text }))
    .join("\n");
  screens.push(telemetry(["explain"], { input }).stdout, telemetry(["explain", "--json"], { input }).stdout);
  const seen = [...files, ...screens].join("\n").toLowerCase();
  const leaked = planted.filter(({ id }) => seen.includes(id.toLowerCase()));
  expect(leaked.slice(0, 5)).toEqual([]);
});

/** One event, with a canary in each place that text can come from. */
function plant(collector: TelemetryCollector, texts: readonly string[], more: readonly string[]): void {
  const [
    message = "",
    name = "",
    code = "",
    cause = "",
    part = "",
    key = "",
    value = "",
    agent = "",
    repo = "",
    frame = "",
  ] = texts;
  const error = Object.assign(new Error(message, { cause: new AggregateError([new Error(part)], cause) }), {
    name,
    code,
  });
  error.stack = `${name}: ${message}\n    at f (${frame.replace(/\s+/g, " ")}:1:2)`;
  collector.record(error, { agent, operation: value, [key]: value, tool: key, nested: { value } });
  const context = Object.fromEntries([...CONTEXT_KEYS].map((allowed, index) => [allowed, more[index % more.length]]));
  collector.recordError(repo, agent, name, message, context);
  collector.recordEvent({
    repo,
    agent,
    error_message: cause,
    stack: [frame],
    cause: [{ error_type: name, error_message: part }],
    source: code,
    commit: key,
    telemetry_id: value,
    timestamp: message,
  });
}
