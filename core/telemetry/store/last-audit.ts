// What the last audit of the store found, so that `status` can say it without looking through everything again.

import { smallText } from "./config.ts";
import { asciiJson, parsed } from "./line.ts";
import { pathsIn } from "./paths.ts";
import { replaceFile } from "./replace-file.ts";

export interface AuditNote {
  /** ISO 8601. */
  at: string;
  lines: number;
  findings: number;
}

/** The directory must be there. Throws the file system's error. */
export function keepAudit(directory: string, note: AuditNote): void {
  replaceFile(pathsIn(directory).audit, `${asciiJson(note)}\n`);
}

/** Undefined when nobody has looked yet. Throws StoreError when the file cannot be read. */
export function lastAudit(directory: string): AuditNote | undefined {
  const note = parsed(smallText(pathsIn(directory).audit) ?? "") as Partial<AuditNote> | undefined;
  const { at, lines, findings } = note ?? {};
  if (typeof at !== "string" || typeof lines !== "number" || typeof findings !== "number") return undefined;
  return { at, lines, findings };
}
