// What a push would send, for whoever is to agree; and what it sent.

import type { Target } from "../../share/cluster/index.ts";
import type { Preview, Pushed } from "../../share/push/index.ts";
import { hung, wrap } from "../columns.ts";
import { type Look, printable } from "../terminal.ts";

const MOST_REPOS = 20;

export function renderPreview({ repos, words, example }: Preview, target: Target, { width }: Look): string {
  const all = repos.reduce((sum, { events }) => sum + events, 0);
  const more = repos.length - MOST_REPOS;
  const lines = [
    ...wrap(`To ${placeOf(target)} as ${printable(target.username)} would go, and from then on without asking:`, width),
    `${counted(all, "event")}, sanitized again:`,
    ...repos.slice(0, MOST_REPOS).flatMap(({ repo, events }) => hung("  ", `${printable(repo)} ${events}`, width)),
    ...(more > 0 ? [`  and ${more} more repositories`] : []),
    ...wrap(`${counted(words, "word")} of yours on groups (resolve, mute, notes).`, width),
    ...wrap("With each event its group, family and template, and a random number for this machine.", width),
    ...(example === undefined ? [] : ["The newest, as it would go:", ...exampleLines(example, width)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** A key a line. */
const exampleLines = (example: object, width: number): string[] =>
  JSON.stringify(example, undefined, 1)
    .split("\n")
    .flatMap((line) => hung(/^ */.exec(line)?.[0] ?? "", printable(line.trimStart()), width));

export function renderPushed({ events, words, outside }: Pushed, target: Target): string {
  const left = outside === 0 ? "" : ` ${counted(outside, "event")} from before 1970 or after 2099 stayed here.`;
  return `Pushed ${counted(events, "event")} and ${counted(words, "word")} to ${placeOf(target)}.${left}`;
}

const placeOf = ({ url, database }: Target): string => printable(`${url}/${database}`);

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
