// A run has two names in it, and those are cleaned as an event's are.

import type { Run, SanitizedRun } from "../event.ts";
import { NO_POLICY, type Policy } from "./policy.ts";
import { sanitizeText } from "./text.ts";

/** Characters. */
const NAME_CHARACTERS = 200;

export function sanitizeRun(
  { timestamp, repo, agent, ok, duration_ms }: Run,
  policy: Policy = NO_POLICY,
): SanitizedRun {
  const name = (text: string) => sanitizeText(text, new Map(), NAME_CHARACTERS, policy);
  const run = {
    timestamp,
    repo: name(repo),
    agent: name(agent),
    ok,
    ...(duration_ms !== undefined && { duration_ms }),
  };
  return run as SanitizedRun;
}
