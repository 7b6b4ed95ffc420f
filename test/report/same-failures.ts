// The same failure as different people met it: in a log, from a gateway, as JSON, cut, wrapped. Written for these tests from
// the producers' own wording; a row is `type: message` where the first word is a type, else a message of type Error.

export const SAME_FAILURES: Readonly<Record<string, readonly string[]>> = {
  "git: index.lock": [
    "fatal: Unable to create '/srv/a/.git/index.lock': File exists.",
    "error: fatal: Unable to create '/Users/***/b/.git/index.lock': File exists.\n\nAnother git process seems to be running in this repository, e.g.\nan editor opened by 'git commit'.",
    "git commit failed: fatal: Unable to create '.git/index.lock': File exists.",
  ],
  "git: not a repository": [
    "fatal: not a git repository (or any of the parent directories): .git",
    "Command failed: git ***CONTENT***\nfatal: not a git repository (or any of the parent directories): .git",
    "Error: Command failed with exit code 128: git status\nfatal: not a git repository (or any of the parent directories): .git",
  ],
  "git: push behind": [
    "To github.com:ada/x.git\n ! [rejected]        main -> main (non-fast-forward)\nerror: failed to push some refs to 'github.com:ada/x.git'\nhint: Updates were rejected because the tip of your current branch is behind\nhint: its remote counterpart. Integrate the remote changes (e.g.\nhint: 'git pull ...') before pushing again.",
    "hint: Updates were rejected because the tip of your current branch is behind\nhint: its remote counterpart.",
    "error: failed to push some refs to 'https://github.com/ada/y.git'\nhint: Updates were rejected because the tip of your current branch is behind its remote counterpart.",
  ],
  "git: fetch first": [
    " ! [rejected]        main -> main (fetch first)\nerror: failed to push some refs to 'origin'\nhint: Updates were rejected because the remote contains work that you do\nhint: not have locally. This is usually caused by another repository pushing",
    "Updates were rejected because the remote contains work that you do not have locally.",
  ],
  "git: publickey": [
    "git@github.com: Permission denied (publickey).",
    "git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.",
    "Cloning into 'x'...\ngit@gitlab.com: Permission denied (publickey).\nfatal: Could not read from remote repository.",
    "ERROR: Permission denied (publickey).",
  ],
  "git: pathspec": [
    "error: pathspec 'feature/x' did not match any file(s) known to git",
    "error: pathspec 'develop' did not match any file(s) known to git.",
    "$ git checkout topic\nerror: pathspec 'topic' did not match any file(s) known to git",
  ],
  "git: unknown revision": [
    "fatal: ambiguous argument 'origin/main': unknown revision or path not in the working tree.",
    "fatal: ambiguous argument 'HEAD~3': unknown revision or path not in the working tree.\nUse '--' to separate paths from revisions, like this:\n'git <command> [<revision>...] -- [<file>...]'",
    "fatal: ambiguous argument 'v1.0..v2.0': unknown revision or path not in the working tree",
  ],
  "git: detached": [
    "fatal: You are not currently on a branch.\nTo push the history leading to the current (detached HEAD)\nstate now, use",
    "fatal: You are not currently on a branch.",
  ],
  "git: worktree": [
    "fatal: 'main' is already checked out at '/srv/x'",
    "Preparing worktree (checking out 'main')\nfatal: 'main' is already checked out at '/home/***/y'",
  ],
  "py: no such file": [
    "FileNotFoundError: [Errno 2] No such file or directory: 'data/input.csv'",
    "FileNotFoundError: FileNotFoundError: [Errno 2] No such file or directory: '/srv/x.json'",
    "Traceback (most recent call last):\n  File \"/srv/a.py\", line 3, in <module>\n    open('x')\nFileNotFoundError: [Errno 2] No such file or directory: 'x'",
    "[Errno 2] No such file or directory: './conf/a.yml'",
    "2026-01-02 10:11:12,123 - agent - ERROR - Could not load: [Errno 2] No such file or directory: 'b.txt'",
  ],
  "node: enoent open": [
    "ENOENT: no such file or directory, open '/srv/a/package.json'",
    "Error: ENOENT: no such file or directory, open './x'\n    at Object.openSync (node:fs:601:3)",
    "Error: ENOENT: no such file or directory, open 'C:\\Users\\***\\x.json'\n    at async open (node:internal/fs/promises:639:25) {\n  errno: -4058,\n  code: 'ENOENT',\n  syscall: 'open',\n  path: 'C:\\\\Users\\\\***\\\\x.json'\n}",
    "[Error: ENOENT: no such file or directory, open '/app/y'] {\n  errno: -2,\n  code: 'ENOENT',\n  syscall: 'open'\n}",
    "Uncaught Error: ENOENT: no such file or directory, open 'z.md'",
    "npm ERR! code ENOENT\nnpm ERR! syscall open\nnpm ERR! path /srv/package.json\nnpm ERR! errno -2\nnpm ERR! enoent ENOENT: no such file or directory, open '/srv/package.json'",
  ],
  "sh: no such file": [
    "cat: notes.txt: No such file or directory",
    "cat: /srv/a/b: No such file or directory",
    "cat: 'my file': No such file or directory",
  ],
  "sh: command not found": [
    "sh: 1: tsc: not found",
    "/bin/sh: 1: vite: not found",
    "bash: jq: command not found",
    "bash: line 1: rg: command not found",
    "/bin/bash: line 3: uv: command not found",
  ],
  "node: spawn": ["Error: spawn uvx ENOENT", "spawn /usr/bin/python ENOENT", "MCP server failed: spawn npx ENOENT"],
  "py: permission": [
    "PermissionError: [Errno 13] Permission denied: '/var/log/a.log'",
    "PermissionError: PermissionError: [Errno 13] Permission denied: 'out'",
    "Worker failed: [Errno 13] Permission denied: '/x'",
  ],
  "py: no module": [
    "ModuleNotFoundError: No module named 'requests'",
    "ModuleNotFoundError: ModuleNotFoundError: No module named 'yaml'",
    "Traceback (most recent call last):\n  File \"/srv/m.py\", line 1, in <module>\n    import numpy\nModuleNotFoundError: No module named 'numpy'",
  ],
  "py: python -m": ["/usr/bin/python3: No module named pytest", "/opt/venv/bin/python: No module named pip"],
  "py: attribute": [
    "AttributeError: 'Agent' object has no attribute 'run'",
    "AttributeError: AttributeError: 'dict' object has no attribute 'items2'. Did you mean: 'items'?",
  ],
  "py: module attribute": [
    "AttributeError: module 'openai' has no attribute 'Completion2'",
    "AttributeError: module 'numpy' has no attribute 'int'.\n`np.int` was a deprecated alias for the builtin `int`.",
  ],
  "py: none attribute": [
    "AttributeError: 'NoneType' object has no attribute 'get'",
    "AttributeError: Tool failed: 'NoneType' object has no attribute 'strip'",
  ],
  "py: keyword": [
    "TypeError: __init__() got an unexpected keyword argument 'proxies'",
    "TypeError: Client.__init__() got an unexpected keyword argument 'proxies'",
    "TypeError: AsyncClient.__init__() got an unexpected keyword argument 'http2'",
  ],
  "py: positional": [
    "TypeError: run() takes 2 positional arguments but 3 were given",
    "TypeError: Agent.step() takes 1 positional argument but 2 were given",
  ],
  "py: missing argument": [
    "TypeError: __init__() missing 1 required positional argument: 'model'",
    "TypeError: f() missing 2 required positional arguments: 'a' and 'b'",
  ],
  "py: key": ["KeyError: 'choices'", "KeyError: KeyError: 'OPENAI_API_KEY'", "KeyError: 'a b'", "KeyError: 3"],
  "py: operand": [
    "TypeError: unsupported operand type(s) for +: 'int' and 'str'",
    "TypeError: unsupported operand type(s) for -: 'str' and 'str'",
  ],
  "py: literal": [
    "ValueError: invalid literal for int() with base 10: 'abc'",
    "ValueError: invalid literal for int() with base 10: ''",
    "ValueError: invalid literal for int() with base 10: '1.5'",
  ],
  "py: json": [
    "JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
    "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
    "JSONDecodeError: Expecting value: line 14 column 3 (char 312)",
    "requests.exceptions.JSONDecodeError: Expecting value: line 2 column 1 (char 1)",
  ],
  "py: not serializable": [
    "TypeError: Object of type datetime is not JSON serializable",
    "TypeError: Object of type UUID is not JSON serializable",
    "TypeError: Object of type set is not JSON serializable",
  ],
  "py: subscriptable": [
    "TypeError: 'NoneType' object is not subscriptable",
    "TypeError: TypeError: 'NoneType' object is not subscriptable",
  ],
  "py: nonzero": [
    "CalledProcessError: Command '['git', 'push']' returned non-zero exit status 1.",
    "subprocess.CalledProcessError: Command '['***CONTENT***']' returned non-zero exit status 1.",
    "CalledProcessError: Command 'make test' returned non-zero exit status 1",
  ],
  "py: timeout expired": [
    "TimeoutExpired: Command '['npm', 'test']' timed out after 30 seconds",
    "subprocess.TimeoutExpired: Command 'sleep 100' timed out after 5.0 seconds",
  ],
  "py: pydantic": [
    "ValidationError: 1 validation error for Config\nport\n  Field required [type=missing, input_value=***CONTENT***, input_type=dict]",
    "pydantic_core._pydantic_core.ValidationError: 2 validation errors for ToolCall\nname\n  Field required [type=missing, input_value=***CONTENT***, input_type=dict]",
  ],
  "py: recursion": [
    "RecursionError: maximum recursion depth exceeded",
    "RecursionError: maximum recursion depth exceeded while calling a Python object",
    "RecursionError: maximum recursion depth exceeded in comparison",
  ],
  "py: event loop": ["RuntimeError: Event loop is closed", "Exception ignored: RuntimeError: Event loop is closed"],
  "py: different loop": [
    "RuntimeError: Task <Task pending name='Task-1' coro=<main() running at /a.py:3>> got Future <Future pending> attached to a different loop",
  ],
  "py: certificate": [
    "SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)",
    "URLError: <urlopen error [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1129)>",
    "HTTPSConnectionPool(host='x.org', port=443): Max retries exceeded with url: /a (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1007)')))",
  ],
  "py: refused": [
    "ConnectionRefusedError: [Errno 111] Connection refused",
    "APIConnectionError: litellm.APIConnectionError: OllamaException - [Errno 111] Connection refused",
    "httpx.ConnectError: [Errno 111] Connection refused",
    "HTTPConnectionPool(host='localhost', port=11434): Max retries exceeded with url: /api/chat (Caused by NewConnectionError('<urllib3.connection.HTTPConnection object at 0x7f>: Failed to establish a new connection: [Errno 111] Connection refused'))",
  ],
  "node: refused": [
    "Error: connect ECONNREFUSED 127.0.0.1:5432",
    "connect ECONNREFUSED ::1:6379",
    "FetchError: request to http://localhost:11434/api failed, reason: connect ECONNREFUSED 127.0.0.1:11434",
  ],
  "node: reset": ["Error: read ECONNRESET", "TypeError: fetch failed: read ECONNRESET"],
  "node: getaddrinfo": [
    "Error: getaddrinfo ENOTFOUND api.openai.com",
    "FetchError: request to https://api.x.com/v1 failed, reason: getaddrinfo ENOTFOUND api.x.com",
    "npm ERR! network request to https://registry.npmjs.org/x failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org",
  ],
  "node: in use": [
    "Error: listen EADDRINUSE: address already in use :::3000",
    "listen EADDRINUSE: address already in use 127.0.0.1:8080",
  ],
  "node: unexpected token": [
    "SyntaxError: Unexpected token } in JSON at position 12",
    "SyntaxError: Unexpected token a in JSON at position 0",
  ],
  "node: unexpected end": [
    "SyntaxError: Unexpected end of JSON input",
    "SyntaxError: Unexpected end of JSON input\n    at JSON.parse (<anonymous>)",
    "Uncaught (in promise) SyntaxError: Unexpected end of JSON input",
  ],
  "node: cannot read": [
    "TypeError: Cannot read properties of undefined (reading 'map')",
    "Uncaught TypeError: Cannot read properties of undefined (reading 'x')\n    at a.js:1:2",
    "❌ TypeError: Cannot read properties of undefined (reading 'length')",
  ],
  "node: cannot find module": [
    "Error: Cannot find module 'express'\nRequire stack:\n- /srv/index.js",
    "Error: Cannot find module './lib/a'\nRequire stack:\n- /srv/b.js\n- /srv/c.js",
    "node:internal/modules/cjs/loader:1080\n  throw err;\n  ^\n\nError: Cannot find module '/srv/dist/main.js'\n    at Module._resolveFilename (node:internal/modules/cjs/loader:1077:15) {\n  code: 'MODULE_NOT_FOUND',\n  requireStack: []\n}",
  ],
  "node: esm package": [
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'zod' imported from /srv/a.mjs",
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'chalk' imported from /srv/b.js",
  ],
  "node: heap": [
    "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
    "<--- Last few GCs --->\n\n[1:0x1] 12 ms: Mark-sweep 1 (2) -> 3 (4) MB\n\n<--- JS stacktrace --->\n\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n 1: 0xb090e0 node::Abort() [node]",
  ],
  "ts: not assignable": [
    "src/a.ts(3,5): error TS2322: Type 'string' is not assignable to type 'number'.",
    "src/b.ts:10:7 - error TS2322: Type 'Foo' is not assignable to type 'Bar'.\n\n10   const x: Bar = y;\n          ~",
    "error TS2322: Type '{ a: string; }' is not assignable to type 'Props'.",
  ],
  "llm: context length": [
    "Error code: 400 - {'error': {'message': \"This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens. Please reduce the length of the messages.\", 'type': 'invalid_request_error', 'param': 'messages', 'code': 'context_length_exceeded'}}",
    "BadRequestError: litellm.BadRequestError: OpenAIException - This model's maximum context length is 128000 tokens. However, your messages resulted in 130000 tokens.",
    '{"error":{"message":"This model\'s maximum context length is 4097 tokens. However, your messages resulted in 5000 tokens.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}',
  ],
  "llm: prompt too long": [
    "prompt is too long: 210000 tokens > 200000 maximum",
    'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 205000 tokens > 200000 maximum"},"request_id":"req_01"}',
    "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'prompt is too long: 201000 tokens > 200000 maximum'}}",
  ],
  "llm: rate limit": [
    "RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached for gpt-4o in organization org-Ab12Cd34Ef56Gh78 on tokens per min (TPM): Limit 30000, Used 29000, Requested 2000. Please try again in 2s.', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}",
    "openai.RateLimitError: Rate limit reached for gpt-4 in organization org-Zz98Yy76Xx54Ww32 on tokens per min (TPM): Limit 10000, Used 9000, Requested 3000. Please try again in 12s.",
    "429 Rate limit reached for gpt-4.1 in organization ***TOKEN*** on tokens per min (TPM): Limit 10, Used 9, Requested 3.",
  ],
  "llm: quota": [
    "Error code: 429 - {'error': {'message': 'You exceeded your current quota, please check your plan and billing details.', 'type': 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}",
    "litellm.RateLimitError: RateLimitError: OpenAIException - You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs",
    "429 You exceeded your current quota, please check your plan and billing details.",
    "openai.error.RateLimitError: You exceeded your current quota, please check your plan and billing details",
  ],
  "llm: overloaded": [
    'API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
    "{'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Overloaded'}}",
    'litellm.InternalServerError: AnthropicException - {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
    '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"***TOKEN***"}',
  ],
  "llm: server error": [
    'API Error: 500 {"type":"error","error":{"type":"api_error","message":"Internal server error"}}',
    "API Error: 500 Internal server error",
    "Error code: 500 - {'type': 'error', 'error': {'type': 'api_error', 'message': 'Internal server error'}}",
  ],
  "llm: api key": [
    "AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: ***TOKEN***. You can find your API key at https://platform.openai.com/account/api-keys.', 'type': 'invalid_request_error', 'code': 'invalid_api_key'}}",
    "litellm.AuthenticationError: AuthenticationError: OpenAIException - Incorrect API key provided: ***TOKEN***.",
    "401 Incorrect API key provided: ***TOKEN***. You can find your API key at https://platform.openai.com/account/api-keys.",
  ],
  "llm: x-api-key": [
    "Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'invalid x-api-key'}}",
    'API Error: 401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
    'litellm.AuthenticationError: AnthropicException - {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
  ],
  "llm: model": [
    "Error code: 404 - {'error': {'message': 'The model `gpt-5` does not exist or you do not have access to it.', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}",
    "The model 'gpt-9' does not exist or you do not have access to it.",
    "litellm.NotFoundError: OpenAIException - The model `o9` does not exist or you do not have access to it.",
  ],
  "llm: ollama model": [
    "model 'llama9' not found, try pulling it first",
    "ollama._types.ResponseError: model 'mistral' not found (status code: 404)",
    'litellm.APIConnectionError: OllamaException - {"error":"model \'qwen\' not found"}',
    'model "phi3" not found, try pulling it first',
  ],
  "llm: unsupported parameter": [
    "Error code: 400 - {'error': {'message': \"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.\", 'type': 'invalid_request_error', 'param': 'max_tokens', 'code': 'unsupported_parameter'}}",
    "litellm.BadRequestError: OpenAIException - Unsupported parameter: 'temperature' is not supported with this model.",
  ],
  "llm: tool use": [
    "messages.5: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01. Each `tool_use` block must have a corresponding `tool_result` block in the next message.",
    'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.12: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_02, toolu_03."}}',
  ],
  "llm: openai timeout": [
    "APITimeoutError: Request timed out.",
    "openai.APITimeoutError: Request timed out.",
    "litellm.Timeout: APITimeoutError - Request timed out.",
  ],
  "llm: connection": [
    "APIConnectionError: Connection error.",
    "openai.APIConnectionError: Connection error.",
    "Error: Connection error.",
  ],
  "agent: recursion": [
    "GraphRecursionError: Recursion limit of 25 reached without hitting a stop condition. You can increase the limit by setting the `recursion_limit` config key.",
    "langgraph.errors.GraphRecursionError: Recursion limit of 100 reached without hitting a stop condition.",
  ],
  "agent: type": ["Agent type 'planner' not found. Available agents: a, b", "Error: Agent type 'x-y' not found"],
  "edit: not found": [
    "String to replace not found in file.\nString: foo",
    "<tool_use_error>String to replace not found in file.\nString: bar(1)</tool_use_error>",
  ],
  "edit: unread": [
    "File has not been read yet. Read it first before writing to it.",
    "<tool_use_error>File has not been read yet. Read it first before writing to it.</tool_use_error>",
  ],
  "edit: stale": [
    "File has been modified since read, either by the user or by a linter. Read it again before attempting to write it.",
    "<tool_use_error>File has been modified since read, either by the user or by a linter.</tool_use_error>",
  ],
  "mcp: timeout": [
    "McpError: MCP error -32001: Request timed out",
    'MCP server "x": McpError: MCP error -32001: Request timed out',
    "MCP error -32001: Request timed out",
  ],
  "mcp: closed": [
    "MCP error -32000: Connection closed",
    "Failed to connect: McpError: MCP error -32000: Connection closed",
  ],
  "pip: no match": [
    "ERROR: Could not find a version that satisfies the requirement foo==9 (from versions: 1.0, 2.0)\nERROR: No matching distribution found for foo==9",
    "ERROR: No matching distribution found for bar>=3",
    "ERROR: No matching distribution found for baz",
  ],
  "pip: wheel": [
    "ERROR: Failed building wheel for lxml",
    "  error: subprocess-exited-with-error\n  ERROR: Failed building wheel for numpy\nFailed to build numpy",
  ],
  "npm: e404": [
    "npm ERR! code E404\nnpm ERR! 404 Not Found - GET https://registry.npmjs.org/foo - Not found\nnpm ERR! 404 \nnpm ERR! 404  'foo@*' is not in this registry.",
    "npm error code E404\nnpm error 404 Not Found - GET https://registry.npmjs.org/@a%2fb - Not found",
    "npm ERR! 404 Not Found - GET https://registry.npmjs.org/bar",
  ],
  "npm: eresolve": [
    "npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree\nnpm ERR! \nnpm ERR! While resolving: a@1.0.0\nnpm ERR! Found: react@18.2.0",
    "npm error code ERESOLVE\nnpm error ERESOLVE unable to resolve dependency tree\nnpm error\nnpm error While resolving: b@0.1.0",
  ],
  "npm: missing script": [
    'npm ERR! Missing script: "build"',
    'npm error Missing script: "start"\nnpm error\nnpm error To see a list of scripts, run:',
    "npm ERR! missing script: test",
  ],
  "docker: daemon": [
    "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
    "docker: Cannot connect to the Docker daemon at unix:///Users/***/docker.sock. Is the docker daemon running?.\nSee 'docker run --help'.",
    "ERROR: Cannot connect to the Docker daemon at tcp://localhost:2375. Is the docker daemon running?",
  ],
  "db: locked": [
    "sqlite3.OperationalError: database is locked",
    "OperationalError: database is locked",
    "(sqlite3.OperationalError) database is locked\n[SQL: INSERT INTO t]",
  ],
  "db: no table": [
    "sqlite3.OperationalError: no such table: users",
    "OperationalError: no such table: events",
    "(sqlite3.OperationalError) no such table: jobs\n[SQL: SELECT 1]",
  ],
  "db: relation": [
    'relation "users" does not exist',
    'psycopg2.errors.UndefinedTable: relation "jobs" does not exist\nLINE 1: SELECT',
    'error: relation "a_b" does not exist at character 15',
  ],
  "db: foreign key": [
    "FOREIGN KEY constraint failed",
    "sqlite3.IntegrityError: FOREIGN KEY constraint failed",
    "SqliteError: FOREIGN KEY constraint failed",
  ],
  "pw: timeout": [
    "locator.click: Timeout 30000ms exceeded.\nCall log:\n  - waiting for getByRole('button')",
    "TimeoutError: locator.fill: Timeout 5000ms exceeded.",
  ],
  "pw: goto": [
    'page.goto: Timeout 30000ms exceeded.\nCall log:\n  - navigating to "http://localhost:3000/"',
    "Error: page.goto: Timeout 60000ms exceeded.",
  ],
  "pw: executable": [
    "browserType.launch: Executable doesn't exist at /root/.cache/ms-playwright/chromium-1/chrome\n╔═════╗\n║ Looks like Playwright was just installed ║",
    "Error: browserType.launch: Executable doesn't exist at C:\\Users\\***\\chrome.exe",
  ],
  "pw: closed": [
    "Target page, context or browser has been closed",
    "page.click: Target page, context or browser has been closed",
    "Error: locator.click: Target page, context or browser has been closed",
  ],
  "os: disk": ["OSError: [Errno 28] No space left on device", "[Errno 28] No space left on device: '/tmp/x'"],
  "node: disk": ["ENOSPC: no space left on device, write", "Error: ENOSPC: no space left on device, write"],
  "os: files": ["OSError: [Errno 24] Too many open files", "OSError: [Errno 24] Too many open files: '/a/b'"],
  "cuda: memory": [
    "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 8.00 GiB total capacity; 6.00 GiB already allocated)",
    "RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB. GPU 0 has a total capacity of 8 GiB",
  ],
  "gh: rate limit": [
    "API rate limit exceeded for user ID 123.",
    "HttpError: API rate limit exceeded for installation ID 9.",
    "GraphQL: API rate limit exceeded for user ID 77",
    "HTTP 403: API rate limit exceeded for user ID 5 (https://api.github.com/graphql)",
  ],
  "sh: unexpected": [
    "bash: -c: line 1: syntax error near unexpected token `('",
    "bash: line 4: syntax error near unexpected token `)'",
    "bash: syntax error near unexpected token `newline'",
  ],
  "zsh: glob": [
    "zsh: no matches found: *.txt",
    "zsh:1: no matches found: foo[0]",
    "(eval):1: no matches found: src/**/*.rs",
  ],
};
