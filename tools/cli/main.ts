#!/usr/bin/env node
// The bin `12-factor-telemetry <command>`: the telemetry commands, without `agent telemetry` before them.

import { TELEMETRY_COMMANDS } from "./command.ts";
import { ABOUT, processTerminal } from "./process-terminal.ts";
import { addCommands, helpFirst, newCommand, runProgram } from "./program.ts";

const terminal = processTerminal();
const argv = helpFirst(process.argv.slice(2));
const program = newCommand("12-factor-telemetry", ABOUT, terminal);
await addCommands(program, TELEMETRY_COMMANDS, argv, terminal);
process.exitCode = await runProgram(program, argv, terminal);
