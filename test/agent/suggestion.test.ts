// What to do, at the moment of failure: on a failed response, and for who catches an error and asks.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { BaseAgent, TelemetryCollector, type ToolResponse } from "../../core/index.ts";
import { temporaryFolder } from "../collect/host.ts";

let data: string;
beforeEach(() => {
  data = join(temporaryFolder(), "data");
  vi.stubEnv("TELEMETRY_DIR", data);
  vi.stubEnv("TELEMETRY_ENABLED", undefined);
  vi.stubEnv("DO_NOT_TRACK", undefined);
  return () => vi.unstubAllEnvs();
});

class Doing extends BaseAgent {
  readonly #does: () => ToolResponse;

  constructor(does: () => ToolResponse, telemetryEnabled?: boolean) {
    super({ telemetryEnabled });
    this.#does = does;
  }

  protected override async executeTaskImpl(): Promise<ToolResponse> {
    return this.#does();
  }
}

const LOCKED = "fatal: Unable to create '.git/index.lock': File exists.";
const ADVICE = "Add git lock detection and retry";

test("a failed response says what to do, where that is known, and stays the same object", async () => {
  const response: ToolResponse = { success: false, error: LOCKED };
  expect(await new Doing(() => response).executeTask("a task")).toBe(response);
  expect(response.suggestion).toBe(ADVICE);
  const unknown = await new Doing(() => ({ success: false, error: "the glorb did not frotz" })).executeTask("a task");
  expect(Object.keys(unknown)).toEqual(["success", "error"]);
});

test("a response's own suggestion stays, and one that cannot be changed is left as it is", async () => {
  const own = { success: false, error: LOCKED, suggestion: "ask Ada" };
  expect(await new Doing(() => own).executeTask("a task")).toEqual({ ...own, suggestion: "ask Ada" });
  const frozen = Object.freeze({ success: false, error: LOCKED });
  expect(await new Doing(() => frozen).executeTask("a task")).toBe(frozen);
  const refuse = () => {
    throw new Error("a trap of the host's");
  };
  const trapped = new Proxy(
    { success: false, error: LOCKED },
    { defineProperty: refuse, getOwnPropertyDescriptor: refuse },
  );
  expect(await new Doing(() => trapped).executeTask("a task")).toBe(trapped);
});

test("a success gets no suggestion, and switched off there is none and nothing is read", async () => {
  expect(await new Doing(() => ({ success: true })).executeTask("a task")).toEqual({ success: true });
  const off = new Doing(() => ({ success: false, error: LOCKED }), false);
  expect(await off.executeTask("a task")).toEqual({ success: false, error: LOCKED });
  expect(await off.suggestionFor(new Error(LOCKED))).toBeUndefined();
  vi.stubEnv("TELEMETRY_ENABLED", "false");
  expect(await new Doing(() => ({ success: false, error: LOCKED })).executeTask("a task")).toEqual({
    success: false,
    error: LOCKED,
  });
  expect(existsSync(data)).toBe(false);
});

test("a thrown error is thrown at once; who catches it may ask", async () => {
  const error = new Error(LOCKED);
  const agent = new Doing(() => {
    throw error;
  });
  const caught = await agent.executeTask("a task").catch((thrown) => thrown);
  expect(caught).toBe(error);
  expect(await agent.suggestionFor(caught)).toBe(ADVICE);
  expect(await agent.suggestionFor(undefined)).toBeUndefined();
});

test("a store that cannot be read does not reach the host", async () => {
  vi.stubEnv("TELEMETRY_DIR", "/etc/hostname");
  const response = await new Doing(() => ({ success: false, error: LOCKED })).executeTask("a task");
  expect(response).toMatchObject({ success: false, error: LOCKED });
  const telemetry = new TelemetryCollector({ dir: "/etc/hostname", enabled: true });
  await expect(telemetry.suggestionFor(new Error(LOCKED))).resolves.toBeUndefined();
});

test("suggestions are at most two seconds old, and are not worked out again for each question", async () => {
  const telemetry = new TelemetryCollector({ dir: data, enabled: true });
  const seen = async () => (await telemetry.suggestFixes(new Error(LOCKED)))[0]?.count;
  telemetry.record(new Error(LOCKED));
  expect(await seen()).toBe(1);
  telemetry.recordEvent({ error_type: "Error", error_message: LOCKED });
  const started = performance.now();
  for (let question = 0; question < 100; question++) await seen();
  expect(performance.now() - started).toBeLessThan(1000);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await seen()).toBe(2);
});
