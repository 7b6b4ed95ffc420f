import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "./agent.ts";

test("the demo's agents fail for real in three repositories, and each failure is found with a suggestion", {
  timeout: 120_000,
}, () => {
  const [home, tmp] = [temporaryFolder(), temporaryFolder()];
  // The user has switched telemetry off: the demo has a directory of its own and leaves that one alone.
  const { status, stdout, stderr } = telemetry(["demo"], {
    environment: { HOME: home, TMPDIR: tmp, TELEMETRY_ENABLED: "false" },
  });
  expect(status).toBe(0);
  expect(stderr).toContain("19 agents ran, 16 failed.");
  expect(stdout).toContain("Affected Repos: 3 (pin-citer, article-analytics, cite-assist)");
  const directory = /JSON lines: (\S+)/.exec(stdout)?.[1] ?? "";
  const { patterns } = JSON.parse(telemetry(["summary", "--dir", directory, "--json"]).stdout);
  expect(patterns.map(({ id, repos }: { id: string; repos: string[] }) => [id, repos.length])).toEqual(
    expect.arrayContaining([
      ["file-not-found", 2],
      ["permission-denied", 1],
      ["git-index-lock", 2],
      ["framework-missing-method", 2],
      ["agents-import", 1],
      ["rate-limit", 2],
      ["malformed-json", 2],
    ]),
  );
  for (const { suggestion } of patterns) expect(stdout).toContain(`→ Suggestion: ${suggestion}`);
  expect(readdirSync(home)).toEqual([]);
  expect(directory.startsWith(tmp)).toBe(true);
  const stored = readFileSync(join(directory, "all_errors.jsonl"), "utf8");
  expect(stored).not.toContain("On citations"); // what the model answered
});

test("day one: what three coding agents' logs tell of four repositories is found by an import", () => {
  const [home, tmp] = [temporaryFolder(), temporaryFolder()];
  const { status, stdout, stderr } = telemetry(["demo", "--day-one"], { environment: { HOME: home, TMPDIR: tmp } });
  expect(status).toBe(0);
  for (const agent of ["claude-code", "codex", "gemini"])
    expect(stderr).toMatch(new RegExp(`^${agent}: \\d+ failures`, "m"));
  const directory = /JSON lines: (\S+)/.exec(stdout)?.[1] ?? "";
  const { total_errors, patterns } = JSON.parse(telemetry(["summary", "--dir", directory, "--json"]).stdout);
  expect(total_errors).toBe(40);
  const everywhere = patterns.filter(
    ({ repos, agents }: { repos: string[]; agents: string[] }) => repos.length === 4 && agents.length === 3,
  );
  expect(everywhere.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(["git-index-lock", "agents-import"]),
  );
  expect(readdirSync(home)).toEqual([]);
});
