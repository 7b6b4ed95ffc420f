// What an export took along, by counts.

import { wrap } from "../columns.ts";
import type { ExportAnswer } from "../commands/export.ts";
import { type Look, printable } from "../terminal.ts";
import { redactionsLine } from "../the-dossier.ts";

export function renderExport(answer: ExportAnswer, { width }: Look): string {
  const { events, written, repos, redactions, out, dry_run } = answer;
  const what = dry_run ? `Would export ${counted(events)}` : `Exported ${counted(written)}`;
  const had = !dry_run && written < events ? `; ${counted(events - written)} the file had already` : "";
  const where = out === undefined || dry_run ? "" : ` to ${printable(out)}`;
  const rows = repos.map(({ repo, events }) => `  ${printable(repo)} ${events}`);
  const hidden = redactionsLine(new Map(redactions.map(({ rule, count }) => [rule, count])));
  return [`${what}${where}${had}.`, ...rows, hidden]
    .flatMap((line) => wrap(line, width))
    .join("\n")
    .concat("\n");
}

const counted = (events: number): string => `${events} ${events === 1 ? "event" : "events"}`;
