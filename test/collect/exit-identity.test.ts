// A process ends exactly as without us: the same exit code, signal and output, in every way that we know to end one. Each script runs
// twice in processes of its own, with the collector and with one that does nothing; in between it records a storm, so that all that
// the collector can leave behind (a listener, a timer, open files) is there.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CORE } from "./host.ts";

// Once an error's stack was read, by whomever, V8 no longer knows the line that threw it, which Node shows above a rejection's stack.
const fromItsName = (stderr: string) => stderr.slice(stderr.search(/^RangeError/m));
// Where in node:events a handler is called from depends on how many there are, and after a storm there is ours.
const withoutEmit = (stderr: string) => stderr.replace(/\(node:events:\d+:\d+\)/, "(node:events)");

/** `fail()` records. Flags are Node's. `seen` leaves out what is never the same twice. */
interface Way {
  script: string;
  flags?: string[];
  stdin?: string;
  seen?: (stderr: string) => string;
}

const ends = (script: string, more: Omit<Way, "script"> = {}): Way => ({ script, ...more });
const worker = (script: string) => `
  const { Worker } = await import("node:worker_threads");
  const source = ${JSON.stringify(script)};
  const worker = new Worker("const COLLECTOR = " + JSON.stringify(process.env.COLLECTOR) + ";" + PRELUDE + source + "})()", { eval: true });
  worker.on("exit", (code) => console.log("worker", code));`;

const WAYS: Record<string, Way> = {
  "its last line": ends(`fail();`),
  "a timer that is over": ends(`setTimeout(fail, 20);`),
  "an interval that is cleared": ends(`const timer = setInterval(() => { fail(); clearInterval(timer); }, 5);`),
  "an unref'd timer": ends(`fail(); setTimeout(() => console.log("never"), 5000).unref();`),
  "exit(0)": ends(`fail(); process.exit(0); console.log("never");`),
  "exit(3)": ends(`fail(); process.exit(3);`),
  "exit() from a promise": ends(`Promise.resolve().then(() => { fail(); process.exit(4); });`),
  "exit(-1)": ends(`fail(); process.exit(-1);`),
  "process.exitCode": ends(`fail(); process.exitCode = 5; fail();`),
  "process.exitCode and a throw": ends(`process.exitCode = 5; fail(); throw new Error("after");`),
  "reallyExit()": ends(`fail(); process.reallyExit(6);`),
  "abort()": ends(`fail(); process.abort();`),
  "a thrown error": ends(`fail(); throw new TypeError("host");`),
  "a thrown error with a cause": ends(`fail(); throw new Error("outer", { cause: new Error("inner") });`),
  "the error that was recorded": ends(
    `const error = new RangeError("mine"); telemetry.record(error); fail(); throw error;`,
    { seen: fromItsName },
  ),
  "a thrown string": ends(`fail(); throw "words";`),
  "a thrown null": ends(`fail(); throw null;`),
  "a thrown object whose getters throw": ends(`
    const error = Object.defineProperty({}, "stack", { get() { throw 1; } }); telemetry.record(error); fail(); throw error;`),
  "a throw in a timer": ends(`setTimeout(() => { fail(); throw new Error("late"); }, 5);`),
  "a throw in a tick": ends(`process.nextTick(() => { fail(); throw new Error("tick"); });`),
  "a throw in a microtask": ends(`queueMicrotask(() => { fail(); throw new Error("micro"); });`),
  "a stack overflow": ends(`const dive = () => dive() + 1; fail(); dive();`),
  "a stack overflow that was recorded": ends(
    `const dive = () => dive() + 1; try { dive(); } catch (error) { telemetry.record(error); fail(); throw error; }`,
    { seen: fromItsName },
  ),
  "a rejection": ends(`fail(); Promise.reject(new Error("rejected"));`),
  "a rejection with nothing": ends(`fail(); Promise.reject();`),
  "a rejection in an async function": ends(`(async () => { await null; fail(); throw new Error("async"); })();`),
  "a rejection under strict": ends(`fail(); Promise.reject(new Error("x"));`, {
    flags: ["--unhandled-rejections=strict"],
  }),
  "a rejection under warn": ends(`fail(); Promise.reject(new Error("x"));`, { flags: ["--unhandled-rejections=warn"] }),
  "a rejection under none": ends(`fail(); Promise.reject(new Error("x"));`, { flags: ["--unhandled-rejections=none"] }),
  "a rejection that is handled late": ends(`
    process.on("unhandledRejection", () => { fail(); console.log("unhandled"); });
    process.on("rejectionHandled", () => console.log("handled"));
    const promise = Promise.reject(new Error("x")); setTimeout(() => promise.catch(() => {}), 10);`),
  "a promise that never settles": ends(`fail(); await new Promise(() => {});`),
  "an import that fails": ends(`fail(); await import("./nowhere.mjs");`),
  "a syntax error": ends(`fail(); await import("data:text/javascript,let");`),
  "a handler of uncaught errors": ends(
    `process.on("uncaughtException", (error) => { fail(); console.log(error.message); }); throw new Error("caught");`,
  ),
  "a handler of uncaught errors that exits": ends(
    `process.on("uncaughtException", () => { fail(); process.exit(7); }); throw new Error("caught");`,
  ),
  "a handler of uncaught errors that throws": ends(
    `process.on("uncaughtException", () => { fail(); throw new Error("second"); }); throw new Error("first");`,
  ),
  "a monitor of uncaught errors": ends(
    `process.on("uncaughtExceptionMonitor", (error, origin) => { telemetry.record(error); fail(); console.log(origin); }); throw new Error("seen");`,
  ),
  "a capture callback": ends(
    `process.setUncaughtExceptionCaptureCallback((error) => { fail(); console.log(error.message); }); throw new Error("captured");`,
  ),
  "a domain": ends(`
    const domain = (await import("node:domain")).create();
    domain.on("error", (error) => { fail(); console.log(error.message); }); domain.run(() => { fail(); setTimeout(() => { throw new Error("in it"); }, 1); });`),
  SIGTERM: ends(`fail(); process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000);`),
  SIGINT: ends(`fail(); process.kill(process.pid, "SIGINT"); setInterval(() => {}, 1000);`),
  SIGHUP: ends(`fail(); process.kill(process.pid, "SIGHUP"); setInterval(() => {}, 1000);`),
  SIGUSR2: ends(`fail(); process.kill(process.pid, "SIGUSR2"); setInterval(() => {}, 1000);`),
  SIGKILL: ends(`fail(); process.kill(process.pid, "SIGKILL"); for (;;);`),
  "SIGTERM with a handler": ends(
    `process.on("SIGTERM", () => { fail(); process.exit(0); }); process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000);`,
  ),
  "SIGINT that is ignored": ends(
    `process.once("SIGINT", () => { fail(); console.log("not now"); clearInterval(timer); }); const timer = setInterval(() => {}, 1000); process.kill(process.pid, "SIGINT");`,
  ),
  "an exit handler with a code": ends(
    `process.on("exit", (code) => { fail(); console.log(code); process.exitCode = 8; }); fail();`,
  ),
  "an exit handler that throws": ends(`process.on("exit", () => { fail(); throw new Error("at the end"); }); fail();`, {
    seen: withoutEmit,
  }),
  "an exit handler that exits": ends(`process.on("exit", () => { fail(); process.exit(9); }); fail();`),
  "work before the exit": ends(
    `let rounds = 0; process.on("beforeExit", () => { fail(); console.log("round", rounds); if (rounds++ < 3) setTimeout(fail, 1); });`,
  ),
  "the end of its input": ends(`process.stdin.on("data", fail).on("end", () => console.log("end"));`, {
    stdin: "words\n",
  }),
  "output that nobody reads": ends(`
    process.stdout.on("error", (error) => { fail(); process.exitCode = 10; }); process.stdout.destroy(new Error("closed")); fail();`),
  "much output": ends(`fail(); process.stdout.write("x".repeat(200_000) + "\\n"); fail();`),
  "a server that is closed": ends(`
    const { createServer } = await import("node:net"); const server = createServer().listen(0, "127.0.0.1", () => { fail(); server.close(() => console.log("closed")); });`),
  "no memory": ends(`fail(); const held = []; for (;;) held.push(new Array(100_000).fill(held.length));`, {
    flags: ["--max-old-space-size=24"],
    seen: (stderr) => /FATAL ERROR: .*/.exec(stderr)?.[0] ?? stderr,
  }),
  "a deleted working directory": ends(`
    const { mkdtempSync, rmdirSync } = await import("node:fs"); const folder = mkdtempSync("/tmp/12-factor-gone-");
    process.chdir(folder); rmdirSync(folder); fail(); throw new Error("gone");`),
  "a warning": ends(`fail(); process.emitWarning("careful"); fail();`),
  "a worker's last line": ends(worker(`fail();`)),
  "a worker's exit": ends(worker(`fail(); process.exit(11);`)),
  "a worker's error": ends(worker(`fail(); throw new Error("in a worker");`)),
  "a worker's error that is listened to": ends(
    `${worker(`fail(); throw new Error("in a worker");`)} worker.on("error", (error) => { fail(); console.log(error.message); });`,
  ),
  "a worker that is terminated": ends(
    `${worker(`fail(); setInterval(() => {}, 1000); require("node:worker_threads").parentPort.postMessage(1);`)} worker.on("message", () => worker.terminate());`,
  ),
  "a fork that disconnects": ends(`
    const { fork } = await import("node:child_process");
    if (process.send) { fail(); process.on("message", () => { fail(); process.disconnect(); }); }
    else { const child = fork(process.argv[1]); fail(); child.send("go"); child.on("exit", (code, signal) => { fail(); console.log(code, signal); }); }`),
  "a cluster's worker that exits": ends(`
    const { default: cluster } = await import("node:cluster");
    if (cluster.isPrimary) { fail(); cluster.fork().on("exit", (code) => { fail(); console.log("worker", code); }); }
    else { fail(); process.exit(12); }`),
};

const PRELUDE = `
  const telemetry = new TelemetryCollector({ enabled: true, dir: process.env.DATA, repo: "r" });
  const fail = () => { for (let call = 0; call < 100; call++) telemetry.recordError("", "A", "E", "equal " + call); };`;

const SILENT = `export class TelemetryCollector { record() { return ""; } recordError() { return ""; } }`;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "12-factor-exit-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface End {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

const endings = new Map<string, { ours: End; plain: End; recorded: number }>();

beforeAll(async () => {
  writeFileSync(join(folder, "silent.mjs"), SILENT);
  const queue = Object.entries(WAYS).map(([name, way], index) => ({ name, way, index }));
  const work = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) await compare(job.name, job.way, job.index);
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));
}, 240_000);

test.each(Object.keys(WAYS))("a process that ends by %s ends as without us", (name) => {
  const { ours, plain, recorded } = endings.get(name) ?? expect.fail("it did not run");
  expect(ours).toEqual(plain);
  expect(recorded).toBeGreaterThan(0);
});

test("there are forty ways and more, and they differ", () => {
  expect(Object.keys(WAYS).length).toBeGreaterThan(40);
  const different = new Set([...endings.values()].map(({ plain }) => `${plain.code} ${plain.signal}`));
  expect(different.size).toBeGreaterThan(15);
});

async function compare(name: string, way: Way, index: number): Promise<void> {
  const script = join(folder, `${index}.mjs`);
  const body = way.script.includes("PRELUDE")
    ? `const PRELUDE = "(async () => { const { TelemetryCollector } = await import(COLLECTOR);" + ${JSON.stringify(PRELUDE)};`
    : "";
  writeFileSync(
    script,
    `const { TelemetryCollector } = await import(process.env.COLLECTOR);${PRELUDE}${body}\n${way.script}\n`,
  );
  const data = join(folder, `data-${index}`);
  const plain = await run(script, way, join(folder, "silent.mjs"), data);
  const ours = await run(script, way, CORE, data);
  endings.set(name, { ours, plain, recorded: readFileSync(join(data, "all_errors.jsonl"), "utf8").length });
}

function run(script: string, { flags = [], stdin = "", seen = (text) => text }: Way, collector: string, data: string) {
  const { NODE_OPTIONS: _node, ...own } = process.env;
  const env = { ...own, COLLECTOR: collector, DATA: data, HOME: folder };
  const child = spawn(process.execPath, [...flags, script], { cwd: folder, env, timeout: 60_000 });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      said[stream] += text;
    });
  }
  child.stdin.on("error", () => {}).end(stdin); // EPIPE: it ended without reading
  return new Promise<End>((resolve) => {
    child.on("close", (code, signal) => {
      const stderr = seen(said.stderr).replace(/\(node:\d+\)/g, "(node:PID)");
      resolve({ code, signal, stdout: said.stdout, stderr });
    });
  });
}
