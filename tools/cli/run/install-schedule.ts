// Hands a schedule to the system's own scheduler.

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

interface Installable {
  files: readonly { path: string; text: string }[];
  commands: readonly (readonly string[])[];
  /** For crontab(1); "" when there is none. It ends in a mark by which an earlier one is found and replaced. */
  line: string;
}

/** Answers what went wrong, "" when nothing did. */
export function installSchedule({ files, commands, line }: Installable): string {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode: 0o600 });
  }
  if (line !== "") return installLine(line);
  return (
    commands
      .map(([program = "", ...args]) => problemOf(spawnSync(program, args, { encoding: "utf8" }), program))
      .find(Boolean) ?? ""
  );
}

function installLine(line: string): string {
  const { stdout } = spawnSync("crontab", ["-l"], { encoding: "utf8" });
  const mark = line.slice(line.lastIndexOf("#"));
  const others = (stdout ?? "").split("\n").filter((other) => other !== "" && !other.endsWith(mark));
  return problemOf(
    spawnSync("crontab", ["-"], { input: `${[...others, line].join("\n")}\n`, encoding: "utf8" }),
    "crontab",
  );
}

function problemOf({ status, error, stderr }: ReturnType<typeof spawnSync>, program: string): string {
  if (status === 0) return "";
  return `${program}: ${(error as NodeJS.ErrnoException | undefined)?.code ?? String(stderr).trim().split("\n")[0]}`;
}
