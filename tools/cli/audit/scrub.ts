// Rewrites what an audit finds: today's rules string by string, then what only secretlint saw. What is not changed stays byte for
// byte. Looking goes before and outside the lock, for it takes long; the rewriting itself does not wait for anything.

import { dangersIn, lineFiles, type Revise, repairModes, reviseFiles, storedLines } from "12-factor-telemetry/store";
import { lineOf, type Part, type Piece, partsOf, saying } from "./pieces.ts";
import { type Leak, withLeaks } from "./secretlint.ts";
import type { TodaysRules } from "./todays-rules.ts";

export interface Scrubbed {
  /** Files with a line that changed or went. */
  files: number;
  changed: number;
  /** Torn, foreign and overlong lines with a finding. */
  dropped: number;
  /** Files and folders that others could read. */
  repaired: number;
}

/** `dryRun` only counts; `behind` is told of the bytes that are looked through. Throws StoreError when another process cleans, or a file cannot be read or the directory trusted. */
export async function scrub(
  directory: string,
  rules: TodaysRules,
  dryRun: boolean,
  behind: (bytes: number) => void = () => undefined,
): Promise<Scrubbed> {
  const repaired = dangersIn(directory).filter(({ kind }) => kind === "open-mode").length;
  if (!dryRun) repairModes(directory);
  const plan: Plan = { files: [], leaking: new Map(), changed: 0, dropped: 0 };
  let bytes = 0;
  for (const path of lineFiles(directory)) {
    await look(path, rules, plan, (length) => {
      bytes += length;
      behind(bytes);
    });
  }
  const { files, leaking, changed, dropped } = plan;
  const revise: Revise = (line) => (leaking.has(line) ? leaking.get(line) : revisedLine(line, rules));
  if (!dryRun && files.length > 0) reviseFiles(directory, files, revise);
  return { files: files.length, changed, dropped, repaired };
}

interface Plan {
  files: string[];
  /** Lines that keep a secret after today's rules, and what shall stand instead: few, so they are kept. */
  leaking: Map<string, string | undefined>;
  changed: number;
  dropped: number;
}

async function look(path: string, rules: TodaysRules, plan: Plan, behind: (bytes: number) => void): Promise<void> {
  const before = plan.changed + plan.dropped;
  for await (const { line, leaks } of withLeaks(revisedLines(storedLines(path), rules))) {
    const revised = leaks.length === 0 ? line.revised : withoutLeaks(line.parts, leaks, rules);
    if (leaks.length > 0) plan.leaking.set(copyOf(line.original), revised);
    if (revised === undefined) plan.dropped++;
    else if (revised !== line.original) plan.changed++;
    behind(line.original.length + 1);
  }
  if (plan.changed + plan.dropped > before) plan.files.push(path);
}

/** A line is a slice of the block it was read with, and would keep all of that. */
const copyOf = (line: string): string => Buffer.from(line, "latin1").toString("latin1");

interface RevisedLine {
  original: string;
  revised: string | undefined;
  /** Of what it became. */
  parts: readonly Part[];
}

function* revisedLines(lines: Iterable<string>, rules: TodaysRules): Generator<RevisedLine> {
  for (const original of lines) {
    const revised = revisedLine(original, rules);
    yield { original, revised, parts: revised === undefined ? [] : partsOf(revised) };
  }
}

/** The line under today's rules; undefined when nothing of it may stay. */
function revisedLine(line: string, rules: TodaysRules): string | undefined {
  return lineOfKept(partsOf(line).map((part) => changedPart(part, (piece) => saying(piece, rules(piece)))));
}

/** Only the strings of a record can be changed with sense; of what is no record, all goes. Undefined when it goes. */
function changedPart(part: Part, change: (piece: Piece) => Piece): Part | undefined {
  const pieces = part.pieces.map((piece) => (piece.place === undefined ? piece : change(piece)));
  const isSame = part.kind !== "overlong" && pieces.every((piece, index) => piece === part.pieces[index]);
  if (isSame) return part;
  return part.kind === "record" ? { ...part, pieces } : undefined;
}

function lineOfKept(parts: readonly (Part | undefined)[]): string | undefined {
  const kept = parts.filter((part) => part !== undefined);
  return kept.length === 0 ? undefined : lineOf(kept);
}

/** The line without what secretlint saw in it; undefined when that stands in no string of a record. */
function withoutLeaks(parts: readonly Part[], leaks: readonly Leak[], rules: TodaysRules): string | undefined {
  const starts = startsOf(parts);
  const hide = (piece: Piece): Piece => {
    const hidden = hiddenIn(piece, starts.get(piece) ?? 0, leaks);
    return hidden === piece.text ? piece : saying(piece, rules({ ...piece, text: hidden }));
  };
  const kept = parts.map((part) => changedPart(part, hide));
  return kept.every((part, index) => part === parts[index]) ? undefined : lineOfKept(kept);
}

function startsOf(parts: readonly Part[]): Map<Piece, number> {
  const starts = new Map<Piece, number>();
  let at = 0;
  for (const piece of parts.flatMap(({ pieces }) => pieces)) {
    starts.set(piece, at);
    at += piece.text.length;
  }
  return starts;
}

const PLACEHOLDER = "***TOKEN***";

function hiddenIn({ text, isKey }: Piece, start: number, leaks: readonly Leak[]): string {
  let answer = "";
  let done = 0;
  for (const leak of leaks) {
    const [from, to] = [leak.start - start, leak.end - start]; // from -1: with the string's own quote
    // A key that the secret's value is known by stays; the value of which it is the beginning goes as a whole.
    if (to <= 0 || from >= text.length || (isKey && to > text.length)) continue;
    if (from < -1) return PLACEHOLDER;
    if (from >= done || done === 0) answer += text.slice(done, Math.max(from, 0)) + PLACEHOLDER;
    done = Math.max(done, endOfWord(text, to));
  }
  return answer + text.slice(done);
}

/** secretlint's range of an AWS secret begins at the key's name and has the value's length: half of the value lies behind it. */
function endOfWord(text: string, at: number): number {
  const rest = /[\s"'`]/.exec(text.slice(at));
  return rest === null ? text.length : at + rest.index;
}
