// An error of a tool that may be a shell: `Exit code N` and the output, or what the tool itself says.

import { commandFailure } from "./command-failure.ts";
import type { Wrong } from "./failure.ts";
import { toolFailure } from "./tool-text.ts";

export function shellFailure(said: string, command: string): Wrong | undefined {
  const [, code, output] = /^(?:Error: )?(?:Command )?[Ee]xit(?:ed with)? code (\d{1,3})\n?([\s\S]*)$/.exec(said) ?? [];
  return code === undefined
    ? toolFailure(said)
    : commandFailure({ command, exitCode: Number(code), output: output ?? "" });
}
