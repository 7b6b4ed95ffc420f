// What a program takes on with one dependency: packages, files and bytes on disk, beside the peers that are installed here.

import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { OURS, PINO, SENTRY, WINSTON } from "./peers.ts";

process.stdout.write(`${"".padEnd(28)}${["packages", "files", "MB"].map((head) => head.padStart(10)).join("")}\n`);
for (const { specifier } of [OURS, PINO, WINSTON, SENTRY]) {
  const folders = [...withDependencies(folderOf(specifier, process.cwd()))];
  const files = folders.flatMap(filesIn);
  const megabytes = files.reduce((sum, path) => sum + lstatSync(path).size, 0) / 1e6;
  const cells = [folders.length, files.length, megabytes.toFixed(1)].map((cell) => String(cell).padStart(10));
  process.stdout.write(`${specifier.padEnd(28)}${cells.join("")}\n`);
}

/** The package's folder and those of all that it needs, each once. */
function withDependencies(folder: string, found = new Set<string>()): Set<string> {
  if (found.has(folder)) return found;
  found.add(folder);
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) withDependencies(folderOf(name, folder), found);
  return found;
}

/** As Node looks for it. */
function folderOf(name: string, from: string): string {
  const folder = join(from, "node_modules", name);
  if (existsSync(folder)) return realpathSync(folder);
  if (dirname(from) === from) throw new Error(`${name} is not installed: run npm ci`);
  return folderOf(name, dirname(from));
}

/** Without packages inside of it, which are counted where they are needed. */
function filesIn(folder: string): string[] {
  const { files } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const isOurs = folder.endsWith("core"); // what `npm pack` takes of this checkout
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === "node_modules" || (isOurs && entry.isDirectory() && !files.includes(entry.name))) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
