// Runs ./bin/agent as a user does: a process of its own, with a home and a data directory of its own.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";

export interface Answer {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  input?: string;
  cwd?: string;
  environment?: Record<string, string | undefined>;
}

const AGENT = resolve("bin/agent");

export function agent(args: readonly string[], { input = "", cwd, environment = {} }: Surroundings = {}): Answer {
  const {
    TELEMETRY_ENABLED: _on,
    TELEMETRY_DIR: _dir,
    DO_NOT_TRACK: _not,
    NO_COLOR: _color,
    TERM: _term,
    ...own
  } = process.env;
  const env = { ...own, HOME: temporaryFolder(), ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [AGENT, ...args], {
    input,
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

export const telemetry = (args: readonly string[], surroundings: Surroundings = {}): Answer =>
  agent(["telemetry", ...args], surroundings);

export const hasScript: boolean =
  process.platform === "linux" && spawnSync("script", ["--version"]).error === undefined;

/** The same at a terminal, which util-linux's script(1) makes, with `typed` at its keyboard. Both outputs are one there. */
export function atTerminal(
  args: readonly string[],
  typed: string,
  environment: Record<string, string | undefined> = {},
): { status: number | null; screen: string } {
  const command = [process.execPath, AGENT, "telemetry", ...args].map((word) => `'${word}'`).join(" ");
  const env = { ...process.env, HOME: temporaryFolder(), TERM: "xterm", ...environment };
  const { status, stdout } = spawnSync("script", ["-qec", command, "/dev/null"], {
    input: typed,
    env,
    encoding: "utf8",
  });
  return { status, screen: stdout.replaceAll("\r\n", "\n") };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "12-factor-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
