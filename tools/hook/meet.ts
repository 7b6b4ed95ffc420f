// One call of a hook: what the coding agent tells, recorded. The id is the one that an import of its log would give.

import { chdir } from "node:process";
import { TelemetryCollector } from "12-factor-telemetry";
import type { Seen } from "12-factor-telemetry/collect";
import { eventOf, idOf } from "../backfill/event-of.ts";
import { recordIn, text } from "../backfill/record.ts";
import { type Met, PAYLOADS } from "./payload.ts";

/** `input` is what the agent wrote to the hook; answers what was met, if that was a failure. */
export async function meet(agent: string, input: string): Promise<Met | undefined> {
  const payload = recordIn(input);
  if (payload === undefined) return undefined;
  goTo(text(payload["cwd"]));
  if (agent === "codex") {
    // Its log is needed, and all that reads logs: nothing that the other agents' hooks should wait for.
    const { recordNewOf } = await import("./codex-log.ts");
    recordNewOf(text(payload["transcript_path"]));
    return undefined;
  }
  const met = PAYLOADS[agent]?.(payload);
  if (met !== undefined) new TelemetryCollector().recordEvent(seenOf(agent, met));
  return met;
}

/** The repository is that of the agent's directory; so is its word on consent. */
function goTo(directory: string): void {
  try {
    if (directory !== "") chdir(directory);
  } catch {
    // It is gone, or not ours: the hook's own directory is the next best.
  }
}

function seenOf(agent: string, met: Met): Seen {
  const { key, duration_ms } = met;
  const { context, ...event } = eventOf({ ...met, timestamp: "", repo: "", context: { duration_ms } }, agent);
  return { ...event, context, timestamp: undefined, ...(key !== "" && { telemetry_id: idOf(agent, key) }) };
}
