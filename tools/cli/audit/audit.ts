// Looks through the whole store with today's rules, with an independent detector, and at who else could read it.
// What it answers names kinds and places and never a secret, nor the text around one.

import { relative } from "node:path";
import { sanitizeText } from "12-factor-telemetry/sanitize";
import { dangersIn, lineFiles, storedLines } from "12-factor-telemetry/store";
import { type Part, partsOf } from "./pieces.ts";
import { type Leak, withLeaks } from "./secretlint.ts";
import type { TodaysRules } from "./todays-rules.ts";

export interface Finding {
  detector: "rules" | "secretlint" | "files";
  /** Id of a rule of ours, secretlint's message id, or the kind of a danger. */
  kind: string;
  /** In the data directory. */
  file: string;
  /** Where in a line, as `context.tool`; "" for a whole file. */
  key: string;
  /** Strings; of secretlint's, matches. */
  count: number;
}

export interface Audit {
  files: number;
  lines: number;
  /** Lines that are no JSON. */
  torn: number;
  /** Lines of JSON that are no object. */
  foreign: number;
  findings: Finding[];
}

/** Reads block by block and tells `behind` of the bytes that are. Throws StoreError when something cannot be read. */
export async function audit(
  directory: string,
  rules: TodaysRules,
  behind: (bytes: number) => void = () => undefined,
): Promise<Audit> {
  const findings = new Findings();
  for (const { name, kind } of dangersIn(directory)) findings.add("files", kind, name, "");
  const paths = lineFiles(directory);
  const seen = { lines: 0, torn: 0, foreign: 0 };
  let bytes = 0;
  for (const path of paths) {
    const file = relative(directory, path);
    const lines = storedLines(path);
    for await (const { line, leaks } of withLeaks(inParts(lines))) {
      seen.lines++;
      seen.torn += line.parts.filter(({ kind }) => kind === "torn" || kind === "overlong").length;
      seen.foreign += line.parts.filter(({ kind }) => kind === "foreign").length;
      for (const part of line.parts) addRules(findings, file, part, rules);
      for (const leak of leaks) findings.add("secretlint", leak.kind, file, placeOf(leak, line.parts));
      bytes += line.bytes;
      behind(bytes);
    }
  }
  return { files: paths.length, ...seen, findings: findings.sorted() };
}

function* inParts(lines: Iterable<string>): Generator<{ parts: Part[]; bytes: number }> {
  for (const line of lines) yield { parts: partsOf(line), bytes: line.length + 1 };
}

function addRules(findings: Findings, file: string, { kind, pieces }: Part, rules: TodaysRules): void {
  // The store did not keep its middle, so nobody can say what it held.
  if (kind === "overlong") findings.add("rules", "overlong-line", file, "line");
  for (const piece of pieces) {
    if (piece.place === undefined) continue;
    const touched = new Map<string, number>();
    if (rules(piece, touched) === piece.text) continue;
    for (const rule of touched.keys()) findings.add("rules", rule, file, piece.place);
  }
}

/** Of the first string that the leak reaches into. */
function placeOf({ start, end }: Leak, parts: readonly Part[]): string {
  let at = 0;
  for (const { text, place } of parts.flatMap(({ pieces }) => pieces)) {
    if (place !== undefined && start < at + text.length && at < end) return place;
    at += text.length;
  }
  return "line";
}

/** As many as there are kinds and places, however many secrets. */
class Findings {
  readonly #found = new Map<string, Finding>();

  add(detector: Finding["detector"], kind: string, name: string, key: string): void {
    const file = sanitizeText(name); // a file's name may hold what its lines do
    const id = `${detector} ${kind} ${file} ${key}`;
    const finding = this.#found.get(id);
    if (finding === undefined) this.#found.set(id, { detector, kind, file, key, count: 1 });
    else finding.count++;
  }

  /** The most frequent first. */
  sorted(): Finding[] {
    return [...this.#found.values()].sort((a, b) => b.count - a.count);
  }
}
