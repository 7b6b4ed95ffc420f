// What is on and who decided, where it lies and how much, which repositories are linked, and how well it does.

import { type ScoreRow, scoreRows } from "../../score/score-rows.ts";
import { columnsOf, padded, wrap } from "../columns.ts";
import type { Status } from "../commands/status.ts";
import { type Look, printable } from "../terminal.ts";
import { linkLine } from "./link.ts";

const LABEL_COLUMNS = 12;

export function renderStatus(status: Status, look: Look): string {
  const { colors, width } = look;
  const size = status.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const extras = [status.runs && "finished runs", status.usage && "uses of features"].filter((word) => word !== false);
  const rows: [string, string][] = [
    ["Telemetry", status.enabled ? colors.green("on") : colors.yellow("off")],
    ["Decided by", printable(status.decided_by)],
    ["Records", ["errors", ...extras].join(", ")],
    ["This repo", printable(status.repo)],
    ["Directory", printable(status.directory)],
    ["Kept for", `${status.retention_days} days, at most ${status.disk_budget_mb} MB`],
    ["On disk", status.files.length === 0 ? "nothing yet" : `${bytes(size)} in ${status.files.length} files`],
    ["Network", "never used"],
  ];
  const { dropped } = status.score;
  if (dropped > 0) rows.push(["Dropped", colors.red(`${dropped} events could not be stored: telemetry doctor`)]);
  const lines = rows.flatMap(([name, text]) => hung(name, text, width, colors.dim));
  const links =
    status.links.length === 0
      ? []
      : ["", colors.bold("Linked repositories:"), ...status.links.map((state) => linkLine(state, look))];
  return `${[...lines, ...links, "", colors.bold("Score:"), ...scoreLines(scoreRows(status.score), look)].join("\n")}\n`;
}

function hung(name: string, text: string, width: number, dim: (text: string) => string): string[] {
  const room = width - LABEL_COLUMNS;
  const parts = text.includes("\u001b") || room < 20 ? [text] : wrap(text, room);
  return parts.map((part, index) => dim(padded(index === 0 ? name : "", LABEL_COLUMNS)) + part);
}

function scoreLines(rows: readonly ScoreRow[], { colors, pretty, width }: Look): string[] {
  const column = Math.max(...rows.map(({ metric }) => columnsOf(metric)));
  return rows.map(({ metric, figure, wanted, isMet }) => {
    const [sign, paint] = MARKS[`${isMet ?? "unknown"}`];
    const mark = colors[paint](padded(sign[pretty ? 0 : 1], 2));
    const line = `${padded(metric, column)}  ${figure} ${colors.dim(`(wanted: ${wanted})`)}`;
    return columnsOf(line) + 3 <= width ? `${mark} ${line}` : `${mark} ${metric}\n   ${figure}`;
  });
}

const MARKS = {
  true: [["✓", "ok"], "green"],
  false: [["✗", "no"], "red"],
  unknown: [["·", "-"], "dim"],
} as const;

function bytes(size: number): string {
  const [unit, divisor] = size < 1024 ? ["bytes", 1] : size < 1024 ** 2 ? ["KiB", 1024] : ["MiB", 1024 ** 2];
  return `${divisor === 1 ? size : (size / Number(divisor)).toFixed(1)} ${unit}`;
}
