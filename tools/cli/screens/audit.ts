// What an audit found: counts, kinds, places. Never what stands there.

import type { Finding } from "../audit/audit.ts";
import { hung, wrap } from "../columns.ts";
import type { AuditAnswer } from "../commands/audit.ts";
import { type Look, printable } from "../terminal.ts";

export function renderAudit(answer: AuditAnswer, look: Look): string {
  const { colors, pretty, width } = look;
  const title = `${pretty ? "🔒 " : ""}Privacy Audit (${printable(answer.directory)})`;
  const lines = [
    ...wrap(title, width).map(colors.bold),
    colors.dim((pretty ? "━" : "-").repeat(Math.min(RULE_LENGTH, width))),
    ...wrap(`Looked through: ${answer.lines} lines of ${answer.files} files${oddLines(answer)}`, width),
    "",
    ...(answer.clean ? wrap(CLEAN, width).map(colors.green) : findings(answer, look)),
  ];
  return `${lines.join("\n")}\n`;
}

const CLEAN = "Nothing private found, and all of it is yours alone.";

/** Characters; as the summary has it. */
const RULE_LENGTH = 31;

const oddLines = ({ torn, foreign }: AuditAnswer): string =>
  torn + foreign === 0 ? "" : ` (${torn} torn, ${foreign} foreign)`;

function findings({ findings }: AuditAnswer, { colors, pretty, width }: Look): string[] {
  const total = findings.reduce((sum, { count }) => sum + count, 0);
  const digits = String(Math.max(...findings.map(({ count }) => count))).length;
  const next = "`telemetry scrub` rewrites them; `telemetry scrub --dry-run` says how much that is.";
  return [
    colors.red(`Findings: ${total}`),
    ...findings.flatMap((finding) =>
      hung(`${String(finding.count).padStart(digits)} x `, printable(described(finding)), width),
    ),
    "",
    ...hung(`${colors.green(pretty ? "→" : "->")} `, next, width),
  ];
}

function described({ detector, kind, file, key }: Finding): string {
  if (detector === "files") return `${file}: ${DANGERS[kind] ?? kind}`;
  return `${detector === "secretlint" ? "secretlint " : ""}${kind} in ${file}, ${key}`;
}

const DANGERS: Readonly<Record<string, string>> = {
  "open-mode": "its mode is not ours alone (0700 for folders, 0600 for files)",
  "foreign-owner": "it belongs to somebody else; look at it, then delete it",
  link: "it is a link and was not followed; look at it, then delete it",
  "no-regular-file": "it is no regular file and was not read; look at it, then delete it",
  "hard-link": "it has a second name (hard link); look at it, then delete it",
};
