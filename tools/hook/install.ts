// Puts the hook where a coding agent looks for it, and takes it out again.

import { join } from "node:path";
import { type Change, changing, contentsOf, type Scope, takingOut } from "../settings/change.ts";
import { packageFolder } from "../settings/package-folder.ts";
import { withHooks, withoutHooks } from "./settings.ts";
import { TARGETS, type Target } from "./targets.ts";

/** The file as it is and as it shall be. Throws an Error that names the file when it is no JSON. */
export function installing(agent: string, scope: Scope, advises: boolean): Change {
  const target = targetOf(agent);
  const path = target.path(scope);
  const command = commandFor(agent, advises);
  if (target.text !== undefined) return { path, before: contentsOf(path), after: target.text(command) };
  return changing(path, (text) => withHooks(text, target.entries?.(command, advises) ?? {}));
}

export function uninstalling(agent: string, scope: Scope): Change {
  const target = targetOf(agent);
  const path = target.path(scope);
  if (target.kind === "own file") return { path, before: contentsOf(path), after: undefined };
  return takingOut(path, withoutHooks);
}

function targetOf(agent: string): Target {
  const target = TARGETS[agent];
  if (target === undefined) throw new Error(`there is no hook for ${agent}`);
  return target;
}

/** This Node and this file, by absolute path: a hook runs with whatever PATH the agent has. */
function commandFor(agent: string, advises: boolean): string {
  const main = join(packageFolder(), "dist", "hook", "main.js");
  return `"${process.execPath}" "${main}" ${agent}${advises ? " --advise" : ""}`;
}
