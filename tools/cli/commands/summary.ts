import type { Command } from "commander";
import { loadReport } from "../../load-report.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { directoryOf, type ReadOptions, withReadOptions } from "../options.ts";
import { renderSummary } from "../screens/summary.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { nameOf, windowOf } from "../window.ts";

export function define(command: Command, terminal: Terminal): void {
  withReadOptions(command, "7d", 5, "error types and patterns").action((options: ReadOptions) => {
    const window = windowOf(options);
    const { summary, skipped } = loadReport({
      directory: directoryOf(options, terminal),
      window,
      repo: options.repo,
      agent: options.agent,
      type: options.type,
    });
    if (options.json) printJson(terminal, summary);
    else
      terminal.stdout.write(
        renderSummary(summary, { title: nameOf(window), skipped }, lookOf(terminal, options.plain === true)),
      );
  });
  teach(command, "", "summary", "summary --since 24h --repo pin-citer", "summary --json | jq .patterns");
}
