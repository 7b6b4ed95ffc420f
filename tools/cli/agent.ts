// `./bin/agent`: runs and lists the agents of a repository, and answers for their telemetry.

import { type CommandEntry, TELEMETRY_COMMANDS } from "./command.ts";
import { ABOUT, processTerminal } from "./process-terminal.ts";
import { addCommands, newCommand, runProgram } from "./program.ts";

const AGENT_COMMANDS: readonly CommandEntry[] = [
  { name: "run", about: "run an agent module on a task", load: () => import("./commands/run-agent.ts") },
  { name: "list", about: "list the agents of this repository", load: () => import("./commands/list-agents.ts") },
];

const terminal = processTerminal();
const argv = process.argv.slice(2);
const program = newCommand("agent", "Runs the agents of a repository and tells what fails in them.", terminal);
await addCommands(program, AGENT_COMMANDS, argv.slice(0, 1), terminal);
const telemetry = newCommand("telemetry", ABOUT, terminal);
await addCommands(telemetry, TELEMETRY_COMMANDS, argv[0] === "telemetry" ? argv : [], terminal);
process.exitCode = await runProgram(program.addCommand(telemetry), argv, terminal);
