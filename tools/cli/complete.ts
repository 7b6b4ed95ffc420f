// What may come next on a command line, from the same table and flags that the commands are made of.

import { readdirSync } from "node:fs";
import { chooseDirectory, readEvents } from "12-factor-telemetry/store";
import type { Argument, Command, Option } from "commander";
import { loadReport } from "../load-report.ts";
import type { CommandEntry } from "./command.ts";
import { newCommand } from "./program.ts";
import type { Terminal } from "./terminal.ts";
import { windowOf } from "./window.ts";

export interface Candidate {
  value: string;
  about: string;
}

/** `words` after the program, the last one being typed. Empty where files are as good a guess as any. */
export async function candidatesFor(
  words: readonly string[],
  table: readonly CommandEntry[],
  terminal: Terminal,
): Promise<Candidate[]> {
  const typed = words.at(-1) ?? "";
  const [name, ...before] = words.slice(0, -1);
  const offered = table.filter(({ hidden }) => !hidden).map(asCandidate);
  const entry = table.find((command) => command.name === name);
  const all =
    entry === undefined
      ? (name ?? "help") === "help"
        ? offered
        : []
      : await within(entry, table, before, typed, terminal);
  // Bash puts a candidate into the line as it is: a name that a shell would take apart is not offered.
  return all.filter(({ value }) => value.startsWith(typed) && /^[\w.@/:+-]+$/.test(value));
}

const asCandidate = ({ name, about }: CommandEntry): Candidate => ({ value: name, about });

async function within(
  entry: CommandEntry,
  table: readonly CommandEntry[],
  before: readonly string[],
  typed: string,
  terminal: Terminal,
): Promise<Candidate[]> {
  const top = newCommand(entry.name, entry.about, terminal);
  (await entry.load()).define(top, terminal, table);
  const command = top.commands.find((one) => one.name() === before[0]) ?? top;
  if (command.commands.length > 0 && !typed.startsWith("-")) {
    return command.commands.map((one) => ({ value: one.name(), about: one.description() }));
  }
  const option = optionOf(command, before.at(-1));
  if (option?.required || option?.optional) return valuesOf(option, before, terminal);
  if (typed.startsWith("-")) return command.createHelp().visibleOptions(command).map(flagOf);
  const given = placesOf(command === top ? before : before.slice(1), command);
  return subjectsOf(argumentAt(command, given.length), before, terminal);
}

/** Words that are neither flags nor their values. */
const placesOf = (before: readonly string[], command: Command): string[] =>
  before.filter((word, index) => !word.startsWith("-") && !optionOf(command, before[index - 1])?.required);

const optionOf = (command: Command, word: string | undefined): Option | undefined =>
  command.options.find(({ long, short }) => word !== undefined && [long, short].includes(word));

function argumentAt({ registeredArguments }: Command, place: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[place] ?? (last?.variadic ? last : undefined);
}

const flagOf = ({ long, description }: Option): Candidate => ({ value: long ?? "", about: description });

const MOMENTS = ["24h", "7d", "30d", "today", "yesterday"];

function valuesOf({ long, argChoices }: Option, before: readonly string[], terminal: Terminal): Candidate[] {
  if (argChoices !== undefined) return named(argChoices);
  if (long === "--since" || long === "--until") return named(MOMENTS);
  const directory = directoryIn(before, terminal);
  if (long === "--group") return groupsIn(directory);
  if (long === "--repo") return named(reposIn(directory));
  if (long === "--agent") return named(seenIn(directory, "agent"));
  if (long === "--type") return named(seenIn(directory, "error_type"));
  return [];
}

/** Arguments: one of the choices, or what a group or pattern is called. */
function subjectsOf(argument: Argument | undefined, before: readonly string[], terminal: Terminal): Candidate[] {
  if (argument?.argChoices !== undefined) return named(argument.argChoices);
  return /^(?:id|into|groups?)$/.test(argument?.name() ?? "") ? groupsIn(directoryIn(before, terminal)) : [];
}

function groupsIn(directory: string): Candidate[] {
  const { summary } = loadReport({ directory, window: windowOf({ since: "30d" }) });
  return summary.patterns.flatMap(({ id, title, groups }) => [
    { value: id, about: title },
    ...groups.map((group) => ({ value: group, about: title })),
  ]);
}

const named = (values: Iterable<string>): Candidate[] => [...values].map((value) => ({ value, about: "" }));

function directoryIn(before: readonly string[], { environment }: Terminal): string {
  const at = before.indexOf("--dir");
  return at >= 0 && before[at + 1] ? String(before[at + 1]) : chooseDirectory(undefined, environment);
}

function reposIn(directory: string): string[] {
  const names = readdirSync(directory).map((name) => /^(.+)_errors\.jsonl$/.exec(name)?.[1] ?? "all");
  return names.filter((name) => name !== "all");
}

/** Events. A key was pressed: nobody waits for a large store. */
const LOOKED_AT = 20_000;

function seenIn(directory: string, key: "agent" | "error_type"): Set<string> {
  const values = new Set<string>();
  let left = LOOKED_AT;
  for (const event of readEvents(directory)) {
    values.add(event[key]);
    if (--left === 0) break;
  }
  return values;
}
