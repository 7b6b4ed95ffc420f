// What a scrub changed, by counts.

import type { ScrubAnswer } from "../commands/scrub.ts";
import type { Look } from "../terminal.ts";

export function renderScrub(answer: ScrubAnswer, { colors }: Look): string {
  const { dry_run, changed, dropped, files, repaired, findings } = answer;
  const [rewrite, drop, close] = dry_run ? ["Would rewrite", "drop", "close"] : ["Rewrote", "dropped", "closed"];
  const what =
    `${rewrite} ${counted(changed, "line")} and ${drop} ${counted(dropped, "line")} in ${counted(files, "file")}; ` +
    `${close} ${counted(repaired, "file or folder", "files or folders")} to others.\n`;
  if (dry_run) return what;
  if (findings === 0) return `${what}${colors.green("An audit finds nothing now.")}\n`;
  return `${what}${colors.red(`An audit still finds ${findings}: see \`telemetry audit\`.`)}\n`;
}

const counted = (count: number, word: string, words = `${word}s`): string => `${count} ${count === 1 ? word : words}`;
