import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "./agent.ts";
import { writeWeek } from "./week.ts";

test("the summary is the specification's screen", async () => {
  const dir = temporaryFolder();
  writeWeek(dir);
  const { status, stdout, stderr } = telemetry(["summary", "--dir", dir]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot("../golden/summary.txt");
});

test("--plain and a dumb terminal have no character beyond ASCII", async () => {
  const dir = temporaryFolder();
  writeWeek(dir);
  const plain = telemetry(["summary", "--dir", dir, "--plain"]).stdout;
  await expect(plain).toMatchFileSnapshot("../golden/summary-plain.txt");
  expect(plain).toMatch(/^[\x20-\x7e\n]+$/);
  expect(telemetry(["summary", "--dir", dir], { environment: { TERM: "dumb" } }).stdout).toBe(plain);
});

test("patterns shows every pattern with its evidence", () => {
  const dir = temporaryFolder();
  writeWeek(dir);
  const { stdout } = telemetry(["patterns", "--dir", dir]);
  const patterns = JSON.parse(telemetry(["patterns", "--dir", dir, "--json"]).stdout);
  expect(patterns.length).toBeGreaterThan(3);
  for (const { id, groups, evidence, suggestion } of patterns)
    for (const part of [id, groups[0], evidence, suggestion]) expect(stdout).toContain(part);
});

test("--json has the shape of the design", () => {
  const dir = temporaryFolder();
  writeWeek(dir);
  const summary = JSON.parse(telemetry(["summary", "--dir", dir, "--json"]).stdout);
  expect(summary).toMatchObject({
    total_errors: 47,
    affected_repos: [
      { repo: "cite-assist", errors: 24 },
      { repo: "pin-citer", errors: 18 },
      { repo: "article-analytics", errors: 5 },
    ],
    trend: { current: 47, previous: 61, change: -0.23, direction: "decreasing", significant: false },
  });
  expect(summary.top_error_types[0]).toEqual({ error_type: "FileNotFoundError", count: 18, share: 0.383 });
  expect(Object.keys(summary.patterns[0])).toEqual(
    expect.arrayContaining([
      "id",
      "title",
      "kind",
      "count",
      "repos",
      "agents",
      "first_seen",
      "last_seen",
      "severity",
      "state",
      "suggestion",
      "groups",
    ]),
  );
  expect(JSON.parse(telemetry(["patterns", "--dir", dir, "--json"]).stdout)).toEqual(summary.patterns);
});

test("--repo and --since narrow what is counted", () => {
  const dir = temporaryFolder();
  writeWeek(dir);
  const of = (...args: string[]) =>
    JSON.parse(telemetry(["summary", "--dir", dir, "--json", ...args]).stdout).total_errors;
  expect([of("--repo", "pin-citer"), of("--since", "90m"), of("--since", "15d")]).toEqual([18, 5, 108]);
});

test("an empty store says what to do next", () => {
  const { status, stdout } = telemetry(["summary", "--dir", temporaryFolder()]);
  expect(status).toBe(0);
  expect(stdout).toContain("Total Errors: 0");
  expect(stdout).toContain("`telemetry demo`");
});

test("text of an event cannot act on the terminal", () => {
  const dir = temporaryFolder();
  const hostile = "\u001b[2J\u001b]52;c;eA==\u0007 \u202egnp.exe\r\u0085\u{e0041}";
  const event = {
    timestamp: new Date().toISOString(),
    repo: hostile,
    agent: hostile,
    error_type: hostile,
    error_message: `index.lock ${hostile}`,
    context: { tool: hostile },
    telemetry_id: "00000001",
  };
  writeFileSync(join(dir, "all_errors.jsonl"), `${JSON.stringify(event)}\n`);
  const screens = [["summary"], ["patterns"], ["summary", "--json"], ["summary", "--plain"]].map(
    ([command = "", ...flags]) => telemetry([command, "--dir", dir, ...flags]).stdout,
  );
  screens.push(telemetry(["explain"], { input: `${JSON.stringify(event)}\n` }).stdout);
  for (const screen of screens) {
    expect(screen).toMatch(/\S/);
    expect(screen).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
  }
});

test("colours are for terminals: a pipe has none, a terminal has, NO_COLOR has none", () => {
  const dir = temporaryFolder();
  writeWeek(dir);
  const onTerminal = (environment: Record<string, string>) =>
    spawnSync(
      "script",
      ["-qec", `${process.execPath} ${resolve("bin/agent")} telemetry summary --dir ${dir}`, "/dev/null"],
      { encoding: "utf8", env: { ...process.env, TERM: "xterm", ...environment } },
    ).stdout;
  expect(telemetry(["summary", "--dir", dir]).stdout).not.toContain("\u001b");
  expect(onTerminal({})).toContain("\u001b[");
  expect(onTerminal({ NO_COLOR: "1" })).not.toContain("\u001b[");
});

test("a reader that closes the pipe early is no error", () => {
  // More than a pipe holds (64 KiB), so that there is something left to write when nobody reads any more.
  const input = "ValueError: no such thing as number 12\n".repeat(5_000);
  const shell = `${process.execPath} ${resolve("bin/agent")} telemetry explain --json | head -n 1; echo \${PIPESTATUS[0]}`;
  const { stdout, stderr } = spawnSync("bash", ["-c", shell], { input, encoding: "utf8" });
  expect({ last: stdout.trim().split("\n").at(-1), stderr }).toEqual({ last: "0", stderr: "" });
});
