// Logs that are one JSON document: they can only be read whole.

import type { LogFile } from "./log-file.ts";

/** Its lines again as one text. */
export function wholeText(log: LogFile): string {
  const lines: string[] = [];
  for (const { bytes } of log.lines()) lines.push(bytes.toString("utf8"));
  return lines.join("\n");
}

/** Where `id` first stands as a value, counted from 1; 1 in a document without line breaks. */
export function lineOf(document: string, id: string): number {
  const index = document.indexOf(`"${id}"`);
  let line = 1;
  for (let at = document.indexOf("\n"); at !== -1 && at < index; at = document.indexOf("\n", at + 1)) line++;
  return line;
}
