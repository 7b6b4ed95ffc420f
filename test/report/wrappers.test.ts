import { expect, test } from "vitest";
import { unwrap } from "../../core/telemetry/report/wrappers.ts";

const LAMP = "the lamp is dim";

test.each([
  ["ValueError: %", "ValueError"],
  ["APIError: OpenAIException - %", "APIError"],
  ["litellm.APIError: APIError: OpenAIException - %", "APIError"],
  ["OpenAIException: %", "OpenAIException"],
  ["ValueError: TypeError: %", "TypeError"],
  ["app.core.Oops: %", "Oops"],
  ["TypeError [ERR_LAMP]: %", "TypeError"],
  ["GraphRecursionError('%')", "GraphRecursionError"],
  ["Max(x): y (Caused by NewError('%'))", "NewError"],
  ["ProtocolError('Aborted.', ResetError(104, '%'))", "ProtocolError"],
])("%s names the error's type", (wrapper, type) => {
  expect(unwrap(wrapper.replace("%", LAMP))).toEqual({ text: LAMP, type });
});

test.each([
  "Error: %",
  "internal error: %",
  "429: %",
  "ERROR: %",
  "LLM request failed: %",
  "failed to load [a]: %",
  "task 5 raised: %",
  "an error occurred: %",
  "404 %",
  "status code 429, %",
  "HTTP/1.1 500 Internal Server Error: %",
  "503 - %",
  "error code: 400: %",
  'Query("%")',
  'Query(5, "%")',
  '"%"',
  "'%'",
  "`%`",
  "('%', 5)",
  "('Connection aborted.', Closed('%'))",
  "x Caused by: %",
  '{"message": "%", "code": 5}',
  '{"error": {"message": "%"}}',
  '{"error": "%"}',
  '{"detail": "%"}',
  "{'msg': '%'}",
  '{"error_message":"%"',
  'Error code: 429 - {"message": "%"}',
  'b\'{"error": "%"}\'',
  '{\\"message\\": \\"%\\"}',
  "{ [Error: %] code: 5 }",
  'oh {"error": "%"}',
  '"message": "%"',
  'level=error msg="request failed" err="%"',
  'time=10:30 level=error msg="%"',
  "oh message: %",
  "oh msg: %",
])("around an error's own words stands %s", (wrapper) => {
  expect(unwrap(wrapper.replace("%", LAMP)).text).toBe(LAMP);
});

test.each([
  ["ValueError: ", "nothing behind it"],
  ["Oops: it is bad", "no type"],
  ["LLM request failed: dim", "too few words to say it alone"],
  ["LLM request failed: 'no such lamp here'", "a value that the statement is about"],
  ["LLM request failed: permission denied for all", "an errno's text, which says nothing alone"],
  ["verify failed: the lamp is dim", "OpenSSL's own words"],
  ["failed to load [a: the lamp is dim", "within brackets"],
  ["failed to load...: the lamp is dim", "a text that was cut"],
  ["could not load x - the lamp is dim", "a dash"],
  ["404 nothing", "a status with one word"],
  ["x 404 The model is gone", "a status within"],
  ["'dim'", "one word in quotes"],
  ["foo('dim')", "a call with one word"],
  ["foo('a \\\": b c d')", "an object in a text, torn"],
  ['{"x": "y"}', "an object that says nothing"],
  ['{"message": ""}', "an empty message"],
  ['{"message": "***SECRET***"}', "a hidden message"],
  ['the lamp of this house is dim again since {"error": "x"}', "a statement of its own before an object"],
  ['the lamp is dim {"code": "x"}', "an object with nothing but a code"],
  ["oh message: dim", "one word behind a key"],
  ['x level=error msg="the lamp is dim"', "fields that begin late"],
])("%s stays: %s", (text) => {
  expect(unwrap(text).text).toBe(text);
});

test.each([
  ['{"code": "rate_limit"}', "rate_limit"],
  ['{"type": "overloaded"}', "overloaded"],
  ['{"message": "***SECRET***", "error": "no oil"}', "no oil"],
  ['{"message": "say \\"dim\\" now", "x": 1}', 'say "dim" now'],
  ['{"message": "one\\nand\\ttwo", "x": 1}', "one and two"],
  ["{'message': 'it's dim', 'x': 1}", "it's dim"],
  ['{"message": "one", "x": "two"}', "one"],
  ['{"message": "torn and', "torn and"],
  ['Say("so \\"dim\\" it is")', 'so "dim" it is'],
])("of an object or a text in quotes that is told which says most: %s", (text, told) => {
  expect(unwrap(text).text).toBe(told);
});

test.each([
  ["The lamp is dim. Please light it", "The lamp is dim"],
  ["Dim. Please light it", "Dim"],
  ["Dim. Light it now", "Dim. Light it now"],
  ["The lamp is dim, please light it", "The lamp is dim"],
  ["The lamp is dim... and more", "The lamp is dim"],
  ["The lamp is dim! Help", "The lamp is dim"],
  ["The lamp is dim | usage", "The lamp is dim"],
  ["The lamp is dim: Because it is", "The lamp is dim"],
  ["The lamp is dim. However it burns", "The lamp is dim. However it burns"],
  ["The lamp, e.g. This one, is dim. See", "The lamp, e.g. This one, is dim"],
  ["The lamp 'is dim. Really' so. See", "The lamp 'is dim. Really' so"],
  ["The `lamp is. Dim` now. See", "The `lamp is. Dim` now"],
  ["The lamp is dim. Details: [Errno 2] No such file", "[Errno 2] No such file"],
  ["It used 1.5 GiB. All of it", "It used 1.5 GiB"],
])("the first sentence says it: %j", (text, sentence) => {
  expect(unwrap(text).text).toBe(sentence);
});
