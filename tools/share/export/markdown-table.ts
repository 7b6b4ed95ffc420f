// A table for people: what fits a line. Everything that an event has written stands as code.

import type { SanitizedEvent } from "12-factor-telemetry/event";
import { code } from "../markdown.ts";
import type { LineFormat } from "./line-format.ts";

/** Characters of a message. */
const MOST = 300;

const HEAD = "| time | repository | agent | error | events | id |\n| --- | --- | --- | --- | ---: | --- |\n";

export const MARKDOWN: LineFormat = {
  head: HEAD,
  beginning: HEAD,
  line: ({ timestamp, repo, agent, error_type, error_message, count = 1, telemetry_id }: SanitizedEvent) =>
    `| ${timestamp} | ${code(repo)} | ${code(agent)} | ${code(`${error_type}: ${error_message}`, MOST)} | ${count} | ${code(telemetry_id)} |\n`,
};
