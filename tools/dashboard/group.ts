// One group: its history with turning points, where and how it fails, the rule that knows it, the user's words on it.

import { instantOf, type Word } from "12-factor-telemetry/event";
import { type Cell, type Pattern, type Standing, type Tally, worded } from "12-factor-telemetry/report";
import { type Dossier, dossierOf, type Part } from "../dossier.ts";
import type { LoadedReport } from "../load-report.ts";
import { type Axis, axisOf, barsOf } from "./bars.ts";
import { type Grouped, type GroupRow, groupedOf, rowOf, sliced } from "./group-rows.ts";
import { familyTitles, timelinesOf } from "./overview.ts";
import type { ViewQuestion } from "./question.ts";

export interface GroupView extends GroupRow {
  frames: readonly string[];
  standing: Standing | null;
  axis: Axis;
  counts: number[];
  turns: Turn[];
  words: Word[];
  rule: RuleView | null;
  pattern: Pick<Pattern, "title" | "evidence" | "cause" | "suggestion" | "severity" | "discoveries"> | null;
  places: { repo: string; agent: string; type: string; count: number; last_seen: string }[];
  /** Most events first. */
  commits: Part[];
}

/** A moment at which something changed. */
export interface Turn {
  at: number;
  what: "first seen" | "resolved" | "muted" | "reopened" | "note" | "back" | "verified";
}

interface RuleView {
  id: string;
  cause: string;
  suggestion: string;
  steps: string[];
  docs: string | null;
  severity: string;
}

const [MOST_PLACES, MOST_COMMITS] = [100, 10];

/** Undefined when it was not seen in the window. */
export function groupViewOf(
  id: string,
  report: LoadedReport,
  question: ViewQuestion,
  offset: number,
): GroupView | undefined {
  const dossier = dossierOf(id, report);
  if (dossier === undefined) return undefined;
  const { standing } = dossier;
  const cells = cellsOf(id, report.tally);
  const before = cellsOf(id, report.previous);
  const grouped = groupedOf(id, cells, before, standing);
  const axis = axisOf(question.window, offset);
  const own = report.words.filter(({ group }) => group === id);
  return {
    ...rowOf(grouped, report, familyTitles(report), sliced(question)),
    frames: dossier.group.frames,
    standing: standing ?? null,
    axis,
    counts: barsOf(timelinesOf(cells), axis),
    turns: turnsOf(grouped, own, standing, question.window.until),
    words: own,
    rule: ruleOf(dossier),
    pattern: dossier.pattern ?? null,
    places: placesOf(cells),
    commits: dossier.commits.slice(0, MOST_COMMITS),
  };
}

const cellsOf = (id: string, { cells }: Tally): Cell[] => [...cells.values()].filter(({ group }) => group === id);

function turnsOf(
  { cells, first, before }: Grouped,
  words: readonly Word[],
  standing: Standing | undefined,
  now: number,
): Turn[] {
  const turns: Turn[] = before > 0 ? [] : [{ at: first, what: "first seen" }];
  for (const { at, word } of words) {
    const what = SAID[word];
    if (what !== undefined) turns.push({ at: instantOf(at), what });
  }
  const since = standing === undefined ? Number.NaN : instantOf(standing.since);
  const later = cells.flatMap(({ times }) => times.points()).filter(({ at }) => at > since);
  if (standing?.state === "back" && later.length > 0)
    turns.push({ at: Math.min(...later.map(({ at }) => at)), what: "back" });
  if (standing?.state === "verified") turns.push({ at: now, what: "verified" });
  return turns.sort((a, b) => a.at - b.at);
}

const SAID: Partial<Record<Word["word"], Turn["what"]>> = {
  resolve: "resolved",
  mute: "muted",
  reopen: "reopened",
  note: "note",
};

function ruleOf({ rule, names }: Dossier): RuleView | null {
  if (rule === undefined) return null;
  const { id, cause, suggestion, steps = [], docs, severity } = rule;
  return {
    ...{ id, cause, severity, docs: docs ?? null, suggestion: worded(suggestion, names) },
    steps: steps.map((step) => worded(step, names)),
  };
}

function placesOf(cells: readonly Cell[]): GroupView["places"] {
  return [...cells]
    .sort((a, b) => b.times.total - a.times.total || b.times.last - a.times.last)
    .slice(0, MOST_PLACES)
    .map(({ repo, agent, type, times }) => ({
      ...{ repo, agent, type, count: times.total },
      last_seen: new Date(times.last).toISOString(),
    }));
}
