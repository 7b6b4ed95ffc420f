import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { resolve } from "node:path";
import { TelemetryCollector } from "12-factor-telemetry";
import { draftOf, lookAround } from "12-factor-telemetry/collect";
import { instantOf } from "12-factor-telemetry/event";
import { type Policy, sanitizeEvent } from "12-factor-telemetry/sanitize";
import { dayOf, markImported, openStore, readEvents } from "12-factor-telemetry/store";
import { Argument, type Command, Option } from "commander";
import {
  Checkpoints,
  directorySource,
  importSource,
  logFilesOf,
  namedLog,
  SOURCES,
  type Source,
} from "../../backfill/index.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { type DirOptions, dirOption, givenDirectory, jsonOption, plainOption } from "../options.ts";
import { progressOn } from "../progress.ts";
import { renderImport } from "../screens/import.ts";
import { tell } from "../tell.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { windowOf } from "../window.ts";

interface ImportOptions extends DirOptions {
  from?: string;
  file?: string[];
  since?: string;
  dryRun?: true;
  json?: true;
  plain?: true;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .addArgument(new Argument("[source]", "whose logs").choices([...SOURCES.map(({ name }) => name), "all"]))
    .addOption(
      new Option("--from <directory>", "a directory in the specification's format, such as the Python framework's"),
    )
    .addOption(
      new Option("--file <path...>", "read these files instead of looking for them; may be given several times"),
    )
    .addOption(new Option("--since <when>", "only failures from then on: 7d, yesterday, 2026-11-01"))
    .addOption(new Option("--dry-run", "record nothing; say what would be recorded"))
    .addOption(dirOption())
    .addOption(jsonOption())
    .addOption(plainOption())
    .action((name: string | undefined, options: ImportOptions) => {
      const sources = sourcesOf(name, options);
      if (options.file !== undefined && sources.length > 1)
        throw new UsageError("--file needs one source: say whose log it is.");
      run(sources, options, terminal);
    });
  teach(
    command,
    "Reads the logs that coding agents keep on this machine and records the failures in them: the line that tells, the tool, the exit code, the repository. Prompts, commands, arguments and file contents are never taken. A second import reads only what is new.",
    "import all --dry-run",
    "import claude-code --since 30d",
    "import codex --file ~/.codex/sessions/2026/11/01/rollout-1.jsonl --dry-run --json",
  );
}

function sourcesOf(name: string | undefined, { from }: ImportOptions): readonly Source[] {
  if (from === undefined) {
    if (name === undefined)
      throw new UsageError(
        `say whose logs: ${SOURCES.map((source) => source.name).join(", ")}, all, or --from DIRECTORY.`,
      );
    return SOURCES.filter((source) => name === "all" || source.name === name);
  }
  const directory = resolve(from);
  if (name !== undefined) throw new UsageError("--from is a source of its own: leave the other out.");
  if (!existsSync(directory)) throw new UsageError(`--from ${from}: there is no such directory. Check the path.`);
  return [directorySource(directory)];
}

function run(sources: readonly Source[], options: ImportOptions, terminal: Terminal): void {
  const given = givenDirectory(options);
  const { consent, directory, policy } = lookAround(given);
  if (consent.problem !== undefined) throw new UsageError(consent.problem);
  if (options.dryRun) {
    preview(sources, options, policy, terminal);
    return;
  }
  if (!consent.enabled) {
    tell(terminal, [`Telemetry is off (${consent.decidedBy}): nothing imported.`], terminal.stderr);
    return;
  }
  openStore(directory);
  const checkpoints = options.file === undefined ? new Checkpoints(directory) : undefined;
  const collector = new TelemetryCollector(given);
  const days = new Set<string>();
  const known = idsIn(directory, new Set(sources.map(({ name }) => name)));
  const answers = sources.map((source) =>
    importSource({ source, ...commonOf(source, options, terminal), checkpoints, known }, ({ seen, failure }) => {
      const isKept = collector.recordEvent(seen) !== "";
      if (isKept) days.add(dayOf(instantOf(failure.timestamp)));
      return isKept;
    }),
  );
  days.delete(dayOf(Date.now()));
  for (const day of days) markImported(directory, day);
  checkpoints?.save();
  if (options.json) for (const answer of answers) printJson(terminal, answer);
  else terminal.stdout.write(renderImport(answers, false, lookOf(terminal, options.plain === true)));
}

function preview(sources: readonly Source[], options: ImportOptions, policy: Policy, terminal: Terminal): void {
  const known = new Set<string>();
  const answers = sources.map((source) =>
    importSource(
      { source, ...commonOf(source, options, terminal), checkpoints: undefined, known },
      ({ seen, failure, file }) => {
        if (!options.json) return true;
        const event = sanitizeEvent(draftOf(seen, { repo: failure.repo, source: source.name }), new Map(), policy);
        printJson(terminal, { ...event, file, line: failure.line, ref: failure.ref, class: failure.class });
        return true;
      },
    ),
  );
  if (!options.json) terminal.stdout.write(renderImport(answers, true, lookOf(terminal, options.plain === true)));
}

function commonOf(source: Source, { file, since }: ImportOptions, { environment, stderr }: Terminal) {
  const logs = file?.map((path) => namedFile(path)) ?? logFilesOf(source, homedir(), environment);
  const total = logs.reduce((sum, { size }) => sum + size, 0);
  return {
    logs,
    since: since === undefined ? Number.NEGATIVE_INFINITY : windowOf({ since }).since,
    onProgress: progressOn(stderr, source.name, total),
  };
}

function namedFile(path: string) {
  if (!existsSync(path)) throw new UsageError(`--file ${path}: there is no such file.`);
  return namedLog(resolve(path));
}

/** What an earlier import recorded: a fork of a session repeats its records in a file of its own. */
function idsIn(directory: string, sources: ReadonlySet<string>): Set<string> {
  const ids = new Set<string>();
  for (const { source, telemetry_id } of readEvents(directory)) if (sources.has(source ?? "")) ids.add(telemetry_id);
  return ids;
}
