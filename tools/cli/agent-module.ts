// A module of a sister repository that exports an agent: a class that has `executeTask`, BaseAgent's or one like it.

import { pathToFileURL } from "node:url";
import type { ToolResponse } from "12-factor-telemetry";

export interface AgentClass {
  new (): { executeTask(task: string): Promise<ToolResponse> };
}

/** Loads the module, with everything that it does when loaded. `path` absolute. Throws what the module throws. */
export async function agentsIn(path: string): Promise<AgentClass[]> {
  const exported: Record<string, unknown> = await import(pathToFileURL(path).href);
  return [...new Set(Object.values(exported))].filter(isAgentClass);
}

function isAgentClass(value: unknown): value is AgentClass {
  return (
    typeof value === "function" &&
    typeof value.prototype?.executeTask === "function" &&
    "executeTaskImpl" in value.prototype
  );
}
