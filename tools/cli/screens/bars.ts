// Small pictures made of characters: a share as a bar, a course as a sparkline.

import type { Look } from "../terminal.ts";

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** `share` from 0 to 1, in at most `columns`. What is more than nothing is seen. */
export function bar(share: number, columns: number, { pretty }: Pick<Look, "pretty">): string {
  if (!pretty) return "#".repeat(Math.max(Math.round(share * columns), share > 0 ? 1 : 0));
  const eighths = Math.max(Math.round(share * columns * 8), share > 0 ? 1 : 0);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

const STEPS = { pretty: "▁▂▃▄▅▆▇█", plain: ".:-=+*%#" };

/** One character a value, the highest for the largest; a middle dot or a blank stands for none. */
export function sparkline(values: readonly number[], { pretty }: Pick<Look, "pretty">): string {
  const most = Math.max(...values, 1);
  const steps = pretty ? STEPS.pretty : STEPS.plain;
  return values
    .map((value) => (value === 0 ? (pretty ? "·" : "_") : steps[Math.ceil((value / most) * steps.length) - 1]))
    .join("");
}
