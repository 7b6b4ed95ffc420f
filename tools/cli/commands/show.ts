import type { TelemetryEvent } from "12-factor-telemetry/event";
import { aliasOf, type Explanation, explain, type Pattern, type Standing } from "12-factor-telemetry/report";
import type { Command } from "commander";
import { type FewQuestion, namedEvents } from "../../find-events.ts";
import { askReport, type LoadedReport } from "../../load-report.ts";
import type { Found } from "../../share/cluster/index.ts";
import { type Advice, advised, advising } from "../advice.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { clusterOf, type FromOptions, fromOption } from "../from.ts";
import { printJson } from "../json.ts";
import { type ReadOptions, withReadOptions } from "../options.ts";
import { tellRuleProblems } from "../rule-problems.ts";
import { eventLine } from "../screens/event.ts";
import { renderPatterns } from "../screens/patterns.ts";
import { renderEvent, renderGroup } from "../screens/show.ts";
import { showText } from "../show-text.ts";
import { type Look, lookOf, printable, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { nameOf, windowOf } from "../window.ts";

/** What `show --json` prints of an event. */
export interface ShownEvent extends Explanation {
  event: TelemetryEvent;
}

/** What `show --json` prints of a group. */
export interface ShownGroup extends Explanation, Advice {
  error_type: string;
  count: number;
  repos: string[];
  agents: string[];
  first_seen: string;
  last_seen: string;
  /** What is remarkable about it, the most telling first. */
  discoveries: Pattern["discoveries"];
  /** How it stands after the user's word on it, and why; `open` where nobody spoke. */
  state: Standing["state"];
  evidence: string;
  /** The last note of the user's. */
  note?: string;
  /** The newest. */
  events: TelemetryEvent[];
}

export function define(command: Command, terminal: Terminal): void {
  withReadOptions(
    command.argument("<id>", "telemetry_id, group or pattern; a beginning will do").addOption(fromOption()),
    "30d",
    5,
    "events of a group",
  ).action(async (id: string, options: ReadOptions & FromOptions) => {
    const asked = await ask(options, terminal);
    if (/^[0-9a-f]{3,16}$/.test(id) && (await showEvents(id, asked, options, terminal))) return;
    showPatterns(id, asked.report, options, terminal);
  });
  teach(
    command,
    "An event has 8 digits, a group 16; a pattern is named by its rule. Looks through the last 30 days.",
    "show a3f4b2c1",
    "show 67b8eaae457f126b --repo pin-citer",
    "show git-index-lock --json",
  );
}

/** False when no event and no group begins so. */
async function showEvents(id: string, { report, question }: Asked, options: ReadOptions, terminal: Terminal) {
  const { catalogue } = report.known;
  const { events, groups } = await namedEvents(id, report, question);
  const look = lookOf(terminal, options.plain === true);
  if (events.total > 1 && !options.json) terminal.stdout.write(eventList(events, id, look));
  else
    for (const event of events.events) {
      const explanation = explain(event, catalogue);
      const group = aliasOf({ ...event, group: explanation.group }, report.known.aliases);
      const shown: ShownEvent = { event, ...explanation, group };
      if (options.json) printJson(terminal, shown);
      else showText(terminal, renderEvent(shown, look));
    }
  for (const [group, own] of events.total > 0 ? [] : groups) {
    const shown = shownGroup(group, own, report);
    if (options.json) printJson(terminal, shown);
    else showText(terminal, renderGroup(shown, look));
  }
  return events.total + groups.size > 0;
}

/** A short beginning is that of many. */
function eventList({ events, total }: Found, id: string, look: Look): string {
  const lines = events.slice(-LISTED).map((event) => `${eventLine(event, look)}\n`);
  return `${total} events begin with ${id}:\n${lines.join("")}`;
}

const LISTED = 20;

interface Asked {
  question: FewQuestion;
  report: LoadedReport;
}

async function ask(options: ReadOptions & FromOptions, terminal: Terminal): Promise<Asked> {
  const { repo, agent, type, limit } = options;
  const [directory, window] = [directoryOf(options, terminal), windowOf(options)];
  const question = { directory, window, repo, agent, type, limit, from: await clusterOf(options, terminal) };
  const report = await askReport(question);
  tellRuleProblems(report.ruleProblems, terminal);
  return { question, report };
}

function shownGroup(group: string, found: Found, report: LoadedReport): ShownGroup {
  const { events, count, repos, agents, first_seen, last_seen } = found;
  const last = events.at(-1) as TelemetryEvent;
  const explanation = { ...explain(last, report.known.catalogue), group };
  const { state = "open", evidence = "", note } = report.known.standings.get(explanation.group) ?? {};
  return {
    ...explanation,
    ...advising(report)(explanation.rules[0] ?? "", [explanation.group]),
    error_type: last.error_type,
    ...{ count, repos, agents, first_seen, last_seen },
    discoveries: report.summary.patterns
      .filter(({ groups }) => groups.includes(explanation.group))
      .flatMap((pattern) =>
        pattern.kind === "rule" ? pattern.discoveries : [discoveryOf(pattern, pattern.kind), ...pattern.discoveries],
      ),
    ...{ state, evidence },
    ...(note !== undefined && { note }),
    events,
  };
}

const discoveryOf = ({ evidence, suggestion }: Pattern, kind: Exclude<Pattern["kind"], "rule">) => ({
  kind,
  evidence,
  suggestion,
});

function showPatterns(id: string, report: LoadedReport, options: ReadOptions, terminal: Terminal): void {
  const patterns = advised(
    report.summary.patterns.filter((pattern) => pattern.id.startsWith(id)),
    report,
  );
  if (patterns.length === 0)
    throw new UsageError(
      `show ${printable(id)}: no event, group or pattern of the last 30 days begins so. \`search\` and \`patterns\` list them.`,
    );
  if (options.json) for (const pattern of patterns) printJson(terminal, pattern);
  else
    showText(
      terminal,
      renderPatterns(
        { patterns, trends: report.trends.groups, title: nameOf(windowOf(options)) },
        lookOf(terminal, options.plain === true),
      ),
    );
}
