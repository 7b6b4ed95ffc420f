import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { Argument, type Command, Option } from "commander";
import { installing, uninstalling } from "../../hook/install.ts";
import { meet } from "../../hook/meet.ts";
import { TARGETS } from "../../hook/targets.ts";
import type { Change } from "../../settings/change.ts";
import { carryOut } from "../change-settings.ts";
import { teach } from "../examples.ts";
import { newCommand } from "../program.ts";
import type { Terminal } from "../terminal.ts";

interface HookOptions {
  project?: true;
  user?: true;
  advise?: true;
  dryRun?: true;
}

export function define(command: Command, terminal: Terminal): void {
  const agents = Object.keys(TARGETS);
  teach(
    command,
    "A hook records a failure of a coding agent at the moment when it happens.",
    "install claude-code",
    "install claude-code --advise --project",
    "uninstall claude-code",
  );
  const add = (name: string, about: string, change: (agent: string, options: HookOptions) => Change) => {
    const subcommand = newCommand(name, about, terminal)
      .addArgument(new Argument("<agent>", "whose hook").choices(agents))
      .addOption(new Option("--project", "for the project in this directory only"))
      .addOption(new Option("--user", "for all of your projects (default)").conflicts("project"))
      .addOption(new Option("--dry-run", "only show what would change"))
      .action((agent: string, options: HookOptions) => carryOut(() => change(agent, options), options, terminal));
    command.addCommand(subcommand);
    return subcommand;
  };
  add("install", "put the hook into the agent's settings", (agent, options) => {
    if (options.advise && agent !== "claude-code")
      throw new Error("--advise: only Claude Code takes an answer from a hook.");
    return installing(agent, scopeOf(options, terminal), options.advise === true);
  }).addOption(new Option("--advise", "answer the agent with the known fix of a failure (Claude Code)"));
  add("uninstall", "take the hook out again", (agent, options) => uninstalling(agent, scopeOf(options, terminal)));
  command.addCommand(
    newCommand("run", "be the hook: read a failure on standard input", terminal)
      .addArgument(new Argument("<agent>", "who tells").choices(agents))
      .action(async (agent: string) => {
        await meet(agent, readFileSync(0, "utf8"));
      }),
  );
}

function scopeOf({ project }: HookOptions, { environment }: Terminal) {
  return { project: project ? process.cwd() : undefined, home: homedir(), environment };
}
