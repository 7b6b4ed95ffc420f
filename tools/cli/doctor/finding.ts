// What the doctor says of one thing it looked at.

export interface Finding {
  /** What was looked at: `consent`, `directory`, `disk`, `lines`, ... */
  check: string;
  /** `note` is worth knowing and no illness; `bad` makes the exit code 1. */
  level: "ok" | "note" | "bad";
  text: string;
  /** What to do about it. */
  advice?: string;
}

export const ok = (check: string, text: string): Finding => ({ check, level: "ok", text });
export const note = (check: string, text: string, advice?: string): Finding => finding(check, "note", text, advice);
export const bad = (check: string, text: string, advice?: string): Finding => finding(check, "bad", text, advice);

/** "1 line", "2 lines". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Put right by `--repair`. */
export const REPAIRABLE = "`telemetry doctor --repair` puts it right";

function finding(check: string, level: Finding["level"], text: string, advice?: string): Finding {
  return { check, level, text, ...(advice !== undefined && { advice }) };
}
