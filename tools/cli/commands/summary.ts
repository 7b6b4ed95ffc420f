import type { Command } from "commander";
import { askReport } from "../../load-report.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { lookedBefore } from "../first-look.ts";
import { clusterOf, type FromOptions, fromOption } from "../from.ts";
import { printJson } from "../json.ts";
import { type ReadOptions, withReadOptions } from "../options.ts";
import { whileReading } from "../progress.ts";
import { tellRuleProblems } from "../rule-problems.ts";
import { renderSummary } from "../screens/summary.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { nameOf, windowOf } from "../window.ts";

export function define(command: Command, terminal: Terminal): void {
  withReadOptions(command.addOption(fromOption()), "7d", 5, "error types and patterns").action(
    async (options: ReadOptions & FromOptions) => {
      const now = Date.now();
      const window = windowOf(options, now);
      const directory = directoryOf(options, terminal);
      const { repo, agent, type, limit } = options;
      const from = await clusterOf(options, terminal);
      const asked = { directory, window, repo, agent, type, from };
      const report = await whileReading(terminal, (onRead) => askReport({ ...asked, onRead }));
      tellRuleProblems(report.ruleProblems, terminal);
      if (options.json) {
        printJson(terminal, report.summary);
        return;
      }
      const isFiltered = [repo, agent, type].some((name) => name !== undefined);
      const lastLook = lookedBefore(directory, terminal, now);
      const screen = { ...report, title: nameOf(window, now), limit, lastLook, isFiltered };
      terminal.stdout.write(renderSummary(screen, lookOf(terminal, options.plain === true)));
    },
  );
  teach(command, "", "summary", "summary --since 24h --repo pin-citer", "summary --json | jq .patterns");
}
