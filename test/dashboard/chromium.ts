// A real Chromium, Debian's: `.ci/run` installs it. Tests that need one are skipped where there is none, and say so.

import { accessSync, constants } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const CHROMIUM: string | undefined = [process.env["CHROMIUM"] ?? "", ...PLACES].find(isProgram);

export const WITHOUT = "no chromium here: apt-get install chromium, or set CHROMIUM to its path";

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? "",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== "";
  } catch {
    return false; // ENOENT
  }
}
