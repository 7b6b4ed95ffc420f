// What an export took along, by counts.

import type { ExportAnswer } from "../commands/export.ts";
import { printable } from "../terminal.ts";
import { redactionsLine } from "../the-dossier.ts";

export function renderExport({ events, written, repos, redactions, out, dry_run }: ExportAnswer): string {
  const what = dry_run ? `Would export ${counted(events)}` : `Exported ${counted(written)}`;
  const had = !dry_run && written < events ? `; ${counted(events - written)} the file had already` : "";
  const where = out === undefined || dry_run ? "" : ` to ${printable(out)}`;
  const rows = repos.map(({ repo, events }) => `  ${printable(repo)} ${events}\n`);
  const hidden = redactionsLine(new Map(redactions.map(({ rule, count }) => [rule, count])));
  return `${what}${where}${had}.\n${rows.join("")}${hidden}\n`;
}

const counted = (events: number): string => `${events} ${events === 1 ? "event" : "events"}`;
