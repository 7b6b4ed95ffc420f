// A command is one file; the table names it, and only the one that is called is loaded.

import type { Command } from "commander";
import type { Terminal } from "./terminal.ts";

interface CommandModule {
  /** Adds flags, examples and the action. */
  define(command: Command, terminal: Terminal): void;
}

export interface CommandEntry {
  name: string;
  about: string;
  load(): Promise<CommandModule>;
}

export const TELEMETRY_COMMANDS: readonly CommandEntry[] = [
  {
    name: "summary",
    about: "what fails most, why, and what to do about it",
    load: () => import("./commands/summary.ts"),
  },
  {
    name: "patterns",
    about: "every pattern with its evidence and suggestion",
    load: () => import("./commands/patterns.ts"),
  },
  { name: "clean", about: "delete what is older than 30 days", load: () => import("./commands/clean.ts") },
  {
    name: "audit",
    about: "look through the whole store for anything private",
    load: () => import("./commands/audit.ts"),
  },
  { name: "scrub", about: "rewrite what audit finds", load: () => import("./commands/scrub.ts") },
  {
    name: "explain",
    about: "what would be recorded of an error, and why; writes nothing",
    load: () => import("./commands/explain.ts"),
  },
  { name: "record", about: "record errors from standard input", load: () => import("./commands/record.ts") },
  {
    name: "import",
    about: "record the failures in the logs of Claude Code, Codex and other coding agents",
    load: () => import("./commands/import.ts"),
  },
  {
    name: "status",
    about: "whether telemetry is on, who decided, and where it lies",
    load: () => import("./commands/status.ts"),
  },
  {
    name: "demo",
    about: "three sister repositories with really failing agents",
    load: () => import("./commands/demo.ts"),
  },
];
