// Aider: `.aider.chat.history.md` in the repository itself. What the program says is quoted; a time stands only where a run begins.

import { basename, dirname, join } from "node:path";
import type { Failure, Wrong } from "../failure.ts";
import type { LogFile } from "../log-file.ts";
import type { Source } from "../source.ts";

export const aider: Source = {
  name: "aider",
  folders: (home, environment) => {
    const named = environment["AIDER_CHAT_HISTORY_FILE"];
    return [
      ...(named ? [dirname(named)] : []),
      ...["", "src", "code", "dev", "projects", "repos", "work", "git"].map((folder) => join(home, folder)),
    ];
  },
  // Whole home directories are not searched: a project lies at most two folders below the usual places.
  depth: 2,
  isLog: (path) => path.endsWith(".aider.chat.history.md"),
  failures,
};

function* failures(log: LogFile): Generator<Failure> {
  let timestamp = "1970-01-01T00:00:00";
  const name = basename(dirname(log.path));
  // Mirrors name a check-out `owner+name`; `c++` and `notepad++` are names of their own.
  const repo = /^[A-Za-z0-9-]{1,39}\+([\w.-]{1,100})$/.exec(name)?.[1] ?? name;
  for (const { bytes, number } of log.lines()) {
    const line = bytes.toString("utf8");
    const started = /^# aider chat started at (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/.exec(line);
    if (started !== null) timestamp = `${started[1]}T${started[2]}`;
    const wrong = line.startsWith("> ") ? wrongIn(line.slice(2).trim()) : undefined;
    if (wrong !== undefined)
      yield { ...wrong, line: number, ref: "", key: `${name} ${timestamp} ${number}`, timestamp, repo, tool: "" };
  }
}

function wrongIn(said: string): Wrong | undefined {
  const api = /^(?:litellm\.)?(\w+(?:Error|Exception)): /.exec(said)?.[1];
  if (api !== undefined && said.startsWith("litellm."))
    return { class: "api_error", error_type: api, error_message: said };
  if (/^# \d+ SEARCH\/REPLACE blocks? failed to match/.test(said))
    return { class: "tool_error", error_type: "EditStringNotFound", error_message: said };
  if (/^Unable to (?:commit|read|write|open)\b|^Error: /.test(said))
    return { class: "tool_error", error_type: "ToolError", error_message: said };
  return undefined;
}
