// A form of GitHub's, filled in, in the user's browser: nothing is sent before they press its button.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Draft } from "./draft.ts";

/** Characters. GitHub answers 414 to longer ones; measured there at about 8,200. */
const LONGEST_URL = 8000;

/** Undefined when it would be too long. `repository` is "owner/name". */
export function prefilledUrl(repository: string, { title, body }: Draft): string | undefined {
  const url = `https://github.com/${repository}/issues/new?${new URLSearchParams({ title, body })}`;
  return url.length > LONGEST_URL ? undefined : url;
}

const OPENERS: Partial<Record<NodeJS.Platform, string>> = { darwin: "open", win32: "explorer" };

/** Through a file that only the user can read, for the address of a program shows in every list of processes. False when no browser came. */
export async function openInBrowser(url: string, openMs = 5000): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "12-factor-issue-"));
  try {
    const page = join(folder, "issue.html");
    const address = url.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    writeFileSync(page, `<!doctype html><meta http-equiv="refresh" content="0;url=${address}">\n`, { mode: 0o600 });
    const { status } = spawnSync(OPENERS[process.platform] ?? "xdg-open", [page], { stdio: "ignore" });
    if (status !== 0) return false;
    await new Promise((resolve) => setTimeout(resolve, openMs));
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
