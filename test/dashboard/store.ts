// Two weeks of three repositories: what fails always, what is new, what was fixed and came back, what was fixed for good.

import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { TelemetryEvent } from "../../core/telemetry/event.ts";

const HOUR_MS = 3_600_000;

type Part = Partial<TelemetryEvent> & { error_type: string; error_message: string };

let number = 0;

export function writeEvents(directory: string, events: readonly (Part & { at: number })[]): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lines = events.map(({ at, ...part }) => {
    const telemetry_id = (number++).toString(16).padStart(8, "0");
    const timestamp = new Date(at).toISOString();
    return JSON.stringify({
      timestamp,
      repo: "pin-citer",
      agent: "IssueFixerAgent",
      ...part,
      context: part.context ?? {},
      telemetry_id,
    });
  });
  appendFileSync(join(directory, "all_errors.jsonl"), `${lines.join("\n")}\n`, { mode: 0o600 });
}

export function writeFortnight(directory: string, now: number = Date.now()): void {
  const every = (hours: number, from: number, to: number, part: (index: number) => Part) => {
    const events = [];
    for (let hour = from, index = 0; hour > to; hour -= hours, index++)
      events.push({ at: now - hour * HOUR_MS, ...part(index) });
    writeEvents(directory, events);
  };
  const repos = ["pin-citer", "cite-assist", "article-analytics"];
  const repo = (index: number) => repos[index % 3] ?? "";
  every(4, 330, 1, (index) => ({
    error_type: "FileNotFoundError",
    error_message: `[Errno 2] No such file or directory: 'drafts/issue-${index}.md'`,
    repo: "cite-assist",
    agent: "DraftWriterAgent",
    context: { operation: "read", retry_count: index % 3 },
    stack: ["agents/draft.py:41 in load", "agents/base.py:12 in run"],
  }));
  every(7, 320, 2, (index) => ({
    error_type: "GitError",
    error_message: "fatal: Unable to create '/srv/.git/index.lock': File exists.",
    repo: repo(index),
    agent: "CommitterAgent",
    commit: "4f2c9aa0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6",
  }));
  every(3, 60, 0.5, (index) => ({
    error_type: "RateLimitError",
    error_message: `429 Too Many Requests, retry after ${index + 3} seconds`,
    repo: repo(index + 1),
    agent: "SummarizerAgent",
    cause: [{ error_type: "HTTPError", error_message: "status 429" }],
  }));
  every(11, 300, 20, () => ({
    error_type: "AttributeError",
    error_message: "'IssueFixerAgent' object has no attribute '_intelligent_processing'",
  }));
  every(9, 200, 100, () => ({
    error_type: "PermissionError",
    error_message: "[Errno 13] Permission denied: 'out.md' is locked",
    repo: "article-analytics",
  }));
  every(6, 30, 0.2, (index) => ({
    error_type: "JSONDecodeError",
    error_message: `Expecting value: line ${index + 1} column 1 (char 0)`,
    agent: "TrendAnalystAgent",
    repo: repo(index),
  }));
}
