// The seam of the specification: an agent's task runs between recording and re-throwing.

import { TelemetryCollector } from "../telemetry/index.ts";
import { recordOnce } from "./once.ts";

/** What a task answers. A failure may be thrown, or said with `success: false`: both are recorded. */
export interface ToolResponse {
  success: boolean;
  data?: unknown;
  /** What went wrong, when `success` is false: words, or the error itself. */
  error?: unknown;
  /** What to do about it, where that is known: put there by `executeTask` unless the task did. */
  suggestion?: string;
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

  /**
   * Does the task. What `executeTaskImpl` throws is recorded and thrown on, the same object, at once: who catches it may ask
   * `suggestionFor()`. A failed response gets its `suggestion`.
   */
  async executeTask(task: string): Promise<ToolResponse> {
    const response = await this.#perform(task);
    if (response?.success === false) await this.telemetry?.advise(response, failureOf(response));
    return response;
  }

  /** What to do about an error that this agent threw; undefined when nothing is known. Nothing is worked out before. Never throws. */
  async suggestionFor(thrown: unknown): Promise<string | undefined> {
    return await this.telemetry?.suggestionFor(thrown);
  }

  async #perform(task: string): Promise<ToolResponse> {
    const started = performance.now();
    let ok = false;
    try {
      const response = await this.executeTaskImpl(task);
      ok = response?.success !== false;
      if (response?.success === false) this.#record(failureOf(response), started, response);
      return response;
    } catch (thrown) {
      this.#record(thrown, started);
      throw thrown;
    } finally {
      const duration_ms = Math.round(performance.now() - started);
      this.telemetry?.recordRun({ agent: this.name, ok, duration_ms, operation: OPERATION });
    }
  }

  protected abstract executeTaskImpl(task: string): Promise<ToolResponse>;

  #record(failure: unknown, started: number, ...carriers: unknown[]): void {
    const duration_ms = Math.round(performance.now() - started);
    recordOnce(this.telemetry, failure, { agent: this.name, operation: OPERATION, duration_ms }, ...carriers);
  }
}

const OPERATION = "execute_task";

function failureOf({ error }: ToolResponse): unknown {
  if (typeof error === "object" && error !== null) return error;
  return {
    name: "ToolResponseError",
    message: typeof error === "string" ? error : "The task failed without saying why",
  };
}
