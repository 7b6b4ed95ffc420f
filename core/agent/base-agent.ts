// The seam of the specification: an agent's task runs between recording and re-throwing.

import { TelemetryCollector } from "../telemetry/index.ts";

/** What a task answers. A failure may be thrown, or said with `success: false`: both are recorded. */
export interface ToolResponse {
  success: boolean;
  data?: unknown;
  /** What went wrong, when `success` is false: words, or the error itself. */
  error?: unknown;
}

export interface AgentOptions {
  /** `false` records nothing, `true` records whatever the environment says. @default the environment decides */
  telemetryEnabled?: boolean | undefined;
  /** Name in the events. @default the name of the class */
  name?: string | undefined;
}

export abstract class BaseAgent {
  readonly name: string;
  protected readonly telemetry: TelemetryCollector | undefined;

  constructor({ telemetryEnabled, name }: AgentOptions = {}) {
    this.name = name ?? this.constructor.name;
    this.telemetry = telemetryEnabled === false ? undefined : new TelemetryCollector({ enabled: telemetryEnabled });
  }

  /** Does the task. What `executeTaskImpl` throws is recorded and thrown on, the same object. */
  async executeTask(task: string): Promise<ToolResponse> {
    const started = performance.now();
    const where = () => ({ agent: this.name, operation: "execute_task", duration_ms: Math.round(performance.now() - started) });
    try {
      const response = await this.executeTaskImpl(task);
      if (response?.success === false) this.telemetry?.record(failureOf(response), where());
      return response;
    } catch (thrown) {
      if (isFirstTime(thrown)) this.telemetry?.record(thrown, where());
      throw thrown;
    }
  }

  protected abstract executeTaskImpl(task: string): Promise<ToolResponse>;
}

function failureOf({ error }: ToolResponse): unknown {
  if (typeof error === "object" && error !== null) return error;
  return { name: "ToolResponseError", message: typeof error === "string" ? error : "The task failed without saying why" };
}

/** An error that passes through several agents on its way up is one failure, recorded where it happened. */
const recorded = new WeakSet<object>();

function isFirstTime(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null) return true;
  const isFirst = !recorded.has(thrown);
  recorded.add(thrown);
  return isFirst;
}
