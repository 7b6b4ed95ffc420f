// Success telemetry: one line for a task that ended, only when the user has asked for it.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BaseAgent, TelemetryCollector, type ToolResponse } from "../../core/index.ts";
import { telemetry, temporaryFolder } from "../cli/agent.ts";

class CountingAgent extends BaseAgent {
  protected override readonly telemetry: TelemetryCollector;

  constructor(dir: string) {
    super({ telemetryEnabled: false });
    this.telemetry = new TelemetryCollector({ dir, repo: "pin-citer", enabled: true });
  }

  protected override async executeTaskImpl(task: string): Promise<ToolResponse> {
    if (task === "throw") throw new RangeError("too far");
    return { success: task === "well" };
  }
}

async function runThree(config: string): Promise<string> {
  const dir = temporaryFolder();
  writeFileSync(join(dir, "config.json"), config);
  const agent = new CountingAgent(dir);
  await agent.executeTask("well");
  await agent.executeTask("badly");
  await expect(agent.executeTask("throw")).rejects.toThrow(RangeError);
  return dir;
}

test("tasks that end well and badly are counted when config.json says so", async () => {
  const dir = await runThree('{"runs": true}');
  const lines = readFileSync(join(dir, "all_runs.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ repo, agent, ok }) => [repo, agent, ok])).toEqual([
    ["pin-citer", "CountingAgent", true],
    ["pin-citer", "CountingAgent", false],
    ["pin-citer", "CountingAgent", false],
  ]);
  expect(lines[0]).toEqual({
    timestamp: expect.stringMatching(/Z$/),
    repo: "pin-citer",
    agent: "CountingAgent",
    ok: true,
    duration_ms: expect.any(Number),
    operation: "execute_task",
  });
  const runs = (...args: string[]) => JSON.parse(telemetry(["summary", "--json", "--dir", dir, ...args]).stdout).runs;
  expect([runs(), runs("--repo", "cite-assist"), runs("--until", "yesterday")]).toEqual([
    { total: 3, failed: 2 },
    { total: 0, failed: 0 },
    { total: 0, failed: 0 },
  ]);
});

test("without the user's word no task is recorded, only failures are", async () => {
  const dir = await runThree("{}");
  expect(readdirSync(dir).sort()).toEqual(["all_errors.jsonl", "config.json", "pin-citer_errors.jsonl"]);
});

test("a line that is no run is skipped", () => {
  const dir = temporaryFolder();
  const run = { timestamp: new Date().toISOString(), repo: "r", agent: "a", ok: true };
  writeFileSync(join(dir, "all_runs.jsonl"), `${JSON.stringify(run)}\n{"ok":true}\nnull\n[1]\n{"torn`);
  expect(JSON.parse(telemetry(["summary", "--json", "--dir", dir]).stdout).runs).toEqual({ total: 1, failed: 0 });
});

test("uses of a feature are recorded only when config.json says so, cleaned, and counted apart from runs", () => {
  const used = (config: string) => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, "config.json"), config);
    const collector = new TelemetryCollector({ dir, repo: "pin-citer", enabled: true });
    collector.recordUsage("export to ada@example.com");
    collector.recordUsage(Symbol("no name") as never);
    return dir;
  };
  expect(readdirSync(used('{"runs": true}'))).not.toContain("all_runs.jsonl");
  const dir = used('{"usage": true}');
  const line = JSON.parse(readFileSync(join(dir, "all_runs.jsonl"), "utf8"));
  expect(line).toEqual({
    timestamp: expect.stringMatching(/Z$/),
    repo: "pin-citer",
    usage: "export to ***EMAIL***",
  });
  expect(JSON.parse(telemetry(["summary", "--json", "--dir", dir]).stdout).runs).toEqual({ total: 0, failed: 0 });
});
