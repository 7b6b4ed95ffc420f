import { expect, test } from "vitest";
import { stemOf } from "../../core/telemetry/report/stem.ts";

const stem = (text: string) => stemOf(text, text);
const wordsOf = (text: string) => stem(text).words;

test.each([
  ["a note", "the lamp is dim (attempt 7/10)"],
  ["a note with a key", "the lamp is dim (see: <url>)"],
  ["values in brackets", "the lamp is dim (<int>, <dur>)"],
  ["one word in brackets", "the lamp is dim (flickering)"],
  ["what it caused", "it was not possible because the lamp is dim"],
  ["advice", "the lamp is dim; try to light it"],
  ["a dash behind a value", "the lamp is dim <int> - light it"],
  ["a system call", "the lamp is dim, open '<path>'"],
  ["a position", "the lamp is dim at line <int> of it"],
  ["an errno's text", "the lamp is dim: No such file or directory"],
  ["who says it", "docker: the lamp is dim"],
  ["who says it, with a version", "docker v1: the lamp is dim"],
  ["who says it, with a name", "docker <name>: the lamp is dim"],
  ["where it is said", "<path>: the lamp is dim"],
  ["what was asked", 'Post "<url>": the lamp is dim'],
])("%s does not count: %s", (_what, text) => {
  expect(stem(text)).toEqual({ words: "lamp is dim", coded: false });
});

test.each([
  ["the lamp in our house is dim, code=<int>", "lamp in our house is dim"],
  ["bad output: what the model said", "bad output"],
  ["Command was killed with SIGTERM: sleep 5", "command was killed with sigterm"],
  ["dial tcp: lookup <host> on <host>: no such host", "dial tcp lookup * no such host"],
  ["expected <int>, got <int>, it is", "expected * it"],
  ['x: exec: "<name>": executable file not found', "exec * executable file not found"],
  ["x: open <path>: it is dim", "open * it is dim"],
])("nor does what is given, got or passed on: %s", (text, words) => {
  expect(wordsOf(text)).toBe(words);
});

test.each([
  ["docker: dim lamp", "dim lamp"],
  ["docker: <name> is dim", "docker * is dim"],
  ["docker: <name> is so dim", "* is so dim"],
  ["<path>: <name> is dim", "* is dim"],
  ["<path>: dim <name>", "* dim"],
])("who says it is left out when the rest makes a statement: %s", (text, words) => {
  expect(wordsOf(text)).toBe(words);
});

test.each([
  ["the lamp is dim (Flickering) now", "lamp is dim flickering now"],
  ["the lamp is dim; it is old", "lamp is dim it is old"],
  ["the lamp is dim - light it", "lamp is dim light it"],
  ["lamp is dim, code=<int>", "lamp is dim code"],
  ["the lamp is dim, or not", "lamp is dim or not"],
  ["line <int> is dim", "line * is dim"],
  ["lamp: No such file or directory", "no such file or directory"],
  ["docker run: the lamp is dim", "docker run lamp is dim"],
  ["docker: <name>", "docker"],
  ["bad outcome: what the model said", "bad outcome what model said"],
  ["output of it: what the model said", "output of it what model said"],
  ["open <path> is dim", "open * is dim"],
])("what looks like it and says something stays: %s", (text, words) => {
  expect(wordsOf(text)).toBe(words);
});

test.each([
  [["foo: command not found", "<name>: not found", "foo.sh: not found"], "sh not found"],
  [["oh, connect ECONNREFUSED <host>", "connect ECONNREFUSED <host>"], "connect  econnrefused"],
  [["ERESOLVE unable to resolve", "ERESOLVE could not"], "eresolve"],
  [["x: ENOENT: no such file", "ENOENT: no such file, open '<path>'"], "enoent no such file"],
  [["Request failed (ECONNRESET)"], "econnreset"],
  [["oh [Errno 2] No such file: <path>", "[Errno 2] No such file"], "errno 2 no such file"],
  [["oh MCP error -32000: closed"], "mcp error 32000 closed"],
  [["x [SSL: BAD_KEY]: it failed here"], "ssl bad key it failed here"],
  [
    [
      "[ERR_MODULE_NOT_FOUND]: Cannot find package <name> imported from <path>",
      "[ERR_MODULE_NOT_FOUND]: Cannot find package",
    ],
    "err module not found cannot find package",
  ],
])("a code says more than who passed it on: %j", (texts, words) => {
  expect(texts.map(wordsOf)).toEqual(texts.map(() => words));
  for (const text of texts) expect(stem(text).coded).toBe(!words.startsWith("sh"));
});

test.each([
  ["foo bar: not found", "foo bar not found"],
  ["foo: not found here", "not found here"],
  ["ERROR unable to resolve", "error unable to resolve"],
])("no code, and no shell's word: %s", (text, words) => {
  expect(stem(text)).toEqual({ words, coded: false });
});

test.each([
  ["No module named requests", "no module named *"],
  ["No module named 'core.agents'", "no module named agents"],
  ["No module named src", "no module named local"],
  ["No module named a.b", "no module named local"],
  ["python3: No module named pytest", "python m no module named *"],
  ["<path>: No module named src", "python m no module named local"],
])("a package, the framework and one's own folders are missed differently: %s", (text, words) => {
  expect(stem(text)).toEqual({ words, coded: false });
});

test("a statement is told within 512 characters", () => {
  const long = "the lamp of our house is dim ".repeat(20);
  expect(wordsOf(`${long} one`)).toBe(wordsOf(`${long} another`));
});
