// How a browser gets an address with something in it that is for the user alone: a page in a folder of their own (0700, 0600) that goes
// on to it. On the command line of a browser every user of the machine could read it.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RedirectFile {
  path: string;
  remove(): void;
}

export function writeRedirectFile(address: string): RedirectFile {
  const folder = mkdtempSync(join(tmpdir(), "12-factor-open-")); // 0700
  const path = join(folder, "open.html");
  const quoted = address.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const page = `<!doctype html><meta charset="utf-8"><title>Telemetry</title><meta http-equiv="refresh" content="0;url=${quoted}"><a href="${quoted}">Go on</a>\n`;
  writeFileSync(path, page, { mode: 0o600, flag: "wx" });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
