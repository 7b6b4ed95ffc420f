// What only git knows: whether a fix is in a commit, and which commit a word names. Asked by the command line alone; what runs
// inside other people's processes starts none.

import { spawnSync } from "node:child_process";
import type { IsDescendant } from "12-factor-telemetry/report";

/** Asks the first of these repositories that has both commits; each question once. Unknown where git is missing, or the history. */
export function ancestryIn(roots: readonly string[]): IsDescendant {
  const known = new Map<string, boolean | undefined>();
  return (commit, fix) => {
    if (commit === fix) return true;
    const key = `${commit} ${fix}`;
    if (!known.has(key)) known.set(key, answerIn(roots, commit, fix));
    return known.get(key);
  };
}

/** The full hash of what a user calls a commit: a hash's beginning, a branch, a tag. Undefined when there is none. */
export function commitNamed(name: string, root: string): string | undefined {
  if (name.startsWith("-")) return undefined; // it would be taken for an option
  const { status, stdout } = git(root, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
  return status === 0 ? stdout.trim() : undefined;
}

function answerIn(roots: readonly string[], commit: string, fix: string): boolean | undefined {
  for (const root of roots) {
    const answer = isAncestor(root, fix, commit);
    if (answer === true) return true;
    // The history of a shallow clone ends somewhere: what is not found may be behind its end.
    if (answer === false && (!isShallow(root) || isAncestor(root, commit, fix) === true)) return false;
  }
  return undefined;
}

/** git-merge-base(1): 0 is yes, 1 is no, else one of them is not there. */
function isAncestor(root: string, ancestor: string, commit: string): boolean | undefined {
  const { status } = git(root, ["merge-base", "--is-ancestor", ancestor, commit]);
  return status === 0 ? true : status === 1 ? false : undefined;
}

const isShallow = (root: string): boolean =>
  git(root, ["rev-parse", "--is-shallow-repository"]).stdout.trim() === "true";

/** A repository's own settings may name programs to run, and a partial clone fetches what it lacks: neither happens here. */
function git(root: string, args: readonly string[]): { status: number | null; stdout: string } {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...own } = process.env;
  const safe = ["-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "--no-pager"];
  const { status, stdout } = spawnSync("git", ["-C", root, ...safe, ...args], {
    encoding: "utf8",
    env: { ...own, GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" },
    stdio: ["ignore", "pipe", "ignore"],
    timeout: 10_000,
  });
  return { status, stdout: stdout ?? "" };
}
