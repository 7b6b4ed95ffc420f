// What the doctor found: a line each, and under what is wrong what to do.

import { hung, wrap } from "../columns.ts";
import type { Diagnosis } from "../commands/doctor.ts";
import type { Finding } from "../doctor/finding.ts";
import { type Look, printable } from "../terminal.ts";

export function renderDoctor({ findings, healthy, repaired }: Diagnosis, look: Look): string {
  const { colors } = look;
  const ill = findings.filter(({ level }) => level === "bad").length;
  const lines = [
    ...repaired.flatMap((done) => wrap(`Repaired: ${printable(done)}`, look.width)),
    ...findings.flatMap((finding) => lined(finding, look)),
    "",
    healthy ? colors.green("All is well.") : colors.red(ill === 1 ? "One thing is wrong." : `${ill} things are wrong.`),
  ];
  return `${lines.join("\n")}\n`;
}

function lined({ check, level, text, advice }: Finding, { colors, pretty, width }: Look): string[] {
  const mark = { ok: pretty ? "✓" : "ok", note: pretty ? "·" : "--", bad: pretty ? "✗" : "!!" }[level];
  const color = { ok: colors.green, note: colors.yellow, bad: colors.red }[level];
  const arrow = `${" ".repeat(mark.length + 1 + CHECK_LENGTH)}${pretty ? "→" : "->"} `;
  return [
    ...hung(`${color(mark)} ${colors.dim(check.padEnd(CHECK_LENGTH))}`, printable(text), width),
    ...(advice === undefined ? [] : hung(arrow, printable(advice), width)),
  ];
}

/** Characters. */
const CHECK_LENGTH = 12;
