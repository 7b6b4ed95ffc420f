import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { TelemetryCollector } from "../core/telemetry/index.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "12-factor-telemetry-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A collector that has recorded: four missing files in two repositories, one git lock, and one error that no rule knows. */
function recorded(): TelemetryCollector {
  const telemetry = new TelemetryCollector({ dir: temporaryFolder(), repo: "pin-citer", enabled: true });
  for (let index = 0; index < 4; index++) {
    telemetry.recordError(
      index < 3 ? "cite-assist" : "",
      "ReaderAgent",
      "FileNotFoundError",
      `File not found: part-${index}.txt`,
      { operation: "read" },
    );
  }
  telemetry.record(new Error("fatal: Unable to create '.git/index.lock': File exists."), { agent: "GitAgent" });
  telemetry.record(new RangeError("It broke"), { agent: "GitAgent" });
  return telemetry;
}

test("the summary of a recorded store has totals, repositories, types, patterns with suggestions, and a trend", async () => {
  const summary = await recorded().getErrorSummary();
  expect(summary.total_errors).toBe(6);
  expect(summary.affected_repos).toEqual([
    { repo: "cite-assist", errors: 3 },
    { repo: "pin-citer", errors: 3 },
  ]);
  expect(summary.top_error_types[0]).toEqual({ error_type: "FileNotFoundError", count: 4, share: 0.667 });
  expect(summary.patterns).toMatchObject([
    { id: "git-index-lock", count: 1, agents: ["GitAgent"], suggestion: "Add git lock detection and retry" },
    {
      id: "file-not-found",
      count: 4,
      repos: ["cite-assist", "pin-citer"],
      suggestion: "Add file existence checks before operations",
    },
  ]);
  expect(summary.trend).toMatchObject({ current: 6, previous: 0, change: null });
  expect(Date.parse(summary.until) - Date.parse(summary.since)).toBe(7 * 24 * 60 * 60 * 1000);
});

test("since names the beginning of the window", async () => {
  const telemetry = recorded();
  expect((await telemetry.getErrorSummary({ since: new Date(Date.now() + 1) })).total_errors).toBe(0);
  expect((await telemetry.getErrorSummary({ since: new Date(Date.now() - 60_000) })).total_errors).toBe(6);
});

test("since is a Date, an ISO 8601 time or milliseconds; what is no time is named", async () => {
  const telemetry = recorded();
  const instant = Date.now() - 60_000;
  for (const since of [new Date(instant), new Date(instant).toISOString(), instant])
    expect((await telemetry.getErrorSummary({ since })).since).toBe(new Date(instant).toISOString());
  for (const since of ["last week", Number.NaN, new Date("last week")])
    await expect(telemetry.getErrorSummary({ since })).rejects.toThrow(`since: ${since} is no time.`);
});

test("without an error, suggestions are about everything that was found", async () => {
  const suggestions = await recorded().suggestFixes();
  expect(suggestions.map(({ id, count }) => [id, count])).toEqual([
    ["git-index-lock", 1],
    ["file-not-found", 4],
  ]);
});

test.each([
  ["an error", () => Object.assign(new Error("ENOENT: no such file or directory, open 'x'"), { code: "ENOENT" })],
  ["a message", () => "ENOENT: no such file or directory, open 'x'"],
  ["an object with a message", () => ({ name: "FileNotFoundError", message: "gone" })],
])("for %s at hand, the suggestion is its own, with what the store knows of it", async (_name, thrown) => {
  expect(await recorded().suggestFixes(thrown())).toMatchObject([
    {
      id: "file-not-found",
      count: 4,
      repos: ["cite-assist", "pin-citer"],
      title: "File operations failing in cite-assist and pin-citer",
    },
  ]);
  const missing = new TelemetryCollector({ dir: join(temporaryFolder(), "missing") });
  expect(await missing.suggestFixes(thrown())).toMatchObject([{ id: "file-not-found", count: 0, repos: [] }]);
});

test.each([["It broke"], [new Error("It broke")], [null], [""], [42]])(
  "for %s, which no rule knows, there is no suggestion",
  async (thrown) => {
    expect(await recorded().suggestFixes(thrown)).toEqual([]);
  },
);

test("a missing directory gives an empty summary and is not made", async () => {
  const dir = join(temporaryFolder(), "missing");
  const telemetry = new TelemetryCollector({ dir });
  expect(await telemetry.getErrorSummary()).toMatchObject({
    total_errors: 0,
    affected_repos: [],
    patterns: [],
    suggestions: [],
  });
  expect(await telemetry.suggestFixes()).toEqual([]);
  expect(existsSync(dir)).toBe(false);
});

test("what was recorded is still told when telemetry is off", async () => {
  const dir = temporaryFolder();
  new TelemetryCollector({ dir, enabled: true }).record(new Error("index.lock"));
  const off = new TelemetryCollector({ dir, enabled: false });
  expect(off.record(new Error("index.lock"))).toBe("");
  expect((await off.getErrorSummary()).total_errors).toBe(1);
});

test("torn and foreign lines do not stop a summary; a store that cannot be read is said", async () => {
  const dir = temporaryFolder();
  const telemetry = new TelemetryCollector({ dir, enabled: true });
  telemetry.record(new Error("It broke"));
  appendFileSync(join(dir, "all_errors.jsonl"), '{"level":"info"}\n{"timestamp":"2026');
  telemetry.record(new Error("It broke again"));
  expect((await telemetry.getErrorSummary()).total_errors).toBe(2);
  const broken = new TelemetryCollector({ dir: "/etc/hostname" });
  await expect(broken.getErrorSummary()).rejects.toMatchObject({ name: "StoreError", code: "STORE_UNREADABLE" });
});

test("recording never loads the report: it works where there is none", () => {
  const folder = temporaryFolder();
  cpSync("core/dist", join(folder, "dist"), { recursive: true });
  rmSync(join(folder, "dist/telemetry/report"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const script = `import { TelemetryCollector } from ${JSON.stringify(join(folder, "dist/telemetry/index.js"))};
    const telemetry = new TelemetryCollector({ dir: ${JSON.stringify(join(folder, "data"))}, enabled: true });
    process.stdout.write(telemetry.record(new Error("It broke")));`;
  expect(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" })).toMatch(
    /^[0-9a-f]{8}$/,
  );
  expect(readdirSync(join(folder, "data"))).toContain("all_errors.jsonl");
});
