// What a coding agent's log tells of one failure: facts for an event, and where they stand. Nothing else of the record is kept.

export type FailureClass =
  | "tool_error"
  | "command_error"
  | "api_error"
  | "check_failed"
  | "denied"
  | "hook_error"
  | "agent_error";

export interface Failure {
  /** Line of the record in its file, counted from 1. */
  line: number;
  /** Native id: uuid, call_id, part id; "" where the format has none. */
  ref: string;
  /** Tells the failure from all others of its tool, also where a file repeats it: a resumed session, a fork. */
  key: string;
  /** ISO 8601. */
  timestamp: string;
  /** Name of the repository, as far as the log tells. */
  repo: string;
  /** The agent's tool: `Bash`, `Edit`; "" for the agent itself. */
  tool: string;
  /** Name in the events. @default the source, with its tool */
  agent?: string;
  class: FailureClass;
  error_type: string;
  error_message: string;
  /** First word of the command that failed. */
  program?: string | undefined;
  exit_code?: number | undefined;
  status_code?: number | undefined;
  /** HEAD of the repository when the session began. */
  commit?: string | undefined;
  /** Of the coding agent. */
  version?: string | undefined;
  /** What a log in the specification's own format has. */
  context?: Record<string, unknown>;
}

/** What went wrong, without when and where. */
export type Wrong = Pick<Failure, "class" | "error_type" | "error_message" | "program" | "exit_code">;
