// Failures of agents and their tools, each as several producers' logs and versions tell it, with other values. As same-failures.ts.

export const AGENTS_RENDERINGS: Readonly<Record<string, readonly string[]>> = {
  "agent-loop-limit/langgraph": [
    "langgraph.errors.GraphRecursionError: Recursion limit of 25 reached without hitting a stop condition. You can increase the limit by setting the `recursion_limit` config key.\nFor troubleshooting, visit: https://python.langchain.com/docs/troubleshooting/errors/GRAPH_RECURSION_LIMIT",
    "ERROR:app:Graph failed: Recursion limit of 50 reached without hitting a stop condition. You can increase the limit by setting the `recursion_limit` config key.",
    'GraphRecursionError: Recursion limit of 10 reached without hitting a stop condition. You can increase the limit by setting the "recursionLimit" config key.',
  ],
  "agent-loop-limit/openai-agents": [
    "agents.exceptions.MaxTurnsExceeded: Max turns (10) exceeded",
    "MaxTurnsExceeded: Max turns (25) exceeded",
    "2026-01-01 runner ERROR Max turns (3) exceeded",
  ],
  "agent-loop-limit/langchain": [
    "Agent stopped due to iteration limit or time limit.",
    "[agent] Agent stopped due to iteration limit or time limit.",
  ],
  "tool-unknown/no-such-tool": [
    "AI_NoSuchToolError: Model tried to call unavailable tool 'web_search'. Available tools: read, write, bash.",
    "Model tried to call unavailable tool 'TodoWrite'. Available tools: a, b.",
  ],
  "tool-unknown/claude": [
    "<tool_use_error>Error: No such tool available: mcp__github__search</tool_use_error>",
    "Error: No such tool available: Task",
    "No such tool available: WebFetch",
  ],
  "tool-args-invalid/claude": [
    "<tool_use_error>InputValidationError: Edit failed due to the following issue:\nThe required parameter `old_string` is missing</tool_use_error>",
    "InputValidationError: Write failed due to the following issue:\nThe required parameter `file_path` is missing",
  ],
  "edit-no-match/claude": [
    "<tool_use_error>String to replace not found in file.\nString:   const a = 1;</tool_use_error>",
    "Error: String to replace not found in file.\nString: x",
  ],
  "edit-no-match/claude-matches": [
    "<tool_use_error>Found 3 matches of the string to replace, but replace_all is false. To replace all occurrences, set replace_all to true. To replace only one occurrence, please provide more context to uniquely identify the instance.\nString: foo</tool_use_error>",
    "Found 12 matches of the string to replace, but replace_all is false. To replace all occurrences, set replace_all to true.",
  ],
  "edit-no-match/codex": [
    "apply_patch verification failed: Failed to find expected lines in /srv/a.py:\n    def foo():\n        pass",
    "apply_patch verification failed: Failed to find expected lines in src/x.ts:\nconst a = 1;",
  ],
  "edit-file-unread/claude": [
    "<tool_use_error>File has not been read yet. Read it first before writing to it.</tool_use_error>",
    "Error: File has not been read yet. Read it first before writing to it.",
  ],
  "edit-file-stale/opencode": [
    "File /srv/a.ts has been modified since it was last read.\nLast modification: 2026-01-01T00:00:00.000Z\nLast read: 2026-01-01T00:00:00.000Z\n\nPlease read the file again before modifying it.",
    "Error: File C:\\x\\b.py has been modified since it was last read.\nLast modification: 2026-02-02T00:00:00.000Z\nLast read: 2026-02-01T00:00:00.000Z",
  ],
  "tool-output-too-large/claude-read": [
    "File content (31245 tokens) exceeds maximum allowed tokens (25000). Please use offset and limit parameters to read specific portions of the file, or use the GrepTool to search for specific content.",
    "Error: File content (102000 tokens) exceeds maximum allowed tokens (25000). Please use offset and limit parameters to read specific portions of the file, or search for specific content instead of reading the whole file.",
  ],
  "tool-output-too-large/claude-size": [
    "File content (412.3KB) exceeds maximum allowed size (256KB). Please use offset and limit parameters to read specific portions of the file.",
    "<tool_use_error>File content (1.2MB) exceeds maximum allowed size (256KB). Please use offset and limit parameters to read specific portions of the file, or use the GrepTool</tool_use_error>",
  ],
  "agent-not-found/claude": [
    "Agent type 'reviewer' not found. Available agents: general-purpose, Explore",
    "Error: Agent type 'code-writer' not found. Available agents: x",
    "<tool_use_error>Agent type 'planner-x' not found. Available agents: a</tool_use_error>",
  ],
  "mcp-connection-closed/32000": [
    "McpError: MCP error -32000: Connection closed",
    'MCP server "x" Connection failed: MCP error -32000: Connection closed',
    "Error connecting to MCP server context7: McpError: MCP error -32000: Connection closed\n    at Client._onclose (file:///x/index.js:1:2)",
  ],
  "mcp-timeout/32001": [
    "McpError: MCP error -32001: Request timed out",
    "Tool execution failed: MCP error -32001: Request timed out",
    "2026-01-01T00:00:00.000Z [browser] [error] McpError: MCP error -32001: Request timed out",
  ],
  "mcp-method-not-found/32601": [
    "McpError: MCP error -32601: Method not found",
    "MCP error -32601: Method not found",
    "[server] Failed to list resources: MCP error -32601: Method not found",
  ],
  "agent-loop-limit/crewai": [
    "Maximum iterations reached. Requesting final answer.",
    "2026-01-01 crew: Maximum iterations reached. Requesting final answer.",
  ],
  "tool-unknown/skill": [
    "Unknown skill: deploy",
    "<tool_use_error>Unknown skill: commit-push</tool_use_error>",
    "Error: Unknown skill: pdf",
  ],
  "edit-no-match/opencode": ["Error: oldString not found in content", "oldString not found in content"],
  "edit-file-stale/claude": [
    "<tool_use_error>File has been modified since read, either by the user or by a linter. Read it again before attempting to write it.</tool_use_error>",
    "Error: File has been modified since read, either by the user or by a linter. Read it again before attempting to write it.",
  ],
  "mcp-invalid-params/32602": [
    "McpError: MCP error -32602: Invalid params",
    "MCP error -32602: Invalid params",
    "Tool call failed: McpError: MCP error -32602: Invalid params",
  ],
};
