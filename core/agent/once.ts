// A failure that passes through several hands on its way up is one: whoever meets it first records it, the others know it again.

import type { TelemetryCollector, Where } from "../telemetry/index.ts";

/** `carriers`: the objects by which it is known again, the error itself or what carries it. Answers the telemetry_id, "" when it was known. */
export function recordOnce(
  telemetry: TelemetryCollector | undefined,
  failure: unknown,
  where: Where,
  ...carriers: unknown[]
): string {
  const objects = [failure, ...carriers].filter((carrier) => typeof carrier === "object" && carrier !== null);
  if (objects.some((carrier) => recorded.has(carrier as object))) return "";
  const id = telemetry?.record(failure, where) ?? "";
  if (id !== "") for (const carrier of objects) recorded.add(carrier as object);
  return id;
}

const recorded = new WeakSet<object>();
