// Ten thousand secrets of every kind, planted in every field and nesting of what is recorded: none reaches a file of the
// store or the output of a command, however the process ends that records.

import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { TelemetryCollector } from "../core/index.ts";
import { CONTEXT_KEYS } from "../core/telemetry/sanitize/index.ts";
import { telemetry, temporaryFolder } from "./cli/agent.ts";
import { inProcess } from "./collect/host.ts";

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
  const screens = screensOf(dir);
  const input = planted
    .slice(0, 500)
    .map(({ text }) => JSON.stringify({ error_message: text }))
    .join("\n");
  screens.push(telemetry(["explain"], { input }).stdout, telemetry(["explain", "--json"], { input }).stdout);
  expect(leaked(planted, [...filesBelow(dir), ...screens])).toEqual([]);
});

/** How a process ends right behind its last record. */
const ENDS: readonly (readonly [name: string, end: string, status: number | null, signal: NodeJS.Signals | null])[] = [
  ["by itself", "", 0, null],
  ["by process.exit", "process.exit(3);", 3, null],
  ["by SIGKILL", "process.kill(process.pid, 'SIGKILL');", null, "SIGKILL"],
  [
    "by SIGTERM",
    "process.kill(process.pid, 'SIGTERM'); await new Promise((tick) => setTimeout(tick, 5000));",
    null,
    "SIGTERM",
  ],
  ["by an error that nobody catches", "throw Object.assign(new Error('end'), { stack: '' });", 1, null],
  ["by a rejection that nobody handles", "Promise.reject(Object.assign(new Error('end'), { stack: '' }));", 1, null],
  ["by process.abort", "process.abort();", null, "SIGABRT"],
];

test.each(ENDS)(
  "a process that ends %s leaves no canary in any file, not beside torn lines, nor when its store is cleaned",
  { timeout: 120_000 },
  (_, end, status, signal) => {
    const dir = join(temporaryFolder(), "telemetry");
    const planted = fc.sample(canary, 120);
    // Through a file, as the host's own source would show the canaries where Node prints an uncaught error.
    const canaries = join(temporaryFolder(), "canaries.json");
    writeFileSync(canaries, JSON.stringify(planted.map(({ text }) => text)));
    const ended = inProcess(
      `import { readFileSync } from "node:fs";
       const texts = JSON.parse(readFileSync(${JSON.stringify(canaries)}, "utf8"));
       const telemetry = new TelemetryCollector({ dir: ${JSON.stringify(dir)}, repo: "pin-citer", enabled: true });
       for (const [index, text] of texts.entries()) {
         const error = new Error(text, { cause: new Error(texts[(index + 1) % texts.length]) });
         telemetry.record(error, { agent: text, operation: text });
         telemetry.recordError(text, text, text, text, { tool: text, step: index });
       }
       ${end}`,
    );
    expect({ status: ended.status, signal: ended.signal }).toEqual({ status, signal });
    const stored = filesBelow(dir);
    expect(stored.join("\n")).toContain('"error_message"');
    // A torn line, as a machine that lost its power leaves it, and what a killed cleaner leaves: its lock and its aside.
    for (const file of readdirSync(dir).filter((name) => name.endsWith(".jsonl"))) {
      appendFileSync(join(dir, file), '{"timestamp":"2026-11-22T10:30:00.1');
    }
    writeFileSync(join(dir, "telemetry.lock"), "999999999\n", { mode: 0o600 });
    const screens = [...screensOf(dir), cleaned(dir)];
    expect(leaked(planted, [...stored, ended.stdout, ended.stderr, ...screens, ...filesBelow(dir)])).toEqual([]);
  },
);

/** Name and content of every file, lock and aside, however deep. */
function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(dir, name)).isFile())
    .map((name) => `${name}\n${readFileSync(join(dir, name), "latin1")}`);
}

function screensOf(dir: string): string[] {
  return [["summary"], ["patterns"], ["summary", "--json"], ["status"], ["audit"], ["audit", "--json"]].map(
    ([command = "", ...flags]) => {
      const { stdout, stderr } = telemetry([command, "--dir", dir, ...flags]);
      return stdout + stderr;
    },
  );
}

function cleaned(dir: string): string {
  const { stdout, stderr } = telemetry(["clean", "--dir", dir]);
  return stdout + stderr;
}

function leaked(
  planted: readonly { id: string; text: string }[],
  seen: readonly string[],
): { id: string; text: string }[] {
  const text = seen.join("\n").toLowerCase();
  return planted.filter(({ id }) => text.includes(id.toLowerCase())).slice(0, 5);
}

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
