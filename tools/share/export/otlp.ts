// An event as an OTLP log record, one ExportLogsServiceRequest a line, as the Collector's otlpjsonfile receiver reads it (ProtoJSON:
// https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding). An exception as OpenTelemetry's conventions for exceptions in
// logs have it; names of its conventions 1.45 where they have one, and names of our own for the rest. No trace: events know none.

import { type Cause, type ContextValue, instantOf, type SanitizedEvent } from "12-factor-telemetry/event";
import { asciiJson } from "12-factor-telemetry/store";
import type { LineFormat } from "./line-format.ts";

export const OTLP: LineFormat = {
  head: "",
  beginning: '{"resourceLogs":[',
  line: (event) => `${asciiJson(requestOf(event))}\n`,
};

const SCOPE = { name: "12-factor-telemetry" };

/** SEVERITY_NUMBER_ERROR. */
const SEVERITY = { severityNumber: 17, severityText: "ERROR" };

function requestOf(event: SanitizedEvent): object {
  const record = {
    ...timeOf(event),
    ...SEVERITY,
    body: anyValueOf(event.error_message),
    attributes: attributesOf(event),
    eventName: "exception",
  };
  const resource = { attributes: [attribute("service.name", event.repo)] };
  return { resourceLogs: [{ resource, scopeLogs: [{ scope: SCOPE, logRecords: [record] }] }] };
}

/** In nanoseconds, as a string: beyond what a number holds. None, which means unknown, for what 64 bits do not reach. */
function timeOf({ timestamp }: SanitizedEvent): { timeUnixNano?: string } {
  const milliseconds = instantOf(timestamp);
  if (milliseconds <= 0 || milliseconds > LATEST_MS) return {};
  const finer = /\.\d{3}(\d*)Z$/.exec(timestamp)?.[1] ?? "";
  return { timeUnixNano: `${milliseconds}${finer.padEnd(6, "0")}` };
}

/** In the year 2554. */
const LATEST_MS = Math.floor(2 ** 64 / 1e6) - 1;

const OWN = "twelve_factor";

/** What our context keys are called there, where the value is of the type that it has there. */
const KNOWN: Record<string, { name: string; type: "string" | "number" }> = {
  agent_version: { name: "gen_ai.agent.version", type: "string" },
  exit_code: { name: "process.exit.code", type: "number" },
  model: { name: "gen_ai.request.model", type: "string" },
  provider: { name: "gen_ai.provider.name", type: "string" },
  status_code: { name: "http.response.status_code", type: "number" },
  tool: { name: "gen_ai.tool.name", type: "string" },
};

function attributesOf(event: SanitizedEvent): object[] {
  const { agent, error_type, error_message, telemetry_id, context, stack, cause, source, commit, count } = event;
  const given: (object | undefined)[] = [
    attribute("exception.type", error_type),
    attribute("exception.message", error_message),
    stack && attribute("exception.stacktrace", stack.join("\n")),
    attribute("gen_ai.agent.name", agent),
    commit === undefined ? undefined : attribute("vcs.ref.head.revision", commit),
    ...Object.entries(context).map(([key, value]) => attribute(nameOf(key, value), value)),
    attribute(`${OWN}.telemetry_id`, telemetry_id),
    count === undefined ? undefined : attribute(`${OWN}.count`, count),
    source === undefined ? undefined : attribute(`${OWN}.source`, source),
    cause && { key: `${OWN}.cause`, value: { arrayValue: { values: cause.map(causeOf) } } },
  ];
  return given.filter((one) => one !== undefined);
}

function nameOf(key: string, value: ContextValue): string {
  const known = KNOWN[key];
  return known !== undefined && typeof value === known.type ? known.name : `${OWN}.context.${key}`;
}

function causeOf({ error_type, error_message }: Cause): object {
  return {
    kvlistValue: { values: [attribute("exception.type", error_type), attribute("exception.message", error_message)] },
  };
}

const attribute = (key: string, value: ContextValue): object => ({ key, value: anyValueOf(value) });

/** A whole number of 64 bits is a string in ProtoJSON; half of a surrogate pair is in no string of protobuf. */
function anyValueOf(value: ContextValue): object {
  if (typeof value === "string") return { stringValue: value.replace(/\p{Surrogate}/gu, "\ufffd") };
  if (typeof value === "boolean") return { boolValue: value };
  return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
