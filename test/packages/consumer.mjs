// Every door by `import`: on each runtime as it is, and bundled. Prints what it has recorded and been told.

import { BaseAgent, TelemetryCollector } from "12-factor-telemetry";
import { claudeAgentHooks } from "12-factor-telemetry/adapters/claude-agent";
import { langchainHandler } from "12-factor-telemetry/adapters/langchain";
import { mastraExporter } from "12-factor-telemetry/adapters/mastra";
import { withTelemetry } from "12-factor-telemetry/adapters/mcp-server";
import { openaiAgentsProcessor } from "12-factor-telemetry/adapters/openai-agents";
import { spanProcessor } from "12-factor-telemetry/adapters/opentelemetry";
import { listenToVercelAi } from "12-factor-telemetry/adapters/vercel-ai";
import { lookAround } from "12-factor-telemetry/collect";
import { instantOf } from "12-factor-telemetry/event";
import { CATALOGUE } from "12-factor-telemetry/report";
import { sanitizeText } from "12-factor-telemetry/sanitize";
import { readEvents } from "12-factor-telemetry/store";
import { TelemetryCollector as OfItsOwnDoor } from "12-factor-telemetry/telemetry";

const adapters = [
  claudeAgentHooks,
  langchainHandler,
  mastraExporter,
  withTelemetry,
  openaiAgentsProcessor,
  spanProcessor,
  listenToVercelAi,
];
const telemetry = new TelemetryCollector({ repo: "consumer", enabled: true });

class FailingAgent extends BaseAgent {
  async executeTaskImpl() {
    throw new Error("mail to ada@example.com was lost");
  }
}

await new FailingAgent({ telemetryEnabled: true }).executeTask("x").catch(() => {});
telemetry.record(new TypeError("index.lock is there"), { agent: "A" });
const { total_errors } = await telemetry.getErrorSummary();
const messages = [...readEvents(lookAround({}).directory)].map((event) => event.error_message);
process.stdout.write(
  `${JSON.stringify({
    adapters: adapters.filter((adapter) => typeof adapter === "function").length,
    isOne: OfItsOwnDoor === TelemetryCollector,
    instant: instantOf("2026-11-22T10:30:00.123Z"),
    rules: CATALOGUE.rules.length > 100,
    clean: sanitizeText("ada@example.com"),
    total_errors,
    messages: messages.sort(),
  })}\n`,
);
