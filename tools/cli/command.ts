// A command is one file; the table names it, and only the one that is called is loaded.

import type { Command } from "commander";
import type { Terminal } from "./terminal.ts";

interface CommandModule {
  /** Adds flags, examples and the action. `table`: all commands of the program, for those that tell of them. */
  define(command: Command, terminal: Terminal, table: readonly CommandEntry[]): void;
}

export interface CommandEntry {
  name: string;
  about: string;
  /** Heading of the help under which it stands. */
  group: string;
  /** Not for people: it stands in no help. */
  hidden?: true;
  load(): Promise<CommandModule>;
}

const ANSWER = "Say what you know:";
const [ASK, RECORD, CARE, SETUP] = ["Ask:", "Record:", "Look after the store:", "Set up:"];

export const TELEMETRY_COMMANDS: readonly CommandEntry[] = [
  {
    name: "summary",
    about: "what fails most, why, and what to do about it",
    group: ASK,
    load: () => import("./commands/summary.ts"),
  },
  {
    name: "patterns",
    about: "every pattern with its evidence and suggestion",
    group: ASK,
    load: () => import("./commands/patterns.ts"),
  },
  {
    name: "show",
    about: "one event, group or pattern, whole",
    group: ASK,
    load: () => import("./commands/show.ts"),
  },
  { name: "search", about: "events that hold a text", group: ASK, load: () => import("./commands/search.ts") },
  { name: "tail", about: "follow the errors as they happen", group: ASK, load: () => import("./commands/tail.ts") },
  {
    name: "report",
    about: "a week as Markdown, HTML or JSON, once or every Monday",
    group: ASK,
    load: () => import("./commands/report.ts"),
  },
  {
    name: "dashboard",
    about: "look instead of read: a page on this machine, for you alone",
    group: ASK,
    load: () => import("./commands/dashboard.ts"),
  },
  {
    name: "explain",
    about: "what would be recorded of an error, and why; writes nothing",
    group: ASK,
    load: () => import("./commands/explain.ts"),
  },
  {
    name: "rules",
    about: "the known failures: list, test or begin one of your own",
    group: ASK,
    load: () => import("./commands/rules.ts"),
  },
  {
    name: "resolve",
    about: "say that a failure is fixed, and be told whether the fix holds",
    group: ANSWER,
    load: () => import("./commands/resolve.ts"),
  },
  {
    name: "mute",
    about: "be told no more of a failure, for a time or until it was seen so often",
    group: ANSWER,
    load: () => import("./commands/mute.ts"),
  },
  {
    name: "reopen",
    about: "take back that a failure is fixed or muted",
    group: ANSWER,
    load: () => import("./commands/reopen.ts"),
  },
  {
    name: "note",
    about: "remember something about a failure",
    group: ANSWER,
    load: () => import("./commands/note.ts"),
  },
  {
    name: "merge",
    about: "take several groups for one failure",
    group: ANSWER,
    load: () => import("./commands/merge.ts"),
  },
  {
    name: "split",
    about: "take a group for several failures, or a merged one apart",
    group: ANSWER,
    load: () => import("./commands/split.ts"),
  },
  {
    name: "run",
    about: "run a command and record its failure: run -- CMD",
    group: RECORD,
    load: () => import("./commands/run.ts"),
  },
  {
    name: "record",
    about: "record errors from standard input",
    group: RECORD,
    load: () => import("./commands/record.ts"),
  },
  {
    name: "audit",
    about: "look through the whole store for anything private",
    group: CARE,
    load: () => import("./commands/audit.ts"),
  },
  { name: "scrub", about: "rewrite what audit finds", group: CARE, load: () => import("./commands/scrub.ts") },
  { name: "clean", about: "delete what is older than 30 days", group: CARE, load: () => import("./commands/clean.ts") },
  {
    name: "import",
    about: "record the failures in the logs of Claude Code, Codex and other coding agents",
    group: RECORD,
    load: () => import("./commands/import.ts"),
  },
  {
    name: "hook",
    about: "record failures of a coding agent as they happen",
    group: RECORD,
    load: () => import("./commands/hook.ts"),
  },
  {
    name: "issue",
    about: "a GitHub issue about a group: shown, written, opened, or created with your gh",
    group: ANSWER,
    load: () => import("./commands/issue.ts"),
  },
  {
    name: "advise",
    about: "ask your own AI command about a group; off until config.json names one",
    group: ANSWER,
    load: () => import("./commands/advise.ts"),
  },
  {
    name: "export",
    about: "events as OpenTelemetry logs, JSON lines, CSV, Parquet or Markdown",
    group: ANSWER,
    load: () => import("./commands/export.ts"),
  },
  {
    name: "push",
    about: "send the store to your team's ClickHouse, at your word",
    group: ANSWER,
    load: () => import("./commands/push.ts"),
  },
  {
    name: "mcp",
    about: "let a coding agent ask the store, over MCP; mcp install CLIENT",
    group: SETUP,
    load: () => import("./commands/mcp.ts"),
  },
  {
    name: "status",
    about: "what is on and who decided, what is stored, how well it does",
    group: SETUP,
    load: () => import("./commands/status.ts"),
  },
  {
    name: "doctor",
    about: "what is wrong with telemetry here, and what to do; --repair puts right",
    group: CARE,
    load: () => import("./commands/doctor.ts"),
  },
  {
    name: "verify-offline",
    about: "show on this machine that nothing reaches for the network",
    group: CARE,
    load: () => import("./commands/verify-offline.ts"),
  },
  {
    name: "enable",
    about: "switch telemetry on, everywhere or for a repository",
    group: SETUP,
    load: () => import("./commands/enable.ts"),
  },
  {
    name: "disable",
    about: "switch telemetry off, everywhere or for a repository",
    group: SETUP,
    load: () => import("./commands/disable.ts"),
  },
  {
    name: "link",
    about: "link sister repositories to this framework",
    group: SETUP,
    load: () => import("./commands/link.ts"),
  },
  {
    name: "completion",
    about: "completions for bash, zsh and fish",
    group: SETUP,
    load: () => import("./commands/completion.ts"),
  },
  { name: "man", about: "the manual page", group: SETUP, load: () => import("./commands/man.ts") },
  {
    name: "demo",
    about: "three sister repositories with really failing agents",
    group: SETUP,
    load: () => import("./commands/demo.ts"),
  },
  {
    name: "complete",
    about: "what may come next on a command line: asked by the scripts of `completion`",
    group: SETUP,
    hidden: true,
    load: () => import("./commands/complete.ts"),
  },
];
