import { existsSync } from "node:fs";
import { chooseDirectory } from "12-factor-telemetry/store";
import type { Command } from "commander";
import { examine, repair } from "../doctor/examine.ts";
import type { Finding } from "../doctor/finding.ts";
import { teach } from "../examples.ts";
import { printJson } from "../json.ts";
import { givenDirectory, type ShowOptions, withShowOptions } from "../options.ts";
import { renderDoctor } from "../screens/doctor.ts";
import { lookOf, type Terminal } from "../terminal.ts";

/** What `doctor --json` prints. */
export interface Diagnosis {
  directory: string;
  healthy: boolean;
  /** What `--repair` did. */
  repaired: string[];
  findings: Finding[];
}

/** Design, section 9: done, and the answer is bad. */
const ILL = 1;

export function define(command: Command, terminal: Terminal): void {
  withShowOptions(command)
    .option("--repair", "put right what can be: modes, copies by repository, leftovers of a killed cleaning")
    .action((options: ShowOptions & { repair?: true }) => {
      const given = givenDirectory(options);
      const directory = chooseDirectory(given.dir, terminal.environment);
      const repaired = options.repair && existsSync(directory) ? repair(directory) : [];
      const { findings } = examine(given, Date.now());
      const healthy = findings.every(({ level }) => level !== "bad");
      const diagnosis: Diagnosis = { directory, healthy, repaired, findings };
      if (options.json) printJson(terminal, diagnosis);
      else terminal.stdout.write(renderDoctor(diagnosis, lookOf(terminal, options.plain === true)));
      if (!healthy) process.exitCode = ILL;
    });
  teach(
    command,
    "Looks at consent, config.json and rules of your own, the directory and all that lies in it, room on the disk, every line, clocks, and what collectors could not store. Exit code 1 when something is wrong.",
    "doctor",
    "doctor --repair",
  );
}
