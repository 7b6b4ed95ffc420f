// Whether the directory and what lies in it are the user's own and closed to others.

import { chmodSync, lstatSync, type Stats } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { listFolder } from "./asides.ts";
import { isOurs, prepareDirectory } from "./directory.ts";
import { foldersOf } from "./files.ts";
import { pathsIn } from "./paths.ts";
import { DAY } from "./segments.ts";

export interface Danger {
  /** Relative to the directory; "." is the directory itself. */
  name: string;
  /** Others may read it; it belongs to somebody else; it leads elsewhere; it is no regular file; it has a second name. */
  kind: "open-mode" | "foreign-owner" | "link" | "no-regular-file" | "hard-link";
}

/** What is wrong with the directory and everything in it. Throws StoreError when a folder cannot be read. */
export function dangersIn(directory: string): Danger[] {
  return entriesOf(directory).flatMap(({ path, isFolder }) => {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return [];
    return kindsOf(found, isFolder).map((kind) => ({ name: relative(directory, path) || ".", kind }));
  });
}

/** Closes what is ours to others; the rest of the dangers is for people. Throws StoreError when the directory cannot be trusted. */
export function repairModes(directory: string): void {
  const open = dangersIn(directory).filter(({ kind }) => kind === "open-mode");
  prepareDirectory(directory);
  for (const { name } of open) {
    const path = join(directory, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    // What is not ours is not ours to change, and chmod would follow a link.
    if (found !== undefined && isOurs(found.uid) && !found.isSymbolicLink()) chmodSync(path, modeOf(found));
  }
}

function entriesOf(directory: string): { path: string; isFolder: boolean }[] {
  const folders = foldersOf(directory);
  const inside = folders.flatMap((folder) => listFolder(folder).map((name) => join(folder, name)));
  const { archive } = pathsIn(directory);
  const isFolder = (path: string) => path === archive || (dirname(path) === archive && DAY.test(basename(path)));
  return [{ path: directory, isFolder: true }, ...inside.map((path) => ({ path, isFolder: isFolder(path) }))];
}

function kindsOf(found: Stats, isFolder: boolean): Danger["kind"][] {
  if (found.isSymbolicLink()) return ["link"];
  if (isFolder ? !found.isDirectory() : !found.isFile()) return ["no-regular-file"];
  return [
    // Windows has no such modes: there the user's own profile keeps others out.
    ...(process.platform !== "win32" && (found.mode & 0o777) !== modeOf(found) ? ["open-mode" as const] : []),
    ...(isOurs(found.uid) ? [] : ["foreign-owner" as const]),
    ...(found.isFile() && found.nlink > 1 ? ["hard-link" as const] : []),
  ];
}

const modeOf = (found: Stats): number => (found.isDirectory() ? 0o700 : 0o600);
