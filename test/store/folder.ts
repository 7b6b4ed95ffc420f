// Real folders, real events and real processes for the tests of the store.

import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { onTestFinished } from "vitest";
import type { SanitizedEvent, TelemetryEvent } from "../../core/telemetry/event.ts";
import { sanitizeEvent } from "../../core/telemetry/sanitize/index.ts";
import { readEvents, type Skipped } from "../../core/telemetry/store/index.ts";

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "12-factor-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const DRAFT = {
  timestamp: "2026-11-22T10:30:00.123Z",
  repo: "pin-citer",
  agent: "IssueProcessorAgent",
  error_type: "FileNotFoundError",
  error_message: "File not found: notes.txt",
  context: { operation: "read", retry_count: 0 },
  telemetry_id: "a3f4b2c1",
};

/** Of now, so that it goes into the open files. */
export const sanitized = (parts: Partial<TelemetryEvent> = {}): SanitizedEvent =>
  sanitizeEvent({ ...DRAFT, timestamp: new Date().toISOString(), ...parts });

/** A line as we write it, without its newline. */
export const lineOf = (parts: object = {}): string => JSON.stringify({ ...DRAFT, ...parts });

export const allErrors = (directory: string): string => join(directory, "all_errors.jsonl");

/** A store as another program left it: its bytes, as they are. */
export function storeOf(...contents: (string | Buffer)[]): string {
  const directory = temporaryFolder();
  writeFileSync(allErrors(directory), Buffer.concat(contents.map((part) => Buffer.from(part as string))));
  return directory;
}

/** A file in the archive, `<day>/<name>`. */
export function archived(directory: string, name: string, contents = ""): string {
  const path = join(directory, "archive", name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, contents, { mode: 0o600 });
  return path;
}

/** All files below a folder, relative to it; stamps in their names are `*`. */
export function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return paths.map((path) => path.replace(/\.\d+-\d+\.jsonl/, ".*.jsonl")).sort();
}

/** What a reader makes of a store: events, and what it skipped. */
export function readAll(directory: string): { events: TelemetryEvent[] } & Skipped {
  const skipped = { torn: 0, foreign: 0 };
  return { events: [...readEvents(directory, skipped)], ...skipped };
}

export const messagesIn = (directory: string): string[] =>
  readAll(directory).events.map((event) => event.error_message);

export const linesOf = (path: string): string[] => readFileSync(path, "utf8").split("\n").slice(0, -1);

interface Running {
  signal(signal: NodeJS.Signals): void;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** A process of `test/fixtures/<script>.mjs`. */
export function start(script: string, ...args: string[]): Running {
  const path = resolve("test/fixtures", `${script}.mjs`);
  const child = spawn(process.execPath, [path, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise<number | NodeJS.Signals | null>((resolved) => {
    child.on("close", (code, signal) => resolved(signal ?? code));
  });
  return { signal: (signal) => void child.kill(signal), ended };
}

/** The number of a process that has just ended. */
export function deadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}
