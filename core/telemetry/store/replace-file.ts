import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Replaces a small file of ours, mode 0600: readers see the old one or the new one, never half of it. Throws the file system's error. */
export function replaceFile(path: string, text: string): void {
  const fresh = `${path}.${process.pid}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, text, { mode: 0o600, flag: "wx" });
  renameSync(fresh, path);
}
