// What recognising one error costs, beside its peer: every rule of the catalogue tried in turn, as a list of expressions is used
// everywhere else. Both in turn in one process, so that the ratio holds when the machine's speed drifts. Run: npm run bench

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { CATALOGUE, type Catalogue, type Failure, failureOf, recognise } from "12-factor-telemetry/report";

const CORPUS = resolve("../shared/data/errors/errors.jsonl");
const ROUNDS = 40;
const WARM_UP = 20;
const HOSTILE_CHARACTERS = 1 << 16;

const samples: readonly Failure[] = CATALOGUE.rules.flatMap(({ samples }) => samples.match.map(failureOf));
const corpus: readonly Failure[] = existsSync(CORPUS)
  ? readFileSync(CORPUS, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Failure)
  : [];
/** Pieces of what the rules look for, without an end. */
const hostile: readonly Failure[] = [...new Set(samples.map(({ error_message }) => error_message.slice(0, 24)))].map(
  (piece) => ({ error_type: "Error", error_message: piece.repeat(HOSTILE_CHARACTERS / piece.length) }),
);

const { leads } = CATALOGUE.search();
const everyRule: Catalogue = {
  ...CATALOGUE,
  search: () => ({ leads, prefilter: () => leads.map((_, index) => index) }),
};

/** Microseconds of each call. */
function timesOf(failures: readonly Failure[], catalogue: Catalogue, rounds: number): number[] {
  const times: number[] = [];
  for (let round = -rounds / 2; round < rounds; round++)
    for (const failure of failures) {
      const started = performance.now();
      recognise(failure, catalogue);
      if (round >= 0) times.push((performance.now() - started) * 1000);
    }
  return times.sort((a, b) => a - b);
}

const at = (times: readonly number[], share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
const us = (value: number): string => `${value.toFixed(1)} us`.padStart(11);

timesOf(samples, CATALOGUE, WARM_UP);
for (const [name, failures] of [
  ["samples", samples],
  ["corpus", corpus],
] as const) {
  if (failures.length === 0) continue;
  const ours = timesOf(failures, CATALOGUE, ROUNDS);
  const peer = timesOf(failures, everyRule, ROUNDS / 8);
  process.stdout.write(
    `${name.padEnd(10)} ${CATALOGUE.rules.length} rules, median ${us(at(ours, 0.5))}, p95 ${us(at(ours, 0.95))}; ` +
      `every rule ${us(at(peer, 0.5))}, ${(at(peer, 0.5) / at(ours, 0.5)).toFixed(1)} times as long\n`,
  );
}
const worst = timesOf(hostile, CATALOGUE, 2);
process.stdout.write(`hostile    64 KiB, longest of ${hostile.length} texts ${us(worst.at(-1) ?? Number.NaN)}\n`);
