// Adapters on frameworks that need Node 22 or later: .ci/node24 installs them in a folder of their own and runs this there.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Mastra } from "@mastra/core";
import { createStep, createWorkflow } from "@mastra/core/workflows";
import { Observability } from "@mastra/observability";
import { LoggerProvider } from "@opentelemetry/sdk-logs";
import { generateText, stepCountIs, tool } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { z } from "zod";

const core = (path) => import(`${process.env.ROOT}/core/dist/${path}.js`);
const { TelemetryCollector } = await core("index");
const { listenToVercelAi } = await core("agent/adapters/vercel-ai");
const { mastraExporter } = await core("agent/adapters/mastra");
const { logRecordProcessor } = await core("agent/adapters/opentelemetry");

async function recordedBy(work) {
  const dir = join(mkdtempSync(join(tmpdir(), "12-factor-node24-")), "telemetry");
  await work(new TelemetryCollector({ dir, repo: "sister", enabled: true }));
  const lines = readFileSync(join(dir, "all_errors.jsonl"), "utf8").trim().split("\n");
  return lines
    .map((line) => JSON.parse(line))
    .map(({ agent, error_type, error_message }) => ({ agent, error_type, error_message }));
}

const broken = async () => {
  throw new TypeError("no plan");
};
const PLAN = { error_type: "TypeError", error_message: "no plan" };
const answer = (part, reason) => ({
  content: [part],
  finishReason: { unified: reason },
  usage: { inputTokens: { total: 1 }, outputTokens: { total: 1 } },
  warnings: [],
});

test("Vercel AI SDK: a failing tool is recorded once, though the channel takes it for a good end", async () => {
  const events = await recordedBy(async (telemetry) => {
    const stop = listenToVercelAi(telemetry);
    let turn = 0;
    const model = new MockLanguageModelV4({
      doGenerate: async () =>
        turn++ === 0
          ? answer({ type: "tool-call", toolCallId: "1", toolName: "reader", input: "{}" }, "tool-calls")
          : answer({ type: "text", text: "done" }, "stop"),
    });
    const reader = tool({ description: "reads", inputSchema: z.object({}), execute: broken });
    const { text } = await generateText({ model, prompt: "hello", stopWhen: stepCountIs(3), tools: { reader } });
    assert.equal(text, "done");
    stop();
  });
  assert.deepEqual(events, [{ agent: "reader", ...PLAN }]);
});

test("Vercel AI SDK: a failing model is recorded once, though it arrives three times", async () => {
  const events = await recordedBy(async (telemetry) => {
    const stop = listenToVercelAi(telemetry);
    const model = new MockLanguageModelV4({ doGenerate: broken });
    await assert.rejects(generateText({ model, prompt: "hello", maxRetries: 0 }), TypeError);
    stop();
  });
  assert.deepEqual(events, [{ agent: "vercel-ai", ...PLAN }]);
});

test("Mastra: a failing step is recorded once, not again by the run around it", async () => {
  const events = await recordedBy(async (telemetry) => {
    const schemas = { inputSchema: z.object({}), outputSchema: z.object({}) };
    const plan = createWorkflow({ id: "plan", ...schemas })
      .then(createStep({ id: "step", ...schemas, execute: broken }))
      .commit();
    const configs = { default: { serviceName: "s", exporters: [mastraExporter(telemetry)] } };
    const mastra = new Mastra({ workflows: { plan }, logger: false, observability: new Observability({ configs }) });
    const run = await mastra.getWorkflow("plan").createRun();
    assert.equal((await run.start({ inputData: {} })).status, "failed");
  });
  assert.equal(events.length, 1);
  assert.equal(events[0].error_message, "no plan");
});

test("OpenTelemetry: an exception that is a log record", async () => {
  const events = await recordedBy(async (telemetry) => {
    const provider = new LoggerProvider({ processors: [logRecordProcessor(telemetry)] });
    const attributes = {
      "exception.type": "TypeError",
      "exception.message": "no plan",
      "gen_ai.agent.name": "Librarian",
    };
    provider.getLogger("t").emit({ eventName: "gen_ai.exception", attributes });
    await provider.shutdown();
  });
  assert.deepEqual(events, [{ agent: "Librarian", ...PLAN }]);
});
