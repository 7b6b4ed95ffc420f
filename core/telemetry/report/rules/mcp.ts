// Model Context Protocol: servers that do not start, answer late, or answer what is no JSON-RPC.

import type { FailureRule } from "../rule.ts";
import { ONCE, TWICE } from "./scopes.ts";

export const MCP_RULES: readonly FailureRule[] = [
  {
    id: "mcp-timeout",
    title: "MCP servers that answer too late in {repos}",
    match: {
      any: [
        /mcp error -32001/i,
        /mcp\b.{0,120}(?:request timed out|timed out|timeout)/i,
        /-32001\b.{0,40}timed? ?out/i,
      ],
      not: ["-32000"],
    },
    scope: TWICE,
    severity: "medium",
    cause: "The server is starting, downloads itself (npx, uvx), or the tool takes longer than the client waits.",
    suggestion: "Raise the client's timeout (MCP_TIMEOUT), report progress, or install the server beforehand",
    docs: "https://modelcontextprotocol.io/specification/2025-06-18/basic/lifecycle#timeouts",
    samples: {
      match: [
        "McpError: MCP error -32001: Request timed out",
        'MCP server "search" connection timed out after 30000ms',
      ],
      noMatch: ["McpError: MCP error -32000: Connection closed", "APITimeoutError: Request timed out."],
    },
  },
  {
    id: "mcp-method-not-found",
    title: "MCP methods or tools that a server lacks in {repos}",
    match: {
      any: [/mcp error -32601/i, /-32601\b/, /mcp\b.{0,80}(?:method|tool|prompt).{0,40}not found/i],
      not: ["-32602"],
    },
    scope: TWICE,
    severity: "low",
    cause: "The client asks for what the server never said it can do.",
    suggestion: "Look at the server's capabilities and its list of tools before calling",
    docs: "https://modelcontextprotocol.io/specification/2025-06-18/basic/lifecycle",
    samples: {
      match: [
        "McpError: MCP error -32601: Method not found",
        '{"code":-32601,"message":"Method not found: prompts/list"}',
      ],
      noMatch: ["Tool 'search' not found", "McpError: MCP error -32602: Invalid arguments"],
    },
  },
  {
    id: "mcp-invalid-params",
    title: "MCP tools called with wrong arguments in {repos}",
    match: {
      any: [
        /mcp error -32602/i,
        /-32602\b/,
        /mcp\b.{0,120}(?:input validation error|invalid arguments|invalid params|parameter validation failed|structured content does not match)/i,
        /invalid request parameters/i,
      ],
    },
    scope: TWICE,
    severity: "medium",
    cause:
      "The arguments do not fit the tool's schema (an object sent as text is usual), or the result not its output schema.",
    suggestion: "Send what the schema says: objects, not JSON as text; mend the server's output schema",
    docs: "https://modelcontextprotocol.io/specification/2025-06-18/server/tools",
    samples: {
      match: [
        "McpError: MCP error -32602: Invalid arguments for tool search: query is required",
        "MCP error -32602: Input validation error",
      ],
      noMatch: ["McpError: MCP error -32601: Method not found", "ZodError: invalid_type"],
    },
  },
  {
    id: "mcp-stdout-pollution",
    title: "MCP servers that print on standard output in {repos}",
    match: {
      any: [
        /\b(?:mcp|stdio|json-?rpc|client error for command|transport|server)\b.{0,200}(?:unexpected token|is not valid json|unexpected non-whitespace|failed to parse (?:jsonrpc|json|message)|invalid json)/i,
        /(?:unexpected token|is not valid json).{0,200}\b(?:mcp|stdio|json-?rpc)\b/i,
        "failed to parse jsonrpc message",
      ],
      not: ["unexpected token '<'", "unexpected token <", "<!doctype"],
    },
    scope: ONCE,
    severity: "high",
    cause: "Standard output is for JSON-RPC alone; a log line, a banner or npm's notice got in between.",
    suggestion: "Let the server log to standard error only (console.error, logging's StreamHandler)",
    docs: "https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#stdio",
    samples: {
      match: [
        "MCP search: Unexpected token 'S', \"Starting se\"... is not valid JSON",
        "Failed to parse JSONRPC message from server",
      ],
      noMatch: [
        "Unexpected token o in JSON at position 1",
        "SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON",
      ],
    },
  },
  {
    id: "mcp-connection-closed",
    title: "MCP servers that end at once in {repos}",
    match: {
      any: [
        /mcp error -32000/i,
        /-32000\b.{0,40}connection closed/i,
        /mcp\b.{0,120}(?:connection closed|failed to (?:start|connect|initialize|spawn)|server disconnected|transport closed|process exited|not connected|server exited|handshak)/i,
        /server transport closed unexpectedly/i,
        /(?:failed to (?:start|connect to|initialize)|could not connect to|error connecting to|connection failed).{0,60}\bmcp\b/i,
        "failed to reconnect to",
      ],
      not: ["econnrefused", /\bspawn \S{1,200} ENOENT/],
    },
    scope: ONCE,
    severity: "high",
    cause:
      "The server's command failed to start or died: not on this PATH, a dependency or a key missing, an exception.",
    suggestion: "Run the server's command by hand and read its stderr; mend PATH, keys and dependencies",
    docs: "https://modelcontextprotocol.io/docs/tools/debugging",
    samples: {
      match: [
        "McpError: MCP error -32000: Connection closed",
        "MCP server 'db' failed to start: program not found",
        "Server transport closed unexpectedly, this is likely due to the process exiting early.",
      ],
      noMatch: ["McpError: MCP error -32001: Request timed out", "Target page, context or browser has been closed"],
    },
  },
  {
    id: "mcp-internal-error",
    title: "MCP servers that fail inside in {repos}",
    match: {
      any: [
        /mcp error -32\d{3}\b/i,
        /-32603\b/,
        /error posting to endpoint/i,
        /streamable ?http ?error/i,
        /sse error: /i,
        "no valid session id provided",
        "session not found",
      ],
    },
    scope: TWICE,
    severity: "medium",
    cause: "The server threw inside a tool, or its session ended (a restart) and the client still uses it.",
    suggestion: "Read the server's own log, and connect again to get a new session",
    docs: "https://modelcontextprotocol.io/docs/tools/debugging",
    samples: {
      match: ["McpError: MCP error -32603: Internal error", "Error POSTing to endpoint (HTTP 404): session gone"],
      noMatch: ["McpError: MCP error -32601: Method not found", "500 Internal Server Error"],
    },
  },
];
