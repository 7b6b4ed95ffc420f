// Failures of Python and Node, each as several producers' logs and versions tell it, with other values. As same-failures.ts.

export const LANGUAGES_RENDERINGS: Readonly<Record<string, readonly string[]>> = {
  "attribute-missing-python/object": [
    "AttributeError: 'ChatCompletion' object has no attribute 'get'",
    "ERROR:agent.core:Step 4 failed: 'Message' object has no attribute 'tool_calls'",
    "[2026-08-09 10:11:12,345: ERROR/ForkPoolWorker-2] Task tasks.run[9d7c0f3a-1111-2222-3333-444455556666] raised unexpected: AttributeError(\"'list' object has no attribute 'split'\")",
    "Traceback (most recent call last):\n  File \"/app/a.py\", line 9, in run\n    x.foo()\n      ^^^^^\nAttributeError: 'Runner' object has no attribute 'foo'",
  ],
  "attribute-missing-python/type-object": [
    "AttributeError: type object 'Agent' has no attribute 'from_config'",
    "AttributeError: type object 'Settings' has no attribute 'parse'. Did you mean: 'parse_obj'?",
  ],
  "none-type-python/attribute": [
    "AttributeError: 'NoneType' object has no attribute 'group'",
    "ERROR | executor | tool call failed: AttributeError: 'NoneType' object has no attribute 'content'",
  ],
  "none-type-python/subscript": [
    "TypeError: 'NoneType' object is not subscriptable",
    "2026-02-02 02:02:02 - worker - ERROR - Unexpected error: 'NoneType' object is not subscriptable",
  ],
  "none-type-python/iterable": [
    "TypeError: 'NoneType' object is not iterable",
    "Error in callback: TypeError: 'NoneType' object is not iterable",
  ],
  "wrong-arguments/positional": [
    "TypeError: Tool.run() takes 1 positional argument but 2 were given",
    "TypeError: on_message() takes 3 positional arguments but 4 were given",
  ],
  "wrong-arguments/multiple": [
    "TypeError: create() got multiple values for argument 'model'",
    "TypeError: Agent.run() got multiple values for argument 'task'",
  ],
  "wrong-arguments/missing": [
    "TypeError: BaseTool.__init__() missing 1 required positional argument: 'name'",
    "TypeError: call() missing 2 required positional arguments: 'prompt' and 'tools'",
    "TypeError: step() missing 3 required positional arguments: 'a', 'b', and 'c'",
  ],
  "value-error/unpack": [
    "ValueError: not enough values to unpack (expected 2, got 1)",
    "ValueError: not enough values to unpack (expected 3, got 0)",
  ],
  "value-error/too-many-unpack": [
    "ValueError: too many values to unpack (expected 2)",
    "ValueError: too many values to unpack (expected 3, got 4)",
  ],
  "value-error/float": [
    "ValueError: could not convert string to float: 'n/a'",
    "ValueError: could not convert string to float: ''",
    "ValueError: could not convert string to float: 'twelve point five'",
  ],
  "index-error/list": [
    "IndexError: list index out of range",
    "2026-10-10 10:10:10,101 [ERROR] parser: list index out of range",
    'Traceback (most recent call last):\n  File "x.py", line 3, in <module>\n    a[3]\n    ~^^^\nIndexError: list index out of range',
  ],
  "name-error/py": [
    "NameError: name 'json' is not defined",
    "NameError: name 'List' is not defined. Did you mean: 'list'?",
    "NameError: name 'np' is not defined. Did you forget to import 'np'?",
  ],
  "name-error/js": [
    "ReferenceError: require is not defined",
    "ReferenceError: document is not defined\n    at Object.<anonymous> (/srv/a.js:3:1)",
    "Uncaught ReferenceError: fetchData is not defined",
  ],
  "syntax-error/py-invalid-syntax": [
    "SyntaxError: invalid syntax",
    "  File \"/srv/a.py\", line 3\n    print 'x'\n          ^\nSyntaxError: invalid syntax",
    "SyntaxError: invalid syntax (main.py, line 22)",
  ],
  "syntax-error/py-unterminated": [
    "SyntaxError: unterminated string literal (detected at line 14)",
    '  File "t.py", line 2\n    x = \'a\n        ^\nSyntaxError: unterminated string literal (detected at line 2)',
  ],
  "syntax-error/py-indent": [
    "IndentationError: unexpected indent",
    '  File "<string>", line 4\n    x = 1\nIndentationError: unexpected indent',
    "IndentationError: unexpected indent (tool.py, line 19)",
  ],
  "syntax-error/js-unexpected-identifier": [
    "SyntaxError: Unexpected identifier",
    "/srv/a.js:3\nlet x y\n      ^\n\nSyntaxError: Unexpected identifier 'y'\n    at wrapSafe (node:internal/modules/cjs/loader:1281:20)",
    "Uncaught SyntaxError: Unexpected identifier 'foo'",
  ],
  "recursion-depth/js": [
    "RangeError: Maximum call stack size exceeded",
    "Uncaught RangeError: Maximum call stack size exceeded\n    at a (x.js:1:1)\n    at a (x.js:1:1)",
  ],
  "module-not-found-pip/import": [
    "ModuleNotFoundError: No module named 'litellm'",
    "Traceback (most recent call last):\n  File \"/a/b.py\", line 1, in <module>\n    import tiktoken\nModuleNotFoundError: No module named 'tiktoken'",
    "E   ModuleNotFoundError: No module named 'freezegun'",
  ],
  "module-not-found-agents/agents": [
    "ModuleNotFoundError: No module named 'agents.base_agent'",
    "ERROR: failed to import agent: No module named 'agents'",
  ],
  "import-name-error/py": [
    "ImportError: cannot import name 'BaseTool' from 'crewai.tools' (/usr/lib/python3.11/site-packages/crewai/tools/__init__.py)",
    "ImportError: cannot import name 'Self' from 'typing_extensions' (C:\\Python311\\Lib\\site-packages\\typing_extensions.py)",
    "ImportError: cannot import name 'url_quote' from 'werkzeug.urls' (unknown location)",
  ],
  "circular-import/py-attribute": [
    "AttributeError: partially initialized module 'agents' has no attribute 'Runner' (most likely due to a circular import)",
    "AttributeError: partially initialized module 'random' has no attribute 'randint' (most likely due to a circular import)",
  ],
  "circular-import/py-import": [
    "ImportError: cannot import name 'A' from partially initialized module 'app.models' (most likely due to a circular import) (/srv/app/models.py)",
    "ImportError: cannot import name 'run' from partially initialized module 'core' (most likely due to a circular import) (/x/core/__init__.py)",
  ],
  "not-a-function-js/plain": [
    "TypeError: client.responses.create is not a function",
    "Uncaught TypeError: arr.at is not a function\n    at main (app.js:3:9)",
    "2026-01-01T00:00:00.000Z ERROR agent TypeError: tools.map is not a function",
    "TypeError: (0 , _foo.default) is not a function",
  ],
  "undefined-property-js/read": [
    "TypeError: Cannot read properties of undefined (reading 'choices')",
    "Uncaught (in promise) TypeError: Cannot read properties of undefined (reading 'map')",
    "API Error: Cannot read properties of undefined (reading 'input_tokens')",
    "[ERROR] 2026-03-03 TypeError: Cannot read properties of undefined (reading '0')\n    at x (/srv/a.js:1:2)",
  ],
  "undefined-property-js/null": [
    "TypeError: Cannot read properties of null (reading 'style')",
    "TypeError: Cannot read properties of null (reading 'id')",
  ],
  "undefined-property-js/bun": [
    "TypeError: undefined is not an object (evaluating 'a.usage.input_tokens')",
    "TypeError: undefined is not an object (evaluating 'response.body.x')",
  ],
  "undefined-property-js/destructure": [
    "TypeError: Cannot destructure property 'data' of '(intermediate value)' as it is undefined.",
    "TypeError: Cannot destructure property 'name' of 'req.body' as it is undefined.",
  ],
  "module-not-found-node/cjs": [
    "Error: Cannot find module 'undici'\nRequire stack:\n- /srv/index.js",
    "node:internal/modules/cjs/loader:1228\n  throw err;\n  ^\n\nError: Cannot find module '/srv/dist/index.js'\n    at Module._resolveFilename (node:internal/modules/cjs/loader:1225:15)\n    at node:internal/main/run_main_module:36:49 {\n  code: 'MODULE_NOT_FOUND',\n  requireStack: []\n}",
    "mcp-1  | Error: Cannot find module './server'",
  ],
  "module-not-found-node/esm-package": [
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'ws' imported from /srv/dist/a.js",
    "node:internal/modules/run_main:123\n    triggerUncaughtException(\n    ^\n\nError [ERR_MODULE_NOT_FOUND]: Cannot find package '@anthropic-ai/sdk' imported from /home/u/x.mjs\n    at packageResolve (node:internal/modules/esm/resolve:853:9)",
  ],
  "esm-cjs-mismatch/import-outside": [
    "SyntaxError: Cannot use import statement outside a module",
    "/srv/x.js:1\nimport fs from 'fs';\n^^^^^^\n\nSyntaxError: Cannot use import statement outside a module\n    at internalCompileFunction (node:internal/vm:73:18)",
    '(node:812) Warning: To load an ES module, set "type": "module" in the package.json or use the .mjs extension.\n/srv/x.js:1\nimport a from \'a\';\n^^^^^^\n\nSyntaxError: Cannot use import statement outside a module',
  ],
  "esm-cjs-mismatch/require-scope": [
    "ReferenceError: require is not defined in ES module scope, you can use import instead",
    "ReferenceError: require is not defined in ES module scope, you can use import instead\nThis file is being treated as an ES module because it has a '.js' file extension and '/srv/package.json' contains \"type\": \"module\". To treat it as a CommonJS script, rename it to use the '.cjs' file extension.",
  ],
  "esm-cjs-mismatch/err-require-esm": [
    "Error [ERR_REQUIRE_ESM]: require() of ES Module /srv/node_modules/chalk/source/index.js from /srv/a.js not supported.\nInstead change the require of index.js in /srv/a.js to a dynamic import() which is available in all CommonJS modules.",
    "Error [ERR_REQUIRE_ESM]: require() of ES Module C:\\p\\node_modules\\node-fetch\\src\\index.js from C:\\p\\b.js not supported.",
  ],
  "typescript-compile/ts2339": [
    "src/a.ts(10,5): error TS2339: Property 'foo' does not exist on type 'Bar'.",
    "src/lib/b.tsx:3:14 - error TS2339: Property 'data' does not exist on type 'Response'.\n\n3   x.data\n      ~~~~",
    "error TS2339: Property 'x' does not exist on type '{ y: number; }'.",
  ],
  "typescript-compile/ts2307": [
    "src/index.ts(1,22): error TS2307: Cannot find module 'foo' or its corresponding type declarations.",
    "app/x.ts:5:20 - error TS2307: Cannot find module '@/lib/y' or its corresponding type declarations.",
  ],
  "invalid-arg-type-node/path": [
    'TypeError [ERR_INVALID_ARG_TYPE]: The "path" argument must be of type string. Received undefined',
    "TypeError: The \"path\" argument must be of type string. Received undefined\n    at validateString (node:internal/validators:162:11)\n    at Object.join (node:path:1268:7) {\n  code: 'ERR_INVALID_ARG_TYPE'\n}",
    'TypeError [ERR_INVALID_ARG_TYPE]: The "path" argument must be of type string. Received null',
  ],
  "unhandled-rejection/err": [
    "[UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason \"#<Object>\".] {\n  code: 'ERR_UNHANDLED_REJECTION'\n}",
    'UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "undefined".',
  ],
  "circular-json/v8": [
    "TypeError: Converting circular structure to JSON\n    --> starting at object with constructor 'Socket'\n    |     property 'parser' -> object with constructor 'HTTPParser'\n    --- property 'socket' closes the circle",
    "Failed to serialize state: Converting circular structure to JSON\n    --> starting at object with constructor 'Timeout'\n    --- property '_idlePrev' closes the circle",
  ],
  "js-heap-oom/heap-limit": [
    "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
    "<--- Last few GCs --->\n\n[4242:0x5f0c000]   120345 ms: Mark-Compact 4043.1 (4131.1) -> 4040.6 (4133.1) MB, 2310.2 / 0.0 ms\n\n<--- JS stacktrace --->\n\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n----- Native stack trace -----\n\n 1: 0xb9a330 node::OOMErrorHandler(char const*, v8::OOMDetails const&) [node]",
    "build\tFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
  ],
  "js-heap-oom/ineffective": [
    "FATAL ERROR: Ineffective mark-compacts near heap limit Allocation failed - JavaScript heap out of memory",
    "[1:0x7f] FATAL ERROR: Ineffective mark-compacts near heap limit Allocation failed - JavaScript heap out of memory",
  ],
  "native-module-abi/node": [
    "Error: The module '/srv/node_modules/better-sqlite3/build/Release/better_sqlite3.node'\nwas compiled against a different Node.js version using\nNODE_MODULE_VERSION 115. This version of Node.js requires\nNODE_MODULE_VERSION 127. Please try re-compiling or re-installing\nthe module (for instance, using `npm rebuild` or `npm install`).",
    "Error: The module 'C:\\x\\node_modules\\canvas\\build\\Release\\canvas.node' was compiled against a different Node.js version using NODE_MODULE_VERSION 108. This version of Node.js requires NODE_MODULE_VERSION 131. Please try re-compiling or re-installing the module (for instance, using `npm rebuild` or `npm install`).",
  ],
  "zod-validation/invalid-type": [
    'ZodError: [\n  {\n    "code": "invalid_type",\n    "expected": "string",\n    "received": "undefined",\n    "path": [\n      "name"\n    ],\n    "message": "Required"\n  }\n]',
    'ZodError: [\n  {\n    "code": "invalid_type",\n    "expected": "string",\n    "received": "undefined",\n    "path": [\n      "tools",\n      0\n    ],\n    "message": "Required"\n  }\n]',
  ],
  "json-parse/node-v20": [
    "SyntaxError: Unexpected token 'h', \"hello worl\"... is not valid JSON",
    "SyntaxError: Unexpected token 'S', \"Sorry, I c\"... is not valid JSON\n    at JSON.parse (<anonymous>)",
    "[agent] Failed to parse tool input: Unexpected token 'I', \"I will now\"... is not valid JSON",
  ],
  "json-parse/node-end": [
    "SyntaxError: Unexpected end of JSON input",
    "Uncaught (in promise) SyntaxError: Unexpected end of JSON input\n    at JSON.parse (<anonymous>)",
    "2026-04-04T04:04:04Z ERROR failed to parse stream chunk: Unexpected end of JSON input",
  ],
  "json-parse/node-unterminated": [
    "SyntaxError: Unterminated string in JSON at position 4096",
    "SyntaxError: Unterminated string in JSON at position 17 (line 1 column 18)",
  ],
  "json-parse/py-expecting-value": [
    "JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
    "json.decoder.JSONDecodeError: Expecting value: line 4 column 9 (char 61)",
    "requests.exceptions.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
  ],
  "json-parse/py-extra-data": [
    "json.decoder.JSONDecodeError: Extra data: line 2 column 1 (char 134)",
    "JSONDecodeError: Extra data: line 1 column 5 (char 4)",
  ],
  "json-html-response/v20": [
    "SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON",
    "SyntaxError: Unexpected token '<', \"<html>\n<h\"... is not valid JSON",
    "Failed to fetch models: Unexpected token '<', \"<!doctype \"... is not valid JSON",
  ],
  "pydantic-validation/missing": [
    "ValidationError: 1 validation error for AgentConfig\nmodel\n  Field required [type=missing, input_value={'name': 'x'}, input_type=dict]\n    For further information visit https://errors.pydantic.dev/2.7/v/missing",
    "pydantic_core._pydantic_core.ValidationError: 1 validation error for AgentConfig\nmodel\n  Field required [type=missing, input_value={}, input_type=dict]\n    For further information visit https://errors.pydantic.dev/2.11/v/missing",
  ],
  "encoding-error/utf8": [
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0x80 in position 3131: invalid start byte",
    "Could not read file: 'utf-8' codec can't decode byte 0x9d in position 12: invalid start byte",
  ],
  "encoding-error/charmap": [
    "UnicodeEncodeError: 'charmap' codec can't encode character '\\u2713' in position 0: character maps to <undefined>",
    "UnicodeEncodeError: 'charmap' codec can't encode characters in position 10-12: character maps to <undefined>",
    "UnicodeEncodeError: 'charmap' codec can't encode character '\\U0001f680' in position 20: character maps to <undefined>",
  ],
  "asyncio-loop-running/run": [
    "RuntimeError: asyncio.run() cannot be called from a running event loop",
    "Tool error: asyncio.run() cannot be called from a running event loop",
  ],
  "asyncio-loop-closed/py": [
    "RuntimeError: Event loop is closed",
    'Exception ignored in: <function _ProactorBasePipeTransport.__del__ at 0x000001E5>\nTraceback (most recent call last):\n  File "C:\\Python\\lib\\asyncio\\proactor_events.py", line 116, in __del__\nRuntimeError: Event loop is closed',
    "litellm.APIConnectionError: OpenAIException - Event loop is closed",
  ],
  "asyncio-wrong-loop/task": [
    "RuntimeError: Task <Task pending name='Task-7' coro=<main() running at /srv/a.py:5> cb=[_run_until_complete_cb()]> got Future <Future pending> attached to a different loop",
    "RuntimeError: Task <Task pending name='Task-112' coro=<Runner.run() running at /x/y.py:77>> got Future <Future pending cb=[Protocol._on_waiter_completed()]> attached to a different loop",
  ],
  "asyncio-never-awaited/py": [
    "RuntimeWarning: coroutine 'Agent.run' was never awaited",
    "/srv/a.py:12: RuntimeWarning: coroutine 'fetch' was never awaited\n  fetch()\nRuntimeWarning: Enable tracemalloc to get the object allocation traceback",
  ],
  "json-not-serializable/py": [
    "TypeError: Object of type datetime is not JSON serializable",
    "TypeError: Object of type ChatCompletionMessage is not JSON serializable",
    "Failed to save session: Object of type set is not JSON serializable",
  ],
  "pickle-error/py": [
    "TypeError: cannot pickle '_io.TextIOWrapper' object",
    "TypeError: cannot pickle 'generator' object",
    "multiprocessing error: TypeError: cannot pickle 'weakref.ReferenceType' object",
  ],
  "checkpoint-corrupt/pytorch": [
    "RuntimeError: PytorchStreamReader failed reading zip archive: failed finding central directory",
    "[rank0]: RuntimeError: PytorchStreamReader failed reading zip archive: failed finding central directory",
  ],
  "checkpoint-corrupt/eof": [
    "EOFError: Ran out of input",
    'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    pickle.load(f)\nEOFError: Ran out of input',
  ],
  "yaml-parse/mapping": [
    'yaml.scanner.ScannerError: mapping values are not allowed here\n  in "config.yaml", line 3, column 10',
    'ScannerError: mapping values are not allowed here\n  in "<unicode string>", line 12, column 21:\n        name: a: b\n               ^',
  ],
  "toml-parse/py": [
    "tomllib.TOMLDecodeError: Invalid value (at line 3, column 8)",
    "TOMLDecodeError: Invalid value (at line 31, column 20)",
  ],
  "python-memoryerror/plain": [
    "MemoryError",
    'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    x = [0] * 10**12\nMemoryError',
  ],
  "python-memoryerror/numpy": [
    "numpy.core._exceptions._ArrayMemoryError: Unable to allocate 7.45 GiB for an array with shape (1000000, 1000) and data type float64",
    "numpy._core._exceptions._ArrayMemoryError: Unable to allocate 119. MiB for an array with shape (2000, 7800) and data type float64",
  ],
  "cuda-oom/torch": [
    "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 1.50 GiB. GPU 0 has a total capacity of 23.69 GiB of which 512.00 MiB is free.",
    "[rank1]: torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 256.00 MiB. GPU 1 has a total capacity of 79.1 GiB",
    "RuntimeError: CUDA out of memory. Tried to allocate 64.00 MiB (GPU 0; 15.78 GiB total capacity; 14.00 GiB already allocated)",
  ],
  "attribute-missing-python/module": [
    "AttributeError: module 'collections' has no attribute 'Mapping'",
    "celery.exceptions error: AttributeError: module 'torch' has no attribute 'compile'",
    "module 'openai' has no attribute 'OpenAI'",
  ],
  "none-type-python/callable": [
    "TypeError: 'NoneType' object is not callable",
    "worker died: TypeError: 'NoneType' object is not callable",
  ],
  "key-error/choices": [
    "KeyError: 'choices'",
    "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n    r['choices']\n    ~^^^^^^^^^^^\nKeyError: 'choices'",
    "2026-01-01 ERROR agent KeyError: 'output'",
  ],
  "value-error/int": [
    "ValueError: invalid literal for int() with base 10: 'ten'",
    "Failed to parse score: invalid literal for int() with base 10: '8/10'",
  ],
  "zero-division/float": [
    "ZeroDivisionError: float division by zero",
    "Metric failed: ZeroDivisionError: float division by zero",
  ],
  "wrong-arguments/kw": [
    "TypeError: Completions.create() got an unexpected keyword argument 'max_output_tokens'",
    "TypeError: ChatOpenAI.__init__() got an unexpected keyword argument 'proxies'",
    "ERROR:root:Tool error: run() got an unexpected keyword argument 'config'",
  ],
  "encoding-error/ascii": [
    "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 4: ordinal not in range(128)",
    "UnicodeEncodeError: 'ascii' codec can't encode characters in position 0-3: ordinal not in range(128)",
  ],
  "asyncio-loop-running/nested": [
    "RuntimeError: Cannot run the event loop while another loop is running",
    "Exception in thread: RuntimeError: Cannot run the event loop while another loop is running",
  ],
  "yaml-parse/tab": [
    "yaml.scanner.ScannerError: while scanning for the next token\nfound character '\\t' that cannot start any token\n  in \"a.yaml\", line 3, column 1",
    "ScannerError: while scanning for the next token\nfound character '`' that cannot start any token\n  in \"<unicode string>\", line 9, column 4",
  ],
  "undefined-property-js/set": [
    "TypeError: Cannot set properties of undefined (setting 'name')",
    "Uncaught TypeError: Cannot set properties of undefined (setting '0')\n    at f (a.js:1:1)",
  ],
  "not-a-function-js/iterable": [
    "TypeError: object is not iterable (cannot read property Symbol(Symbol.iterator))",
    "Uncaught TypeError: object is not iterable (cannot read property Symbol(Symbol.iterator))",
  ],
  "name-error/js-access": [
    "ReferenceError: Cannot access 'client' before initialization",
    "ReferenceError: Cannot access 'a' before initialization\n    at file:///srv/x.mjs:1:1",
  ],
  "unhandled-rejection/warning": [
    "(node:4321) UnhandledPromiseRejectionWarning: Unhandled promise rejection. This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). (rejection id: 1)",
    "UnhandledPromiseRejectionWarning: Unhandled promise rejection. This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). (rejection id: 23)",
  ],
  "module-not-found-node/vite": [
    'Error: Failed to resolve import "@/lib/a" from "src/App.tsx". Does the file exist?',
    '[plugin:vite:import-analysis] Failed to resolve import "./b" from "src/c.vue". Does the file exist?',
  ],
  "typescript-compile/ts2345": [
    "src/x.ts(9,3): error TS2345: Argument of type 'string | undefined' is not assignable to parameter of type 'string'.",
    "Error: src/y.ts:20:11 - error TS2345: Argument of type 'number' is not assignable to parameter of type 'Date'.",
  ],
  "js-heap-oom/call": [
    "FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory",
    "[99:0x55] 1234 ms: Mark-sweep\nFATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - JavaScript heap out of memory",
  ],
};
