// What of an event has no column of its own, as JSON; and an event put together again from its row.

import type { ContextValue, TelemetryEvent } from "12-factor-telemetry/event";

type Rest = Pick<TelemetryEvent, "stack" | "cause" | "source" | "count" | "v"> & {
  context?: Record<string, ContextValue>;
};

/** Columns that make an event; and the version, without which 18.16 cannot put shards together under FINAL. */
export const EVENT_COLUMNS = "at, repo, agent, error_type, error_message, telemetry_id, commit, rest, pushed";

export interface EventRow
  extends Pick<TelemetryEvent, "repo" | "agent" | "error_type" | "error_message" | "telemetry_id"> {
  at: number | string;
  commit: string;
  rest: string;
}

export function restText({ context, stack, cause, source, count, v }: TelemetryEvent): string {
  return JSON.stringify({ context, stack, cause, source, count, v });
}

/** Empty when it is none of ours. */
export function restFrom(text: string): Rest {
  try {
    const rest: unknown = JSON.parse(text);
    return typeof rest === "object" && rest !== null ? (rest as Rest) : {};
  } catch {
    return {}; // SyntaxError
  }
}

/** Keys in the order in which they are written. */
export function eventOf({
  at,
  repo,
  agent,
  error_type,
  error_message,
  telemetry_id,
  commit,
  rest,
}: EventRow): TelemetryEvent {
  const { context = {}, stack, cause, source, count, v } = restFrom(rest);
  return {
    timestamp: new Date(Number(at)).toISOString(),
    ...{ repo, agent, error_type, error_message, context, telemetry_id },
    ...(stack !== undefined && { stack }),
    ...(cause !== undefined && { cause }),
    ...(source !== undefined && { source }),
    ...(commit !== "" && { commit }),
    ...(count !== undefined && { count }),
    ...(v !== undefined && { v }),
  };
}
