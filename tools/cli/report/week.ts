// What a report tells, as data: what `report --json` prints, and what Markdown and HTML are made of. Sanitized again on the
// way out, with today's rules: a report is what people hand on.

import { lookAround } from "12-factor-telemetry/collect";
import { type ErrorSummary, isSettled, type PartTrend, type RunRate, type Standing } from "12-factor-telemetry/report";
import { type Policy, sanitizeText } from "12-factor-telemetry/sanitize";
import { type AnyQuestion, askReport, type LoadedReport } from "../../load-report.ts";
import { type SelfScore, selfScoreOf } from "../../score/self-score.ts";

export interface WeekReport {
  title: string;
  generated: string;
  summary: ErrorSummary;
  /** Ids of patterns: not seen in the window before; back after a fix; clearly more than before; clearly fewer. */
  changed: { new: string[]; back: string[]; rising: string[]; falling: string[] };
  /** What the user resolved, and whether it held. */
  fixes: Standing[];
  trends: { repos: PartTrend[]; groups: PartTrend[] };
  rates: RunRate[];
  score: SelfScore;
  skipped: LoadedReport["skipped"];
}

/** Throws StoreError when the store cannot be read. */
export async function weekReport(question: AnyQuestion, title: string, now: number): Promise<WeekReport> {
  const { summary, standings, trends, rates, skipped } = await askReport(question);
  const ids = (is: (pattern: ErrorSummary["patterns"][number]) => boolean) =>
    summary.patterns.filter(is).map(({ id }) => id);
  const open = (direction: string) =>
    ids(
      (one) => !isSettled(one) && one.state === "ongoing" && one.trend.significant && one.trend.direction === direction,
    );
  const report: WeekReport = {
    title,
    generated: new Date(now).toISOString(),
    summary,
    changed: {
      new: ids(({ state }) => state === "new"),
      back: ids(({ state }) => state === "back"),
      rising: open("increasing"),
      falling: open("decreasing"),
    },
    fixes: standings.filter(({ state }) => state !== "open" && state !== "muted"),
    trends: { repos: trends.repos, groups: trends.groups },
    rates,
    score: selfScoreOf(question.directory, now, question.onRead),
    skipped,
  };
  return sanitized(report, lookAround({ dir: question.directory }).policy);
}

/** Characters of one text. */
const MOST = 1000;

function sanitized<T>(value: T, policy: Policy): T {
  if (typeof value === "string") return sanitizeText(value, new Map(), MOST, policy) as T;
  if (Array.isArray(value)) return value.map((part) => sanitized(part, policy)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sanitized(part, policy)])) as T;
}
