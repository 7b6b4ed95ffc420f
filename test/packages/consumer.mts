// The types of every door, as a strict program sees them. Each `expect-error` is one that they must catch.

import { BaseAgent, type ErrorSummary, TelemetryCollector, type ToolResponse } from "12-factor-telemetry";
import { claudeAgentHooks } from "12-factor-telemetry/adapters/claude-agent";
import { langchainHandler } from "12-factor-telemetry/adapters/langchain";
import { mastraExporter } from "12-factor-telemetry/adapters/mastra";
import { withTelemetry } from "12-factor-telemetry/adapters/mcp-server";
import { openaiAgentsProcessor } from "12-factor-telemetry/adapters/openai-agents";
import { spanProcessor } from "12-factor-telemetry/adapters/opentelemetry";
import { listenToVercelAi } from "12-factor-telemetry/adapters/vercel-ai";
import { lookAround } from "12-factor-telemetry/collect";
import { instantOf, type TelemetryEvent } from "12-factor-telemetry/event";
import { CATALOGUE } from "12-factor-telemetry/report";
import { sanitizeText } from "12-factor-telemetry/sanitize";
import { readEvents } from "12-factor-telemetry/store";
import "12-factor-telemetry/register";

class MyAgent extends BaseAgent {
  protected override async executeTaskImpl(task: string): Promise<ToolResponse> {
    return { success: true, data: task };
  }
}

const telemetry = new TelemetryCollector({ repo: "consumer" });
const id: string = telemetry.record(new Error("lost"), { agent: "A", operation: "read" });
const summary: ErrorSummary = await telemetry.getErrorSummary({ since: new Date() });
const events: Iterable<TelemetryEvent> = readEvents(lookAround({}).directory);
const count: number = CATALOGUE.rules.length + instantOf(sanitizeText(id));
// @ts-expect-error: a directory is a text
new TelemetryCollector({ dir: 1 });
// @ts-expect-error: the task of an agent is its own to write
new (class extends BaseAgent {})();

export const all: unknown[] = [
  new MyAgent({ telemetryEnabled: false }),
  [claudeAgentHooks, langchainHandler, mastraExporter, withTelemetry],
  [openaiAgentsProcessor, spanProcessor, listenToVercelAi],
  [summary.total_errors, events, count],
];
