// A report as Markdown. Text of events is written so that no renderer takes it for a link, a mention, HTML or markup.

import type { Pattern } from "12-factor-telemetry/report";
import { scoreRows } from "../../score/score-rows.ts";
import { sparkline } from "../screens/bars.ts";
import { courseOf } from "../screens/pattern-row.ts";
import { printable } from "../terminal.ts";
import type { WeekReport } from "./week.ts";

export function markdownOf(report: WeekReport): string {
  const { summary, title, generated } = report;
  const { total_errors, affected_repos, top_error_types, trend, runs } = summary;
  const sign =
    trend.change === null
      ? ""
      : ` (${trend.change > 0 ? "+" : ""}${Math.round(trend.change * 100)} %${trend.significant ? "" : ", could be chance"})`;
  return `${[
    `# Telemetry report: ${md(title)}`,
    `${summary.since.slice(0, 10)} to ${summary.until.slice(0, 10)}, made ${generated.slice(0, 16).replace("T", " ")} UTC`,
    `**${total_errors} errors** in ${affected_repos.length} repositories; ${trend.previous} in the window before${sign}.${runs.total > 0 ? ` ${runs.total} runs, ${runs.failed} failed.` : ""}`,
    "## What changed",
    changedLines(report),
    "## Top patterns",
    summary.patterns.map((pattern, index) => patternBlock(pattern, index + 1, report)).join("\n\n") || "None.",
    "## Fixes",
    report.fixes.map(({ group, state, evidence }) => `- \`${md(group)}\` **${state}**: ${md(evidence)}`).join("\n") ||
      "Nothing was resolved yet: `telemetry resolve GROUP`.",
    "## Repositories",
    table(
      ["repository", "errors", "course"],
      report.trends.repos.map(({ name, trend, slices }) => [
        md(name),
        `${trend.current}`,
        sparkline(slices, { pretty: true }),
      ]),
    ),
    "## Error types",
    table(
      ["type", "errors", "share"],
      top_error_types.map(({ error_type, count, share }) => [
        md(error_type),
        `${count}`,
        `${Math.round(share * 100)} %`,
      ]),
    ),
    "## Privacy, overhead, score of this machine",
    table(
      ["", "metric", "here", "wanted"],
      scoreRows(report.score).map(({ metric, figure, wanted, isMet }) => [
        isMet === undefined ? "·" : isMet ? "✓" : "✗",
        metric,
        md(figure),
        md(wanted),
      ]),
    ),
  ].join("\n\n")}\n`;
}

function changedLines({ changed, summary }: WeekReport): string {
  const named = (ids: readonly string[]) =>
    summary.patterns
      .filter(({ id }) => ids.includes(id))
      .map(({ title }) => md(title))
      .join("; ");
  const lines = Object.entries({
    New: changed.new,
    "Back after a fix": changed.back,
    Rising: changed.rising,
    Falling: changed.falling,
  });
  const told = lines.filter(([, ids]) => ids.length > 0).map(([what, ids]) => `- **${what}**: ${named(ids)}`);
  return told.join("\n") || "Nothing that is more than chance.";
}

function patternBlock(pattern: Pattern, number: number, { trends }: WeekReport): string {
  const course = courseOf(pattern, trends.groups);
  return [
    `### ${number}. ${md(pattern.title)}`,
    `${pattern.severity}, ${pattern.state}, ${pattern.count === 1 ? "once" : `${pattern.count} times`}${course.length > 0 ? `, ${sparkline(course, { pretty: true })}` : ""}; ${md(pattern.repos.join(", "))}`,
    `- Why: ${md(pattern.evidence)}`,
    `- Cause: ${md(pattern.cause)}`,
    `- **Suggestion: ${md(pattern.suggestion)}**`,
  ].join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "None.";
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** As character references: what they stand for is shown, and nothing is made of it. */
function md(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>|@&#~!$]/g, (sign) => `&#${sign.codePointAt(0)};`)
    .replace(/:(?=\/\/)/g, "&#58;")
    .replace(/\b(www)\./gi, "$1&#46;");
}
