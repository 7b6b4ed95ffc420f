// What commands say that have no screen: a user's session, each command line and under it what the terminal shows.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { onTestFinished, vi } from "vitest";
import { groupOf } from "../../core/telemetry/report/index.ts";
import { TELEMETRY_COMMANDS } from "../../tools/cli/command.ts";
import { addCommands, newCommand, runProgram } from "../../tools/cli/program.ts";
import type { Terminal } from "../../tools/cli/terminal.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const HOUR_MS = 60 * 60 * 1000;

// Words that every rule leaves as they are, so that a better one changes no picture.
const FAILURES = [
  { error_type: "ReviewError", error_message: "the reviewer gave no answer to any of the questions" },
  { error_type: "DraftError", error_message: "the draft has no title" },
] as const;
const GROUPS = [groupOf(FAILURES[0]), groupOf(FAILURES[1])] as const;
const IDS = ["67b8eaae457f126b", "9d3762fe6951fcd2"] as const;

/** A command line, and what is typed or piped into it. */
const LINES: readonly (readonly [words: string, input?: string])[] = [
  ["enable"],
  ["tail"],
  ["mute 67b8 --until 7d --until-count 100"],
  ["reopen 67b8"],
  ["resolve 67b8"],
  ["note 9d37 seen since the new editor"],
  ["merge 67b8 9d37"],
  ["split 67b8"],
  ["split 67b8 --by repo"],
  ["split 67b8 --undo"],
  ["search nowhere"],
  ["export --dry-run"],
  ["push --to https://clickhouse.example.com:8443/telemetry", "no\n"],
  ["run -- nosuch-program"],
  ["clean"],
  ["clean --older-than 1h --dry-run"],
  ["record", '{"repo":"pin-citer","error_message":"the reviewer fell asleep"}\n{"torn":\n'],
  ["enable --runs"],
  ["disable --repo pin-citer"],
];

/** On a terminal like this one. */
export async function session({ stdout, environment }: Terminal): Promise<string> {
  const dir = mkdtempSync("/tmp/screens-"); // as long as the name that stands in the picture
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  vi.stubEnv("TELEMETRY_ENABLED", undefined);
  writeFileSync(join(dir, "all_errors.jsonl"), FAILURES.map(lineOf).join(""));
  let shown = "";
  try {
    for (const [line, input] of LINES) {
      const typed = GROUPS.reduce((words, group, index) => words.replace(IDS[index]?.slice(0, 4) ?? "", group), line);
      shown += `$ telemetry ${line}\n${await said(typed.split(" "), input, dir, { columns: stdout.columns, environment })}\n`;
    }
  } finally {
    vi.useRealTimers();
    vi.unstubAllEnvs();
    process.exitCode = undefined;
  }
  return GROUPS.reduce((text, group, index) => text.replaceAll(group, IDS[index] ?? ""), shown).replaceAll(
    dir,
    "/home/ada/telemetry",
  );
}

const lineOf = (failure: (typeof FAILURES)[number], index: number): string =>
  `${JSON.stringify({
    timestamp: new Date(NOW - (index + 2) * HOUR_MS).toISOString(),
    repo: "pin-citer",
    agent: "Reviewer",
    ...failure,
    context: {},
    telemetry_id: `0000000${index}`,
  })}\n`;

class Interrupted extends Error {}

async function said(
  words: string[],
  input: string | undefined,
  dir: string,
  { columns, environment }: { columns: number | undefined; environment: Terminal["environment"] },
): Promise<string> {
  let text = "";
  const write = (more: string) => {
    text += more;
    if (more.endsWith("to go on: ")) text += input; // as a terminal echoes it
    if (more.includes("Ctrl-C")) throw new Interrupted(); // what it says to do
    return true;
  };
  const stream = () => Object.assign(new PassThrough(), { isTTY: true, columns, write });
  const stdin = Object.assign(new PassThrough(), { isTTY: words[0] === "push" });
  stdin.end(input);
  const terminal = { stdin, stdout: stream(), stderr: stream(), environment } as unknown as Terminal;
  const program = newCommand("telemetry", "", terminal);
  const at = words.includes("--") ? words.indexOf("--") : words.length;
  const argv = [...words.slice(0, at), "--dir", dir, ...words.slice(at)];
  await addCommands(program, TELEMETRY_COMMANDS, argv, terminal);
  try {
    await runProgram(program, argv, terminal);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    text += "^C\n";
  }
  return text;
}
