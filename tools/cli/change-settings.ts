// Changes somebody's settings file before their eyes: the difference first.

import { apply, type Change, diffOf } from "../settings/change.ts";
import { printable, type Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** `dryRun`: only shows it. Throws UsageError when `make` cannot read the file. */
export function carryOut(make: () => Change, { dryRun }: { dryRun?: true }, { stdout }: Terminal): void {
  const change = attempted(make);
  const diff = diffOf(change);
  if (diff === "") {
    stdout.write(`Nothing to change in ${printable(change.path)}.\n`);
    return;
  }
  stdout.write(
    diff
      .split("\n")
      .map((line) => line.split("\t").map(printable).join("\t"))
      .join("\n"),
  );
  if (dryRun) return;
  apply(change);
  stdout.write(`Changed ${printable(change.path)}; it counts from the agent's next session on.\n`);
}

/** What is wrong with somebody's settings file is theirs to mend. */
function attempted(make: () => Change): Change {
  try {
    return make();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
