// What the summary says of a pattern beside its title: how grave, how often, how it stands, how it went.

import type { PartTrend, Pattern } from "12-factor-telemetry/report";
import { columnsOf, wrap } from "../columns.ts";
import { type Look, printable } from "../terminal.ts";
import { sparkline } from "./bars.ts";

/** Events of a pattern by slice of the window; none when its groups are not among those with most events. */
export function courseOf({ groups }: Pattern, trends: readonly PartTrend[]): number[] {
  const parts = trends.filter(({ name }) => groups.includes(name));
  const [first] = parts;
  if (first === undefined || first.slices.length < 2) return [];
  return first.slices.map((_, index) => parts.reduce((sum, { slices }) => sum + (slices[index] ?? 0), 0));
}

/** Severity in its colour, and never in that alone. */
export function severityOf({ severity }: Pattern, { colors }: Look): string {
  return { high: colors.red, medium: colors.yellow, low: colors.dim }[severity](severity);
}

const STATES: Record<Pattern["state"], string> = {
  new: "new",
  ongoing: "ongoing",
  muted: "muted",
  resolved: "resolved, not yet proven",
  verified: "fix verified",
  "stale-checkout": "only in stale checkouts",
  back: "back after its fix",
};

export function stateOf({ state }: Pattern, { colors }: Look): string {
  const words = STATES[state];
  if (state === "back") return colors.red(words);
  return state === "new" ? colors.cyan(words) : state === "verified" ? colors.green(words) : words;
}

/** Titles with their notes in one column, as far as the terminal has room for them. */
export function rows(
  patterns: readonly { pattern: Pattern; isUnseen: boolean; course: readonly number[] }[],
  look: Look,
): string[] {
  const notes = patterns.map(({ pattern, isUnseen, course }) => {
    const state = isUnseen ? look.colors.cyan("NEW") : stateOf(pattern, look);
    const brief = `${severityOf(pattern, look)}, ${pattern.count}x`;
    const words = `${brief}, ${state}`;
    return [course.length === 0 ? words : `${words} ${look.colors.dim(sparkline(course, look))}`, words, brief];
  });
  const titles = patterns.map(({ pattern }, index) => `${index + 1}. ${printable(pattern.title)}`);
  const fits = titles.map((title, index) => notes[index]?.find((note) => roomFor(title, note, look)) ?? "");
  const column = Math.max(
    0,
    ...titles
      .filter((_, index) => fits[index] !== "")
      .map(columnsOf)
      .filter((width) => width <= MOST),
  );
  return titles.map((title, index) => {
    const note = fits[index] ?? "";
    if (note === "") return longRow(title, notes[index]?.[1] ?? "", look);
    const isAligned = column + 2 + columnsOf(note) <= look.width;
    return `${look.colors.bold(title)}${" ".repeat(Math.max(0, (isAligned ? column : 0) - columnsOf(title)))}  ${note}`;
  });
}

/** A title that leaves no room beside it: the note stands behind its end, or under it. */
function longRow(title: string, note: string, look: Look): string {
  const lines = wrap(title, Math.max(10, look.width - INDENT));
  const end = `${" ".repeat(INDENT)}${lines.at(-1)}`;
  const text = lines.map(look.colors.bold).join(`\n${" ".repeat(INDENT)}`);
  if (roomFor(end, note, look)) return `${text}  ${note}`;
  const under = `\n${" ".repeat(INDENT)}`;
  return text + under + wrap(note, look.width - INDENT).join(under); // its words are short: no colour is cut
}

const INDENT = 3;

/** Columns. A title that is longer does not push the notes of the others to the edge. */
const MOST = 70;

const roomFor = (title: string, note: string, { width }: Look): boolean =>
  columnsOf(title) + 2 + columnsOf(note) <= width;
