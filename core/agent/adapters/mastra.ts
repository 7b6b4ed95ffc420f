// Mastra: an exporter, for `exporters: [mastraExporter()]` of its observability. Types: @mastra/core 1.71, ObservabilityExporter.
// `details` of an error may hold data: they are left alone.

import { TelemetryCollector } from "../../telemetry/index.ts";

interface TracingEvent {
  type: string;
  exportedSpan: {
    name: string;
    type: string;
    traceId?: string;
    entityName?: string;
    errorInfo?: { name?: string; message: string; stack?: string; id?: string } | undefined;
  };
}

export interface MastraExporter {
  name: string;
  exportTracingEvent(event: TracingEvent): Promise<void>;
  flush(): Promise<void>;
  shutdown(): Promise<void>;
}

export function mastraExporter(telemetry: TelemetryCollector = new TelemetryCollector()): MastraExporter {
  /** The spans around a failed one carry the same words: told once, by the innermost, which ends first. */
  let last = "";
  return {
    name: "12-factor-telemetry",
    async exportTracingEvent({ type, exportedSpan: { name, type: kind, traceId, entityName, errorInfo } }) {
      if (type !== "span_ended" || errorInfo === undefined) return;
      const words = `${traceId} ${errorInfo.message}`;
      if (words === last) return;
      last = words;
      const failure = {
        name: errorInfo.name ?? errorInfo.id ?? "MastraError",
        message: errorInfo.message,
        stack: errorInfo.stack,
      };
      telemetry.record(failure, {
        agent: entityName ?? name,
        operation: kind,
        tool: /tool/.test(kind) ? entityName : undefined,
      });
    },
    async flush() {},
    async shutdown() {},
  };
}
