// What a host process notices of recording: nothing. Real processes, on what `npm run build` built.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TelemetryCollector } from "../../core/telemetry/index.ts";
import { CORE, eventsIn, inProcess, temporaryFolder } from "./host.ts";

const RECORD = `new TelemetryCollector({ enabled: true, dir: process.env.DATA, repo: "r" }).record(new Error("last words"));`;

test.each([
  ["process.exit()", `${RECORD} process.exit(3);`, { status: 3, signal: null }],
  ["process.reallyExit()", `${RECORD} process.reallyExit(3);`, { status: 3, signal: null }],
  ["SIGKILL", `${RECORD} process.kill(process.pid, "SIGKILL"); for (;;);`, { status: null, signal: "SIGKILL" }],
  ["abort()", `${RECORD} process.abort();`, { status: null, signal: "SIGABRT" }],
  ["an exit handler", `process.on("exit", () => { ${RECORD} });`, { status: 0, signal: null }],
  [
    "a handler of uncaught errors",
    `process.on("uncaughtExceptionMonitor", () => { ${RECORD} }); throw 1;`,
    { status: 1, signal: null },
  ],
])("an event recorded right before %s is on disk", (_, script, end) => {
  const data = temporaryFolder();
  expect(inProcess(script, { environment: { DATA: data } })).toMatchObject(end);
  expect(eventsIn(data)).toMatchObject([{ error_message: "last words" }]);
  expect(eventsIn(data, "r_errors.jsonl")).toEqual(eventsIn(data));
});

test("record() returns what a reader already finds", () => {
  const dir = temporaryFolder();
  const telemetry = new TelemetryCollector({ dir, repo: "r", enabled: true });
  for (let events = 1; events <= 20; events++) {
    const id = telemetry.record(new Error(`${events}`));
    expect(eventsIn(dir).map(({ telemetry_id }) => telemetry_id)[events - 1]).toBe(id);
  }
});

test("recording loads no module that reaches out, starts no process and never loads the report", () => {
  const script = `
    ${RECORD}
    console.log(JSON.stringify(process.moduleLoadList));`;
  const { stdout, stderr } = inProcess(script, { environment: { DATA: temporaryFolder() } });
  expect(stderr).toBe("");
  const loaded: string[] = JSON.parse(stdout).map((name: string) => name.replace(/^NativeModule /, ""));
  expect(loaded).toContain("fs");
  for (const name of [
    "net",
    "dns",
    "tls",
    "dgram",
    "http",
    "https",
    "http2",
    "child_process",
    "cluster",
    "worker_threads",
    "inspector",
  ])
    expect(loaded).not.toContain(name);
  expect(
    loaded.filter((name) =>
      /^Internal Binding (?:tcp_wrap|udp_wrap|cares_wrap|process_wrap|tls_wrap|spawn_sync)$/.test(name),
    ),
  ).toEqual([]);
});

test("the check above finds what it looks for", () => {
  const { stdout } = inProcess(
    `await import("node:child_process"); console.log(JSON.stringify(process.moduleLoadList));`,
  );
  expect(JSON.parse(stdout)).toEqual(expect.arrayContaining(["NativeModule child_process", "NativeModule net"]));
});

test("recording loads nothing of report/, and the summary does", () => {
  const script = `
    import { register } from "node:module";
    import { readFileSync } from "node:fs";
    register("data:text/javascript," + encodeURIComponent(\`
      import { appendFileSync } from "node:fs";
      export async function load(url, context, next) { appendFileSync(process.env.LOADED, url + "\\\\n"); return next(url, context); }\`));
    const { TelemetryCollector: Fresh } = await import(process.env.CORE + "?fresh");
    const { TelemetryCollector: Door } = await import(new URL("telemetry/index.js?fresh", process.env.CORE));
    const telemetry = new Door({ enabled: true, dir: process.env.DATA, repo: "r" });
    telemetry.record(new Error("x"));
    console.log(/\\/report\\//.test(readFileSync(process.env.LOADED, "utf8")));
    await telemetry.getErrorSummary();
    console.log(/\\/report\\//.test(readFileSync(process.env.LOADED, "utf8")));`;
  const core = new URL("../../core/dist/index.js", import.meta.url).href;
  const environment = { DATA: temporaryFolder(), LOADED: join(temporaryFolder(), "loaded"), CORE: core };
  expect(inProcess(script, { environment })).toMatchObject({ status: 0, stdout: "false\ntrue\n", stderr: "" });
});

test("a process that records is left as one that never heard of telemetry: no listener, no timer, no output", () => {
  const script = `
    ${RECORD}
    const listeners = process.eventNames().map((name) => [String(name), process.listenerCount(name)]);
    const { NODE_OPTIONS } = process.env;
    console.log(JSON.stringify({ listeners, NODE_OPTIONS, umask: process.umask(), waits: process.getActiveResourcesInfo() }));`;
  const never = "data:text/javascript,export class BaseAgent {} export class TelemetryCollector { record() {} }";
  const [recorded, plain] = [CORE, never].map((from) =>
    inProcess(script, { from, environment: { DATA: temporaryFolder() } }),
  );
  expect(recorded).toMatchObject({ status: 0, stdout: expect.stringMatching(/"listeners"/), stderr: "" });
  expect(recorded).toEqual(plain);
});

test("what the collector cannot do it counts, and the host hears nothing of it", () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  for (const dir of [file, join(file, "inside"), "relative/dir", "\0"]) {
    const telemetry = new TelemetryCollector({ dir, repo: "r", enabled: true });
    expect(telemetry.failures).toBe(0);
    expect(telemetry.record(new Error("x"))).toBe("");
    expect(telemetry.recordError("r", "a", "E", "m")).toBe("");
    expect(telemetry.failures).toBe(2);
  }
});

test("a data directory that is removed under a long-lived host is made again", () => {
  const dir = join(temporaryFolder(), "data");
  const telemetry = new TelemetryCollector({ dir, repo: "r", enabled: true });
  telemetry.record("before");
  rmSync(dir, { recursive: true });
  telemetry.record("the one that finds out");
  expect(telemetry.record("after")).not.toBe("");
  expect(eventsIn(dir).at(-1)).toMatchObject({ error_message: "after" });
});

test("old events go with the first record of a process, without a daemon", () => {
  const dir = temporaryFolder();
  mkdirSync(dir, { recursive: true });
  const old =
    '{"timestamp":"2020-01-01T00:00:00.000Z","repo":"r","agent":"a","error_type":"E","error_message":"old","context":{},"telemetry_id":"00000001"}\n';
  writeFileSync(join(dir, "all_errors.jsonl"), old, { mode: 0o600 });
  new TelemetryCollector({ dir, repo: "r", enabled: true }).record("new");
  expect(eventsIn(dir).map(({ error_message }) => error_message)).toEqual(["new"]);
});
