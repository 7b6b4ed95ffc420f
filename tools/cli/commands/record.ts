import { fstatSync } from "node:fs";
import { TelemetryCollector } from "12-factor-telemetry";
import { lookAround } from "12-factor-telemetry/collect";
import { openStore } from "12-factor-telemetry/store";
import { type Command, Option } from "commander";
import { teach } from "../examples.ts";
import { inputEvents } from "../input-events.ts";
import { printJson } from "../json.ts";
import { type DirOptions, dirOption, givenDirectory, jsonOption } from "../options.ts";
import { progressOn } from "../progress.ts";
import { tell } from "../tell.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

interface RecordOptions extends DirOptions {
  repo?: string;
  agent?: string;
  json?: true;
}

interface BadLine {
  /** Counted from 1. */
  line: number;
  problem: string;
}

/** Bad lines that a person is told of, and a program; the others are only counted. */
const NAMED_LINES = 5;
const TOLD_LINES = 10_000;

export function define(command: Command, terminal: Terminal): void {
  command
    .addOption(
      new Option("--repo <name>", "repository of events that name none (default: found from the working directory)"),
    )
    .addOption(new Option("--agent <name>", "agent of events that name none"))
    .addOption(dirOption())
    .addOption(jsonOption())
    .action(async (options: RecordOptions) => {
      const given = { ...givenDirectory(options), repo: options.repo };
      const { consent, directory } = lookAround(given);
      if (consent.problem !== undefined) throw new UsageError(consent.problem);
      if (!consent.enabled) {
        tell(terminal, [`Telemetry is off (${consent.decidedBy}): nothing recorded.`], terminal.stderr);
        return;
      }
      openStore(directory); // says what is wrong with the directory, where the collector would only count
      await record(new TelemetryCollector(given), options, terminal);
    });
  teach(
    command,
    "Reads standard input: events as JSON lines (only error_message is required), or plain text. What is no event is counted, and its line numbers are told. From Python: docs/from-python.md.",
    `echo '{"agent":"Fetcher","error_type":"TimeoutError","error_message":"timed out"}' | {} record`,
    "record --repo pin-citer --agent nightly < errors.jsonl",
  );
}

async function record(collector: TelemetryCollector, options: RecordOptions, terminal: Terminal): Promise<void> {
  let [recorded, skipped] = [0, 0];
  const bad: BadLine[] = [];
  const skip = (line: number, problem: string) => {
    skipped++;
    if (bad.length < TOLD_LINES) bad.push({ line, problem });
  };
  const progress = progressOn(terminal.stderr, "record", sizeOf(terminal.stdin));
  for await (const { number, bytes, seen, problem } of inputEvents(terminal)) {
    if (seen === undefined) skip(number, problem);
    else if (collector.recordEvent({ agent: options.agent, source: "import", ...seen }) !== "") recorded++;
    else skip(number, UNWRITTEN);
    progress(bytes);
  }
  if (skipped > 0 && recorded === 0) {
    const isStore = bad.every(({ problem }) => problem === UNWRITTEN);
    const next = isStore ? "`telemetry doctor` tells why" : "Write one JSON object a line, or plain text";
    throw new UsageError(`nothing could be recorded (${named(bad, skipped)}). ${next}.`);
  }
  if (skipped > 0)
    tell(terminal, [`Skipped ${skipped} of ${skipped + recorded} lines: ${named(bad, skipped)}`], terminal.stderr);
  if (options.json) printJson(terminal, { recorded, skipped, bad_lines: bad });
  else tell(terminal, [`Recorded ${recorded === 1 ? "1 event" : `${recorded} events`}.`]);
}

const UNWRITTEN = "could not be written";

function named(bad: readonly BadLine[], skipped: number): string {
  const lines = bad.slice(0, NAMED_LINES).map(({ line, problem }) => `line ${line}: ${problem}`);
  return lines.join("; ") + (skipped > NAMED_LINES ? `; and ${skipped - NAMED_LINES} more (--json names them)` : "");
}

/** Bytes when standard input is a file; 0 when nobody knows. */
function sizeOf(stdin: Terminal["stdin"]): number {
  if (!("fd" in stdin) || stdin.fd !== 0) return 0;
  const found = fstatSync(0);
  return found.isFile() ? found.size : 0;
}
