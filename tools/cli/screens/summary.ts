// The specification's screen.

import type { ErrorSummary, Trend } from "12-factor-telemetry/report";
import type { Skipped } from "12-factor-telemetry/store";
import { type Look, printable } from "../terminal.ts";

const TYPES_SHOWN = 5;
/** Characters; the line under the title in the specification. */
const RULE_LENGTH = 31;

export function renderSummary(
  summary: ErrorSummary,
  { title, skipped }: { title: string; skipped: Skipped },
  look: Look,
): string {
  const { colors, pretty } = look;
  const lines = [
    colors.bold(`${pretty ? "📊 " : ""}Telemetry Summary (${title})`),
    colors.dim((pretty ? "━" : "-").repeat(RULE_LENGTH)),
    `Total Errors: ${colors.bold(String(summary.total_errors))}`,
    ...(summary.total_errors === 0 ? ["", ...nothing()] : findings(summary, look)),
    "",
    `${pretty ? "📈 " : ""}Trend: ${trendLine(summary.trend, title, look)}`,
    ...skippedLine(skipped, look),
  ];
  return `${lines.join("\n")}\n`;
}

function nothing(): string[] {
  return [
    "No errors recorded here. Agents built on BaseAgent record by themselves; `telemetry demo` shows how it looks.",
  ];
}

function findings({ affected_repos, top_error_types, patterns }: ErrorSummary, look: Look): string[] {
  const { colors, pretty } = look;
  const repos = affected_repos.map(({ repo }) => printable(repo)).join(", ");
  const types = top_error_types.slice(0, TYPES_SHOWN).map(({ error_type, count, share }, index) => {
    const times = count === 1 ? "1 occurrence" : `${count} occurrences`;
    return `${index + 1}. ${printable(error_type)} (${times}) - ${Math.round(share * 100)}%`;
  });
  const found = patterns.flatMap(({ title, suggestion }, index) => [
    ...(index === 0 ? [] : [""]),
    `${index + 1}. ${printable(title)}`,
    `   ${colors.green(`${pretty ? "→" : "->"} Suggestion:`)} ${printable(suggestion)}`,
  ]);
  return [
    `Affected Repos: ${affected_repos.length} (${repos})`,
    "",
    colors.bold("Top Error Types:"),
    ...types,
    "",
    colors.bold(`${pretty ? "🎯 " : ""}Detected Patterns:`),
    ...(found.length > 0 ? found : ["None: no known failure occurred often enough."]),
  ];
}

/** Counts under this are shown as they are: a percentage of them says nothing. */
const ENOUGH = 10;

function trendLine(
  { current, previous, change, direction, significant }: Trend,
  title: string,
  { colors, pretty }: Look,
): string {
  const before = title === "Last 7 days" ? "last week" : "the window before";
  if (change === null) return current === 0 ? "No errors, and none before" : "Nothing recorded before to compare with";
  if (direction === "steady") return `Errors steady (as many as in ${before})`;
  if (!significant && Math.min(current, previous) < ENOUGH)
    return `${previous} ${pretty ? "→" : "->"} ${current} (too few to call)`;
  const words = { decreasing: ["↓ ", "down "], increasing: ["↑ ", "up "] }[direction];
  const line = `Errors ${direction} (${words[pretty ? 0 : 1]}${Math.abs(Math.round(change * 100))}% from ${before})`;
  if (!significant) return `${line}, could be chance`;
  return direction === "decreasing" ? colors.green(line) : colors.red(line);
}

function skippedLine({ torn, foreign }: Skipped, { colors }: Look): string[] {
  if (torn + foreign === 0) return [];
  return [
    "",
    colors.dim(
      `${torn + foreign} lines of the store are no events and were skipped (${torn} torn, ${foreign} foreign).`,
    ),
  ];
}
