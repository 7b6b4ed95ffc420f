// What a scrub changed, by counts.

import { wrap } from "../columns.ts";
import type { ScrubAnswer } from "../commands/scrub.ts";
import type { Look } from "../terminal.ts";

export function renderScrub(answer: ScrubAnswer, { colors, width }: Look): string {
  const { dry_run, changed, dropped, files, repaired, findings } = answer;
  const [rewrite, drop, close] = dry_run ? ["Would rewrite", "drop", "close"] : ["Rewrote", "dropped", "closed"];
  const what =
    `${rewrite} ${counted(changed, "line")} and ${drop} ${counted(dropped, "line")} in ${counted(files, "file")}; ` +
    `${close} ${counted(repaired, "file or folder", "files or folders")} to others.`;
  if (changed + dropped + repaired + findings === 0)
    return `${wrap("Nothing to rewrite: an audit finds nothing.", width).join("\n")}\n`;
  const after =
    findings === 0
      ? wrap("An audit finds nothing now.", width).map(colors.green)
      : wrap(`An audit still finds ${findings}: see \`telemetry audit\`.`, width).map(colors.red);
  return [...wrap(what, width), ...(dry_run ? [] : after)].map((line) => `${line}\n`).join("");
}

const counted = (count: number, word: string, words = `${word}s`): string => `${count} ${count === 1 ? word : words}`;
