// The hook: a process of a coding agent, which waits for it. It says nothing but advice that was asked for, and ends well, whatever happens.

import { readFileSync, writeSync } from "node:fs";
import { meet } from "./meet.ts";

const [agent = "", flag] = process.argv.slice(2);
try {
  const met = await meet(agent, readFileSync(0, "utf8"));
  if (met !== undefined && agent === "claude-code" && flag === "--advise") {
    const { adviceOn } = await import("./advise.ts");
    const advice = await adviceOn(met);
    if (advice !== undefined) writeSync(1, `${JSON.stringify(advice)}\n`);
  }
} catch {
  // The edge of a process inside somebody's session: a pipe that closed, a log that is gone. What failed is lost, the session goes on.
}
process.exitCode = 0;
