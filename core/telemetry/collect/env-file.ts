// What a repository's `.env` says of telemetry. It may only switch off: a repository is other people's text.

import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

export type EnvFile = { says: "nothing" } | { says: "off" } | { says: "broken"; problem: string };

/** Bytes. */
const FILE_BYTES = 1 << 20;

/** `root` is the repository's. A folder called `.env` is a Python environment, and no file of ours. */
export function readEnvFile(root: string): EnvFile {
  const path = join(root, ".env");
  const text = contents(path);
  if (typeof text === "object") return { says: "broken", problem: `Cannot read ${path}: ${text.problem}.` };
  if (text === undefined) return { says: "nothing" };
  if (text.includes("\0")) return { says: "broken", problem: `Cannot read ${path}: it is not a text file.` };
  return says(path, text);
}

/** A value that means off, in any case. */
export function meansOff(value: string): boolean {
  return ["false", "0", "no", "off", ""].includes(value.trim().toLowerCase());
}

function says(path: string, text: string): EnvFile {
  const number = text.split("\n").findIndex((line) => MENTION.test(line) && !ASSIGNMENT.test(line));
  if (number !== -1) {
    return {
      says: "broken",
      problem: `Cannot read ${path}, line ${number + 1}: write TELEMETRY_ENABLED=false or remove the line.`,
    };
  }
  const value = parseEnv(text.replace(PREFIX, ""))["TELEMETRY_ENABLED"];
  return { says: value !== undefined && meansOff(value) ? "off" : "nothing" };
}

const MENTION = /^\s*(?:export\s+)?TELEMETRY_ENABLED\b/;
// An open quote would swallow the lines below it. No two parts take the same character: a hostile line stays linear.
const ASSIGNMENT =
  /^\s*(?:export\s+)?TELEMETRY_ENABLED\s*=(?:\s*(?:"[^"]*"|'[^']*'|`[^`]*`)\s*|[^"'`#]*)(?:#[\s\S]*)?$/;
// What shells and editors put before the name and parseEnv takes for a part of it: tabs, two spaces, a byte order mark.
const PREFIX = /^[^\S\n]*(?:export[^\S\n]+)?(?=TELEMETRY_ENABLED\b)/gm;

function contents(path: string): string | undefined | { problem: string } {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // a FIFO would block for ever
    const found = fstatSync(file);
    if (!found.isFile()) return undefined;
    return found.size > FILE_BYTES ? { problem: `it is larger than ${FILE_BYTES} bytes` } : readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? undefined : { problem: `${code ?? error}` };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
