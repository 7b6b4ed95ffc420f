import type { Command } from "commander";
import { loadReport } from "../../load-report.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { directoryOf, type ReadOptions, withReadOptions } from "../options.ts";
import { renderPatterns } from "../screens/patterns.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { nameOf, windowOf } from "../window.ts";

export function define(command: Command, terminal: Terminal): void {
  withReadOptions(command, "7d", 50, "patterns").action((options: ReadOptions) => {
    const window = windowOf(options);
    const { summary } = loadReport({
      directory: directoryOf(options, terminal),
      window,
      repo: options.repo,
      agent: options.agent,
      type: options.type,
    });
    if (options.json) printJson(terminal, summary.patterns);
    else
      terminal.stdout.write(renderPatterns(summary.patterns, nameOf(window), lookOf(terminal, options.plain === true)));
  });
  teach(command, "", "patterns", "patterns --repo cite-assist", "patterns --since 30d --json");
}
