// Whether a week of failures is told: two simulated weeks over five repositories, of real errors where they are at hand
// (../shared/data/errors), else of the catalogue's own samples, among made-up ones that no rule knows; with phenomena planted in
// some of them. Counted: families of five and more events that become a pattern with a suggestion; claims without a cause.
// Run: npm run bench -- discovery

import type { TelemetryEvent } from "12-factor-telemetry/event";
import { explain, fold, type Pattern, summaryOf } from "12-factor-telemetry/report";
import { allFamilies, type Family, SOURCE } from "./simulated-families.ts";
import { PHENOMENA, type Phenomenon, plant, steady } from "./simulated-weeks.ts";

/** Events a day of a made-up family. */
const NOISE_LEVELS = [1, 10, 100];
const ENOUGH = 5;
/** One family in so many has something planted in it. */
const PLANTED = 6;

/** Events a day that are there beside what is planted. What a family always does, it does not do otherwise. */
const BACKGROUND: Record<Phenomenon, number> = {
  burst: 3,
  everywhere: 2,
  "retry-storm": 3,
  rising: 2,
  "one-agent": 0.2,
  "time-of-day": 0.2,
  "back-after-quiet": 6,
  parallel: 0.2,
  new: 0,
};

/** A family as it went. */
interface Lived {
  family: string;
  /** Events of the last week by group. */
  groups: Map<string, number>;
  phenomenon: Phenomenon | undefined;
  /** Whether it was there in the week before. */
  isOld: boolean;
}

const [seedWord = "1"] = process.argv.slice(2);
const until = Date.UTC(2026, 10, 22, 12);
const week = { since: until - 7 * 86_400_000, until };
const families = allFamilies();
const explained = new Map<object, { group: string }>();

process.stdout.write(
  `${SOURCE}, seed ${seedWord}\nnoise a day   families >= 5   reported with suggestion   patterns   false alarms   planted found\n`,
);
for (const perDay of NOISE_LEVELS) {
  const random = mulberry(Number(seedWord) * 1000 + perDay);
  const events: TelemetryEvent[] = [];
  const lived = families.map((family, index) => live(family, index, perDay, random, events));
  const { patterns } = summaryOf(fold(events, week), { total: 0, failed: 0 });
  print(perDay, patterns, lived);
}

function live(family: Family, index: number, perDay: number, random: () => number, events: TelemetryEvent[]): Lived {
  const phenomenon =
    index % PLANTED === PLANTED - 1 ? PHENOMENA[Math.floor(index / PLANTED) % PHENOMENA.length] : undefined;
  const isOld = phenomenon === undefined ? random() < 0.7 : phenomenon !== "new";
  const rate = family.isMadeUp ? perDay : 0.3 + random() * 5;
  const background = phenomenon === undefined ? rate : BACKGROUND[phenomenon];
  const quietDays = phenomenon === "back-after-quiet" ? 7 : 0;
  const occurrences = [
    ...steady(background, isOld ? 14 : 6, quietDays, until, random).map((each) => ({ ...each, turn: random() })),
    // What happens at once or again and again is one failure, told in the same words.
    ...(phenomenon === undefined ? [] : plant(phenomenon, until, random).map((each) => ({ ...each, turn: 0 }))),
  ];
  const groups = new Map<string, number>();
  for (const { at, repo, agent, turn } of occurrences) {
    const failure = family.failures[Math.floor(turn * family.failures.length)];
    if (failure === undefined) continue; // never: a family has at least one
    const telemetry_id = events.length.toString(16).padStart(8, "0");
    events.push({ ...failure, timestamp: new Date(at).toISOString(), repo, agent, telemetry_id });
    if (at <= week.since) continue;
    const { group } = groupsOf(failure);
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return { family: family.name, groups, phenomenon, isOld };
}

function print(perDay: number, patterns: readonly Pattern[], lived: readonly Lived[]): void {
  const told = new Set(patterns.filter(({ suggestion }) => suggestion !== "").flatMap(({ groups }) => groups));
  const frequent = lived.filter(({ groups }) => sum(groups.values()) >= ENOUGH);
  const reported = frequent.filter(({ groups }) => {
    const events = [...groups].filter(([group]) => told.has(group)).map(([, count]) => count);
    return sum(events) > sum(groups.values()) / 2;
  });
  const falseAlarms = patterns.filter((pattern) => isFalse(pattern, lived));
  for (const { family } of frequent.filter((each) => !reported.includes(each)))
    process.stdout.write(`  unsaid: ${family}\n`);
  const planted = lived.filter(({ phenomenon }) => phenomenon !== undefined);
  const found = planted.filter(({ groups, phenomenon = "new" }) =>
    patterns.some((pattern) => pattern.groups.some((group) => groups.has(group)) && says(pattern, phenomenon)),
  );
  const share = (part: number, whole: number) => `${part}/${whole} (${((100 * part) / whole).toFixed(1)} %)`;
  process.stdout.write(
    `${String(perDay).padEnd(14)}${String(frequent.length).padEnd(16)}${share(reported.length, frequent.length).padEnd(27)}` +
      `${String(patterns.length).padEnd(11)}${share(falseAlarms.length, patterns.length).padEnd(15)}${share(found.length, planted.length)}\n`,
  );
  for (const pattern of falseAlarms)
    process.stdout.write(`  false: ${pattern.title.slice(0, 50)}: ${claimsOf(pattern).slice(0, 90)}\n`);
  for (const { phenomenon, groups } of planted.filter((family) => !found.includes(family)))
    process.stdout.write(`  missed: ${phenomenon}, ${sum(groups.values())} events\n`);
}

/** A new failure need not be called so where a rule names it. */
function says({ kind, discoveries }: Pattern, phenomenon: Phenomenon): boolean {
  if (kind === phenomenon || (phenomenon === "new" && kind === "rule")) return true;
  return discoveries.some((sign) => sign.kind === phenomenon);
}

function claimsOf({ kind, evidence, discoveries }: Pattern): string {
  const signs = discoveries.map((sign) => `${sign.kind}: ${sign.evidence}`);
  return (kind === "rule" ? signs : [`${kind}: ${evidence}`, ...signs]).join(" ");
}

/** What is steady in the simulation, and is told as if it were not. That a rule fired has its events as its cause. */
function isFalse({ kind, groups, discoveries }: Pattern, lived: readonly Lived[]): boolean {
  const behind = lived.filter((family) => groups.some((group) => family.groups.has(group)));
  if (behind.length === 0) return true;
  // What is planted is remarkable in more than one way: a burst is a rise too.
  if (behind.some(({ phenomenon }) => phenomenon !== undefined)) return false;
  const isNew = behind.some(({ isOld }) => !isOld);
  const claims = [kind, ...discoveries.map((sign) => sign.kind)];
  return claims.some((claim) => {
    if (claim === "rule" || claim === "recurring") return false;
    return !(isNew && (claim === "new" || claim === "rising"));
  });
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/** Tommy Ettinger's mulberry32: the same weeks for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function groupsOf(failure: Family["failures"][number]): { group: string } {
  const known = explained.get(failure) ?? explain(failure);
  explained.set(failure, known);
  return known;
}
