// A line of crontab(5).

import { UsageError } from "./usage-error.ts";

/** `when`: minute, hour, day, month, weekday. `name`: by which the line is found again. */
export const cronLine = (when: string, command: readonly string[], name: string): string =>
  `${when} ${command.map(quoted).join(" ").replaceAll("%", "\\%")} # ${name}`;

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

const MINUTE_MS = 60_000;

/** `spread`: any number; many machines with the same line shall not come at the same minute. Throws UsageError on a span that cron does not know. */
export function every(flag: string, spanMs: number, spread: number): string {
  const [minutes, hours] = [spanMs / MINUTE_MS, spanMs / MINUTE_MS / 60];
  if (minutes < 60 && 60 % minutes === 0) {
    const first = spread % minutes;
    return `${Array.from({ length: 60 / minutes }, (_, turn) => first + turn * minutes).join(",")} * * * *`;
  }
  if (hours >= 1 && 24 % hours === 0) return `${spread % 60} ${hours === 24 ? spread % 24 : `*/${hours}`} * * *`;
  throw new UsageError(`${flag}: cron knows parts of an hour and of a day. Write 15m, 30m, 1h, 6h or 24h.`);
}
