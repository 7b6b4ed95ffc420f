import { lookAround } from "12-factor-telemetry/collect";
import type { Word } from "12-factor-telemetry/event";
import { type Command, Option } from "commander";
import { commitNamed } from "../../git.ts";
import { type Fix, fixHere, resolutionOf } from "../../word/resolution.ts";
import { directoryOf } from "../directory.ts";
import { teach } from "../examples.ts";
import { groupsNamed, type NamedGroup, shownGroup } from "../groups.ts";
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
    const words = groups.map((group) => resolutionOf(group, fix, options.note, directory, now));
    say({ words, lines: groups.map((group, index) => lineOf(group, words[index])) }, directory, options, terminal);
  });
  teach(
    command,
    "A later event at a commit that has the fix, or at one that git does not know, means that it is back; in an older checkout it proves nothing. When the silence is unlikely to be chance, the fix is called verified.",
    'resolve 67b8eaae --note "wait for retry-after, then try three times"',
    "resolve git-index-lock --commit 4f2c9aa",
  );
}

function fixIn(named: string | undefined): Fix {
  if (named === undefined) return fixHere();
  const { name, root } = lookAround({}).repository;
  const found = commitNamed(named, root) ?? (/^[0-9a-f]{40,64}$/.test(named) ? named : undefined);
  if (found === undefined)
    throw new UsageError(
      `--commit ${printable(named)}: git knows no such commit in ${printable(root)}. Go there, or write its full hash.`,
    );
  return { repo: name, commit: found, isNamed: true };
}

function lineOf(group: NamedGroup, word: Word | undefined): string {
  const at = word?.commit === undefined ? "" : ` at ${word.commit.slice(0, 7)}`;
  return `Resolved${at}, not yet proven: ${shownGroup(group)}`;
}
