// OpenTelemetry: a span processor and a log record processor, since exceptions move from span events to logs.
// Names: semantic conventions for exceptions and for generative AI (gen_ai.*), November 2026.

import { TelemetryCollector } from "../../telemetry/index.ts";

type Attributes = Readonly<Record<string, unknown>>;

interface Span {
  name: string;
  status: { code: number; message?: string };
  attributes: Attributes;
  events: readonly { name: string; attributes?: Attributes | undefined }[];
}

interface LogRecord {
  eventName?: string | undefined;
  body?: unknown;
  attributes: Attributes;
}

interface Processor {
  forceFlush(): Promise<void>;
  shutdown(): Promise<void>;
}

/** SpanStatusCode.ERROR */
const ERROR = 2;

export function spanProcessor(
  telemetry: TelemetryCollector = new TelemetryCollector(),
): Processor & { onStart(): void; onEnd(span: Span): void } {
  return {
    ...idle,
    onStart() {},
    onEnd({ name, status, attributes, events }) {
      const exceptions = events.filter((event) => event.name === "exception");
      for (const { attributes: exception = {} } of exceptions) record(telemetry, name, attributes, exception, "");
      if (exceptions.length === 0 && status.code === ERROR)
        record(telemetry, name, attributes, attributes, status.message ?? "");
    },
  };
}

export function logRecordProcessor(
  telemetry: TelemetryCollector = new TelemetryCollector(),
): Processor & { onEmit(record: LogRecord): void } {
  return {
    ...idle,
    onEmit({ eventName = "", body, attributes }) {
      const isException = /(?:^|\.)exception$/.test(eventName) || attributes["exception.type"] !== undefined;
      if (isException) record(telemetry, eventName, attributes, attributes, typeof body === "string" ? body : "");
    },
  };
}

const idle: Processor = { forceFlush: async () => {}, shutdown: async () => {} };

function record(
  telemetry: TelemetryCollector,
  span: string,
  attributes: Attributes,
  exception: Attributes,
  said: string,
): void {
  const tool = attributes["gen_ai.tool.name"];
  const failure = {
    name: exception["exception.type"] ?? exception["error.type"] ?? "SpanError",
    message: exception["exception.message"] ?? (said || `${span} failed`),
    stack: exception["exception.stacktrace"],
  };
  telemetry.record(failure, {
    agent: String(attributes["gen_ai.agent.name"] ?? tool ?? span),
    operation: String(attributes["gen_ai.operation.name"] ?? span),
    tool,
    model: attributes["gen_ai.request.model"],
    status_code: attributes["http.response.status_code"],
  });
}
