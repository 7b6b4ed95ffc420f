// A group as Markdown, to paste into an issue or a chat: the template without values, figures, the rule. What the text of an event
// could do there (a mention, a link, a heading) it cannot do in a fence that is longer than any run of backticks in it.

import { printable } from "../../../printable.ts";
import type { GroupView } from "../../group.ts";

export function markdownOf(group: GroupView): string {
  const { id, type, template, count, repos, agents, trend, first_seen, last_seen, state, frames, rule } = group;
  const failure = [`${type}: ${template}`, ...frames.map((frame) => `    at ${frame}`)];
  return [
    `### Failure group ${id}`,
    "",
    fenced(failure.map(printable).join("\n")),
    "",
    `- errors: ${count} (${trend.previous} in the time before), agents: ${agents.length}, repositories: ${repos.length}`,
    `- first seen ${first_seen}, last seen ${last_seen}`,
    `- state: ${state}`,
    ...(rule === null ? [] : [`- rule: \`${rule.id}\``]),
    ...(rule === null ? [] : ["", fenced(printable(rule.suggestion))]),
    "",
  ].join("\n");
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
