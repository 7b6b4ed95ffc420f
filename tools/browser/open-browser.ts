// Opens a file in the user's browser. Its path is no secret; what stands in it is.

import { spawn } from "node:child_process";
import { findTrusted } from "../find-program.ts";

const OPENERS: Partial<Record<NodeJS.Platform, string>> = { darwin: "open", win32: "explorer.exe" };

/** Milliseconds: an opener that goes on for longer has started the browser itself. */
const PATIENCE_MS = 3000;

/** False when no browser came. */
export async function openBrowser(
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const opener = findTrusted(OPENERS[process.platform] ?? "xdg-open", environment["PATH"]);
  if (opener === undefined) return false;
  const child = spawn(opener, [path], { stdio: "ignore", detached: true });
  const isOpened = await new Promise<boolean>((done) => {
    const timer = setTimeout(done, PATIENCE_MS, true);
    child.once("error", () => done(false)); // ENOEXEC and the like
    // explorer.exe ends with 1 when all is well.
    child.once("exit", (code) => done(code === 0 || process.platform === "win32"));
    child.once("exit", () => clearTimeout(timer));
  });
  child.unref();
  return isOpened;
}
