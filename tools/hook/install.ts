// Puts the hook where a coding agent looks for it, and takes it out again. Nothing is written before it can be shown.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createTwoFilesPatch } from "diff";
import { packageFolder } from "./package-folder.ts";
import { withHooks, withoutHooks } from "./settings.ts";
import { type Scope, TARGETS } from "./targets.ts";

export interface Change {
  path: string;
  /** undefined where there is no file. */
  before: string | undefined;
  after: string | undefined;
}

/** The file as it is and as it shall be. Throws an Error that names the file when it is no JSON. */
export function installing(agent: string, scope: Scope, advises: boolean): Change {
  const target = TARGETS[agent];
  if (target === undefined) throw new Error(`there is no hook for ${agent}`);
  const path = target.path(scope);
  const before = contents(path);
  const command = commandFor(agent, advises);
  if (target.text !== undefined) return { path, before, after: target.text(command) };
  return {
    path,
    before,
    after: checked(path, () => withHooks(before ?? "", target.entries?.(command, advises) ?? {})),
  };
}

export function uninstalling(agent: string, scope: Scope): Change {
  const target = TARGETS[agent];
  if (target === undefined) throw new Error(`there is no hook for ${agent}`);
  const path = target.path(scope);
  const before = contents(path);
  if (before === undefined || target.kind === "own file") return { path, before, after: undefined };
  const after = checked(path, () => withoutHooks(before));
  // A file that held nothing else was ours.
  return { path, before, after: after !== before && /^\s*\{\s*\}\s*$/.test(after) ? undefined : after };
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

/** This Node and this file, by absolute path: a hook runs with whatever PATH the agent has. */
function commandFor(agent: string, advises: boolean): string {
  const main = join(packageFolder(), "dist", "hook", "main.js");
  return `"${process.execPath}" "${main}" ${agent}${advises ? " --advise" : ""}`;
}

function contents(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function checked<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`Cannot change ${path}, ${(error as Error).message}. Mend the file, then try again.`);
  }
}
