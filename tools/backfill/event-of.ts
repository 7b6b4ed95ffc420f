// A failure as an event: facts of allowed kinds, and an id that is the same in every run.

import type { Seen } from "12-factor-telemetry/collect";
import type { Failure } from "./failure.ts";

export function eventOf(failure: Omit<Failure, "line" | "ref" | "key">, source: string): Seen {
  const { timestamp, repo, tool, agent, error_type, error_message, program, exit_code, status_code, commit, version } =
    failure;
  return {
    timestamp,
    repo,
    agent: agent ?? (tool === "" ? source : `${source}/${tool}`),
    error_type,
    error_message: cut(error_message),
    context: defined({
      operation: program,
      exit_code,
      status_code,
      class: failure.class,
      agent_version: version,
      ...failure.context,
    }),
    source,
    ...(commit !== undefined && { commit }),
  };
}

/** Characters of the line that tells; what follows in a longer one is mostly data. */
const LINE_CHARACTERS = 400;

/** At the end of a word: half of a secret would be known by no rule. */
const cut = (line: string): string =>
  line.length > LINE_CHARACTERS ? line.slice(0, LINE_CHARACTERS).replace(/\S*$/, "").trimEnd() : line;

const defined = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** 8 hex digits, as design section 5 has them: FNV-1a, 32 bits. */
export function idOf(source: string, key: string): string {
  let hash = 0x811c9dc5;
  for (const unit of Buffer.from(`${source} ${key}`, "utf16le")) hash = Math.imul(hash ^ unit, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
