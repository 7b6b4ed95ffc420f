// Which repository a process works in: found from its working directory, never from where this code lies, for the
// framework is often reached through a symlink. No git process is started: a hostile repository's config would run.

import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { contents } from "./contents.ts";

export interface Repository {
  name: string;
  root: string;
  /** HEAD when we looked; undefined where there is no commit. */
  commit: string | undefined;
}

/** `cwd` absolute. The folder that holds `.git`; else the nearest package.json or pyproject name; else the folder. */
export function repositoryOf(cwd: string): Repository {
  const folders = ancestors(cwd);
  const root = folders.find((folder) => existsSync(join(folder, ".git")));
  if (root !== undefined) return { root, ...fromGit(root) };
  for (const folder of folders) {
    const name = packageName(folder);
    if (name !== undefined) return { name, root: folder, commit: undefined };
  }
  return { name: basename(cwd) || "root", root: cwd, commit: undefined };
}

function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}

/** The repository's own settings, shared by its worktrees. */
export const gitConfigOf = (root: string): string => join(gitDirectoriesOf(root).common, "config");

function fromGit(root: string): Pick<Repository, "name" | "commit"> {
  const { own, common } = gitDirectoriesOf(root);
  const commit = headOf(own, common);
  if (own === common) return { name: basename(root), commit };
  // `.git`, or `.bare` by custom, has a folder around it; a bare repository (name.git) has none.
  const hasFolder = basename(common).startsWith(".");
  const main = hasFolder ? dirname(common) : common.replace(/\.git$/, "");
  return { name: basename(main), commit };
}

/**
 * A worktree and a submodule have a file `.git` that points to their git directory. A worktree belongs to the repository
 * that it was made from (its `commondir`); a submodule is a repository of its own.
 */
function gitDirectoriesOf(root: string): { own: string; common: string } {
  const link = /^gitdir: (.+)$/m.exec(contents(join(root, ".git")) ?? "")?.[1];
  const own = link === undefined ? join(root, ".git") : resolve(root, link.trim());
  const common = link === undefined ? undefined : contents(join(own, "commondir"))?.trim();
  return { own, common: common === undefined ? own : resolve(own, common) };
}

/** gitrepository-layout(5): HEAD is a hash or names a ref; a ref is a file or a line of packed-refs. */
function headOf(gitDirectory: string, commonDirectory: string): string | undefined {
  const head = contents(join(gitDirectory, "HEAD"))?.trim() ?? "";
  const ref = /^ref: (refs\/[^\s]+)$/.exec(head)?.[1];
  if (ref === undefined) return HASH.test(head) ? head : undefined;
  const loose = contents(join(commonDirectory, ref))?.trim();
  if (loose !== undefined) return HASH.test(loose) ? loose : undefined;
  const packed = contents(join(commonDirectory, "packed-refs"))
    ?.split("\n")
    .find((line) => line.endsWith(` ${ref}`));
  return packed?.split(" ")[0];
}

const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

function packageName(folder: string): string | undefined {
  const named = manifestName(contents(join(folder, "package.json")) ?? "{}");
  if (named !== undefined) return named.replace(/^@[^/]*\//, "");
  return /^\[(?:project|tool\.poetry)\](?:(?!^\[)[\s\S])*?^name\s*=\s*["']([^"']{1,200})["']/ms.exec(
    contents(join(folder, "pyproject.toml")) ?? "",
  )?.[1];
}

/** The top `name` alone: an author has one too. */
function manifestName(text: string): string | undefined {
  try {
    const name: unknown = JSON.parse(text)?.name;
    return typeof name === "string" && name !== "" ? name : undefined;
  } catch {
    return undefined; // SyntaxError: it names nothing
  }
}
