// What host programs and machines do to a recorder, one by one: it records, or counts what it dropped; the host notices nothing.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import webpack from "webpack";
import { readEvents } from "../../core/telemetry/store/index.ts";
import { collector, eventsIn, inProcess, temporaryFolder } from "./host.ts";

const NEW = `new TelemetryCollector({ enabled: true, dir: process.env.DATA, repo: "r" })`;

/** Each prints what `failures` came to; `stored` is how many events are on disk. */
const HOSTS: readonly (readonly [what: string, script: string, stored: number, failures: number])[] = [
  [
    "a deleted working directory",
    `const { mkdtempSync, rmdirSync } = await import("node:fs"); const gone = mkdtempSync(process.env.DATA + "gone"); process.chdir(gone); rmdirSync(gone); telemetry.record(new Error("x"));`,
    1,
    0,
  ],
  [
    "no descriptor left",
    `const { openSync, closeSync } = await import("node:fs"); const held = []; try { for (;;) held.push(openSync("/dev/null")); } catch {}
    telemetry.record(new Error("x")); for (const file of held) closeSync(file); telemetry.record(new Error("y"));`,
    2,
    0,
  ],
  [
    "descriptors that the host closes and takes",
    `const { openSync, closeSync, readdirSync, readFileSync, readlinkSync } = await import("node:fs"); telemetry.record(new Error("x"));
    for (const file of readdirSync("/proc/self/fd")) try { if (readlinkSync("/proc/self/fd/" + file).startsWith(process.env.DATA)) closeSync(Number(file)); } catch {}
    const own = process.env.DATA + ".host"; const held = Array.from({ length: 20 }, () => openSync(own, "a")); telemetry.record(new Error("y")); held.forEach((file) => closeSync(file));
    if (readFileSync(own, "utf8") !== "") telemetry.failures = 100;`,
    2,
    0,
  ],
  ["a umask of 777", `process.umask(0o777); telemetry.record(new Error("x")); telemetry.record(new Error("y"));`, 2, 0],
  [
    "a stopped clock",
    `Date.now = () => 0; globalThis.Date = class extends Date { constructor(...given) { super(...(given.length ? given : [0])); } }; telemetry.record(new Error("x"));`,
    1,
    0,
  ],
  [
    "no timers",
    `globalThis.setTimeout = () => { throw new Error("fake"); }; globalThis.setInterval = globalThis.setTimeout; globalThis.setImmediate = globalThis.setTimeout; telemetry.record(new Error("x"));`,
    1,
    0,
  ],
  ["a frozen global object", `Object.freeze(globalThis); telemetry.record(new Error("x"));`, 1, 0],
  [
    "frozen intrinsics",
    `for (const one of [Object, Array, Map, Set, String, RegExp, Error, Date, JSON, Math]) { Object.freeze(one); if (one.prototype) Object.freeze(one.prototype); } telemetry.record(new Error("x"));`,
    1,
    0,
  ],
  [
    "a JSON.stringify of its own",
    `JSON.stringify = () => { throw new Error("host"); }; telemetry.record(new Error("x"));`,
    0,
    1,
  ],
  [
    "an Array.prototype of its own",
    `Object.defineProperty(Array.prototype, "extra", { value: 1, enumerable: true }); telemetry.record(new Error("x"));`,
    1,
    0,
  ],
  [
    "an Object.prototype of its own",
    `Object.prototype.count = 7; Object.prototype.stack = "s"; telemetry.recordError("", "A", "E", "x");`,
    0,
    1,
  ],
  [
    "a getter that records",
    `const error = new Error("x"); Object.defineProperty(error, "message", { get() { return telemetry.record(error) || "again"; } }); telemetry.record(error);`,
    1,
    2, // V8 asks it once more, for the stack
  ],
  [
    "a prepareStackTrace that records",
    `Error.prepareStackTrace = (error) => { telemetry.record(error); return "Error\\n    at host"; }; telemetry.record(new Error("x"));`,
    1,
    1,
  ],
  [
    "a stack trace of no end",
    `Error.stackTraceLimit = Infinity; const dive = (depth) => depth === 0 ? telemetry.record(new Error("x")) : dive(depth - 1); dive(5000);`,
    1,
    0,
  ],
  ["source maps", `telemetry.record(new Error("x"));`, 1, 0],
  [
    "an asynchronous world of its own",
    `const { AsyncLocalStorage } = await import("node:async_hooks"); new AsyncLocalStorage().run({}, () => telemetry.record(new Error("x")));`,
    1,
    0,
  ],
];

test.each(HOSTS)("%s: it records, or counts what it dropped", (what, script, stored, failures) => {
  const data = join(temporaryFolder(), "data");
  const flags = what === "source maps" ? "--enable-source-maps" : undefined;
  const ended = inProcess(
    `const telemetry = ${NEW};\ntelemetry.recordError("", "", "", "");\n${script}\nprocess.stdout.write(telemetry.failures + "\\n");`,
    {
      environment: { DATA: data, ...(flags !== undefined && { NODE_OPTIONS: flags }) },
    },
  );
  expect(ended).toEqual({ status: 0, signal: null, stdout: `${failures}\n`, stderr: "" });
  const events = [...readEvents(data)];
  expect(events).toHaveLength(stored + 1);
  for (const { timestamp } of events) expect(timestamp.startsWith("20")).toBe(true);
});

test.each([
  ["none", {}],
  ["empty", { HOME: "" }],
  ["relative", { HOME: "home" }],
  ["not there", { HOME: "/nonexistent/home" }],
])("a home directory that is %s is no place to write into the repository", (_, home) => {
  const cwd = temporaryFolder();
  const script = `const telemetry = new TelemetryCollector({ enabled: true, repo: "matrix-of-homes" }); console.log(typeof telemetry.record("x"));`;
  const environment = { HOME: undefined, ...home, TELEMETRY_DIR: undefined };
  expect(inProcess(script, { cwd, environment })).toMatchObject({ status: 0, stdout: "string\n", stderr: "" });
  expect(existsSync(join(cwd, ".12-factor-telemetry"))).toBe(false);
  expect(existsSync(join(cwd, "home"))).toBe(false);
});

test("a full and a read-only disk are counted, and the host hears nothing", () => {
  if (process.getuid?.() !== 0) return;
  const mount = temporaryFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "none", mount]);
  try {
    const script = `
      const telemetry = new TelemetryCollector({ enabled: true, dir: process.env.DATA, repo: "r" });
      let ids = 0;
      for (let event = 0; event < 300; event++) if (telemetry.recordEvent({ error_message: "word ".repeat(50) }) !== "") ids++;
      console.log(ids, telemetry.failures);`;
    const full = inProcess(script, { environment: { DATA: join(mount, "data") } });
    expect(full).toMatchObject({ status: 0, stderr: "" });
    const [ids = 0, failures] = full.stdout.trim().split(" ").map(Number);
    expect(failures).toBe(300 - ids);
    expect(failures).toBeGreaterThan(0);
    expect([...readEvents(join(mount, "data"))]).toHaveLength(ids);
    execFileSync("mount", ["-o", "remount,ro", mount]);
    expect(inProcess(script, { environment: { DATA: join(mount, "data") } })).toMatchObject({
      status: 0,
      stdout: "0 300\n",
      stderr: "",
    });
  } finally {
    execFileSync("umount", [mount]);
  }
});

/** A program that imports the package as one that was installed. */
function application(source: string, name: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("core"), join(folder, "node_modules", "12-factor-telemetry"));
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

const APPLICATION = `
  import { TelemetryCollector } from "12-factor-telemetry";
  const telemetry = new TelemetryCollector({ enabled: true, dir: process.env.DATA, repo: "bundled" });
  class ReportError extends Error {}
  telemetry.record(new ReportError("from a bundle"), { agent: "A" });
  telemetry.getErrorSummary().then(({ total_errors }) => console.log(total_errors));`;

function runs(path: string, data: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path], {
    encoding: "utf8",
    env: { ...process.env, DATA: data },
  });
  return { status, stdout, stderr };
}

test.each([
  ["ES module", "esm" as const, "out.mjs"],
  ["CommonJS", "cjs" as const, "out.cjs"],
])("an application bundled by esbuild as %s records", async (_, format, out) => {
  const entry = application(APPLICATION, "app.mjs");
  const outfile = join(entry, "..", "bundle", out);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    format,
    logLevel: "error",
  });
  const data = join(temporaryFolder(), "data");
  expect(runs(outfile, data)).toEqual({ status: 0, stdout: "1\n", stderr: "" });
  expect(eventsIn(data)).toMatchObject([{ repo: "bundled", error_message: "from a bundle" }]);
});

test("an application bundled by webpack records", async () => {
  const entry = application(APPLICATION, "app.mjs");
  const folder = join(entry, "..", "bundle");
  await new Promise<void>((done, fail) => {
    const options = {
      mode: "production" as const,
      target: "node20",
      entry,
      output: { path: folder, filename: "out.cjs" },
      devtool: false as const,
    };
    webpack(options, (error, stats) =>
      (error ?? stats?.hasErrors()) ? fail(error ?? new Error(stats?.toString())) : done(),
    );
  });
  const data = join(temporaryFolder(), "data");
  expect(runs(join(folder, "out.cjs"), data)).toEqual({ status: 0, stdout: "1\n", stderr: "" });
  expect(eventsIn(data)).toMatchObject([{ error_message: "from a bundle" }]);
});

test("CommonJS and ES modules get the same collector, without a warning", () => {
  const path = application(
    `const { TelemetryCollector } = require("12-factor-telemetry");
     import("12-factor-telemetry").then((esm) => console.log(esm.TelemetryCollector === TelemetryCollector));
     new TelemetryCollector({ enabled: true, dir: process.env.DATA, repo: "r" }).record("from CommonJS");`,
    "app.cjs",
  );
  const data = join(temporaryFolder(), "data");
  expect(runs(path, data)).toEqual({ status: 0, stdout: "true\n", stderr: "" });
  expect(eventsIn(data)).toMatchObject([{ error_message: "from CommonJS" }]);
});

test("installed through a symlink, an event belongs to the repository that runs, not to the framework", () => {
  const path = application(APPLICATION.replace(`, repo: "bundled"`, ""), "app.mjs");
  const folder = join(path, "..");
  execFileSync("git", ["init", "-q", folder]);
  const data = join(temporaryFolder(), "data");
  spawnSync(process.execPath, [path], { cwd: folder, env: { ...process.env, DATA: data } });
  expect(eventsIn(data).map(({ repo }) => repo)).toEqual([folder.split("/").at(-1)]);
});

test("what was dropped is told in health.jsonl, sanitized, once and not for every event", () => {
  const { telemetry, stored } = collector();
  telemetry.record("first");
  const explode = () => {
    throw Object.assign(new Error("cannot open /home/ada/secret.txt"), { code: "EXPLODED" });
  };
  const hostile = {
    get agent() {
      return explode();
    },
  };
  for (let event = 0; event < 50; event++)
    telemetry.recordEvent(Object.defineProperty({}, "error_message", { get: explode }));
  telemetry.record("last", hostile as never);
  expect(telemetry.failures).toBe(50);
  expect(stored()).toHaveLength(2);
  const { directory } = (telemetry as unknown as { surroundings: { directory: string } }).surroundings;
  const health = readFileSync(join(directory, "health.jsonl"), "utf8");
  expect(health.trim().split("\n")).toHaveLength(1);
  expect(JSON.parse(health)).toMatchObject({
    dropped: { EXPLODED: 1 },
    last_error: "EXPLODED: cannot open /home/***/secret.txt",
  });
});
