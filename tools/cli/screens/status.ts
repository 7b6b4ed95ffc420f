// Whether telemetry is on, who decided, and where it lies.

import type { Status } from "../commands/status.ts";
import { type Look, printable } from "../terminal.ts";

export function renderStatus(status: Status, { colors }: Look): string {
  const size = status.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const rows = [
    ["Telemetry", status.enabled ? colors.green("on") : colors.yellow("off")],
    ["Decided by", printable(status.decided_by)],
    ["This repo", printable(status.repo)],
    ["Directory", printable(status.directory)],
    ["Kept for", `${status.retention_days} days`],
    ["On disk", status.files.length === 0 ? "nothing yet" : `${bytes(size)} in ${status.files.length} files`],
    ["Network", "never used"],
  ];
  return `${rows.map(([name = "", text]) => `${colors.dim(name.padEnd(12))}${text}`).join("\n")}\n`;
}

function bytes(size: number): string {
  const [unit, divisor] = size < 1024 ? ["bytes", 1] : size < 1024 ** 2 ? ["KiB", 1024] : ["MiB", 1024 ** 2];
  return `${divisor === 1 ? size : (size / Number(divisor)).toFixed(1)} ${unit}`;
}
