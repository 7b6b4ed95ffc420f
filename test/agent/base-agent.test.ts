// The seam of the specification: the host's error stays the host's, and is recorded once, where it happened.

import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { type AgentOptions, BaseAgent, type ToolResponse } from "../../core/agent/base-agent.ts";
import { eventsIn, inProcess, temporaryFolder } from "../collect/host.ts";

let data: string;
beforeEach(() => {
  data = join(temporaryFolder(), "data");
  vi.stubEnv("TELEMETRY_DIR", data);
  vi.stubEnv("TELEMETRY_ENABLED", undefined);
  vi.stubEnv("DO_NOT_TRACK", undefined);
  return () => vi.unstubAllEnvs();
});

class Doing extends BaseAgent {
  readonly #does: (task: string) => ToolResponse | Promise<ToolResponse>;

  constructor(does: (task: string) => ToolResponse | Promise<ToolResponse>, options?: AgentOptions) {
    super(options);
    this.#does = does;
  }

  protected override async executeTaskImpl(task: string): Promise<ToolResponse> {
    return this.#does(task);
  }
}

const throwing = (thrown: unknown) => () => {
  throw thrown;
};

async function thrownBy(agent: BaseAgent): Promise<unknown> {
  try {
    await agent.executeTask("a task");
  } catch (thrown) {
    return thrown;
  }
  throw new Error("it did not throw");
}

test.each([
  ["an error", new Error("boom")],
  ["a frozen error", Object.freeze(new Error("boom"))],
  ["a string", "boom"],
  ["null", null],
  ["undefined", undefined],
  ["a Proxy", new Proxy(new Error("boom"), {})],
  ["a function", () => "boom"],
])("%s is recorded and thrown on, the same", async (_, thrown) => {
  expect(await thrownBy(new Doing(throwing(thrown)))).toBe(thrown);
  expect(eventsIn(data)).toMatchObject([{ agent: "Doing", context: { operation: "execute_task" }, source: "agent" }]);
});

test("an impl that throws before it is asynchronous is recorded too", async () => {
  const error = new Error("at once");
  class Early extends BaseAgent {
    protected override executeTaskImpl(): Promise<ToolResponse> {
      throw error;
    }
  }
  expect(await thrownBy(new Early())).toBe(error);
  expect(eventsIn(data)).toMatchObject([{ agent: "Early", error_message: "at once" }]);
});

test("a failed ToolResponse is recorded with agent and duration, and returned as it is", async () => {
  const response = { success: false, error: "no such issue", data: { prompt: "hunter2" } };
  const agent = new Doing(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return response;
    },
    { name: "IssueFixer" },
  );
  expect(await agent.executeTask("hunter2")).toBe(response);
  const [event] = eventsIn(data);
  expect(event).toMatchObject({ agent: "IssueFixer", error_type: "ToolResponseError", error_message: "no such issue" });
  expect(event?.context["duration_ms"]).toBeGreaterThanOrEqual(25);
  expect(event?.context["duration_ms"]).toBeLessThan(20_000);
  expect(JSON.stringify(event)).not.toContain("hunter2");
});

test.each([
  [
    { success: false, error: new RangeError("too far") },
    { error_type: "RangeError", error_message: "too far" },
  ],
  [{ success: false }, { error_type: "ToolResponseError", error_message: "The task failed without saying why" }],
  [{ success: false, error: null }, { error_message: "The task failed without saying why" }],
])("a failed ToolResponse says why in words, in an error, or not at all: row %#", async (response, recorded) => {
  await new Doing(() => response).executeTask("a task");
  expect(eventsIn(data)).toMatchObject([recorded]);
});

test("what did not fail leaves nothing, not even the directory", async () => {
  for (const response of [{ success: true }, { success: true, error: "ignored" }, undefined, null, "done", {}]) {
    expect(await new Doing(() => response as ToolResponse).executeTask("a task")).toBe(response);
  }
  expect(existsSync(data)).toBe(false);
});

test("nested agents record one failure once, where it happened", async () => {
  const error = new Error("deep");
  const nested = (inner: BaseAgent, name: string) => new Doing((task) => inner.executeTask(task), { name });
  const inner = new Doing(throwing(error), { name: "inner" });
  expect(await thrownBy(nested(nested(inner, "middle"), "outer"))).toBe(error);
  expect(eventsIn(data)).toMatchObject([{ agent: "inner", error_message: "deep" }]);

  const failed = new Doing(() => ({ success: false, error: "answered" }), { name: "inner" });
  await nested(nested(failed, "middle"), "outer").executeTask("a task");
  const wrapping = new Doing(async (task) => {
    const caught = await new Doing(throwing(new Error("wrapped")), { name: "inner" }).executeTask(task).catch((e) => e);
    return { success: false, error: caught };
  });
  await wrapping.executeTask("a task");
  expect(eventsIn(data).map(({ agent, error_message }) => `${agent}: ${error_message}`)).toEqual([
    "inner: deep",
    "inner: answered",
    "inner: wrapped",
  ]);
});

test("an inner agent that records nothing does not silence the outer one", async () => {
  const inner = new Doing(throwing(new Error("deep")), { telemetryEnabled: false });
  await thrownBy(new Doing((task) => inner.executeTask(task), { name: "outer" }));
  expect(eventsIn(data)).toMatchObject([{ agent: "outer", error_message: "deep" }]);
});

test("telemetryEnabled: false leaves nothing, true records whatever the environment says", async () => {
  const error = new Error("boom");
  expect(await thrownBy(new Doing(throwing(error), { telemetryEnabled: false }))).toBe(error);
  await new Doing(() => ({ success: false }), { telemetryEnabled: false }).executeTask("a task");
  expect(existsSync(data)).toBe(false);
  vi.stubEnv("TELEMETRY_ENABLED", "false");
  await thrownBy(new Doing(throwing(new Error("silent"))));
  expect(existsSync(data)).toBe(false);
  await thrownBy(new Doing(throwing(new Error("loud")), { telemetryEnabled: true }));
  expect(eventsIn(data)).toMatchObject([{ error_message: "loud" }]);
});

test("with a broken store the host gets its own error unchanged, and nothing is printed", () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "not a directory");
  const script = `
    class Breaking extends BaseAgent { async executeTaskImpl() { throw error; } }
    const error = new Error("the host's own");
    const before = error.stack;
    const thrown = await new Breaking().executeTask("a task").catch((caught) => caught);
    process.exitCode = thrown === error && error.stack === before && Object.keys(error).length === 0 ? 0 : 9;`;
  const ended = inProcess(script, { environment: { TELEMETRY_DIR: file } });
  expect(ended).toEqual({ status: 0, signal: null, stdout: "", stderr: "" });
});

test("an error that nobody catches ends the process as it would without telemetry", () => {
  const script = (base: string, method: string) => `
    class Breaking ${base} { async ${method}() { throw new TypeError("uncaught"); } }
    await new Breaking().executeTask("a task");`;
  const plain = inProcess(script("", "executeTask"));
  const recorded = inProcess(script("extends BaseAgent", "executeTaskImpl"));
  expect(recorded.status).toBe(1);
  expect(recorded.status).toBe(plain.status);
  expect(recorded.stderr).toContain("TypeError: uncaught");
});
