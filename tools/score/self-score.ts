// How well this software does here, by the specification's success metrics: measured on this store, not promised.

import { instantOf } from "12-factor-telemetry/event";
import type { Pattern } from "12-factor-telemetry/report";
import {
  type AuditNote,
  DAY_MS,
  type HealthReport,
  lastAudit,
  type OnRead,
  readHealth,
} from "12-factor-telemetry/store";
import { type LoadedReport, loadReport } from "../load-report.ts";

export interface SelfScore {
  /** Patterns of the last 30 days, and those with a suggestion; wanted: 90 %. */
  suggestions: { patterns: number; suggested: number };
  /** Common failures of the first week (three events or more), and those that a pattern named; wanted: 80 %. */
  first_week: { common: number; found: number };
  /** Null when nobody has run `audit`; wanted: 0 findings. */
  audit: AuditNote | null;
  /** Microseconds, of events that were timed; wanted: under 10 ms. */
  overhead: HealthReport["recorded"];
  /** Events that could not be stored. */
  dropped: number;
}

export const WANTED = { suggestions: 0.9, first_week: 0.8, overhead_us: 10_000 } as const;

/** Events from which on a failure is common. */
const COMMON = 3;

/** `onRead`: as `loadReport` has it. */
export function selfScoreOf(directory: string, now: number, onRead?: OnRead): SelfScore {
  const window = { since: now - 30 * DAY_MS, until: now };
  const { summary, trends } = loadReport({ directory, window, onRead });
  const { recorded, dropped } = readHealth(directory);
  return {
    suggestions: {
      patterns: summary.patterns.length,
      suggested: summary.patterns.filter(({ suggestion }) => suggestion !== "").length,
    },
    first_week: firstWeek(directory, trends.groups, onRead),
    audit: lastAudit(directory) ?? null,
    overhead: recorded,
    dropped: [...dropped.values()].reduce((sum, count) => sum + count, 0),
  };
}

function firstWeek(
  directory: string,
  groups: LoadedReport["trends"]["groups"],
  onRead: OnRead | undefined,
): SelfScore["first_week"] {
  if (groups.length === 0) return { common: 0, found: 0 };
  const begun = Math.min(...groups.map(({ first_seen }) => instantOf(first_seen))) - 1;
  const { summary, trends } = loadReport({ directory, window: { since: begun, until: begun + 7 * DAY_MS }, onRead });
  const common = trends.groups.filter(({ trend }) => trend.current >= COMMON);
  return { common: common.length, found: common.filter((group) => isNamed(group, summary.patterns)).length };
}

const isNamed = ({ name }: LoadedReport["trends"]["groups"][number], patterns: readonly Pattern[]): boolean =>
  patterns.some(({ groups }) => groups.includes(name));
