import type { TelemetryEvent } from "12-factor-telemetry/event";
import { type Explanation, explain, type Pattern } from "12-factor-telemetry/report";
import { readEvents } from "12-factor-telemetry/store";
import type { Command } from "commander";
import { loadReport } from "../../load-report.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { passes, type ReadOptions, withReadOptions } from "../options.ts";
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
export interface ShownGroup extends Explanation {
  error_type: string;
  count: number;
  repos: string[];
  agents: string[];
  first_seen: string;
  last_seen: string;
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
  const { events, groups } = found(id, options, terminal);
  const look = lookOf(terminal, options.plain === true);
  if (events.length > 1 && !options.json) terminal.stdout.write(eventList(events, id, look));
  else
    for (const event of events) {
      const shown: ShownEvent = { event, ...explain(event) };
      if (options.json) printJson(terminal, shown);
      else showText(terminal, renderEvent(shown, look));
    }
  for (const group of events.length > 0 ? [] : groups.values()) {
    const shown = groupOf(group, options.limit);
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

function found(id: string, options: ReadOptions, terminal: Terminal) {
  const window = windowOf(options);
  const events: TelemetryEvent[] = [];
  const groups = new Map<string, TelemetryEvent[]>();
  for (const event of readEvents(directoryOf(options, terminal))) {
    if (!isWithin(window, event) || !passes(event, options)) continue;
    if (event.telemetry_id.startsWith(id)) events.push(event);
    const { group } = explain(event);
    if (!group.startsWith(id)) continue;
    const others = groups.get(group);
    if (others === undefined) groups.set(group, [event]);
    else others.push(event);
  }
  return { events, groups };
}

function groupOf(events: TelemetryEvent[], limit: number): ShownGroup {
  const sorted = events.sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));
  const last = sorted.at(-1) as TelemetryEvent;
  const names = (key: "repo" | "agent") => [...new Set(sorted.map((event) => event[key]))].sort();
  return {
    ...explain(last),
    error_type: last.error_type,
    count: sorted.reduce((sum, { count }) => sum + (count ?? 1), 0),
    repos: names("repo"),
    agents: names("agent"),
    first_seen: (sorted[0] as TelemetryEvent).timestamp,
    last_seen: last.timestamp,
    events: sorted.slice(-limit),
  };
}

function showPatterns(id: string, options: ReadOptions, terminal: Terminal): void {
  const window = windowOf(options);
  const { repo, agent, type } = options;
  const { summary, trends } = loadReport({ directory: directoryOf(options, terminal), window, repo, agent, type });
  const patterns: Pattern[] = summary.patterns.filter((pattern) => pattern.id.startsWith(id));
  if (patterns.length === 0)
    throw new UsageError(
      `show ${printable(id)}: no event, group or pattern of the last 30 days begins so. \`search\` and \`patterns\` list them.`,
    );
  if (options.json) for (const pattern of patterns) printJson(terminal, pattern);
  else
    showText(
      terminal,
      renderPatterns(
        { patterns, trends: trends.groups, title: nameOf(window) },
        lookOf(terminal, options.plain === true),
      ),
    );
}
