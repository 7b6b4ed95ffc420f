import { draftOf, lookAround } from "12-factor-telemetry/collect";
import { catalogueWith, type Failure, failedSamples, type OwnCatalogue, ruleDraft } from "12-factor-telemetry/report";
import { sanitizeEvent } from "12-factor-telemetry/sanitize";
import { ruleFiles } from "12-factor-telemetry/store";
import { Argument, type Command, Option } from "commander";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { groupsNamed } from "../groups.ts";
import { inputEvents } from "../input-events.ts";
import { indentedJson, printJson } from "../json.ts";
import { type DirOptions, dirOption, jsonOption } from "../options.ts";
import { tellRuleProblems } from "../rule-problems.ts";
import { renderRules, type ShownRule } from "../screens/rules.ts";
import { showText } from "../show-text.ts";
import { lookOf, printable, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

type RulesOptions = DirOptions & { json?: true; group?: string };
type Deed = "list" | "test" | "new";

export function define(command: Command, terminal: Terminal): void {
  command
    .addArgument(new Argument("<what>", "what to do").choices(["list", "test", "new"]))
    .addOption(new Option("--group <group>", "new: of a group that is in the store, or of each of a pattern's"))
    .addOption(dirOption())
    .addOption(jsonOption())
    .action(async (deed: Deed, options: RulesOptions) => {
      if (options.group !== undefined && deed !== "new")
        throw new UsageError(`rules ${deed} takes no --group: \`rules new --group\` begins a rule.`);
      if (deed === "new") {
        const failures =
          options.group === undefined ? await failuresIn(terminal) : failuresOf(options.group, options, terminal);
        terminal.stdout.write(indentedJson({ rules: failures.map(ruleDraft) }));
        return;
      }
      const own = catalogueWith(ruleFiles(directoryOf(options, terminal)));
      return deed === "list" ? list(own, options, terminal) : tryAll(own, options, terminal);
    });
  teach(
    command,
    "list shows every rule and where it comes from; test holds each against its samples (exit 1 when one fails); " +
      "new makes a rule from an error on standard input or a group, for rules.json in the data directory. See docs/rules.md.",
    "rules list",
    "rules test",
    'echo "Quota of the build farm is used up" | {} rules new',
    "rules new --group 67b8eaae",
  );
}

function list({ catalogue, sources, problems }: OwnCatalogue, { json }: RulesOptions, terminal: Terminal): void {
  const rules: ShownRule[] = catalogue.rules.map(({ id, title, severity }) => ({
    ...{ id, title, severity },
    source: sources.get(id) ?? "built-in",
  }));
  if (json) for (const rule of rules) printJson(terminal, rule);
  else showText(terminal, renderRules(rules, lookOf(terminal, false)));
  tellRuleProblems(problems, terminal);
}

function tryAll({ catalogue, problems }: OwnCatalogue, { json }: RulesOptions, terminal: Terminal): void {
  const failed = catalogue.rules.flatMap((rule) => failedSamples(rule, catalogue));
  for (const failure of failed) {
    if (json) printJson(terminal, failure);
    else terminal.stdout.write(`${failure.rule}: "${printable(failure.sample)}" ${failure.problem}\n`);
  }
  tellRuleProblems(problems, terminal);
  const samples = catalogue.rules.reduce((sum, { samples }) => sum + samples.match.length + samples.noMatch.length, 0);
  if (!json) terminal.stdout.write(`${catalogue.rules.length} rules, ${samples} samples, ${failed.length} failed.\n`);
  if (failed.length + problems.length > 0) process.exitCode = 1;
}

/** An error text holds what it holds: it is cleaned before it becomes a sample in a file. */
async function failuresIn(terminal: Terminal): Promise<Failure[]> {
  const { repository, consent, policy } = lookAround({});
  if (consent.problem !== undefined) throw new UsageError(consent.problem);
  const failures: Failure[] = [];
  for await (const { number, seen, problem } of inputEvents(terminal)) {
    if (seen === undefined) throw new UsageError(`standard input, line ${number}: ${problem}.`);
    failures.push(sanitizeEvent(draftOf(seen, { repo: repository.name, source: "rules" }), new Map(), policy));
  }
  if (failures.length > 0) return failures;
  throw new UsageError('Standard input is empty. Give an error: echo "It broke" | … rules new');
}

/** As the store has it, and so clean. */
function failuresOf(named: string, options: RulesOptions, terminal: Terminal): Failure[] {
  const failures = groupsNamed(named, directoryOf(options, terminal), Date.now()).flatMap(({ cells }): Failure[] => {
    const told = cells.find(({ example }) => example !== undefined);
    return told?.example === undefined ? [] : [{ error_type: told.type, error_message: told.example.message }];
  });
  if (failures.length > 0) return failures;
  throw new UsageError(`${printable(named)}: no event of the last 30 days is left. Give the error on standard input.`);
}
