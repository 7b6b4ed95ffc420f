import { type Command, Option } from "commander";
import type { CommandEntry } from "../command.ts";
import { type Candidate, candidatesFor } from "../complete.ts";
import { printable, type Terminal } from "../terminal.ts";

/** Asked by the scripts that `completion` prints, at each press of the key: a line a candidate, what it means after a tab. */
export function define(command: Command, terminal: Terminal, table: readonly CommandEntry[]): void {
  command
    .argument("[words...]")
    .addOption(new Option("--agent", "the words come after ./bin/agent").hideHelp())
    .passThroughOptions()
    .action(async (words: string[], { agent }: { agent?: true }) => {
      const ours = agent ? words.slice(1) : words;
      const isOurs = !agent || (words.length > 1 && words[0] === "telemetry");
      const found = isOurs ? await candidatesFor(ours, table, terminal).catch(none) : ofAgent(words);
      terminal.stdout.write(found.map(({ value, about }) => `${value}\t${printable(about)}\n`).join(""));
    });
}

/** A store that cannot be read completes nothing; the command itself will say what is wrong with it. */
const none = (): Candidate[] => [];

function ofAgent(words: readonly string[]): Candidate[] {
  const all = [
    { value: "run", about: "run an agent module on a task" },
    { value: "list", about: "list the agents of this repository" },
    { value: "telemetry", about: "what fails most, why, and what to do" },
  ];
  return words.length === 1 ? all.filter(({ value }) => value.startsWith(words[0] ?? "")) : [];
}
