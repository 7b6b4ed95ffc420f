// What Gemini CLI's shell tool answers: `Output: ...`, `Exit Code: 1`, and in older versions also what is not there.

import { commandFailure } from "./command-failure.ts";
import type { Wrong } from "./failure.ts";

export function geminiShellFailure(answer: string, command: string): Wrong | undefined {
  const code = /(?:^|\n)Exit Code: (-?\d+)/.exec(answer)?.[1];
  if (code === undefined) return undefined;
  const output = ["Output", "Stdout", "Stderr"].map((name) => partOf(answer, name)).join("\n");
  return commandFailure({ command, exitCode: Number(code), output: output.replace(/\((?:empty|none)\)/g, "") });
}

const PARTS = "Command|Directory|Output|Stdout|Stderr|Error|Exit Code|Signal|Background PIDs|Process Group PGID";

function partOf(answer: string, name: string): string {
  const start = new RegExp(`(?:^|\\n)${name}: `).exec(answer);
  if (start === null) return "";
  const rest = answer.slice(start.index + start[0].length);
  return rest.slice(0, new RegExp(`\\n(?:${PARTS}): `).exec(rest)?.index ?? rest.length);
}
