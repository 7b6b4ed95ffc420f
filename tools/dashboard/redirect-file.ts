// How the browser gets the token: a page in a folder of the user's own (0700, 0600) that goes on to the dashboard. On the command
// line of a browser every user of the machine could read it, as could a page that the dashboard serves.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RedirectFile {
  path: string;
  remove(): void;
}

/** `address`: with the token behind its #. */
export function writeRedirectFile(address: string): RedirectFile {
  const folder = mkdtempSync(join(tmpdir(), "12-factor-dashboard-")); // 0700
  const path = join(folder, "open.html");
  const page = `<!doctype html><meta charset="utf-8"><title>Dashboard</title><meta http-equiv="refresh" content="0; url=${address}"><a href="${address}">Open the dashboard</a>\n`;
  writeFileSync(path, page, { mode: 0o600, flag: "wx" });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
