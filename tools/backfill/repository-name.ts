// The name of a repository from what a log says of it. The paths of a log are never followed: they are somebody's text.

import { basename } from "node:path/posix";

/** `directories`: where the session began, then where it is; the first that holds the second is the project. */
export function repositoryName(directories: readonly string[], remote = ""): string {
  const fromRemote = /[/:]([^/:]{1,200}?)(?:\.git)?\/*$/.exec(remote)?.[1];
  if (fromRemote !== undefined) return fromRemote;
  const [first = "", now = first] = directories.map((path) => path.replaceAll("\\", "/").replace(/\/+$/, ""));
  return nameOf(now === first || now.startsWith(`${first}/`) || now === "" ? first : now);
}

/** A worktree has the name of its repository, where its place tells it. */
function nameOf(directory: string): string {
  const inside = /^(.+?)\/(?:\.claude\/worktrees|\.worktrees|\.git\/worktrees)(?:\/|$)/.exec(directory)?.[1];
  return basename(inside ?? directory) || "unknown";
}
