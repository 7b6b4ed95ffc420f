// Opens a file in the user's browser. Its path is no secret; what stands in it is.

import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

const OPENERS: Partial<Record<NodeJS.Platform, string>> = { darwin: "open", win32: "explorer.exe" };

/** False when there is nothing to open it with. Nobody waits for the browser. */
export function openBrowser(path: string, environment: Readonly<Record<string, string | undefined>>): boolean {
  const opener = onPath(OPENERS[process.platform] ?? "xdg-open", environment["PATH"] ?? "");
  if (opener === undefined) return false;
  const child = spawn(opener, [path], { stdio: "ignore", detached: true });
  child.on("error", () => {}); // ENOEXEC and the like: the address on the terminal is left
  child.unref();
  return true;
}

/** Only absolute entries: what a repository has put in the way is not run. */
function onPath(name: string, path: string): string | undefined {
  const places = path.split(delimiter).filter(isAbsolute);
  return places.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // ENOENT, EACCES
  }
}
