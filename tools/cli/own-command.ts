// This program as somebody else's scheduler has to call it.

import { realpathSync } from "node:fs";

/** Program and arguments, absolute. */
export const ownCommand = (): string[] => [
  process.execPath,
  realpathSync(process.argv[1] ?? ""),
  ...(process.argv[2] === "telemetry" ? ["telemetry"] : []),
];
