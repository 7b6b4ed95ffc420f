// What is known of the one group that a command is about, cleaned by today's rules.

import type { Redactions } from "12-factor-telemetry/sanitize";
import { DAY_MS, RETENTION_DAYS } from "12-factor-telemetry/store";
import { type Cleaned, cleaned, dossierOf } from "../dossier.ts";
import { loadReport } from "../load-report.ts";
import { groupsNamed, type NamedGroup, shownGroup } from "./groups.ts";
import { printable } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Throws UsageError when `named` is no group, or several. */
export function groupNamed(named: string, directory: string, now: number = Date.now()): NamedGroup {
  const [group, ...others] = groupsNamed(named, directory, now);
  if (group === undefined || others.length > 0) {
    const groups = [group, ...others].flatMap((one) => (one === undefined ? [] : [shownGroup(one)]));
    throw new UsageError(
      `${printable(named)} has ${groups.length} groups. Name one: ${groups.slice(0, 5).join(", ")}.`,
    );
  }
  return group;
}

/** Of the last 30 days. Throws UsageError when it was not seen in them. */
export function dossierOn(group: NamedGroup, directory: string, now: number = Date.now()): Cleaned {
  const window = { since: now - RETENTION_DAYS * DAY_MS, until: now };
  const dossier = dossierOf(group.id, loadReport({ directory, window }));
  if (dossier === undefined) throw new UsageError(`${shownGroup(group)} was not seen in the last 30 days.`);
  return cleaned(dossier, directory);
}

/** A line for people: what was hidden on the way out. */
export function redactionsLine(redactions: Redactions): string {
  const found = [...redactions].map(([rule, count]) => `${rule} ${count}`).join(", ");
  return found === "" ? "Today's rules found nothing more to hide." : `Hidden by today's rules: ${found}.`;
}
