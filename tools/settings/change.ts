// A change to somebody's settings file: nothing is written before it can be shown.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { createTwoFilesPatch } from "diff";

export interface Change {
  path: string;
  /** undefined where there is no file. */
  before: string | undefined;
  after: string | undefined;
}

/** Where settings are looked for. */
export interface Scope {
  /** The project's directory, or undefined for all of the user's projects. */
  project: string | undefined;
  home: string;
  environment: Readonly<Record<string, string | undefined>>;
}

/** The file as it is and as `edit` would have it. Throws an Error that names the file when `edit` cannot read it. */
export function changing(path: string, edit: (text: string) => string): Change {
  const before = contentsOf(path);
  return { path, before, after: edited(path, before ?? "", edit) };
}

/** Without what `edit` takes out; a file that held nothing else was ours, and goes. */
export function takingOut(path: string, edit: (text: string) => string): Change {
  const before = contentsOf(path);
  if (before === undefined) return { path, before, after: undefined };
  const after = edited(path, before, edit);
  return { path, before, after: after !== before && /^\s*(?:\{\s*\}\s*)?$/.test(after) ? undefined : after };
}

export function apply({ path, before, after }: Change): void {
  if (before === after) return;
  if (after === undefined) rmSync(path);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, after);
  }
}

/** As `diff -u` prints it; "" when nothing changes. */
export function diffOf({ path, before, after }: Change): string {
  if (before === after) return "";
  return createTwoFilesPatch(path, path, before ?? "", after ?? "").replace(/^(?:Index:.*\n)?=+\n/, "");
}

export function contentsOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function edited(path: string, text: string, edit: (text: string) => string): string {
  try {
    return edit(text);
  } catch (error) {
    throw new Error(`Cannot change ${path}, ${(error as Error).message}. Mend the file, then try again.`);
  }
}
