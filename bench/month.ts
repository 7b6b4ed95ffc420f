// A month of five repositories' failures, as the collector leaves them: repeated messages, and messages with a number, a path or
// an id of their own in each. The same seed makes the same month.

import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = 30;
const REPOS = ["pin-citer", "cite-assist", "article-analytics", "link-checker", "report-writer"];
const AGENTS = ["IssueProcessorAgent", "IssueFixerAgent", "ReviewerAgent", "SummarizerAgent", "CommitterAgent"];

type Failure = [weight: number, type: string, message: (random: Random) => string];

/** Half of the events have a message of their own. */
const FAILURES: readonly Failure[] = [
  [
    14,
    "FileNotFoundError",
    ({ word }) => `[Errno 2] No such file or directory: '/Users/***/work/${word()}/${word()}.json'`,
  ],
  [10, "TimeoutError", ({ upTo }) => `Request timed out after ${upTo(60_000)} ms (attempt ${1 + upTo(3)} of 3)`],
  [6, "RateLimitError", ({ upTo }) => `429 Too Many Requests: retry in ${upTo(60)}s`],
  [6, "ConnectionError", ({ upTo }) => `connect ECONNREFUSED ***IP***:${1024 + upTo(60_000)}`],
  [5, "KeyError", ({ upTo }) => `Row ${upTo(1_000_000)} has no field 'title'`],
  [4, "GitError", ({ hex }) => `fatal: reference is not a tree: ${hex(40)}`],
  [5, "ValidationError", ({ upTo }) => `Step ${upTo(400)} of task ${upTo(9000)}: expected a list, received a string`],
  [12, "GitError", () => "fatal: Unable to create '/Users/***/work/pin-citer/.git/index.lock': File exists."],
  [10, "PermissionError", () => "[Errno 13] Permission denied: '/Users/***/work/out/report.md'"],
  [9, "AttributeError", () => "'IssueFixerAgent' object has no attribute '_intelligent_processing'"],
  [8, "SyntaxError", () => "Unexpected token '<', \"***CONTENT***\" is not valid JSON"],
  [5, "ModuleNotFoundError", () => "No module named 'agents'"],
  [
    6,
    "Error",
    ({ upTo }) =>
      `The tool ${["read", "write", "search", "fetch"][upTo(4)]} answered with an empty result and no reason for it`,
  ],
];

interface Random {
  upTo(limit: number): number;
  hex(digits: number): string;
  word(): string;
}

/** Into `archive/<day>/`, and the last day, which ends at `until`, into the open file. */
export function writeMonth(directory: string, events: number, until: number): void {
  const random = randomFrom(12);
  const deck = FAILURES.flatMap((failure) => Array<Failure>(failure[0]).fill(failure));
  const since = until - DAYS * DAY_MS;
  let batch: string[] = [];
  let path = "";
  const flush = () => {
    if (batch.length > 0) appendFileSync(path, batch.join(""), { mode: 0o600 });
    batch = [];
  };
  for (let index = 1; index <= events; index++) {
    const timestamp = new Date(since + Math.floor((index / events) * DAYS * DAY_MS)).toISOString();
    const day = timestamp.slice(0, 10);
    const folder = day === new Date(until).toISOString().slice(0, 10) ? directory : join(directory, "archive", day);
    const file = join(folder, "all_errors.jsonl");
    if (file !== path || batch.length === 10_000) flush();
    if (file !== path) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    path = file;
    batch.push(lineOf(timestamp, deck[random.upTo(deck.length)] as Failure, random));
  }
  flush();
}

function lineOf(timestamp: string, [, error_type, message]: Failure, random: Random): string {
  const repo = REPOS[random.upTo(REPOS.length)];
  const agent = AGENTS[random.upTo(AGENTS.length)];
  const frames = [
    `at ${agent}.run (agents/${agent}.ts:41:13)`,
    "at BaseAgent.executeTask (core/agent/base-agent.ts:38:20)",
  ];
  const event = {
    timestamp,
    repo,
    agent,
    error_type,
    error_message: message(random),
    context: { operation: "read", retry_count: random.upTo(3) },
    telemetry_id: random.hex(8),
    ...(random.upTo(4) === 0 && { stack: frames }),
    source: "agent",
    ...(random.upTo(2) === 0 && { commit: "5d41402abc4b2a76b9719d911017c592a1b2c3d4" }),
    v: 1,
  };
  return `${JSON.stringify(event)}\n`;
}

/** mulberry32. */
function randomFrom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const upTo = (limit: number) => next() % limit;
  const hex = (digits: number) =>
    Array.from({ length: Math.ceil(digits / 8) }, () => next().toString(16).padStart(8, "0"))
      .join("")
      .slice(0, digits);
  const words = Array.from(
    { length: 40 },
    (_, index) => `${["draft", "notes", "index", "source", "cite"][index % 5]}-${index.toString(36)}`,
  );
  return { upTo, hex, word: () => words[upTo(words.length)] as string };
}
