// The manual page, from the same table, flags and examples as the help; man(7).

import type { Command, Option } from "commander";
import { examplesOf, notesOf } from "./examples.ts";

export interface Section {
  heading: string;
  commands: readonly Command[];
}

/** `program` as it is typed. */
export function manualPage(program: string, about: string, sections: readonly Section[], date: string): string {
  return [
    `.TH 12-FACTOR-TELEMETRY 1 "${date}" "12-factor-telemetry" "User Commands"`,
    ".SH NAME",
    `12-factor-telemetry \\- ${escaped(about.replace(/\.$/, ""))}`,
    ".SH SYNOPSIS",
    `.B ${escaped(program)}`,
    ".I command",
    "[options]",
    ".SH DESCRIPTION",
    "Agents in many repositories on one machine fail in the same few ways, and nobody sees it. Each failure is recorded where it",
    "happens, cleaned of everything private before it touches the disk, and kept in plain JSON lines of your own. No network.",
    ...sections.flatMap(sectionOf),
    ".SH EXIT STATUS",
    ...row("0", "done"),
    ...row("1", "done, and the answer is bad: a leak found, a rule's test failed, a link broken"),
    ...row("2", "wrong usage or unreadable input, told in one line"),
    ".PP",
    escaped("`run` ends as its command ends."),
    ".SH ENVIRONMENT",
    ...row("TELEMETRY_DIR", "data directory, absolute"),
    ...row("TELEMETRY_ENABLED", "false, 0, no, off or nothing: records nothing"),
    ...row("DO_NOT_TRACK", "switches recording off where nobody else has spoken"),
    ...row("NO_COLOR", "no colours"),
    ...row("PAGER", "shows what is longer than the terminal; empty or cat: nothing does"),
    ".SH FILES",
    ...row(
      "~/.12-factor-telemetry/",
      "all_errors.jsonl, <repo>_errors.jsonl, config.json, rules.json, archive/; 0700, files 0600",
    ),
    "",
  ].join("\n");
}

function sectionOf({ heading, commands }: Section): string[] {
  return [
    `.SH ${escaped(heading.replace(/:$/, "").toUpperCase())}`,
    ...commands.flatMap((command) => commandOf(command)),
  ];
}

function commandOf(command: Command, path: string = command.name()): string[] {
  const [notes, help, examples] = [notesOf(command), command.createHelp(), examplesOf(command)];
  const flags = help.visibleOptions(command).filter(({ long }) => long !== "--help");
  return [
    `.SS ${escaped(`${path} ${command.usage()}`)}`,
    escaped(`${command.description()}.${notes === "" ? "" : ` ${notes}`}`),
    ...help.visibleArguments(command).flatMap((argument) => row(argument.name(), help.argumentDescription(argument))),
    ...flags.flatMap((option: Option) => row(option.flags, option.description)),
    ...(examples.length === 0 ? [] : [".PP", ".EX", ...examples.map(escaped), ".EE"]),
    ...command.commands.flatMap((deed) => commandOf(deed, `${path} ${deed.name()}`)),
  ];
}

const row = (name: string, text: string): string[] => [".TP", `.B ${escaped(name)}`, escaped(text)];

/** A line that begins with a dot or an apostrophe would be a request, and a hyphen would be typeset. */
const escaped = (text: string): string =>
  text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^(?=[.'])/gm, "\\&");
