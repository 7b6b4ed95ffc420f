// The symlink by which a sister repository reaches this framework, and whether it leads there.
//
// With a package.json the link stands where npm puts one for a `file:` dependency. Without one (Python, shell) it is
// `.agents`, by which the repository reaches `.agents/bin/agent`.

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "./usage-error.ts";

const PACKAGE = "12-factor-telemetry";

export type LinkStyle = "npm" | "agents";

export interface LinkState {
  repo: string;
  /** Where the link stands. */
  link: string;
  /** `ok`, or why an agent there would not find the framework. */
  state: "ok" | "missing" | "broken" | "elsewhere" | "not-built" | "in-the-way" | "no-repository";
  /** What it leads to; "" when there is none. */
  target: string;
}

/** `repo` as it was typed. Throws UsageError when it is no folder. */
export function rootOf(repo: string): string {
  const root = resolve(repo);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory()) return realpathSync(root);
  throw new UsageError(`${repo} is no folder. Name the root of a sister repository.`);
}

/** Makes the link, or mends one that leads nowhere. What stands there and is no link of ours is left alone and told. */
export function link(root: string, style: LinkStyle = styleOf(root)): LinkState {
  const before = check(root, style);
  if (before.state !== "missing" && before.state !== "broken") return before;
  mkdirSync(dirname(before.link), { recursive: true });
  rmSync(before.link, { force: true });
  symlinkSync(targetOf(style), before.link, process.platform === "win32" ? "junction" : "dir");
  return check(root, style);
}

export function check(root: string, style: LinkStyle = styleOf(root)): LinkState {
  const path = join(root, ...(style === "npm" ? ["node_modules", PACKAGE] : [".agents"]));
  const answer = (state: LinkState["state"], target = ""): LinkState => ({ repo: root, link: path, state, target });
  if (!existsSync(root)) return answer("no-repository");
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return answer("missing");
  if (!found.isSymbolicLink()) return answer(isPackage(path) ? "ok" : "in-the-way", path);
  const target = resolve(dirname(path), readlinkSync(path));
  if (!existsSync(path)) return answer("broken", target);
  if (style === "npm" && !isPackage(path)) return answer("elsewhere", target);
  if (style === "agents" && !existsSync(join(path, "bin", "agent"))) return answer("elsewhere", target);
  return answer(isBuilt(path, style) ? "ok" : "not-built", target);
}

/** A link that is there already tells; else what kind of repository it is. */
function styleOf(root: string): LinkStyle {
  if (lstatSync(join(root, ".agents"), { throwIfNoEntry: false })?.isSymbolicLink()) return "agents";
  return existsSync(join(root, "package.json")) || existsSync(join(root, "node_modules")) ? "npm" : "agents";
}

/** Of this installation. */
function targetOf(style: LinkStyle): string {
  const core = dirname(dirname(realpathSync(fileURLToPath(import.meta.resolve(PACKAGE)))));
  if (style === "npm") return core;
  const checkout = dirname(core);
  if (existsSync(join(checkout, "bin", "agent"))) return checkout;
  throw new UsageError(
    "This is an installed package, not a checkout: it has no bin/agent to link. Use a repository with a package.json.",
  );
}

function isPackage(path: string): boolean {
  try {
    return JSON.parse(readFileSync(join(path, "package.json"), "utf8")).name === PACKAGE;
  } catch {
    return false; // ENOENT, or no JSON: another thing of the same name
  }
}

const isBuilt = (path: string, style: LinkStyle): boolean =>
  existsSync(join(path, ...(style === "npm" ? ["dist", "index.js"] : ["core", "dist", "index.js"])));
