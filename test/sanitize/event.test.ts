import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { EventDraft } from "../../core/telemetry/event.ts";
import { CONTEXT_KEYS, type Redactions, sanitizeEvent } from "../../core/telemetry/sanitize/index.ts";

const SPECIFIED: EventDraft = {
  timestamp: "2026-11-22T10:30:00.123Z",
  repo: "pin-citer",
  agent: "IssueProcessorAgent",
  error_type: "FileNotFoundError",
  error_message: "File not found: /Users/john/Documents/file.txt",
  context: { operation: "read", file_type: "txt", retry_count: 0 },
  telemetry_id: "a3f4b2c1",
};

test("the specification's example keeps everything but the user's name, its keys in order", () => {
  expect(JSON.stringify(sanitizeEvent(SPECIFIED))).toBe(
    '{"timestamp":"2026-11-22T10:30:00.123Z","repo":"pin-citer","agent":"IssueProcessorAgent","error_type":"FileNotFoundError",' +
      '"error_message":"File not found: /Users/***/Documents/file.txt","context":{"operation":"read","file_type":"txt","retry_count":0},' +
      '"telemetry_id":"a3f4b2c1","v":1}',
  );
});

const MAIL = "ada@example.org";

test("every string of an event passes the sanitizer", () => {
  const event = sanitizeEvent({
    timestamp: MAIL,
    repo: MAIL,
    agent: MAIL,
    error_type: MAIL,
    error_message: MAIL,
    context: { operation: MAIL, [MAIL]: MAIL },
    telemetry_id: MAIL,
    stack: [MAIL],
    cause: [{ error_type: MAIL, error_message: MAIL }],
    source: MAIL,
    commit: MAIL,
  });
  expect(JSON.stringify(event)).not.toContain("ada@");
  expect(JSON.stringify(event).match(/\*\*\*EMAIL\*\*\*/g)).toHaveLength(11);
});

test("a name is one line, and what the joined lines spell is hidden too", () => {
  const { agent, error_type } = sanitizeEvent({ ...SPECIFIED, agent: " a\r\n b\t", error_type: "Bearer\nabc-123456" });
  expect(agent).toBe("a b");
  expect(error_type).toBe("Bearer ***TOKEN***");
});

test("names, frames and causes are limited in length and number", () => {
  const event = sanitizeEvent({
    ...SPECIFIED,
    agent: "agent of many words ".repeat(100),
    stack: Array.from({ length: 50 }, (_, line) => `f${line} (a.ts:${line}:1) ${"x ".repeat(300)}`),
    cause: Array.from({ length: 50 }, () => ({ error_type: "E", error_message: "m ".repeat(9000) })),
  });
  expect(event.agent.length).toBeLessThanOrEqual(200);
  expect(event.stack).toHaveLength(20);
  expect(event.stack?.every((frame) => frame.length <= 300)).toBe(true);
  expect(event.cause).toHaveLength(5);
  expect(event.cause?.every(({ error_message }) => error_message.length <= 4096)).toBe(true);
});

test("what is not known is not there", () => {
  expect(Object.keys(sanitizeEvent({ ...SPECIFIED, stack: [], cause: [] }))).not.toContain("stack");
  expect(sanitizeEvent({ ...SPECIFIED, commit: "main" })).not.toHaveProperty("commit");
  expect(sanitizeEvent({ ...SPECIFIED, commit: "a".repeat(40) }).commit).toBe("a".repeat(40));
});

test("the context keeps known keys with flat values and counts what it dropped", () => {
  const redactions: Redactions = new Map();
  const context = {
    operation: "read /home/ada/notes.md",
    retry_count: 0,
    issue_description: "word ".repeat(100),
    status_code: Number.NaN,
    errno: Number.POSITIVE_INFINITY,
    tool: { name: "Bash" },
    model: null,
    step: 10n,
    phase: Symbol("phase"),
    line: () => 1,
    attempt: true,
    prompt: "the user's own words",
    __proto__: { code: "inherited" },
  };
  const clean = sanitizeEvent({ ...SPECIFIED, context }, redactions).context;
  expect(Object.keys(clean)).toEqual(["operation", "retry_count", "issue_description", "attempt"]);
  expect(clean["operation"]).toBe("read /home/***/notes.md");
  expect(String(clean["issue_description"]).length).toBeLessThanOrEqual(100);
  expect(redactions.get("context-key")).toBe(8);
});

test("what was kept of the context whole is not counted", () => {
  const redactions: Redactions = new Map();
  sanitizeEvent({ ...SPECIFIED, count: 7 }, redactions);
  expect([...redactions]).toEqual([["posix-home", 1]]);
});

test("a count is kept where there is one", () => {
  expect(sanitizeEvent({ ...SPECIFIED, count: 7 }).count).toBe(7);
  expect(sanitizeEvent(SPECIFIED)).not.toHaveProperty("count");
});

test("a text that came before is cleaned as it was then, also after many others", () => {
  const agents = Array.from({ length: 300 }, (_, agent) => `Agent${agent}`);
  for (const agent of [...agents, ...agents, MAIL, MAIL])
    expect(sanitizeEvent({ ...SPECIFIED, agent }).agent).toBe(agent === MAIL ? "***EMAIL***" : agent);
});

test("the length that was asked for holds for a text that was short enough before", () => {
  const text = "word ".repeat(24);
  expect(sanitizeEvent({ ...SPECIFIED, error_message: text }).error_message).toBe(text);
  const { context } = sanitizeEvent({ ...SPECIFIED, context: { operation: text } });
  expect(String(context["operation"]).length).toBeLessThanOrEqual(100);
});

test("docs/event-format.md describes every context key, and no other", () => {
  const table = readFileSync("docs/event-format.md", "utf8").split("## Context keys")[1] ?? "";
  const described = [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(
    ([, keys = ""]) => keys.match(/(?<=`)\w+(?=`)/g) ?? [],
  );
  expect(described.toSorted()).toEqual([...CONTEXT_KEYS].toSorted());
});
