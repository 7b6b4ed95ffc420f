// Where each coding agent looks for hooks, and what has to stand there.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scope } from "../settings/change.ts";
import { packageFolder } from "../settings/package-folder.ts";

export interface Target {
  /** Settings that the agent shares with others, or a file of our own. */
  kind: "settings" | "own file";
  path(scope: Scope): string;
  /** For settings: what to add under `hooks`, by event. */
  entries?(command: string, advises: boolean): Readonly<Record<string, object>>;
  /** For a file of our own: its text. */
  text?(command: string): string;
}

/** Seconds. The hook takes a tenth of one. */
const TIMEOUT = 10;

const either = (project: string, user: (scope: Scope) => string) => (scope: Scope) =>
  scope.project === undefined ? user(scope) : join(scope.project, project);

export const TARGETS: Readonly<Record<string, Target>> = {
  "claude-code": {
    kind: "settings",
    path: either(".claude/settings.json", ({ home, environment }) =>
      join(environment["CLAUDE_CONFIG_DIR"] || join(home, ".claude"), "settings.json"),
    ),
    entries: (command, advises) => {
      // A hook that only records need not be waited for; one that answers must be.
      const silent = { hooks: [{ type: "command", command, timeout: TIMEOUT, async: true }] };
      const answering = { hooks: [{ type: "command", command, timeout: TIMEOUT }] };
      return { PostToolUseFailure: advises ? answering : silent, StopFailure: silent, PermissionDenied: silent };
    },
  },
  codex: {
    kind: "settings",
    path: either(".codex/hooks.json", ({ home, environment }) =>
      join(environment["CODEX_HOME"] || join(home, ".codex"), "hooks.json"),
    ),
    entries: (command) => ({ PostToolUse: { hooks: [{ type: "command", command, timeout: TIMEOUT }] } }),
  },
  gemini: {
    kind: "settings",
    path: either(".gemini/settings.json", ({ home, environment }) =>
      join(environment["GEMINI_CLI_HOME"] || home, ".gemini", "settings.json"),
    ),
    // Milliseconds, unlike the others.
    entries: (command) => ({
      AfterTool: {
        matcher: "*",
        hooks: [{ name: "12-factor-telemetry", type: "command", command, timeout: TIMEOUT * 1000 }],
      },
    }),
  },
  copilot: {
    kind: "own file",
    path: either(".github/hooks/12-factor-telemetry.json", ({ home, environment }) =>
      join(environment["COPILOT_HOME"] || join(home, ".copilot"), "hooks", "12-factor-telemetry.json"),
    ),
    text: (command) => {
      const hook = [{ type: "command", bash: command, powershell: `& ${command}`, timeoutSec: TIMEOUT }];
      return `${JSON.stringify({ version: 1, hooks: { postToolUseFailure: hook, errorOccurred: hook } }, null, 2)}\n`;
    },
  },
  opencode: {
    kind: "own file",
    path: either(".opencode/plugin/12-factor-telemetry.js", ({ home, environment }) =>
      join(environment["XDG_CONFIG_HOME"] || join(home, ".config"), "opencode", "plugin", "12-factor-telemetry.js"),
    ),
    // It runs inside OpenCode's own process: it only hands on what failed, and never throws into it.
    text: (command) =>
      readFileSync(join(packageFolder(), "hook", "opencode-plugin.mjs"), "utf8").replace('"COMMAND"', () =>
        JSON.stringify(command),
      ),
  },
};
