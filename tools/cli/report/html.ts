// A report as one HTML file: no script, nothing loaded, light and dark, printable.

import type { Pattern } from "12-factor-telemetry/report";
import { scoreRows } from "../../score/score-rows.ts";
import { courseOf } from "../screens/pattern-row.ts";
import { printable } from "../terminal.ts";
import { columns, share } from "./svg.ts";
import type { WeekReport } from "./week.ts";

export function htmlOf(report: WeekReport): string {
  const { summary, title, generated, trends } = report;
  const { total_errors, affected_repos, trend, runs, patterns } = summary;
  const days = trends.repos.reduce<number[]>(
    (sum, { slices }) => slices.map((count, index) => count + (sum[index] ?? 0)),
    [],
  );
  const change = trend.change === null ? "–" : `${trend.change > 0 ? "+" : ""}${Math.round(trend.change * 100)} %`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Telemetry report</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Telemetry report: ${text(title)}</h1>
<p class="dim">${summary.since.slice(0, 10)} to ${summary.until.slice(0, 10)}, made ${generated.slice(0, 16).replace("T", " ")} UTC</p>
<dl class="figures">
<div><dt>errors</dt><dd>${total_errors}</dd></div>
<div><dt>repositories</dt><dd>${affected_repos.length}</dd></div>
<div><dt>patterns</dt><dd>${patterns.length}</dd></div>
<div><dt>against the window before${trend.significant || trend.change === null ? "" : " (could be chance)"}</dt><dd>${change}</dd></div>
${runs.total > 0 ? `<div><dt>failed runs of ${runs.total}</dt><dd>${runs.failed}</dd></div>` : ""}
</dl>
${columns(days, { width: 640, height: 80, label: "Errors by slice of the window" })}
<h2>What changed</h2>
${changes(report)}
<h2>Top patterns</h2>
${patterns.map((pattern) => patternBlock(pattern, report)).join("\n") || "<p>None.</p>"}
<h2>Fixes</h2>
${fixes(report)}
<h2>Repositories</h2>
${table(
  ["repository", "errors", "course"],
  trends.repos.map(({ name, trend: its, slices }) => [
    text(name),
    `${its.current}`,
    columns(slices, { label: "Errors" }),
  ]),
)}
<h2>Error types</h2>
${table(
  ["type", "errors", "share"],
  summary.top_error_types.map(({ error_type, count, share: part }) => [
    text(error_type),
    `${count}`,
    `${share(part)} ${Math.round(part * 100)} %`,
  ]),
)}
<h2>Privacy, overhead, score of this machine</h2>
${table(
  ["", "metric", "here", "wanted"],
  scoreRows(report.score).map(({ metric, figure, wanted, isMet }) => [
    isMet === undefined ? "·" : isMet ? "✓" : "✗",
    metric,
    text(figure),
    text(wanted),
  ]),
)}
</body>
</html>
`;
}

function changes({ changed, summary }: WeekReport): string {
  const rows = Object.entries({
    New: changed.new,
    "Back after a fix": changed.back,
    Rising: changed.rising,
    Falling: changed.falling,
  });
  const told = rows
    .filter(([, ids]) => ids.length > 0)
    .map(([what, ids]) => {
      const titles = summary.patterns.filter(({ id }) => ids.includes(id)).map(({ title }) => text(title));
      return `<li><b>${what}</b>: ${titles.join("; ")}</li>`;
    });
  return told.length === 0 ? "<p>Nothing that is more than chance.</p>" : `<ul>${told.join("")}</ul>`;
}

function patternBlock(pattern: Pattern, { trends }: WeekReport): string {
  const course = courseOf(pattern, trends.groups);
  const times = pattern.count === 1 ? "once" : `${pattern.count} times`;
  return `<section class="${pattern.severity}">
<h3>${text(pattern.title)}</h3>
<p class="dim">${pattern.severity}, ${pattern.state}, ${times} in ${text(pattern.repos.join(", "))} ${course.length > 0 ? columns(course, { label: "Events" }) : ""}</p>
<p>${text(pattern.evidence)} ${text(pattern.cause)}</p>
<p><b>→ ${text(pattern.suggestion)}</b></p>
</section>`;
}

function fixes({ fixes: all }: WeekReport): string {
  if (all.length === 0) return "<p>Nothing was resolved yet.</p>";
  return `<ul>${all.map(({ group, state, evidence }) => `<li><code>${text(group)}</code> <b>${state}</b>: ${text(evidence)}</li>`).join("")}</ul>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "<p>None.</p>";
  const line = (tag: string, cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<table>${line("th", head)}${rows.map((cells) => line("td", cells)).join("")}</table>`;
}

/** Text of an event, for an element or an attribute in double quotes. */
function text(untrusted: string): string {
  return printable(untrusted).replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --dim: #59636e; --paper: #fff; --line: #d1d9e0; --bar: #0969da; --high: #cf222e; --medium: #9a6700 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9198a1; --paper: #0d1117; --line: #3d444d; --bar: #4493f8; --high: #ff7b72; --medium: #d29922 } }
@media print { :root { --ink: #000; --paper: #fff; --dim: #444; --line: #bbb; --bar: #333 } section { break-inside: avoid } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 52rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h2 { border-bottom: 1px solid var(--line); margin-top: 2rem }
.dim, dt { color: var(--dim) }
.figures { display: flex; flex-wrap: wrap; gap: 2rem }
dd { font-size: 1.8rem; margin: 0 }
section { border-left: 4px solid var(--line); padding-left: 1rem; margin: 1.5rem 0 }
section.high { border-color: var(--high) }
section.medium { border-color: var(--medium) }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line) }
svg { max-width: 100%; vertical-align: middle }
rect { fill: var(--bar) }
rect.none { fill: var(--line) }
`;
