// OpenCode: an SQLite database since early 2026, a file for each message and part before, and `opencode export` JSON.
// A shell command that failed is "completed" there; its exit code tells. Format: packages/opencode/src/session/message-v2.ts.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commandFailure } from "../command-failure.ts";
import type { Failure, Wrong } from "../failure.ts";
import type { LogFile } from "../log-file.ts";
import { at, type Fields, fields, integer, list, recordIn, text } from "../record.ts";
import { repositoryName } from "../repository-name.ts";
import type { Source } from "../source.ts";
import { openDatabase } from "../sqlite.ts";
import { toolFailure } from "../tool-text.ts";
import { lineOf, wholeText } from "../whole-document.ts";

export const opencode: Source = {
  name: "opencode",
  folders: (home, environment) => [join(environment["XDG_DATA_HOME"] || join(home, ".local", "share"), "opencode")],
  isLog: (path) => /[\\/]opencode(?:-[\w.]+)?\.db$|[\\/]storage[\\/](?:part|message)[\\/].*\.json$/.test(path),
  failures: (log) => (log.path.endsWith(".db") ? databaseFailures(log) : documentFailures(log)),
};

interface Session {
  directory: string;
  version: string;
}

// Ids are columns of their own; databases have gigabytes, so SQL chooses.
const PARTS = `SELECT part.id AS id, part.rowid AS line, part.time_created AS time, part.data AS data, session.directory AS directory, session.version AS version
  FROM part JOIN session ON session.id = part.session_id
  WHERE part.time_created >= ? AND json_extract(part.data, '$.type') = 'tool'
    AND (json_extract(part.data, '$.state.status') = 'error' OR json_extract(part.data, '$.state.metadata.exit') <> 0 OR json_extract(part.data, '$.tool') = 'invalid')
  ORDER BY part.time_created, part.id`;
const MESSAGES = `SELECT message.id AS id, message.rowid AS line, message.time_created AS time, message.data AS data, session.directory AS directory, session.version AS version
  FROM message JOIN session ON session.id = message.session_id
  WHERE message.time_created >= ? AND json_extract(message.data, '$.error') IS NOT NULL ORDER BY message.time_created, message.id`;
/** Milliseconds. A call is stored when it starts, and may end later. */
const LONGEST_CALL = 24 * 60 * 60 * 1000;

function* databaseFailures(log: LogFile): Generator<Failure> {
  const database = openDatabase(log.path);
  let latest = log.from.offset;
  try {
    for (const [query, wrongOf] of [
      [PARTS, partWrong],
      [MESSAGES, messageWrong],
    ] as const) {
      for (const row of database.rows(query, Math.max(0, log.from.offset - LONGEST_CALL))) {
        const data = recordIn(text(row["data"])) ?? {};
        latest = Math.max(latest, integer(row["time"]) ?? 0);
        const session = { directory: text(row["directory"]), version: text(row["version"]) };
        const failure = failureOf(
          text(row["id"]),
          integer(row["line"]) ?? 1,
          data,
          wrongOf(data),
          session,
          integer(row["time"]),
        );
        if (failure !== undefined) yield failure;
      }
    }
  } finally {
    database.close();
  }
  log.read = { offset: latest, lines: 0 };
}

function* documentFailures(log: LogFile): Generator<Failure> {
  const document = wholeText(log);
  const root = recordIn(document);
  if (root === undefined) return;
  const session = Array.isArray(root["messages"])
    ? sessionIn(fields(root["info"]))
    : storedSession(log.path, text(root["sessionID"]));
  const records = Array.isArray(root["messages"])
    ? root["messages"].flatMap((message) => [at(message, "info"), ...list(at(message, "parts"))])
    : [root];
  for (const record of records.map(fields)) {
    const id = text(record?.["id"]);
    if (record === undefined || id === "") continue;
    const wrong = record["type"] === "tool" ? partWrong(record) : messageWrong(record);
    const failure = failureOf(id, 0, record, wrong, session, undefined);
    if (failure !== undefined) yield { ...failure, line: lineOf(document, id) };
  }
}

const sessionIn = (info: Fields | undefined): Session => ({
  directory: text(info?.["directory"]),
  version: text(info?.["version"]),
});

/** Sessions lie beside the parts, by project. */
function storedSession(path: string, id: string): Session {
  const storage = path.replace(/([\\/]storage)[\\/].*$/, "$1");
  if (!/^[\w-]{1,80}$/.test(id)) return sessionIn(undefined);
  for (const project of foldersIn(join(storage, "session"))) {
    const info = recordIn(contents(join(storage, "session", project, `${id}.json`)));
    if (info !== undefined) return sessionIn(info);
  }
  return sessionIn(undefined);
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // not the layout that we know: ENOENT
  }
}

function contents(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // of another project: ENOENT
  }
}

function failureOf(
  id: string,
  line: number,
  data: Fields,
  wrong: Wrong | undefined,
  session: Session,
  time: number | undefined,
): Failure | undefined {
  if (wrong === undefined) return undefined;
  const ended =
    integer(at(data, "state", "time", "end")) ??
    integer(at(data, "time", "completed")) ??
    integer(at(data, "time", "created")) ??
    time ??
    0;
  return {
    ...wrong,
    line,
    ref: id,
    key: id,
    timestamp: new Date(ended).toISOString(),
    tool: text(data["tool"]) || "api",
    repo: repositoryName([session.directory]),
    version: session.version || undefined,
  };
}

function partWrong(part: Fields): Wrong | undefined {
  const state = fields(part["state"]);
  const tool = text(part["tool"]);
  if (tool === "invalid") {
    const said = text(at(state, "input", "error")) || text(state?.["error"]) || text(state?.["output"]);
    return {
      class: "tool_error",
      error_type: "InvalidToolCall",
      error_message: said.split("\n", 1)[0] || "The tool call is malformed",
    };
  }
  if (state?.["status"] === "error") return toolFailure(text(state["error"]));
  const exitCode = integer(at(state, "metadata", "exit"));
  if (state?.["status"] !== "completed" || exitCode === undefined || exitCode === 0) return undefined;
  return commandFailure({
    command: text(at(state, "input", "command")),
    exitCode,
    output: text(at(state, "metadata", "output")) || text(state["output"]),
  });
}

function messageWrong(message: Fields): (Wrong & { status_code?: number | undefined }) | undefined {
  const error = fields(message["error"]);
  const name = text(error?.["name"]);
  if (name === "" || name === "MessageAbortedError") return undefined;
  const said = text(at(error, "data", "message")).split("\n", 1)[0] || name;
  return {
    class: "api_error",
    error_type: name,
    error_message: said,
    status_code: integer(at(error, "data", "statusCode")),
  };
}
