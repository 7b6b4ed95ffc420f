import { chmodSync, writeFileSync } from "node:fs";
import { BaseAgent } from "12-factor-telemetry";

const NOBODY = 65534;

export class DraftWriterAgent extends BaseAgent {
  async executeTaskImpl(task) {
    chmodSync("drafts/published.md", 0o444); // what is published is read-only
    asOrdinaryUser(() => writeFileSync("drafts/published.md", task));
    return { success: true };
  }
}

/** To root no file is read-only, so root steps down for the write. */
function asOrdinaryUser(write) {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid(NOBODY);
  try {
    write();
  } finally {
    if (isRoot) process.seteuid(0);
  }
}
