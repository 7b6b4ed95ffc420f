import type { TelemetryEvent } from "12-factor-telemetry/event";
import { aliasOf, type Explanation, explain, groupOf, type Pattern, rootOf } from "12-factor-telemetry/report";
import { readEvents } from "12-factor-telemetry/store";
import type { Command } from "commander";
import { type LoadedReport, loadReport } from "../../load-report.ts";
import { type Advice, advised, advising } from "../advice.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { passes, type ReadOptions, withReadOptions } from "../options.ts";
import { tellRuleProblems } from "../rule-problems.ts";
import { eventLine } from "../screens/event.ts";
import { renderPatterns } from "../screens/patterns.ts";
import { renderEvent, renderGroup } from "../screens/show.ts";
import { showText } from "../show-text.ts";
import { type Look, lookOf, printable, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { isWithin, nameOf, windowOf } from "../window.ts";

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
  /** The last note of the user's. */
  note?: string;
  /** The newest. */
  events: TelemetryEvent[];
}

export function define(command: Command, terminal: Terminal): void {
  withReadOptions(
    command.argument("<id>", "telemetry_id, group or pattern; a beginning will do"),
    "30d",
    5,
    "events of a group",
  ).action((id: string, options: ReadOptions) => {
    if (/^[0-9a-f]{3,16}$/.test(id) && showEvents(id, options, terminal)) return;
    showPatterns(id, options, terminal);
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
function showEvents(id: string, options: ReadOptions, terminal: Terminal): boolean {
  const report = reportOf(options, terminal);
  const { events, groups } = found(id, options, report, terminal);
  const look = lookOf(terminal, options.plain === true);
  if (events.length > 1 && !options.json) terminal.stdout.write(eventList(events, id, look));
  else
    for (const event of events) {
      const explanation = explain(event, report.known.catalogue);
      const group = aliasOf({ ...event, group: explanation.group }, report.known.aliases);
      const shown: ShownEvent = { event, ...explanation, group };
      if (options.json) printJson(terminal, shown);
      else showText(terminal, renderEvent(shown, look));
    }
  for (const [group, own] of events.length > 0 ? [] : groups) {
    const shown = shownGroup(group, own, options.limit, report);
    if (options.json) printJson(terminal, shown);
    else showText(terminal, renderGroup(shown, look));
  }
  return events.length + groups.size > 0;
}

/** A short beginning is that of many. */
function eventList(events: readonly TelemetryEvent[], id: string, look: Look): string {
  const lines = events.slice(-LISTED).map((event) => `${eventLine(event, look)}\n`);
  return `${events.length} events begin with ${id}:\n${lines.join("")}`;
}

const LISTED = 20;

function reportOf(options: ReadOptions, terminal: Terminal): LoadedReport {
  const { repo, agent, type } = options;
  const report = loadReport({
    directory: directoryOf(options, terminal),
    window: windowOf(options),
    repo,
    agent,
    type,
  });
  tellRuleProblems(report.ruleProblems, terminal);
  return report;
}

interface Found {
  events: TelemetryEvent[];
  /** By what the user calls them: what was merged is one. */
  groups: Map<string, TelemetryEvent[]>;
}

function found(id: string, options: ReadOptions, report: LoadedReport, terminal: Terminal): Found {
  const window = windowOf(options);
  const { aliases } = report.known;
  const { wanted, places } = groupsFrom(id, report);
  const found: Found = { events: [], groups: new Map() };
  for (const event of readEvents(directoryOf(options, terminal))) {
    if (!isWithin(window, event) || !passes(event, options)) continue;
    if (event.telemetry_id.startsWith(id)) found.events.push(event);
    if (!places.has(placeOf(event.repo, event.agent, event.error_type))) continue;
    const group = aliasOf({ ...event, group: groupOf(event) }, aliases);
    if (!wanted.has(group)) continue;
    const others = found.groups.get(group);
    if (others === undefined) found.groups.set(group, [event]);
    else others.push(event);
  }
  return found;
}

/** The groups that begin so, also under the name that they had before a merge, and where they were: other events need no second look. */
function groupsFrom(id: string, { tally, known: { aliases } }: LoadedReport) {
  const named = [...tally.groups.keys(), ...aliases.into.keys()].filter((group) => group.startsWith(id));
  const wanted = new Set(named.map((group) => rootOf(group, aliases.into)));
  const own = [...tally.cells.values()].filter(({ group }) => wanted.has(group));
  return { wanted, places: new Set(own.map(({ repo, agent, type }) => placeOf(repo, agent, type))) };
}

const placeOf = (...names: string[]): string => names.join("\0");

function shownGroup(group: string, events: TelemetryEvent[], limit: number, report: LoadedReport): ShownGroup {
  const sorted = events.sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));
  const last = sorted.at(-1) as TelemetryEvent;
  const names = (key: "repo" | "agent") => [...new Set(sorted.map((event) => event[key]))].sort();
  const explanation = { ...explain(last, report.known.catalogue), group };
  const note = report.known.standings.get(explanation.group)?.note;
  return {
    ...explanation,
    ...advising(report)(explanation.rules[0] ?? "", [explanation.group]),
    error_type: last.error_type,
    count: sorted.reduce((sum, { count }) => sum + (count ?? 1), 0),
    repos: names("repo"),
    agents: names("agent"),
    first_seen: (sorted[0] as TelemetryEvent).timestamp,
    last_seen: last.timestamp,
    discoveries: report.summary.patterns
      .filter(({ groups }) => groups.includes(explanation.group))
      .flatMap((pattern) =>
        pattern.kind === "rule" ? pattern.discoveries : [discoveryOf(pattern, pattern.kind), ...pattern.discoveries],
      ),
    ...(note !== undefined && { note }),
    events: sorted.slice(-limit),
  };
}

const discoveryOf = ({ evidence, suggestion }: Pattern, kind: Exclude<Pattern["kind"], "rule">) => ({
  kind,
  evidence,
  suggestion,
});

function showPatterns(id: string, options: ReadOptions, terminal: Terminal): void {
  const report = reportOf(options, terminal);
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
