// `./bin/agent`: runs and lists the agents of a repository, and answers for their telemetry.

import { type CommandEntry, TELEMETRY_COMMANDS } from "./command.ts";
import { ABOUT, processTerminal } from "./process-terminal.ts";
import { addCommands, helpFirst, newCommand, runProgram } from "./program.ts";

const GROUP = "Agents:";
const AGENT_COMMANDS: readonly CommandEntry[] = [
  { name: "run", about: "run an agent module on a task", group: GROUP, load: () => import("./commands/run-agent.ts") },
  {
    name: "list",
    about: "list the agents of this repository",
    group: GROUP,
    load: () => import("./commands/list-agents.ts"),
  },
];

const terminal = processTerminal();
const argv = helpFirst(process.argv.slice(2));
const program = newCommand("./bin/agent", "Runs the agents of a repository and tells what fails in them.", terminal);
await addCommands(program, AGENT_COMMANDS, argv.slice(0, 1), terminal);
const telemetry = newCommand("telemetry", ABOUT, terminal).helpGroup(GROUP);
await addCommands(telemetry, TELEMETRY_COMMANDS, argv[0] === "telemetry" ? argv.slice(1) : [], terminal);
process.exitCode = await runProgram(program.addCommand(telemetry), argv, terminal);
