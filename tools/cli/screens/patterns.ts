// Every pattern with its evidence: how often, since when, where, who, and what to do.

import type { Pattern } from "12-factor-telemetry/report";
import { type Look, printable } from "../terminal.ts";

export function renderPatterns(patterns: readonly Pattern[], title: string, look: Look): string {
  const { colors, pretty } = look;
  const heading = colors.bold(`${pretty ? "🎯 " : ""}Detected Patterns (${title})`);
  if (patterns.length === 0) return `${heading}\nNone: no known failure occurred often enough.\n`;
  return `${[heading, ...patterns.map((pattern, index) => renderPattern(pattern, index + 1, look))].join("\n\n")}\n`;
}

function renderPattern(pattern: Pattern, number: number, { colors, pretty }: Look): string {
  const severity = { high: colors.red, medium: colors.yellow, low: colors.dim }[pattern.severity](pattern.severity);
  const times = pattern.count === 1 ? "once" : `${pattern.count} times`;
  const [first, last] = [minute(pattern.first_seen), minute(pattern.last_seen)];
  return [
    `${number}. ${colors.bold(printable(pattern.title))}`,
    `   ${pattern.id}, ${severity}, ${pattern.state}: ${times}, ${first === last ? first : `${first} to ${last}`}`,
    `   Repos:  ${pattern.repos.map(printable).join(", ")}`,
    `   Agents: ${pattern.agents.map(printable).join(", ")}`,
    `   Groups: ${pattern.groups.join(", ")}`,
    `   Cause:  ${pattern.cause}`,
    `   ${colors.green(`${pretty ? "→" : "->"} Suggestion:`)} ${printable(pattern.suggestion)}`,
  ].join("\n");
}

/** UTC, to the minute. */
const minute = (timestamp: string): string => `${timestamp.slice(0, 16).replace("T", " ")} UTC`;
