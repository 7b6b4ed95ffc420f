// Our table in Codex's config.toml: whole lines of our own, so that every other byte stays.

import { parse } from "smol-toml";
import type { Program } from "./clients.ts";

const HEADER = "[mcp_servers.telemetry]";
/** From our header up to the next one, with the blank line that we put before it. */
const TABLE = /(?:^|\r?\n)\[mcp_servers\.telemetry\][^\n]*(?:\n(?!\s*\[)[^\n]*)*/;

/** In place of an older one. Throws an Error that names the line when `text` is no TOML. */
export function withServerTable(text: string, { command, args }: Program): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  // A TOML basic string is written as JSON's; https://toml.io/en/v1.0.0#string
  const table = [HEADER, `command = ${JSON.stringify(command)}`, `args = ${JSON.stringify(args)}`, ""].join(newline);
  const rest = withoutServerTable(text);
  const gap = rest === "" ? "" : rest.endsWith("\n") ? newline : newline + newline;
  const next = rest + gap + table;
  parsed(next);
  return text.includes(table) ? text : next;
}

/** Throws an Error when our table is written in a way that it cannot be cut out of. */
export function withoutServerTable(text: string): string {
  if (serversIn(text)["telemetry"] === undefined) return text;
  const next = text.replace(TABLE, "").replace(/^\r?\n/, "");
  const rest = serversIn(next);
  if (rest["telemetry"] !== undefined)
    throw new Error("mcp_servers.telemetry: take it out by hand; it is no table of its own");
  return next;
}

function serversIn(text: string): Record<string, unknown> {
  return (parsed(text)["mcp_servers"] ?? {}) as Record<string, unknown>;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return parse(text);
  } catch (error) {
    const { line, message } = error as Error & { line?: number };
    throw new Error(`line ${line ?? 1}: ${message.split("\n")[0]}`);
  }
}
