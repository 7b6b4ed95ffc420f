// The known fix, handed back at the moment of failure: to a coding agent, in its own context, once a session.
//
// What is said comes from the catalogue and from the user's own notes; no text of an event is ever repeated to a model.

import { TelemetryCollector } from "12-factor-telemetry";
import { lookAround } from "12-factor-telemetry/collect";
import { Advised } from "./advised.ts";
import type { Met } from "./payload.ts";

/** What the hook answers Claude Code with; undefined when nothing is known, or it has been said in this session. */
export async function adviceOn(met: Met): Promise<object | undefined> {
  const { consent, directory } = lookAround({});
  if (!consent.enabled) return undefined;
  const failure = { name: met.error_type, message: met.error_message };
  const [best] = (await new TelemetryCollector().suggestFixes(failure)).filter(
    ({ source }) => source === "verified-fix" || source === "rule",
  );
  if (best === undefined || !new Advised(directory).isFirst(met.session, best.id)) return undefined;
  const seen = best.count > 1 ? ` It has been recorded ${best.count} times, in ${counted(best.repos.length)}.` : "";
  const words =
    best.source === "verified-fix"
      ? `The user's own fix of this failure, which has held since: ${best.suggestion}`
      : `This failure is known. ${best.cause} What helps: ${best.suggestion}.`;
  return { hookSpecificOutput: { hookEventName: "PostToolUseFailure", additionalContext: `${words}${seen}` } };
}

const counted = (count: number): string => (count === 1 ? "one repository" : `${count} repositories`);
