import { readFileSync } from "node:fs";
import { lookAround } from "12-factor-telemetry/collect";
import type { Word } from "12-factor-telemetry/event";
import { type Redactions, sanitizeText } from "12-factor-telemetry/sanitize";
import { readConfig } from "12-factor-telemetry/store";
import { type Command, Option } from "commander";
import { AdviseError, ask } from "../../advise/ask.ts";
import { type AdviseCommand, commandIn } from "../../advise/command.ts";
import { type NamedFile, promptFor } from "../../advise/prompt.ts";
import { printableLines } from "../../printable.ts";
import { type Confirming, confirmed, yesOption } from "../confirm.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { type DirOptions, dirOption } from "../options.ts";
import { say } from "../say.ts";
import { printable, type Terminal } from "../terminal.ts";
import { dossierOn, groupNamed, redactionsLine } from "../the-dossier.ts";
import { UsageError } from "../usage-error.ts";

interface AdviseOptions extends DirOptions, Confirming {
  with: string[];
  keep?: true;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .argument("<group>", "the beginning of a group's id, or a pattern's id")
    .addOption(dirOption())
    .addOption(
      new Option("--with <file>", "send this file too; may be given again")
        .default([], "none")
        .argParser((file: string, files: string[]) => [...files, file]),
    )
    .addOption(new Option("--keep", "keep the answer as a note on the group"))
    .addOption(yesOption())
    .action((named: string, options: AdviseOptions) => carryOut(named, options, terminal));
  teach(
    command,
    'Asks an AI command of your own what to do. Off until config.json names one: "advise": {"preset": "claude"}. It shows the command and every word that it would get, and asks before it runs.',
    "advise 67b8eaae",
    "advise git-index-lock --with agents/committer.mjs --keep",
  );
}

async function carryOut(named: string, options: AdviseOptions, terminal: Terminal): Promise<void> {
  const directory = directoryOf(options, terminal);
  const command = configured(directory);
  const group = groupNamed(named, directory);
  const { dossier, redactions } = dossierOn(group, directory);
  const files = options.with.map((path) => fileAt(path, directory, redactions));
  const prompt = promptFor(dossier, files);
  const { stdout } = terminal;
  stdout.write(
    `${printableLines(prompt)}\n${redactionsLine(redactions)}\nThis goes to: ${printable(JSON.stringify(command.words))}\n`,
  );
  await confirmed("send", "Nothing is sent yet.", options, terminal);
  const answer = await answered(command, prompt, terminal);
  stdout.write(
    `\nProposed by ${printable(command.words[0] ?? "")}; nobody has checked it:\n\n${printableLines(answer)}\n`,
  );
  if (!options.keep) return;
  const word: Word = { at: new Date().toISOString(), group: group.id, word: "note", note: answer, advised: true };
  say({ words: [word], lines: [`Kept as a note on ${group.id}.`] }, directory, {}, terminal);
}

function configured(directory: string): AdviseCommand {
  const config = readConfig(directory);
  const command = "problem" in config ? config : commandIn(config);
  if ("problem" in command) throw new UsageError(command.problem);
  return command;
}

/** Bytes. */
const LARGEST_FILE = 64 << 10;

/** Cleaned by today's rules. Throws UsageError when it is no text of that size. */
function fileAt(path: string, directory: string, redactions: Redactions): NamedFile {
  const bytes = readFileSync(path);
  if (bytes.length > LARGEST_FILE)
    throw new UsageError(`--with ${printable(path)} has ${bytes.length >> 10} KiB. Name files of at most 64 KiB.`);
  if (bytes.includes(0)) throw new UsageError(`--with ${printable(path)} is no text.`);
  const text = bytes.toString("utf8");
  const { policy } = lookAround({ dir: directory });
  return {
    path: sanitizeText(path, redactions, undefined, policy),
    text: sanitizeText(text, redactions, text.length, policy),
  };
}

/** What the command could not do is for the user to put right. */
async function answered(command: AdviseCommand, prompt: string, { environment }: Terminal): Promise<string> {
  try {
    return await ask(command, prompt, environment);
  } catch (error) {
    throw error instanceof AdviseError ? new UsageError(error.message) : error;
  }
}
