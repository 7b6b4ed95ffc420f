// A host program around the collector: its folders, its repositories, its processes. All of them real.

import { execFileSync, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import type { TelemetryEvent } from "../../core/telemetry/event.ts";
import { TelemetryCollector } from "../../core/telemetry/index.ts";

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "12-factor-collect-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The events in a data directory; none when there is no file. */
export function eventsIn(directory: string, file = "all_errors.jsonl"): TelemetryEvent[] {
  const path = join(directory, file);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

/** A collector that is on, and what it has on disk. */
export function collector(options: { repo?: string } = {}): {
  telemetry: TelemetryCollector;
  stored(): TelemetryEvent[];
} {
  const dir = join(temporaryFolder(), "data");
  const telemetry = new TelemetryCollector({ dir, repo: "pin-citer", enabled: true, ...options });
  return { telemetry, stored: () => eventsIn(dir) };
}

export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function git(folder: string, ...args: string[]): string {
  const user = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "protocol.file.allow=always"];
  return execFileSync("git", [...user, "-C", folder, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

/** A repository with one commit. Returns its folder. */
export function repository(name = "pin-citer"): string {
  const folder = join(temporaryFolder(), name);
  mkdirSync(folder);
  git(folder, "init", "--initial-branch=main");
  git(folder, "commit", "--allow-empty", "-m", "first");
  return folder;
}

export const CORE = resolve("core/dist/index.js");

export interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs `script` as a module of its own that knows TelemetryCollector and BaseAgent. Its output goes into regular
 * files, for a pipe would load node:net. A process that hangs is ended after 20 seconds, without a status.
 */
export function inProcess(
  script: string,
  {
    cwd = temporaryFolder(),
    environment = {},
    from = CORE,
  }: { cwd?: string; environment?: object; from?: string } = {},
): Ended {
  const folder = temporaryFolder();
  const path = join(from === CORE ? folder : cwd, "host.mjs");
  writeFileSync(path, `import { BaseAgent, TelemetryCollector } from ${JSON.stringify(from)};\n${script}\n`);
  const files = ["stdout", "stderr"].map((name) => openSync(join(folder, name), "w"));
  const { TELEMETRY_ENABLED: _on, TELEMETRY_DIR: _dir, DO_NOT_TRACK: _not, NODE_OPTIONS: _node, ...own } = process.env;
  const { status, signal } = spawnSync(process.execPath, [path], {
    cwd,
    env: { ...own, HOME: folder, PWD: cwd, ...environment },
    stdio: ["ignore", ...files],
    timeout: 20_000,
  });
  for (const file of files) closeSync(file);
  const [stdout = "", stderr = ""] = ["stdout", "stderr"].map((name) => readFileSync(join(folder, name), "utf8"));
  return { status, signal, stdout, stderr };
}
