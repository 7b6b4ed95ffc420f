import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

interface Found {
  at?: string;
  problem?: "ENOENT" | "EACCES";
}

/** Where a shell would find the program; execvp(3). On Windows, which looks further than PATH, the start itself tells. */
export function findProgram(name: string, path = ""): Found {
  if (process.platform === "win32") return { at: name };
  const places = name.includes("/") ? [name] : path.split(delimiter).map((folder) => join(folder || ".", name));
  const there = places.filter((place) => statSync(place, { throwIfNoEntry: false })?.isFile());
  const at = there.find(isExecutable);
  if (at !== undefined) return { at };
  return { problem: there.length > 0 ? "EACCES" : "ENOENT" };
}

/** As `findProgram`, without what a repository may have put in the way by a relative entry of PATH. */
export function findTrusted(name: string, path = ""): string | undefined {
  return findProgram(name, path.split(delimiter).filter(isAbsolute).join(delimiter)).at;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // EACCES
  }
}
