import { writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { type Command, Option } from "commander";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { clusterOf, type FromOptions, fromOption } from "../from.ts";
import { indentedJson, printJson } from "../json.ts";
import { type ReadOptions, withReadOptions } from "../options.ts";
import { ownCommand } from "../own-command.ts";
import { whileReading } from "../progress.ts";
import { htmlOf } from "../report/html.ts";
import { markdownOf } from "../report/markdown.ts";
import { SCHEDULERS, type Scheduler, scheduleOf } from "../report/schedule.ts";
import { weekReport } from "../report/week.ts";
import { installSchedule } from "../run/install-schedule.ts";
import { showText } from "../show-text.ts";
import { printable, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { nameOf, windowOf } from "../window.ts";

interface ReportOptions extends ReadOptions, FromOptions {
  format: "markdown" | "html" | "json";
  output?: string;
  schedule?: Scheduler;
  install?: true;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .addOption(
      new Option("--format <format>", "how").choices(["markdown", "html", "json"]).default("markdown", "markdown"),
    )
    .addOption(new Option("--output <file>", "write there, mode 0600, instead of to standard output"))
    .addOption(new Option("--schedule <scheduler>", "print what makes it every Monday").choices(SCHEDULERS))
    .addOption(fromOption())
    .addOption(new Option("--install", "with --schedule: install it"));
  withReadOptions(command, "7d", 20, "patterns").action(async (options: ReportOptions) => {
    if (options.schedule !== undefined) schedule(options.schedule, options, terminal);
    else if (options.install) throw new UsageError("--install needs --schedule: say which scheduler.");
    else await report(options, terminal);
  });
  teach(
    command,
    "What changed, the top patterns, which fixes held, privacy and overhead; sanitized again on the way out. HTML is one file with plots, without a script.",
    "report",
    "report --format html --output report.html",
    "report --schedule systemd --install",
  );
}

async function report(options: ReportOptions, terminal: Terminal): Promise<void> {
  const now = Date.now();
  const window = windowOf(options, now);
  const { repo, agent, type, limit } = options;
  const directory = directoryOf(options, terminal);
  const asked = { directory, window, repo, agent, type, from: await clusterOf(options, terminal) };
  const week = await whileReading(terminal, (onRead) => weekReport({ ...asked, onRead }, nameOf(window, now), now));
  week.summary.patterns = week.summary.patterns.slice(0, limit);
  const format = options.json ? "json" : options.format;
  if (format === "json" && options.output === undefined) {
    printJson(terminal, week);
    return;
  }
  const text = format === "html" ? htmlOf(week) : format === "json" ? indentedJson(week) : markdownOf(week);
  if (options.output === undefined) showText(terminal, text);
  else {
    writeFileSync(options.output, text, { mode: 0o600 });
    terminal.stderr.write(`Written: ${printable(resolve(options.output))}\n`);
  }
}

function schedule(
  scheduler: Scheduler,
  { output, format, dir, from, install }: ReportOptions,
  terminal: Terminal,
): void {
  const made = { markdown: "md", html: "html", json: "json" }[format];
  const file = resolve(output ?? join(homedir(), `telemetry-report.${made}`));
  if (printable(file) !== file)
    throw new UsageError(
      `--output ${printable(file)}: no scheduler takes such a path. Leave the control characters out.`,
    );
  const flags = ["--format", format, "--output", file, ...(dir === undefined ? [] : ["--dir", resolve(dir)])];
  const asked = from === undefined ? [] : ["--from", from];
  const planned = scheduleOf(scheduler, [...ownCommand(), "report", ...flags, ...asked], homedir());
  if (!install) {
    const files = planned.files.map(({ path, text }) => `# ${path}\n${text}`);
    const commands = planned.commands.map((words) => `# then: ${words.join(" ")}\n`);
    terminal.stdout.write([...files, ...commands, planned.line === "" ? "" : `${planned.line}\n`].join(""));
    return;
  }
  const problem = installSchedule(planned);
  if (problem !== "")
    throw new UsageError(`Could not install it: ${printable(problem)}. Print it without --install, and do it by hand.`);
  terminal.stdout.write(`Every Monday at 9: ${printable(file)}\n`);
}
