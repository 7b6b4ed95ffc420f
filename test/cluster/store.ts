// Stores of machines that see the same failures: repeated messages, messages with a number or a name of their own in each, more names
// than are told apart, equal instants, a crowded day, storms, commits, stacks. The same seed makes the same events.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DAY_MS = 24 * 60 * 60 * 1000;
/** From the day before yesterday's end backwards: no window of a test ends today. */
export const UNTIL: number = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS;
const DAYS = 14;

type Random = (limit: number) => number;

const FAILURES: readonly [type: string, message: (upTo: Random) => string][] = [
  ["FileNotFoundError", (upTo) => `File not found: /Users/***/work/file${upTo(1000)}.txt`],
  ["PermissionError", () => "[Errno 13] Permission denied: 'out.md'"],
  ["GitError", () => "fatal: Unable to create '.git/index.lock': File exists."],
  ["AttributeError", (upTo) => `'IssueFixerAgent' object has no attribute '_m${upTo(5)}'`],
  ["ValueError", (upTo) => `invalid literal for int() with base 10: 'x${upTo(50)}'`],
  ["ECONNREFUSED", (upTo) => `connect ECONNREFUSED ***IP***:${3000 + upTo(400)}`],
  ["ModuleNotFoundError", (upTo) => `No module named 'mod${upTo(40)}'`],
  ["TypeError", (upTo) => `Cannot read properties of undefined (reading 'p${upTo(30)}') ✓ ÄÖ 𝒳`],
  ["Error", (upTo) => `it's "quoted" \\ and\nbroken ${upTo(9)} %s {x:String} \u0000`],
];

const REPOS = ["pin-citer", "cite-assist", "article-analytics", "a b"];

/** Lines of so many events, oldest first. */
export function lines(events: number, seed: number): string[] {
  const upTo = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
  return Array.from({ length: events }, (_, index) => {
    const { at, failures, repos, agents } = isOfCrowd(index)
      ? crowdAt((index - (index % 2)) / events)
      : restAt(index / events);
    const [error_type, message] = pick(upTo(2) === 0 ? failures : failures.slice(0, 3));
    return JSON.stringify({
      timestamp: new Date(at + seed).toISOString(),
      repo: pick(repos),
      agent: pick(agents),
      error_type,
      error_message: message(upTo),
      context: upTo(3) === 0 ? { class: "K" } : { operation: "read", retry_count: upTo(3) },
      telemetry_id: (index + seed * 50_000_000).toString(16).padStart(8, "0"),
      ...(upTo(4) === 0 && { stack: [`f (src/a${upTo(4)}.ts:${upTo(90)}:1)`] }),
      ...(upTo(3) === 0 && { commit: String(upTo(9)).repeat(40) }),
      ...(upTo(50) === 0 && { count: 1 + upTo(9) }),
      v: 1,
    });
  });
}

/** A fifth, in pairs. */
const isOfCrowd = (index: number): boolean => index % 10 < 2;

/** Two hours, one place, and pairs at one instant. */
const crowdAt = (part: number) => ({
  at: UNTIL - 3 * DAY_MS + 100 * Math.floor(72_000 * part),
  ...{ failures: FAILURES.slice(0, 1), repos: ["pin-citer"], agents: ["IssueFixerAgent"] },
});

const restAt = (part: number) => ({
  at: UNTIL - DAYS * DAY_MS + Math.floor(DAYS * DAY_MS * part),
  ...{ failures: FAILURES, repos: REPOS, agents: ["IssueFixerAgent", "claude-code/Bash"] },
});

export function storeOf(directory: string, ...parts: readonly (readonly string[])[]): string {
  mkdirSync(directory, { mode: 0o700 });
  writeFileSync(join(directory, "all_errors.jsonl"), `${parts.flat().join("\n")}\n`, { mode: 0o600 });
  return directory;
}

function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
