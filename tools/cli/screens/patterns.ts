// Every pattern with its evidence: how often, since when, where, who, how it went, and what to do.

import type { PartTrend } from "12-factor-telemetry/report";
import type { AdvisedPattern } from "../advice.ts";
import { hung, padded, wrap } from "../columns.ts";
import { type Look, printable } from "../terminal.ts";
import { adviceLines } from "./advice.ts";
import { sparkline } from "./bars.ts";
import { courseOf, severityOf, stateOf } from "./pattern-row.ts";
import { suggestion } from "./summary.ts";

export interface PatternsScreen {
  patterns: readonly AdvisedPattern[];
  /** How their groups went. */
  trends: readonly PartTrend[];
  title: string;
  /** Patterns that a limit left out. @default 0 */
  more?: number;
}

export function renderPatterns({ patterns, trends, title, more = 0 }: PatternsScreen, look: Look): string {
  const { colors, pretty } = look;
  const heading = wrap(`${pretty ? "🎯 " : ""}Detected Patterns (${title})`, look.width)
    .map(colors.bold)
    .join("\n");
  if (patterns.length === 0) return `${heading}\nNone: no known failure occurred often enough.\n`;
  const blocks = patterns.map((pattern, index) => renderPattern(pattern, index + 1, courseOf(pattern, trends), look));
  const all = `${more} more; --limit ${patterns.length + more} shows all.`;
  const rest = more === 0 ? [] : [wrap(all, look.width).map(colors.dim).join("\n")];
  return `${[heading, ...blocks, ...rest].join("\n\n")}\n`;
}

const INDENT = "   ";
const LABEL_COLUMNS = 8;

function renderPattern(pattern: AdvisedPattern, number: number, course: readonly number[], look: Look): string {
  const { colors, width } = look;
  const title = wrap(`${number}. ${printable(pattern.title)}`, width - INDENT.length).map((line, index) =>
    index === 0 ? line : INDENT + line,
  );
  const times = pattern.count === 1 ? "once" : `${pattern.count} times`;
  const [first, last] = [minute(pattern.first_seen), minute(pattern.last_seen)];
  const span = first === last ? first : `${first} to ${last}`;
  return [
    ...title.map(colors.bold),
    ...hung(INDENT, `${printable(pattern.id)}, ${severityOf(pattern, look)}, ${stateOf(pattern, look)}`, width),
    ...labelled("Seen:", `${times}, ${span} UTC`, look),
    ...(course.length > 0 ? labelled("Course:", sparkline(course, look), look) : []),
    ...labelled("Repos:", pattern.repos.map(printable).join(", "), look),
    ...labelled("Agents:", pattern.agents.map(printable).join(", "), look),
    ...labelled("Groups:", pattern.groups.join(", "), look),
    ...labelled("Cause:", printable(pattern.cause), look),
    ...labelled("Why:", printable(pattern.evidence), look),
    ...pattern.discoveries.flatMap(({ kind, evidence }) => labelled("Also:", `${kind}: ${printable(evidence)}`, look)),
    ...suggestion(printable(pattern.suggestion), look, INDENT),
    ...adviceLines(pattern, look, INDENT),
  ].join("\n");
}

function labelled(label: string, text: string, { colors, width }: Look): string[] {
  if (text === "") return [];
  return hung(`${INDENT}${colors.dim(padded(label, LABEL_COLUMNS))}`, text, width);
}

/** UTC, as the evidence has it. */
const minute = (timestamp: string): string => timestamp.slice(0, 16).replace("T", " ");
