import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TelemetryCollector } from "12-factor-telemetry";
import { type Command, Option } from "commander";
import { importSource, logFilesOf, SOURCES } from "../../backfill/index.ts";
import { loadReport } from "../../load-report.ts";
import { advised } from "../advice.ts";
import { writeLogs } from "../demo/day-one.ts";
import { startModel } from "../demo/model-stand-in.ts";
import { play } from "../demo/play.ts";
import { makeSisters } from "../demo/sisters.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { jsonOption, plainOption } from "../options.ts";
import { renderPatterns } from "../screens/patterns.ts";
import { renderSummary } from "../screens/summary.ts";
import { tell } from "../tell.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { nameOf, windowOf } from "../window.ts";

export function define(command: Command, terminal: Terminal): void {
  command
    .addOption(jsonOption())
    .addOption(plainOption())
    .addOption(new Option("--day-one", "the logs of coding agents instead: what an import finds on the first day"))
    .action(async (options: { dayOne?: true; json?: true; plain?: true }) => {
      const folder = mkdtempSync(join(tmpdir(), "12-factor-demo-"));
      const directory = join(folder, "telemetry");
      if (options.dayOne) importDayOne(folder, directory, terminal);
      else await runAgents(folder, directory, terminal);
      const window = windowOf({ since: "7d" });
      const report = loadReport({ directory, window });
      if (options.json) return printJson(terminal, report.summary);
      const look = lookOf(terminal, options.plain === true);
      const title = nameOf(window);
      const patterns = advised(report.summary.patterns, report);
      terminal.stdout.write(
        `${renderSummary({ ...report, title, limit: patterns.length, lastLook: undefined }, look)}\n`,
      );
      terminal.stdout.write(renderPatterns({ patterns, trends: report.trends.groups, title }, look));
      terminal.stdout.write(
        `\nThe events are plain JSON lines: ${directory}\nAsk again: ./bin/agent telemetry summary --dir ${directory}\n`,
      );
    });
  teach(
    command,
    "Works in a new folder under the system's temporary directory; your own telemetry is not touched.",
    "demo",
    "demo --day-one",
  );
}

async function runAgents(folder: string, directory: string, terminal: Terminal): Promise<void> {
  tell(terminal, [`Three sister repositories in ${folder}; their agents run now.`], terminal.stderr);
  const played = await playIn(folder, directory);
  const failed = played.filter(({ exitCode }) => exitCode !== 0).length;
  tell(terminal, [`${played.length} agents ran, ${failed} failed.`, ""], terminal.stderr);
}

/** Made-up logs in the formats of three coding agents, imported as real ones are. */
function importDayOne(folder: string, directory: string, terminal: Terminal): void {
  const { stderr } = terminal;
  tell(terminal, [`A week of three coding agents' logs in ${folder}; they are imported now.`], stderr);
  writeLogs(folder, Date.now());
  const collector = new TelemetryCollector({ dir: directory, enabled: true });
  for (const source of SOURCES) {
    const logs = logFilesOf(source, folder, {});
    const question = { source, logs, checkpoints: undefined, since: 0, known: new Set<string>(), onProgress: () => {} };
    const { recorded, files } = importSource(question, ({ seen }) => collector.recordEvent(seen) !== "");
    if (files > 0) stderr.write(`${source.name}: ${recorded} failures in ${files} logs.\n`);
  }
  stderr.write("\n");
}

async function playIn(folder: string, directory: string): ReturnType<typeof play> {
  const model = await startModel();
  try {
    const environment = environmentOf(directory, model.url);
    makeSisters(folder, environment);
    return await play(folder, environment);
  } finally {
    model.close();
  }
}

/** The user's own switches and git settings stay out of it. */
function environmentOf(directory: string, modelUrl: string): NodeJS.ProcessEnv {
  const { TELEMETRY_ENABLED: _enabled, DO_NOT_TRACK: _doNotTrack, ...own } = process.env;
  const identity = {
    GIT_AUTHOR_NAME: "Demo",
    GIT_AUTHOR_EMAIL: "demo@localhost",
    GIT_COMMITTER_NAME: "Demo",
    GIT_COMMITTER_EMAIL: "demo@localhost",
  };
  return {
    ...own,
    ...identity,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    TELEMETRY_DIR: directory,
    MODEL_URL: modelUrl,
  };
}
