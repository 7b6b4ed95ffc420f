import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { loadReport } from "../../load-report.ts";
import { startModel } from "../demo/model-stand-in.ts";
import { play } from "../demo/play.ts";
import { makeSisters } from "../demo/sisters.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { jsonOption, plainOption } from "../options.ts";
import { renderPatterns } from "../screens/patterns.ts";
import { renderSummary } from "../screens/summary.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { nameOf, windowOf } from "../window.ts";

export function define(command: Command, terminal: Terminal): void {
  command
    .addOption(jsonOption())
    .addOption(plainOption())
    .action(async (options: { json?: true; plain?: true }) => {
      const folder = mkdtempSync(join(tmpdir(), "12-factor-demo-"));
      const directory = join(folder, "telemetry");
      terminal.stderr.write(`Three sister repositories in ${folder}; their agents run now.\n`);
      const played = await playIn(folder, directory);
      const failed = played.filter(({ exitCode }) => exitCode !== 0).length;
      terminal.stderr.write(`${played.length} agents ran, ${failed} failed.\n\n`);
      const window = windowOf({ since: "7d" });
      const { summary, skipped } = loadReport({ directory, window });
      if (options.json) return printJson(terminal, summary);
      const look = lookOf(terminal, options.plain === true);
      terminal.stdout.write(`${renderSummary(summary, { title: nameOf(window), skipped }, look)}\n`);
      terminal.stdout.write(renderPatterns(summary.patterns, nameOf(window), look));
      terminal.stdout.write(
        `\nThe events are plain JSON lines: ${directory}\nAsk again: ./bin/agent telemetry summary --dir ${directory}\n`,
      );
    });
  teach(
    command,
    "Works in a new folder under the system's temporary directory; your own telemetry is not touched.",
    "demo",
  );
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
