// A run and a use of a feature have names in them, and those are cleaned as an event's are.

import type { Run, SanitizedRun, SanitizedUsage, Usage } from "../event.ts";
import { NO_POLICY, type Policy } from "./policy.ts";
import { sanitizeText } from "./text.ts";

/** Characters. */
const NAME_CHARACTERS = 200;

export function sanitizeRun(
  { timestamp, repo, agent, ok, duration_ms, operation }: Run,
  policy: Policy = NO_POLICY,
): SanitizedRun {
  const run = {
    timestamp,
    repo: name(repo, policy),
    agent: name(agent, policy),
    ok,
    ...(duration_ms !== undefined && { duration_ms }),
    ...(operation !== undefined && { operation: name(operation, policy) }),
  };
  return run as SanitizedRun;
}

export function sanitizeUsage({ timestamp, repo, usage }: Usage, policy: Policy = NO_POLICY): SanitizedUsage {
  return { timestamp, repo: name(repo, policy), usage: name(usage, policy) } as SanitizedUsage;
}

const name = (text: string, policy: Policy): string => sanitizeText(text, new Map(), NAME_CHARACTERS, policy);
