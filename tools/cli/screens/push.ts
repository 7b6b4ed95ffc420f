// What a push would send, for whoever is to agree; and what it sent.

import type { Target } from "../../share/cluster/index.ts";
import type { Preview, Pushed } from "../../share/push/index.ts";
import { printable } from "../terminal.ts";

const MOST_REPOS = 20;

export function renderPreview({ repos, words, example }: Preview, target: Target): string {
  const rows = repos.slice(0, MOST_REPOS).map(({ repo, events }) => `  ${printable(repo)} ${events}\n`);
  const more = repos.length > MOST_REPOS ? `  and ${repos.length - MOST_REPOS} more repositories\n` : "";
  const all = repos.reduce((sum, { events }) => sum + events, 0);
  const shown = example === undefined ? "" : `The newest, as it would go:\n${printable(JSON.stringify(example))}\n`;
  return `To ${placeOf(target)} as ${printable(target.username)} would go, and from then on without asking:
${counted(all, "event")}, sanitized again:
${rows.join("")}${more}${counted(words, "word")} of yours on groups (resolve, mute, notes).
With each event its group, family and template, and a random number for this machine.
${shown}`;
}

export function renderPushed({ events, words, outside }: Pushed, target: Target): string {
  const left = outside === 0 ? "" : ` ${counted(outside, "event")} from before 1970 or after 2099 stayed here.`;
  return `Pushed ${counted(events, "event")} and ${counted(words, "word")} to ${placeOf(target)}.${left}\n`;
}

const placeOf = ({ url, database }: Target): string => printable(`${url}/${database}`);

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
