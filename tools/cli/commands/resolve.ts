import { lookAround } from "12-factor-telemetry/collect";
import { instantOf, type Word } from "12-factor-telemetry/event";
import { readRuns } from "12-factor-telemetry/store";
import { type Command, Option } from "commander";
import { commitNamed } from "../../git.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { groupsNamed, type NamedGroup, seenOf, shownGroup } from "../groups.ts";
import { type ShowOptions, withShowOptions } from "../options.ts";
import { say } from "../say.ts";
import { printable, type Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

interface ResolveOptions extends ShowOptions {
  note?: string;
  commit?: string;
}

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(
    command
      .argument("<group>", "the beginning of a group's id, or a pattern's id for all of its groups")
      .addOption(new Option("--note <text>", "what fixed it: offered when the same fails again"))
      .addOption(new Option("--commit <commit>", "the commit that fixes it (default: HEAD, where it fails)")),
  ).action((named: string, options: ResolveOptions) => {
    const directory = directoryOf(options, terminal);
    const now = Date.now();
    const groups = groupsNamed(named, directory, now);
    const fix = fixIn(options.commit);
    const words = groups.map((group) => wordOn(group, fix, options.note, directory, now));
    say({ words, lines: groups.map((group, index) => lineOf(group, words[index])) }, directory, options, terminal);
  });
  teach(
    command,
    "A later event at a commit that has the fix, or at one that git does not know, means that it is back; in an older checkout\nit proves nothing. When the silence is unlikely to be chance, the fix is called verified.",
    'resolve 67b8eaae --note "wait for retry-after, then try three times"',
    "resolve git-index-lock --commit 4f2c9aa",
  );
}

interface Fix {
  repo: string;
  commit: string | undefined;
  /** Whether the user named it. */
  isNamed: boolean;
}

function fixIn(named: string | undefined): Fix {
  const { name, root, commit } = lookAround({}).repository;
  if (named === undefined) return { repo: name, commit, isNamed: false };
  const found = commitNamed(named, root) ?? (/^[0-9a-f]{40,64}$/.test(named) ? named : undefined);
  if (found === undefined)
    throw new UsageError(
      `--commit ${printable(named)}: git knows no such commit in ${printable(root)}. Go there, or write its full hash.`,
    );
  return { repo: name, commit: found, isNamed: true };
}

function wordOn(group: NamedGroup, fix: Fix, note: string | undefined, directory: string, now: number): Word {
  const { count, since, agents } = seenOf(group);
  const family = group.cells[0]?.family;
  // HEAD of another repository says nothing of the commits at which this one fails.
  const isHere = fix.isNamed || group.cells.some(({ repo }) => repo === fix.repo);
  return {
    at: new Date(now).toISOString(),
    group: group.id,
    word: "resolve",
    ...(note !== undefined && { note }),
    ...(isHere && fix.commit !== undefined && { commit: fix.commit, repo: fix.repo }),
    ...(family !== undefined && { family }),
    seen: count,
    ...(since !== undefined && { seen_since: new Date(since).toISOString(), seen_by: agents }),
    ...runsOf(agents, since, directory),
  };
}

function runsOf(agents: readonly string[], since: number | undefined, directory: string): Pick<Word, "seen_runs"> {
  if (since === undefined) return {};
  let seen_runs = 0;
  for (const { agent, timestamp } of readRuns(directory))
    if (agents.includes(agent) && instantOf(timestamp) >= since) seen_runs++;
  return seen_runs === 0 ? {} : { seen_runs };
}

function lineOf(group: NamedGroup, word: Word | undefined): string {
  const at = word?.commit === undefined ? "" : ` at ${word.commit.slice(0, 7)}`;
  return `Resolved${at}, not yet proven: ${shownGroup(group)}`;
}
