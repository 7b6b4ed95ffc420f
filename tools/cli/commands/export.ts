import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { lookAround } from "12-factor-telemetry/collect";
import type { SanitizedEvent } from "12-factor-telemetry/event";
import { type Command, Option } from "commander";
import { cleanEvents, nothingPassed, type Passed } from "../../share/export/clean-events.ts";
import { piecesOf } from "../../share/export/export-events.ts";
import { ExportFileError, grownFile, newFile, type OpenFile } from "../../share/export/export-file.ts";
import { FORMATS, type FormatName, LINE_FORMATS } from "../../share/export/formats.ts";
import { parquetOf } from "../../share/export/parquet.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { type DirOptions, dirOption, type FilterOptions, jsonOption, withAskOptions } from "../options.ts";
import { countOn } from "../progress.ts";
import { renderExport } from "../screens/export.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { type WindowWords, windowOf } from "../window.ts";

interface ExportOptions extends DirOptions, FilterOptions, WindowWords {
  format: FormatName;
  out?: string;
  resume?: true;
  force?: true;
  dryRun?: true;
  json?: true;
}

/** What `export --json` prints. */
export interface ExportAnswer {
  format: FormatName;
  out?: string;
  dry_run: boolean;
  /** That were asked for. */
  events: number;
  /** Of them, those that the file did not have. */
  written: number;
  repos: { repo: string; events: number }[];
  redactions: { rule: string; count: number }[];
}

export function define(command: Command, terminal: Terminal): void {
  command
    .addOption(new Option("--format <format>", "how").choices(FORMATS).default("jsonl", "jsonl"))
    .addOption(new Option("--out <file>", "write there, mode 0600, instead of to standard output"))
    .addOption(new Option("--resume", "with --out: add what the file does not have yet"))
    .addOption(new Option("--force", "with --out: replace the file").conflicts("resume"))
    .addOption(new Option("--dry-run", "write nothing; say how much it would be"));
  withAskOptions(command, "30d")
    .addOption(dirOption())
    .addOption(jsonOption())
    .action(async (options: ExportOptions) => await run(options, terminal));
  teach(
    command,
    "Every event is sanitized again, with today's rules; how much they hid is said on standard error. OTLP is what the OpenTelemetry Collector's otlpjsonfile receiver reads, a line an event; Parquet is for engines; CSV is safe to open in a spreadsheet. With --resume a scheduler can say the same line every day.",
    "export --dry-run",
    "export --format otlp-jsonl --out ~/telemetry.otlp.jsonl --resume",
    "export --format parquet --since 7d --repo pin-citer --out week.parquet",
  );
}

async function run(options: ExportOptions, terminal: Terminal): Promise<void> {
  const problem = problemWith(options, terminal);
  if (problem !== undefined) throw new UsageError(problem);
  const directory = directoryOf(options, terminal);
  const { consent, policy } = lookAround({ dir: directory });
  if (consent.problem !== undefined) throw new UsageError(consent.problem);
  const { repo, agent, type } = options;
  const passed = nothingPassed();
  const question = { directory, window: windowOf(options), repo, agent, type };
  const events = counted(cleanEvents(question, policy, passed), passed, terminal);
  const had = await write(events, options, terminal);
  const answer = answerOf(passed, had, options);
  if (options.json) printJson(terminal, answer);
  else (options.dryRun ? terminal.stdout : terminal.stderr).write(renderExport(answer, lookOf(terminal, false)));
}

function problemWith({ format, out, resume, force, dryRun, json }: ExportOptions, { stdout }: Terminal) {
  const toStdout = out === undefined && !dryRun;
  if (resume && out === undefined) return "--resume needs --out: say which file to go on with.";
  if (force && out === undefined) return "--force needs --out: say which file to replace.";
  if (resume && format === "parquet")
    return "Parquet cannot be gone on with. Write a file a day: --since yesterday --until today.";
  if (json && toStdout)
    return "--json tells what was written: it needs --out or --dry-run. Events as JSON are --format jsonl.";
  if (format === "parquet" && toStdout && stdout.isTTY)
    return "Parquet is no text. Name a file with --out, or pipe it.";
  return undefined;
}

/** Answers how many of the events the file had already. */
async function write(events: Iterable<SanitizedEvent>, options: ExportOptions, terminal: Terminal): Promise<number> {
  const { format, out, dryRun } = options;
  if (dryRun) {
    for (const _ of events);
    return 0;
  }
  const target = out === undefined ? undefined : opened(out, options);
  const has = target?.has;
  let had = 0;
  const known =
    has &&
    ((line: string) => {
      const is = has(line);
      if (is) had++;
      return is;
    });
  const pieces = format === "parquet" ? parquetOf(events) : piecesOf(events, LINE_FORMATS[format], known);
  const stream = target === undefined ? terminal.stdout : createWriteStream("", { fd: target.file });
  await pipeline(Readable.from(pieces), stream, { end: target !== undefined });
  return had;
}

function opened(path: string, { format, resume, force }: ExportOptions): OpenFile {
  try {
    return resume && format !== "parquet" ? grownFile(path, LINE_FORMATS[format]) : newFile(path, force === true);
  } catch (error) {
    throw error instanceof ExportFileError ? new UsageError(error.message) : error;
  }
}

function* counted(events: Iterable<SanitizedEvent>, passed: Passed, { stderr }: Terminal): Generator<SanitizedEvent> {
  const tell = countOn(stderr, "export");
  for (const event of events) {
    if (passed.events % SOME === 0) tell(passed.events);
    yield event;
  }
  tell(undefined);
}

/** Events between two looks at the clock. */
const SOME = 1000;

function answerOf(passed: Passed, had: number, { format, out, dryRun }: ExportOptions): ExportAnswer {
  return {
    format,
    ...(out !== undefined && { out: resolve(out) }),
    dry_run: dryRun === true,
    events: passed.events,
    written: dryRun ? 0 : passed.events - had,
    repos: [...passed.repos].map(([repo, events]) => ({ repo, events })).sort((a, b) => b.events - a.events),
    redactions: [...passed.redactions].map(([rule, count]) => ({ rule, count })),
  };
}
