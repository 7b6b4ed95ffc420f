import type { Command } from "commander";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { thisProgram, type Verification, verifyOffline } from "../offline/verify.ts";
import { jsonOption, plainOption, type ShowOptions } from "../options.ts";
import { renderVerification } from "../screens/verify-offline.ts";
import { lookOf, type Terminal } from "../terminal.ts";

/** What `verify-offline --json` prints. */
export interface OfflineAnswer extends Verification {
  offline: boolean;
}

/** Design, section 9: done, and the answer is bad. */
const FOUND = 1;

export function define(command: Command, terminal: Terminal): void {
  command
    .addOption(jsonOption())
    .addOption(plainOption())
    .action((options: ShowOptions) => {
      const verification = verifyOffline(import.meta.resolve("12-factor-telemetry"), thisProgram(process.argv));
      const answer = { offline: verification.checks.every(({ found }) => found.length === 0), ...verification };
      if (options.json) printJson(terminal, answer);
      else terminal.stdout.write(renderVerification(answer, lookOf(terminal, options.plain === true)));
      if (!answer.offline) process.exitCode = FOUND;
    });
  teach(
    command,
    "Runs recording and every command that touches the store in processes of their own, and looks for the network: by the list of Node's modules they load, and where there is none (`node --permission`, or `unshare -rn`). Exit code 1 when it finds some.",
    "verify-offline",
  );
}
