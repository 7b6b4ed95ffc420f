// One error explained: what would be kept of it, what it is taken for, and what was hidden by which rule.

import { hung } from "../columns.ts";
import type { ExplainedLine } from "../commands/explain.ts";
import { type Look, printable } from "../terminal.ts";

export function renderExplanation(line: ExplainedLine, { colors, pretty, width }: Look): string {
  const { error_type, error_message, context, template, group, key, family, rules, suggestion, redactions } = line;
  const hidden = redactions.map(({ rule, count }) => `${rule} (${count})`).join(", ");
  const rows = [
    ["kept", printable(error_message)],
    [
      "context",
      Object.entries(context)
        .map(([key, value]) => `${key}=${printable(String(value))}`)
        .join(" "),
    ],
    ["hidden", hidden || "nothing"],
    ["template", printable(template)],
    ["group", group],
    [
      "because",
      printable([key.type && `type ${key.type}`, `words "${key.words}"`, ...key.frames].filter(Boolean).join(", ")),
    ],
    ["seen past", printable(key.dropped.join(" … "))],
    ["family", family],
    ["rules", rules.join(", ") || "none"],
    ["suggestion", printable(suggestion)],
  ];
  const shown = rows
    .filter(([, text]) => text !== "")
    .flatMap(([name = "", text = ""]) => hung(`  ${colors.dim(name.padEnd(10))} `, text, width));
  const title = hung(pretty ? "● " : "", printable(error_type), width, colors.bold);
  return `${[...title, ...shown].join("\n")}\n`;
}
