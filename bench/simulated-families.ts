// The failures of the simulated weeks: real ones where they are at hand, else the catalogue's own samples; and made-up ones, which
// no rule knows.

import { existsSync, readFileSync } from "node:fs";
import type { TelemetryEvent } from "12-factor-telemetry/event";
import { CATALOGUE, failureOf } from "12-factor-telemetry/report";
import { sanitizeEvent } from "12-factor-telemetry/sanitize";

const CORPUS = "../shared/data/errors/errors.jsonl";
const MADE_UP = 30;

export const SOURCE: string = existsSync(CORPUS) ? CORPUS : "the catalogue's own samples";

export type Failure = Pick<TelemetryEvent, "error_type" | "error_message" | "stack" | "context">;

export interface Family {
  name: string;
  isMadeUp: boolean;
  /** Sanitized. */
  failures: Failure[];
}

interface Line {
  family: string;
  error_type: string;
  error_message: string;
}

export function allFamilies(): Family[] {
  return [...realFamilies(), ...madeUpFamilies()];
}

function clean(error_type: string, error_message: string): Failure {
  const names = { repo: "r", agent: "a", telemetry_id: "00000000", context: {} };
  const event = sanitizeEvent({ error_type, error_message, timestamp: new Date(0).toISOString(), ...names });
  return { error_type: event.error_type, error_message: event.error_message, context: {} };
}

function realFamilies(): Family[] {
  if (!existsSync(CORPUS))
    return CATALOGUE.rules.map(({ id, samples }) => ({
      name: id,
      isMadeUp: false,
      failures: samples.match.map(failureOf).map((failure) => clean(failure.error_type, failure.error_message)),
    }));
  const families = new Map<string, Family>();
  for (const text of readFileSync(CORPUS, "utf8").trim().split("\n")) {
    const { family: name, error_type, error_message } = JSON.parse(text) as Line;
    const family = families.get(name) ?? { name, isMadeUp: false, failures: [] };
    family.failures.push(clean(error_type, error_message));
    families.set(name, family);
  }
  return [...families.values()];
}

function madeUpFamilies(): Family[] {
  return Array.from({ length: MADE_UP }, (_, index) => {
    const word = `${["glorb", "wibble", "frotz", "xyzzy", "plugh"][index % 5]}${["ator", "ing", "ed"][index % 3]}`;
    const part = String.fromCharCode(97 + (index % 26)).repeat(3);
    const type = `${word[0]?.toUpperCase()}${word.slice(1)}${part.toUpperCase()}Error`;
    const failures = [11, 48, 85].map((tries) =>
      clean(type, `the ${word} ${part} did not ${part}${word} after ${tries} tries`),
    );
    return { name: `made-up-${index}`, isMadeUp: true, failures };
  });
}
