// Every screen, as it looks: at 60, 80 and 120 columns, in colour and plain. The diff of a golden file is the review.

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { CATALOGUE, type Explanation, explain } from "../../core/telemetry/report/index.ts";
import { readEvents } from "../../core/telemetry/store/index.ts";
import type { Advice } from "../../tools/cli/advice.ts";
import { columnsOf } from "../../tools/cli/columns.ts";
import { htmlOf } from "../../tools/cli/report/html.ts";
import { markdownOf } from "../../tools/cli/report/markdown.ts";
import { type WeekReport, weekReport } from "../../tools/cli/report/week.ts";
import { renderAudit } from "../../tools/cli/screens/audit.ts";
import { renderDoctor } from "../../tools/cli/screens/doctor.ts";
import { eventLine } from "../../tools/cli/screens/event.ts";
import { renderExplanation } from "../../tools/cli/screens/explanation.ts";
import { renderImport } from "../../tools/cli/screens/import.ts";
import { renderLinks } from "../../tools/cli/screens/link.ts";
import { rows } from "../../tools/cli/screens/pattern-row.ts";
import { renderPatterns } from "../../tools/cli/screens/patterns.ts";
import { renderRules } from "../../tools/cli/screens/rules.ts";
import { renderScrub } from "../../tools/cli/screens/scrub.ts";
import { renderEvent, renderGroup } from "../../tools/cli/screens/show.ts";
import { renderStatus } from "../../tools/cli/screens/status.ts";
import { renderSummary } from "../../tools/cli/screens/summary.ts";
import { type Look, lookOf, type Terminal } from "../../tools/cli/terminal.ts";
import { type LoadedReport, loadReport } from "../../tools/load-report.ts";
import { telemetry, temporaryFolder } from "./agent.ts";
import { session } from "./session.ts";
import { writeWeek } from "./week.ts";

process.env["TZ"] = "UTC";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const HOUR_MS = 60 * 60 * 1000;
const window = { since: NOW - 7 * 24 * HOUR_MS, until: NOW };

/** The specification's week, and a failure of three days with wide characters, whose fix did not hold. */
function week(): string {
  const dir = temporaryFolder();
  writeWeek(dir, NOW);
  const lines = [70, 60, 50, 40, 30, 20, 10, 5].map((hours, index) =>
    JSON.stringify({
      timestamp: new Date(NOW - hours * HOUR_MS).toISOString(),
      repo: "翻訳-agent",
      agent: "Übersetzer",
      error_type: "RateLimitError",
      error_message: "429 Too Many Requests: 一分間に六十回まで 🚦 please retry after 20 s",
      context: { model: "m-1", status_code: 429 },
      telemetry_id: `f000000${index}`,
      stack: ["translate (src/translate.ts:10:5)", "main (src/main.ts:3:1)"],
      cause: [{ error_type: "HTTPError", error_message: "429" }],
      source: "agent",
      commit: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
    }),
  );
  writeFileSync(join(dir, "all_errors.jsonl"), `${lines.join("\n")}\n`, { flag: "a" });
  return dir;
}

const score = {
  suggestions: { patterns: 5, suggested: 5 },
  first_week: { common: 6, found: 4 },
  audit: { at: "2026-11-21T09:00:00.000Z", lines: 1234, findings: 0 },
  overhead: { events: 900, p50_us: 64, p99_us: 512 },
  dropped: 3,
};

const dir = () => week();
const told: Explanation = {
  key: explain({ error_type: "RateLimitError", error_message: "429 Too Many Requests" }).key,
  ...{ template: "<n> Too Many Requests: 一分間に六十回まで 🚦 please retry after <dur>", group: "8f87d2d4a4e8736c" },
  ...{ family: "rate-limit", rules: ["rate-limit"] },
  suggestion: "Wait as the retry-after header says, and run fewer requests at once",
};

/** Taken once from `week()`, so that a better rule changes no picture. */
const WEEK: Pick<LoadedReport, "summary" | "trends" | "skipped"> = JSON.parse(
  readFileSync("test/fixtures/week-report.json", "utf8"),
);

const ADVICE: Advice = {
  steps: ["Read the header `retry-after`.", "Wait as long, and no longer than a minute; then ask once more."],
  docs: "https://docs.example.com/rate-limits",
  noise: "environment",
  near_duplicates: [
    {
      into: "8f87d2d4a4e8736c",
      group: "9d3762fe6951fcd2",
      template: "<n> Too many requests: 一分間に",
      distance: 0.02,
    },
  ],
};
const NO_ADVICE: Advice = { steps: [], near_duplicates: [] };

const SCREENS: Record<string, (look: Look, terminal: Terminal) => string | Promise<string>> = {
  session: (_, terminal) => session(terminal),
  summary: (look) => {
    return renderSummary({ ...WEEK, title: "Last 7 days", limit: 5, lastLook: NOW - 26 * HOUR_MS }, look);
  },
  "summary-of-nothing": (look) => {
    const report = loadReport({ directory: temporaryFolder(), window });
    return renderSummary({ ...report, title: "Last 7 days", limit: 5, lastLook: undefined }, look);
  },
  patterns: (look) => {
    const { summary, trends } = WEEK;
    const patterns = summary.patterns.map((pattern, index) => ({ ...pattern, ...(index === 0 ? ADVICE : NO_ADVICE) }));
    return renderPatterns({ patterns, trends: trends.groups, title: "Last 7 days", more: 3 }, look);
  },
  search: (look) =>
    [...readEvents(dir())]
      .sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1))
      .slice(-6)
      .map((event) => `${eventLine(event, look)}\n`)
      .join(""),
  "show-event": (look) => {
    const event = [...readEvents(dir())].at(-1);
    return event === undefined ? "" : renderEvent({ event, ...told }, look);
  },
  "show-group": (look) => {
    const events = [...readEvents(dir())].filter(({ error_type }) => error_type === "RateLimitError");
    const [first] = events;
    if (first === undefined) return "";
    const names = { repos: ["翻訳-agent"], agents: ["Übersetzer"] };
    const [first_seen, last_seen] = [first.timestamp, events.at(-1)?.timestamp ?? ""];
    const { error_type } = first;
    return renderGroup(
      {
        ...{ ...told, ...ADVICE, error_type, count: 8, ...names, first_seen, last_seen, events: events.slice(-3) },
        discoveries: [
          { kind: "rising", evidence: "8 this week, 2 the week before", suggestion: "Look at the last deploy" },
        ],
        ...{ state: "back", evidence: "seen 3 times at 9f86d08, which has the fix" },
        note: "one request at a time since Monday",
      },
      look,
    );
  },
  explain: (look) => {
    const line = { error_type: "Error", error_message: "ENOENT: open '/Users/***/a.txt'", context: { tool: "read" } };
    return renderExplanation({ ...line, ...told, redactions: [{ rule: "posix-home", count: 1 }] }, look);
  },
  status: (look) =>
    renderStatus(
      {
        ...{ enabled: true, decided_by: "config.json: telemetry is on", repo: "pin-citer" },
        ...{
          directory: "/home/ada/.12-factor-telemetry",
          retention_days: 30,
          disk_budget_mb: 100,
          runs: true,
          usage: false,
        },
        files: [{ name: "all_errors.jsonl", bytes: 123_456 }],
        links: [
          {
            repo: "/home/ada/pin-citer",
            link: "/home/ada/pin-citer/.agents",
            state: "ok",
            target: "/opt/12-factor-telemetry",
          },
          { repo: "/home/ada/cite", link: "/home/ada/cite/.agents", state: "broken", target: "/opt/gone" },
        ],
        score,
      },
      look,
    ),
  doctor: (look) =>
    renderDoctor(
      {
        ...{ directory: "/home/ada/.12-factor-telemetry", healthy: false, repaired: ["put back 1 file"] },
        findings: [
          { check: "consent", level: "ok", text: "telemetry is on for pin-citer (default: on)" },
          {
            check: "archive",
            level: "note",
            text: "40 events had to go for want of room",
            advice: "raise `disk_budget_mb`",
          },
          {
            check: "copies",
            level: "bad",
            text: "3 events without a copy by repository (翻訳-agent)",
            advice: "doctor --repair",
          },
        ],
      },
      look,
    ),
  import: (look) =>
    renderImport(
      [
        {
          ...{ source: "codex", files: 12, bytes: 3_400_000, recorded: 31 },
          ...{ classes: { command_error: 30, tool_error: 1 }, repos: { "pin-citer": 20, "翻訳-agent": 11 } },
          problems: [{ file: "/home/ada/.codex/a.jsonl", problem: "2 torn lines" }],
        },
      ],
      false,
      look,
    ),
  audit: (look) =>
    renderAudit(
      {
        ...{ directory: "/home/ada/.12-factor-telemetry", clean: false, files: 3, lines: 1234, torn: 1, foreign: 0 },
        findings: [
          { detector: "rules", kind: "email", file: "all_errors.jsonl", key: "error_message", count: 12 },
          { detector: "files", kind: "open-mode", file: "config.json", key: "", count: 1 },
        ],
      },
      look,
    ),
  scrub: (look) =>
    renderScrub({ directory: "/x", dry_run: false, files: 2, changed: 12, dropped: 1, repaired: 1, findings: 0 }, look),
  rules: (look) =>
    renderRules(
      [
        ...CATALOGUE.rules.slice(0, 3).map(({ id, title, severity }) => ({ id, title, severity, source: "built-in" })),
        { id: "翻訳-quota", title: "一分間に六十回まで in {repos}", severity: "low", source: "/home/ada/rules.json" },
      ],
      look,
    ),
  link: (look) =>
    renderLinks(
      [
        {
          repo: "/home/ada/pin-citer",
          link: "/home/ada/pin-citer/.agents",
          state: "ok",
          target: "/opt/12-factor-telemetry",
        },
        { repo: "/home/ada/cite", link: "/home/ada/cite/.agents", state: "missing", target: "" },
      ],
      look,
    ),
};

/** Of so many columns. */
function terminalOf(columns: number, environment: Record<string, string> = {}): Terminal {
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns });
  return { stdin: new PassThrough(), stdout, stderr: new PassThrough(), environment };
}

const KINDS = { colour: {}, plain: { TERM: "dumb" } };

const seen = async (name: string, terminal: Terminal) => await SCREENS[name]?.(lookOf(terminal, false), terminal);

const WIDTHS = [60, 80, 120];

test.each(Object.keys(SCREENS))(
  "%s looks as it did, and no line is wider than the terminal where it can be broken",
  async (name) => {
    for (const width of WIDTHS) {
      for (const [kind, environment] of Object.entries(KINDS)) {
        const text = (await seen(name, terminalOf(width, environment))) ?? "";
        await expect(text).toMatchFileSnapshot(`../golden/screens/${name}-${width}-${kind}.txt`);
        // An error is one line, for programs too; the command lines of the session are ours.
        const broken = text.split("\n").filter((line) => !/^(?:error: |\$ )/.test(line));
        for (const line of broken) expect(columnsOf(line), line).toBeLessThanOrEqual(width);
      }
    }
  },
);

test.each(Object.keys(SCREENS))("%s says as much without colours as with them", async (name) => {
  const plain = await seen(name, terminalOf(80, { NO_COLOR: "1" }));
  const colored = await seen(name, terminalOf(80));
  expect(colored?.replace(/\u001b\[[\d;]*m/g, "")).toBe(plain);
});

const reportFrom = (folder: string): WeekReport => ({
  ...{ title: "Last 7 days", generated: "2026-11-22T12:00:00.000Z", summary: WEEK.summary },
  changed: { new: WEEK.summary.patterns.slice(0, 1).map(({ id }) => id), back: [], rising: [], falling: [] },
  fixes: [
    {
      ...{ group: "8f87d2d4a4e8736c", state: "verified", since: "2026-11-20T12:00:00.000Z", family: "rate-limit" },
      ...{ proven: true, evidence: "not seen in 3 days, by chance once in 400" },
    },
  ],
  trends: { repos: loadReport({ directory: folder, window }).trends.repos, groups: WEEK.trends.groups },
  ...{ rates: [], score, skipped: WEEK.skipped },
});

test("the report looks as it did, in Markdown and HTML", async () => {
  const report = reportFrom(week());
  await expect(markdownOf(report)).toMatchFileSnapshot("../golden/report.md");
  await expect(htmlOf(report)).toMatchFileSnapshot("../golden/report.html");
});

test("the report as JSON is what it was", async () => {
  const report = await weekReport({ directory: week(), window }, "Last 7 days", NOW);
  await expect(`${JSON.stringify(report, null, 2)}\n`).toMatchFileSnapshot("../golden/report-json.txt");
});

test("hook install shows the change before it makes it, as it did", async () => {
  const home = temporaryFolder();
  const { stdout } = telemetry(["hook", "install", "claude-code", "--dry-run"], { environment: { HOME: home } });
  const shown = stdout.replaceAll(home, "HOME").replaceAll(process.execPath, "NODE").replaceAll(resolve("."), "ROOT");
  await expect(shown).toMatchFileSnapshot("../golden/screens/hook-install.txt");
});

test.each(Object.keys(SCREENS).filter((name) => name !== "session"))("%s has room in 20 columns", async (name) => {
  const text = (await seen(name, terminalOf(20))) ?? "";
  for (const line of text.split("\n")) expect(columnsOf(line), line).toBeLessThanOrEqual(20);
});

test("a title that is longer than the line keeps its figures, behind its end or under it", () => {
  const [pattern] = WEEK.summary.patterns;
  for (const length of [58, 59, 60, 61, 62, 100, 120]) {
    const long = { ...pattern, title: "long ".repeat(length / 5).padEnd(length, "x") } as typeof pattern & object;
    const [row = ""] = rows([{ pattern: long, isUnseen: false, course: [] }], lookOf(terminalOf(60), true));
    expect(row).toContain(`${long.severity}, ${long.count}x`);
    for (const line of row.split("\n")) expect(columnsOf(line), line).toBeLessThanOrEqual(60);
  }
});
