// docs/json.md: what each `--json` prints, key by key. What stands there stays; new keys may come.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { groupOf } from "../../core/telemetry/report/index.ts";
import { TELEMETRY_COMMANDS } from "../../tools/cli/command.ts";
import { newCommand } from "../../tools/cli/program.ts";
import { telemetry, temporaryFolder } from "./agent.ts";
import { writeWeek } from "./week.ts";

/** `a.b[].c: string`, a line a leaf; of a list, what its first entry holds. */
function shapeOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [`${path}[]`] : shapeOf(value[0], `${path}[]`);
  if (typeof value !== "object" || value === null) return [`${path}: ${value === null ? "null" : typeof value}`];
  return Object.entries(value).flatMap(([key, part]) => shapeOf(part, path === "" ? key : `${path}.${key}`));
}

const SECTIONS = [
  ...readFileSync("docs/json.md", "utf8").matchAll(/^## `([^`]+) --json`\n\n```text\n(.+?)\n```/gms),
].map(([, command = "", keys = ""]) => ({ command, keys: keys.split("\n") }));

/** A list that was empty and a value that was null say nothing of what else they may be. */
function isThere(key: string, shape: readonly string[]): boolean {
  const [path = "", type] = key.split(": ");
  if (type === undefined || type === "null") return shape.some((other) => other.startsWith(path));
  const open = shape.filter((other) => /(?:\[\]|: null)$/.test(other)).map((other) => other.replace(": null", "."));
  return shape.includes(key) || shape.includes(`${path}: null`) || open.some((prefix) => path.startsWith(prefix));
}

const ABOUT = readFileSync("docs/json.md", "utf8").split("\n## ")[0] ?? "";

test.each(TELEMETRY_COMMANDS)("docs/json.md tells of $name, if it takes --json", async ({ name, load }) => {
  const terminal = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), environment: {} };
  const command = newCommand(name, "", terminal);
  (await load()).define(command, terminal, TELEMETRY_COMMANDS);
  const takesJson = command.options.some(({ long }) => long === "--json");
  const isTold = SECTIONS.some((section) => section.command.split(" ")[0] === name);
  expect(!takesJson || isTold || new RegExp(`\`${name}\\b`).test(ABOUT)).toBe(true);
});

const LOCK = { error_type: "GitError", error_message: "fatal: Unable to create '.git/index.lock': File exists." };

test.each(SECTIONS)("what docs/json.md tells of $command holds", ({ command, keys }) => {
  const [dir, own] = [temporaryFolder(), join(temporaryFolder(), "telemetry")];
  writeWeek(dir);
  const event = '{"error_type":"GitError","error_message":"index.lock of ada@example.com","context":{"tool":"git"}}\n';
  const isRecord = command === "record";
  const words = command.replace("GROUP", groupOf(LOCK)).split(" ");
  const { stdout } = telemetry([...words, "--json"], {
    input: isRecord ? `${event}{\n` : event,
    environment: { TELEMETRY_DIR: isRecord ? own : dir },
  });
  const shape = shapeOf(JSON.parse(stdout.split("\n")[0] ?? ""));
  expect(keys.filter((key) => !isThere(key, shape))).toEqual([]);
});
