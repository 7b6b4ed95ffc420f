// What an event is known by, so that each is taken once.

import type { TelemetryEvent } from "../event.ts";
import { Hash } from "./hash.ts";

/**
 * The design's identity is (telemetry_id, timestamp, repo); type and message are told apart too, for another program may give one
 * id to many events. `copy` tells apart events that have no id.
 */
export function identityOf(event: TelemetryEvent, copy = 0): Hash {
  const { repo, error_type, error_message, timestamp, telemetry_id } = event;
  const hash = begunIdentity(repo, error_type, error_message);
  hash.text(timestamp);
  hash.text(telemetry_id);
  if (copy > 0) hash.number(copy);
  hash.end();
  return hash;
}

/** Its parts in their order. */
export function begunIdentity(...parts: string[]): Hash {
  const hash = new Hash();
  hash.begin();
  for (const part of parts) hash.text(part);
  return hash;
}
