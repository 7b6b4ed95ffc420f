// What is on and who decided, where it lies and how much, which repositories are linked, and how well it does.

import { type ScoreRow, scoreRows } from "../../score/score-rows.ts";
import { columnsOf, hung, padded } from "../columns.ts";
import type { Status } from "../commands/status.ts";
import { type Look, printable } from "../terminal.ts";
import { linkLine } from "./link.ts";

const LABEL_COLUMNS = 12;

export function renderStatus(status: Status, look: Look): string {
  const { colors, width } = look;
  const size = status.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const extras = [status.runs && "finished runs", status.usage && "uses of features"].filter((word) => word !== false);
  const rows: [name: string, text: string, paint?: (text: string) => string][] = [
    ["Telemetry", status.enabled ? "on" : "off", status.enabled ? colors.green : colors.yellow],
    ["Decided by", printable(status.decided_by)],
    ["Records", ["errors", ...extras].join(", ")],
    ["This repo", printable(status.repo)],
    ["Directory", printable(status.directory)],
    ["Kept for", `${status.retention_days} days, at most ${status.disk_budget_mb} MB`],
    ["On disk", status.files.length === 0 ? "nothing yet" : `${bytes(size)} in ${status.files.length} files`],
    ["Network", "never used"],
  ];
  const { dropped } = status.score;
  if (dropped > 0) rows.push(["Dropped", `${dropped} events could not be stored: \`telemetry doctor\``, colors.red]);
  const lines = rows.flatMap(([name, text, paint]) =>
    hung(colors.dim(padded(name, LABEL_COLUMNS)), text, width, paint),
  );
  const links =
    status.links.length === 0
      ? []
      : ["", colors.bold("Linked repositories:"), ...status.links.map((state) => linkLine(state, look))];
  return `${[...lines, ...links, "", colors.bold("Score:"), ...scoreLines(scoreRows(status.score), look)].join("\n")}\n`;
}

function scoreLines(rows: readonly ScoreRow[], { colors, pretty, width }: Look): string[] {
  const column = Math.max(...rows.map(({ metric }) => columnsOf(metric)));
  return rows.flatMap(({ metric, figure, wanted, isMet }) => {
    const [sign, paint] = MARKS[`${isMet ?? "unknown"}`];
    const mark = colors[paint](padded(sign[pretty ? 0 : 1], 2));
    const line = `${padded(metric, column)}  ${figure}`;
    const whole = `${line} ${colors.dim(`(wanted: ${wanted})`)}`;
    const fits = [whole, line].find((one) => columnsOf(one) + 3 <= width);
    return fits === undefined
      ? [...hung(`${mark} `, metric, width), ...hung("   ", figure, width)]
      : [`${mark} ${fits}`];
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
