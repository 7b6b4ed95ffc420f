import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { agentsIn } from "../agent-module.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { jsonOption } from "../options.ts";
import { printable, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

interface Listed {
  module: string;
  agents: string[];
  /** Why the module could not be loaded. */
  problem?: string;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .argument("[folder]", "where the agent modules lie", "agents")
    .addOption(jsonOption())
    .action(async (folder: string, options: { json?: true }) => {
      if (!existsSync(folder))
        throw new UsageError(`there is no folder ${folder} here. Name one: \`agent list path/to/agents\`.`);
      const modules = readdirSync(folder)
        .filter((name) => /\.(?:m|c)?js$/.test(name))
        .sort();
      const listed: Listed[] = [];
      for (const name of modules) listed.push(await look(join(folder, name)));
      if (options.json) for (const entry of listed) printJson(terminal, entry);
      else terminal.stdout.write(listed.map(rowOf).join("") || `No agent modules in ${folder}.\n`);
    });
  teach(command, "", "list");
}

async function look(module: string): Promise<Listed> {
  try {
    return { module, agents: (await agentsIn(resolve(module))).map(({ name }) => name) };
  } catch (thrown) {
    return { module, agents: [], problem: String(thrown) }; // other people's module: it may throw anything
  }
}

function rowOf({ module, agents, problem }: Listed): string {
  const says = problem === undefined ? agents.join(", ") || "no agent" : `cannot be loaded: ${problem.split("\n")[0]}`;
  return `${printable(module).padEnd(40)} ${printable(says)}\n`;
}
