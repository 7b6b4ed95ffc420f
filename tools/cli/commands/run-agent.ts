import { existsSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { TelemetryCollector } from "12-factor-telemetry";
import type { Command } from "commander";
import { type AgentClass, agentsIn } from "../agent-module.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { printable, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** The task ran and failed. */
const FAILED = 1;

export function define(command: Command, terminal: Terminal): void {
  command
    .argument("<module>", "file that exports a class extending BaseAgent")
    .argument("<task>", "what the agent shall do")
    .action(async (module: string, task: string) => {
      const path = resolve(module);
      if (!existsSync(path))
        throw new UsageError(`there is no module ${module}. \`agent list\` shows the agents of this repository.`);
      const Agent = await load(path, terminal);
      if (Agent === undefined) process.exitCode = FAILED;
      else await run(Agent, task, terminal);
    });
  teach(
    command,
    "Prints the agent's answer as JSON. Exit code 1 when the task fails.",
    'run agents/issue-processor.mjs "process issue 42"',
  );
}

/** An agent that cannot even be loaded has failed too: its import errors are recorded here, for BaseAgent is not there yet. */
async function load(path: string, { stderr }: Terminal): Promise<AgentClass | undefined> {
  let agents: AgentClass[];
  try {
    agents = await agentsIn(path);
  } catch (thrown) {
    new TelemetryCollector().record(thrown, { agent: basename(path, extname(path)), operation: "import" });
    stderr.write(`error: ${path} cannot be loaded: ${printable(String(thrown))}\n`);
    return undefined;
  }
  const [first, second] = agents;
  if (first === undefined) throw new UsageError(`${path} exports no agent. Export one class that extends BaseAgent.`);
  if (second !== undefined)
    throw new UsageError(
      `${path} exports ${agents.length} agents. Export one a module, so that it is clear which to run.`,
    );
  return first;
}

async function run(Agent: AgentClass, task: string, terminal: Terminal): Promise<void> {
  try {
    const response = await new Agent().executeTask(task);
    printJson(terminal, response);
    if (!response.success) process.exitCode = FAILED;
  } catch (thrown) {
    terminal.stderr.write(`error: ${Agent.name} failed: ${printable(String(thrown))}\n`); // recorded by executeTask
    process.exitCode = FAILED;
  }
}
