// The package's door.

export { type AgentOptions, BaseAgent, type ToolResponse } from "./agent/base-agent.ts";
export {
  type CollectorOptions,
  type ErrorSummary,
  type Pattern,
  type Suggestion,
  TelemetryCollector,
  type TelemetryEvent,
  type Trend,
  type Where,
} from "./telemetry/index.ts";
