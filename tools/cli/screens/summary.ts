// The specification's screen, and beside its lines what they mean: bars for shares, the course of each pattern, where to start.

import { type ErrorSummary, isSettled, type Trend } from "12-factor-telemetry/report";
import type { Skipped } from "12-factor-telemetry/store";
import type { LoadedReport } from "../../load-report.ts";
import { columnsOf, hung, wrap } from "../columns.ts";
import { type Look, printable } from "../terminal.ts";
import { localTime } from "../window.ts";
import { bar } from "./bars.ts";
import { courseOf, rows } from "./pattern-row.ts";

/** Characters; the line under the title in the specification. */
const RULE_LENGTH = 31;

export interface SummaryScreen extends Pick<LoadedReport, "summary" | "trends" | "skipped"> {
  title: string;
  /** Types and patterns shown. */
  limit: number;
  /** When the user last looked, in milliseconds since the epoch. */
  lastLook: number | undefined;
  /** Whether only a repository, an agent or a type was asked for. @default false */
  isFiltered?: boolean;
}

export function renderSummary(screen: SummaryScreen, look: Look): string {
  const { summary, title, skipped } = screen;
  const { colors, pretty } = look;
  const lines = [
    ...wrap(`${pretty ? "📊 " : ""}Telemetry Summary (${title})`, look.width).map(colors.bold),
    colors.dim((pretty ? "━" : "-").repeat(Math.min(RULE_LENGTH, look.width))),
    `Total Errors: ${colors.bold(String(summary.total_errors))}`,
    ...(summary.total_errors === 0 ? ["", ...wrap(nothingOf(screen), look.width)] : findings(screen, look)),
    "",
    ...trendLines(summary.trend, title, look),
    ...runsLine(summary),
    ...(summary.total_errors === 0 ? [] : nextLines(screen, look)),
    ...skippedLine(skipped, look),
  ];
  return `${lines.join("\n")}\n`;
}

function nothingOf({ summary, isFiltered = false }: SummaryScreen): string {
  if (isFiltered) return "No errors of these. Look at all of them without --repo, --agent and --type.";
  if (summary.trend.previous > 0) return "No errors in this time. Look further back with --since 30d.";
  return (
    "No errors recorded here. Agents built on BaseAgent record by themselves, any other command with `telemetry run -- CMD`; " +
    "`telemetry import all --dry-run` shows what coding agents have logged already, `telemetry demo` how it looks."
  );
}

function findings({ summary, trends, limit, lastLook }: SummaryScreen, look: Look): string[] {
  const { affected_repos, top_error_types, patterns } = summary;
  const { colors, pretty } = look;
  const repos = affected_repos.map(({ repo }) => printable(repo)).join(", ");
  const shown = patterns.slice(0, limit).map((pattern) => ({
    pattern,
    isUnseen: lastLook !== undefined && Date.parse(pattern.first_seen) > lastLook,
    course: courseOf(pattern, trends.groups),
  }));
  const found = rows(shown, look).flatMap((row, index) => [
    ...(index === 0 ? [] : [""]),
    row,
    ...suggestion(printable(shown[index]?.pattern.suggestion ?? ""), look),
  ]);
  const more = patterns.length - shown.length;
  return [
    ...hung(`Affected Repos: ${affected_repos.length} `, `(${repos})`, look.width),
    "",
    colors.bold("Top Error Types:"),
    ...typeLines(top_error_types.slice(0, limit), look),
    "",
    ...wrap(`${pretty ? "🎯 " : ""}Detected Patterns:`, look.width).map(colors.bold),
    ...(found.length > 0 ? found : ["None: no known failure occurred often enough."]),
    ...(more > 0 ? ["", ...wrap(`${more} more: \`telemetry patterns\``, look.width).map(colors.dim)] : []),
  ];
}

/** Columns of the longest bar. */
const BAR_COLUMNS = 16;

function typeLines(types: ErrorSummary["top_error_types"], look: Look): string[] {
  const texts = types.map(({ error_type, count, share }, index) => {
    const times = count === 1 ? "1 occurrence" : `${count} occurrences`;
    return `${index + 1}. ${printable(error_type)} (${times}) - ${Math.round(share * 100)}%`;
  });
  const column = Math.max(0, ...texts.map(columnsOf));
  const room = Math.min(BAR_COLUMNS, look.width - column - 2);
  const most = Math.max(...types.map(({ share }) => share));
  if (room < BAR_COLUMNS / 2) return texts.flatMap((text) => wrap(text, look.width));
  return texts.map((text, index) => {
    const drawn = bar((types[index]?.share ?? 0) / most, room, look);
    return `${text}${" ".repeat(column - columnsOf(text) + 2)}${look.colors.cyan(drawn)}`;
  });
}

export function suggestion(text: string, look: Look, indent = "   "): string[] {
  return hung(`${indent}${look.colors.green(`${look.pretty ? "→" : "->"} Suggestion:`)} `, text, look.width);
}

/** Counts under this are shown as they are: a percentage of them says nothing. */
const ENOUGH = 10;

function trendLines(trend: Trend, title: string, look: Look): string[] {
  const { colors, pretty, width } = look;
  const { direction, significant } = trend;
  const paint =
    !significant || direction === "steady" ? String : direction === "decreasing" ? colors.green : colors.red;
  return hung(`${pretty ? "📈 " : ""}Trend: `, trendOf(trend, title, look), width, paint);
}

function trendOf(
  { current, previous, change, direction, significant }: Trend,
  title: string,
  { pretty }: Look,
): string {
  const before = title === "Last 7 days" ? "last week" : "the window before";
  if (change === null) return current === 0 ? "No errors, and none before" : "Nothing recorded before to compare with";
  if (direction === "steady") return `Errors steady (as many as in ${before})`;
  if (!significant && Math.min(current, previous) < ENOUGH)
    return `${previous} ${pretty ? "→" : "->"} ${current} (too few to call)`;
  const words = { decreasing: ["↓ ", "down "], increasing: ["↑ ", "up "] }[direction];
  const line = `Errors ${direction} (${words[pretty ? 0 : 1]}${Math.abs(Math.round(change * 100))}% from ${before})`;
  return significant ? line : `${line}, could be chance`;
}

function runsLine({ runs: { total, failed } }: ErrorSummary): string[] {
  return total === 0 ? [] : [`Runs: ${total}, ${failed} failed (${((failed / total) * 100).toFixed(1)}%)`];
}

/** What is new since the last look, and what to do first. */
function nextLines({ summary: { patterns }, lastLook }: SummaryScreen, look: Look): string[] {
  const { colors, pretty, width } = look;
  const unseen = patterns.filter(
    ({ first_seen }) => lastLook !== undefined && Date.parse(first_seen) > lastLook,
  ).length;
  const news =
    unseen === 0
      ? []
      : wrap(`Since your last look (${localTime(lastLook ?? 0).slice(0, 16)}): ${unseen} new, marked NEW`, width);
  const [first] = patterns.filter((pattern) => !isSettled(pattern));
  if (first === undefined) return news;
  const number = patterns.indexOf(first) + 1;
  const why = `${number}, ${first.severity}: ${printable(first.evidence)} \`telemetry show ${printable(first.id)}\``;
  return [...news, ...hung(colors.bold(`${pretty ? "▶ " : ""}Start here: `), why, width)];
}

function skippedLine({ torn, foreign }: Skipped, { colors, width }: Look): string[] {
  if (torn + foreign === 0) return [];
  const text = `${torn + foreign} lines of the store are no events and were skipped (${torn} torn, ${foreign} foreign).`;
  return ["", ...wrap(text, width).map(colors.dim)];
}
