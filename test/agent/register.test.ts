// `node --import .../register`: real processes, each with and without it.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../cli/agent.ts";

const REGISTER = pathToFileURL(resolve("core/dist/agent/register.js")).href;

function run(code: string, directory: string, preload: "flag" | "environment" | "none", name = "app.mjs") {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), code);
  const { TELEMETRY_ENABLED: _on, DO_NOT_TRACK: _not, ...own } = process.env;
  const env = {
    ...own,
    TELEMETRY_DIR: directory,
    ...(preload === "environment" && { NODE_OPTIONS: `--import=${REGISTER}` }),
  };
  const flags = preload === "flag" ? ["--import", REGISTER] : [];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...flags, join(folder, name)], {
    env,
    encoding: "utf8",
  });
  return { status, signal, stdout, stderr: stderr.replaceAll(folder, "") };
}

const ENDS: readonly (readonly [what: string, code: string, event: object | undefined])[] = [
  [
    "an error at the top of a module, which Node takes for a rejection",
    "throw new TypeError('no plan')",
    { error_type: "TypeError", error_message: "no plan", context: { operation: "unhandledRejection" } },
  ],
  [
    "an unhandled rejection",
    "await 0; Promise.reject(new RangeError('too far'))",
    { error_type: "RangeError", context: { operation: "unhandledRejection" } },
  ],
  ["a rejection with a string", "Promise.reject('no')", { context: { operation: "unhandledRejection" } }],
  ["an error in a timer", "setTimeout(() => { throw new Error('late') }, 5)", { error_message: "late" }],
  [
    "an error that the app handles",
    "process.on('uncaughtException', () => { console.log('handled') }); setTimeout(() => { throw new Error('x') }, 1)",
    { error_message: "x" },
  ],
  ["a good end", "console.log('fine')", undefined],
  ["an exit code of its own", "process.exitCode = 7", undefined],
  ["a caught error", "try { null.x } catch {}", undefined],
];

test.each(ENDS)("%s is recorded as far as it ends the process, and ends it as without us", (_what, code, event) => {
  const directory = join(temporaryFolder(), "telemetry");
  expect(run(code, directory, "flag")).toEqual(run(code, directory, "none"));
  const stored = existsSync(directory)
    ? readFileSync(join(directory, "all_errors.jsonl"), "utf8").trim().split("\n")
    : [];
  expect(stored.map((line) => JSON.parse(line))).toMatchObject(
    event === undefined ? [] : [{ ...event, agent: "app.mjs", source: "process" }],
  );
});

test("NODE_OPTIONS reaches processes that nobody started by hand, and CommonJS", () => {
  const directory = join(temporaryFolder(), "telemetry");
  const { status } = run("throw new Error('from cjs')", directory, "environment", "app.cjs");
  expect(status).toBe(1);
  expect(readFileSync(join(directory, "all_errors.jsonl"), "utf8")).toContain('"agent":"app.cjs"');
});

test("switched off, it writes nothing", () => {
  const directory = join(temporaryFolder(), "telemetry");
  process.env["TELEMETRY_ENABLED"] = "false";
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.mjs"), "throw 1");
  spawnSync(process.execPath, ["--import", REGISTER, join(folder, "a.mjs")], {
    env: { ...process.env, TELEMETRY_DIR: directory },
  });
  delete process.env["TELEMETRY_ENABLED"];
  expect(existsSync(directory)).toBe(false);
});
