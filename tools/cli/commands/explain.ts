import { draftOf, lookAround } from "12-factor-telemetry/collect";
import type { TelemetryEvent } from "12-factor-telemetry/event";
import { catalogueWith, type Explanation, explain } from "12-factor-telemetry/report";
import { sanitizeEvent } from "12-factor-telemetry/sanitize";
import { ruleFiles } from "12-factor-telemetry/store";
import type { Command } from "commander";
import { teach } from "../examples.ts";
import { inputEvents } from "../input-events.ts";
import { printJson } from "../json.ts";
import { givenDirectory, type ShowOptions, withShowOptions } from "../options.ts";
import { tellRuleProblems } from "../rule-problems.ts";
import { renderExplanation } from "../screens/explanation.ts";
import { lookOf, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** One line of `explain --json`; design, section 9. */
export interface ExplainedLine extends Pick<TelemetryEvent, "error_type" | "error_message" | "context">, Explanation {
  redactions: { rule: string; count: number }[];
}

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(command).action(async (options: ShowOptions) => {
    const { repository, consent, policy, directory } = lookAround(givenDirectory(options));
    if (consent.problem !== undefined) throw new UsageError(consent.problem);
    const { name: repo } = repository;
    const { catalogue, problems } = catalogueWith(ruleFiles(directory));
    tellRuleProblems(problems, terminal);
    const look = lookOf(terminal, options.plain === true);
    for await (const { number, seen, problem } of inputEvents(terminal)) {
      if (seen === undefined)
        throw new UsageError(
          `standard input, line ${number}: ${problem}. Write one JSON object a line, or plain text.`,
        );
      const redactions = new Map<string, number>();
      const event = sanitizeEvent(draftOf(seen, { repo, source: "explain" }), redactions, policy);
      const { error_type, error_message, context } = event;
      const line: ExplainedLine = {
        error_type,
        error_message,
        context,
        ...explain(event, catalogue),
        redactions: [...redactions].map(([rule, count]) => ({ rule, count })),
      };
      if (options.json) printJson(terminal, line);
      else terminal.stdout.write(renderExplanation(line, look));
    }
  });
  teach(
    command,
    "Reads standard input: events as JSON lines (only error_message is required), or plain text.",
    "echo \"open '/home/ada/notes.txt' failed\" | {} explain",
  );
}
