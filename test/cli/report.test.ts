// The week's report: three forms of the same, clean and harmless wherever it is shown.

import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "./agent.ts";
import { writeWeek } from "./week.ts";

function report(dir: string, ...args: string[]): string {
  const { status, stdout, stderr } = telemetry(["report", "--dir", dir, ...args]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

test("the three forms tell the same: totals, what changed, patterns with suggestions, fixes, the score", () => {
  const dir = temporaryFolder();
  writeWeek(dir);
  const week = JSON.parse(report(dir, "--json"));
  expect(week).toMatchObject({
    summary: { total_errors: 47 },
    changed: { new: expect.arrayContaining(["git-index-lock", "file-not-found"]) },
    fixes: [],
    score: { audit: null },
  });
  const [markdown, html] = [report(dir), report(dir, "--format", "html")];
  for (const text of [markdown, html]) {
    expect(text).toContain("What changed");
    expect(text).toContain("Git locks in 3 repos during parallel execution");
    for (const { suggestion } of week.summary.patterns.slice(0, 4)) expect(text).toContain(suggestion);
    expect(text).toContain("Leaks found by the last audit");
  }
  expect(html).toMatch(/<svg .*<\/svg>/s);
  expect(html).toContain("prefers-color-scheme: dark");
  expect(html).not.toMatch(/<script|\ssrc=|href=|url\(|@import/i);
});

test("a fix that was resolved is told with how it stands", () => {
  const dir = temporaryFolder();
  writeWeek(dir);
  expect(telemetry(["resolve", "git-index-lock", "--dir", dir]).status).toBe(0);
  expect(JSON.parse(report(dir, "--json")).fixes).toMatchObject([{ state: "resolved" }]);
  expect(report(dir)).toContain("**resolved**");
});

test("names that are markup, mentions, links or secrets come out as text", () => {
  const dir = temporaryFolder();
  const names = [
    "<img src=x onerror=alert(1)>",
    "@everyone [x](javascript:x)",
    "https://evil.example/`a`|b",
    "ada@example.com \u202e\u001b[2J",
  ];
  const lines = names.flatMap((name, index) =>
    Array.from({ length: 5 }, (_, copy) =>
      JSON.stringify({
        timestamp: new Date(Date.now() - (index * 10 + copy) * 60_000).toISOString(),
        ...{ repo: name, agent: name, error_type: name, error_message: `${name} is broken`, context: {} },
        telemetry_id: `0000000${index}`.slice(-7) + copy,
      }),
    ),
  );
  writeFileSync(join(dir, "all_errors.jsonl"), `${lines.join("\n")}\n`);
  const [markdown, html, json] = [report(dir), report(dir, "--format", "html"), report(dir, "--json")];
  for (const text of [markdown, html, json]) {
    expect(text).not.toContain("ada@example.com");
    expect(text).not.toMatch(/[\u202e\u001b]/);
    expect(text).toContain("EMAIL");
  }
  expect(markdown).not.toMatch(/<img|@everyone|\]\(|https:\/\//);
  expect(html).not.toContain("<img");
  expect(html).toContain("&#60;img src=x");
});

test("--output writes a file of the user's own", () => {
  const [dir, folder] = [temporaryFolder(), temporaryFolder()];
  writeWeek(dir);
  const file = join(folder, "week.html");
  const { status, stdout, stderr } = telemetry(["report", "--dir", dir, "--format", "html", "--output", file]);
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: `Written: ${file}\n` });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>/);
});

test("--schedule prints for each scheduler, and --install replaces its own line of the crontab and no other", () => {
  expect(telemetry(["report", "--schedule", "systemd"]).stdout).toContain("OnCalendar=Mon 09:00");
  expect(telemetry(["report", "--schedule", "launchd"]).stdout).toContain("<string>report</string>");
  const [home, bin] = [temporaryFolder(), temporaryFolder()];
  const table = join(home, "table");
  writeFileSync(table, "5 * * * * other\n");
  mkdirSync(bin, { recursive: true });
  writeFileSync(
    join(bin, "crontab"),
    `#!/bin/sh\nif [ "$1" = -l ]; then cat ${table}; else cat > ${table}.new && mv ${table}.new ${table}; fi\n`,
    { mode: 0o755 },
  );
  const environment = { HOME: home, PATH: `${bin}:${process.env["PATH"]}` };
  for (const format of ["html", "markdown"]) {
    const { status, stdout } = telemetry(["report", "--schedule", "cron", "--install", "--format", format], {
      environment,
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^Every Monday at 9: /) });
  }
  expect(readFileSync(table, "utf8").trim().split("\n")).toEqual([
    "5 * * * * other",
    expect.stringMatching(
      /^0 9 \* \* 1 .* report --format markdown --output \S+\/telemetry-report\.md # 12-factor-telemetry-report$/,
    ),
  ]);
});
