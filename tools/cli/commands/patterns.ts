import type { Command } from "commander";
import { askReport } from "../../load-report.ts";
import { advised } from "../advice.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { clusterOf, type FromOptions, fromOption } from "../from.ts";
import { printJson } from "../json.ts";
import { type ReadOptions, withReadOptions } from "../options.ts";
import { whileReading } from "../progress.ts";
import { tellRuleProblems } from "../rule-problems.ts";
import { renderPatterns } from "../screens/patterns.ts";
import { showText } from "../show-text.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { nameOf, windowOf } from "../window.ts";

export function define(command: Command, terminal: Terminal): void {
  withReadOptions(command.addOption(fromOption()), "7d", 50, "patterns").action(
    async (options: ReadOptions & FromOptions) => {
      const window = windowOf(options);
      const { repo, agent, type } = options;
      const directory = directoryOf(options, terminal);
      const from = await clusterOf(options, terminal);
      const asked = { directory, window, repo, agent, type, from };
      const report = await whileReading(terminal, (onRead) => askReport({ ...asked, onRead }));
      tellRuleProblems(report.ruleProblems, terminal);
      const { patterns: all } = report.summary;
      // Design, section 9: it is the array that `summary --json` has, unless a limit is asked for.
      const isLimited = command.getOptionValueSource("limit") !== "default";
      if (options.json) printJson(terminal, isLimited ? all.slice(0, options.limit) : all);
      else {
        const patterns = advised(all.slice(0, options.limit), report);
        const more = all.length - patterns.length;
        const screen = { patterns, trends: report.trends.groups, title: nameOf(window), more };
        showText(terminal, renderPatterns(screen, lookOf(terminal, options.plain === true)));
      }
    },
  );
  teach(command, "", "patterns", "patterns --repo cite-assist", "patterns --since 30d --json");
}
