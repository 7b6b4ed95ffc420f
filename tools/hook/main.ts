// The hook: a process of a coding agent, which waits for it. It says nothing and ends well, whatever happens.

import { readFileSync } from "node:fs";
import { meet } from "./meet.ts";

const [agent = ""] = process.argv.slice(2);
try {
  await meet(agent, readFileSync(0, "utf8"));
} catch {
  // The edge of a process inside somebody's session: a pipe that closed, a log that is gone. What failed is lost, the session goes on.
}
process.exitCode = 0;
