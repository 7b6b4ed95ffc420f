// Cursor: its transcripts hold no results of tools, and no times; only the end of a turn that went wrong can be taken from them.

import { statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Failure } from "../failure.ts";
import type { LogFile } from "../log-file.ts";
import { recordIn, text } from "../record.ts";
import type { Source } from "../source.ts";

export const cursor: Source = {
  name: "cursor",
  folders: (home) => [join(home, ".cursor", "projects")],
  isLog: (path) => /[\\/]agent-transcripts[\\/].*\.jsonl$/.test(path),
  failures,
};

const SIGN = Buffer.from('"turn_ended"');

function* failures(log: LogFile): Generator<Failure> {
  const timestamp = statSync(log.path).mtime.toISOString();
  for (const line of log.lines()) {
    if (!line.bytes.includes(SIGN)) continue;
    const record = recordIn(line.bytes);
    const said = text(record?.["error"]).split("\n", 1)[0] ?? "";
    if (record?.["status"] !== "error" || said === "" || /^User aborted\b/i.test(said)) continue;
    yield {
      line: line.number,
      ref: "",
      key: `${basename(log.path)} ${line.number}`,
      timestamp,
      // The folder is the path with `-` for `/`: only its last word is sure to be of the name.
      repo: /[\\/]projects[\\/]([^\\/]+)/.exec(log.path)?.[1]?.split("-").at(-1) || "unknown",
      tool: "api",
      class: "api_error",
      error_type: "ApiError",
      error_message: said,
    };
  }
}
