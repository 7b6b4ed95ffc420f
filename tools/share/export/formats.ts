import { asciiJson } from "12-factor-telemetry/store";
import { CSV } from "./csv.ts";
import type { LineFormat } from "./line-format.ts";
import { MARKDOWN } from "./markdown-table.ts";
import { OTLP } from "./otlp.ts";

export const LINE_FORMATS = {
  "otlp-jsonl": OTLP,
  /** As the store keeps them: docs/event-format.md. */
  jsonl: { head: "", beginning: '{"timestamp":"', line: (event) => `${asciiJson(event)}\n` },
  csv: CSV,
  markdown: MARKDOWN,
} as const satisfies Record<string, LineFormat>;

export type FormatName = keyof typeof LINE_FORMATS | "parquet";

export const FORMATS: readonly FormatName[] = ["otlp-jsonl", "jsonl", "csv", "parquet", "markdown"];
