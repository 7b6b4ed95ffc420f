// RFC 4180: every field in quotes, lines end with CR LF. A spreadsheet takes a field that begins as a formula for one, and runs it:
// such a field gets an apostrophe before it (OWASP, CSV Injection). Line breaks and what cannot be seen are written out.

import type { SanitizedEvent } from "12-factor-telemetry/event";
import { printable } from "../../printable.ts";
import type { LineFormat } from "./line-format.ts";

type Column = (event: SanitizedEvent) => string | number | undefined;

const COLUMNS: Record<string, Column> = {
  timestamp: ({ timestamp }) => timestamp,
  repo: ({ repo }) => repo,
  agent: ({ agent }) => agent,
  error_type: ({ error_type }) => error_type,
  error_message: ({ error_message }) => error_message,
  count: ({ count }) => count ?? 1,
  telemetry_id: ({ telemetry_id }) => telemetry_id,
  source: ({ source }) => source,
  commit: ({ commit }) => commit,
  context: ({ context }) => JSON.stringify(context),
  stack: ({ stack }) => stack?.join("\n"),
  cause: ({ cause }) => cause && JSON.stringify(cause),
};

const OF = Object.values(COLUMNS);
const HEAD = `${Object.keys(COLUMNS).join(",")}\r\n`;

export const CSV: LineFormat = {
  head: HEAD,
  beginning: HEAD,
  line: (event) => recordOf(OF.map((of) => of(event))),
};

function recordOf(fields: readonly (string | number | undefined)[]): string {
  return `${fields.map(fieldOf).join(",")}\r\n`;
}

function fieldOf(value: string | number | undefined): string {
  if (typeof value === "number") return `${value}`;
  const text = printable(value ?? "");
  return `"${FORMULA.test(text) ? "'" : ""}${text.replaceAll('"', '""')}"`;
}

/** Of all spreadsheets; the wide forms, too, which those of East Asia take for the same. White space before it does not stop them. */
const FORMULA = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20|%]/;
