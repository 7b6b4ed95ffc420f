// A store as the specification's example has it: 47 errors in three repositories this week, 61 the week before.

import { appendFileSync } from "node:fs";
import { join } from "node:path";

const HOUR_MS = 60 * 60 * 1000;

export function writeWeek(directory: string, now: number = Date.now()): void {
  let number = 0;
  const write = (count: number, event: object, repos: readonly string[], firstHour: number) => {
    for (let index = 0; index < count; index++) {
      const timestamp = new Date(now - (firstHour + index * 2) * HOUR_MS).toISOString();
      const telemetry_id = (number++).toString(16).padStart(8, "0");
      const line = {
        timestamp,
        repo: repos[index % repos.length],
        agent: "IssueFixerAgent",
        ...event,
        context: {},
        telemetry_id,
      };
      appendFileSync(join(directory, "all_errors.jsonl"), `${JSON.stringify(line)}\n`);
    }
  };
  const [pin, cite, article] = ["pin-citer", "cite-assist", "article-analytics"] as const;
  write(
    18,
    { error_type: "FileNotFoundError", error_message: "File not found: /Users/***/Documents/file.txt" },
    [cite],
    1,
  );
  write(12, { error_type: "PermissionError", error_message: "[Errno 13] Permission denied: 'out.md'" }, [pin], 1);
  write(
    8,
    { error_type: "GitError", error_message: "fatal: Unable to create '.git/index.lock': File exists." },
    [pin, cite, article],
    1,
  );
  write(
    6,
    {
      error_type: "AttributeError",
      error_message: "'IssueFixerAgent' object has no attribute '_intelligent_processing'",
    },
    [pin, cite],
    1,
  );
  write(3, { error_type: "ValueError", error_message: "invalid literal for int() with base 10: 'x'" }, [article], 1);
  write(
    61,
    { error_type: "ValueError", error_message: "invalid literal for int() with base 10: 'x'" },
    [article],
    7 * 24 + 1,
  );
}
