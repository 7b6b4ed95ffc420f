import { expect, test } from "vitest";
import { explain } from "../../core/telemetry/report/index.ts";

const STACK = [
  "IssueFixerAgent.run (src/agents/fixer.ts:10:5)",
  "async BaseAgent.executeTask (src/agents/base.ts:44:7)",
  "main (src/main.ts:3:1)",
];
const groupOf = (stack?: string[], error_message = "It broke", error_type = "Error") =>
  explain({ error_type, error_message, ...(stack && { stack }) }).group;

test("a group is 16 hex digits, the same every time", () => {
  expect(groupOf(STACK)).toMatch(/^[0-9a-f]{16}$/);
  expect(groupOf(STACK)).toBe(groupOf([...STACK]));
});

test.each([
  ["line numbers", STACK.map((frame) => frame.replace(/\d+:\d+/, "99:9"))],
  ["columns", STACK.map((frame) => frame.replace(/:\d+\)$/, ")"))],
  [
    "frames of Node",
    [STACK[0], "process.processTicksAndRejections (node:internal/process/task_queues:95:5)", ...STACK.slice(1)],
  ],
  [
    "frames of dependencies",
    [
      STACK[0],
      "retry (node_modules/p-retry/index.js:3:9)",
      "call (lib/python3.12/site-packages/x/y.py:3)",
      ...STACK.slice(1),
    ],
  ],
  [
    "frames outside of the repository",
    [STACK[0], "spawn (/usr/lib/thing.js:1:1)", "/usr/lib/other.js:4:2", ...STACK.slice(1)],
  ],
  ["frames without a place", [STACK[0], "new Promise (<anonymous>)", "native", ...STACK.slice(1)]],
  ["how deep a recursion went", [STACK[0], STACK[0], STACK[0]?.replace("10:5", "12:1"), ...STACK.slice(1)]],
] as [string, string[]][])("%s do not matter", (_name, stack) => {
  expect(groupOf(stack)).toBe(groupOf(STACK));
});

test("callers further out than five frames do not matter, nearer ones do", () => {
  const deep = Array.from({ length: 8 }, (_, index) => `f${index} (src/f${index}.ts:1:1)`);
  expect(groupOf([...deep.slice(0, 5), "other (src/other.ts:1:1)"])).toBe(groupOf(deep));
  expect(groupOf([...deep.slice(0, 4), "other (src/other.ts:1:1)"])).not.toBe(groupOf(deep));
});

test("type, template, function and file tell groups apart; a varying part does not", () => {
  const groups = [
    groupOf(STACK),
    groupOf(),
    groupOf(STACK, "It broke", "TypeError"),
    groupOf(STACK, "It broke twice"),
    groupOf([STACK[0]?.replace("run", "walk") as string, ...STACK.slice(1)]),
    groupOf([STACK[0]?.replace("fixer.ts", "filer.ts") as string, ...STACK.slice(1)]),
    groupOf(STACK.slice(1)),
  ];
  expect(new Set(groups).size).toBe(groups.length);
  expect(groupOf(STACK, "task 17 broke")).toBe(groupOf(STACK, "task 18 broke"));
});

test("a family is the rule's, else of type and template whatever the frames", () => {
  const unknown = { error_type: "Error", error_message: "It broke" };
  expect(explain({ ...unknown, stack: STACK }).family).toBe(explain(unknown).family);
  expect(explain(unknown)).toMatchObject({
    family: expect.stringMatching(/^[0-9a-f]{16}$/),
    rules: [],
    suggestion: "",
    template: "It broke",
  });
  expect(explain({ error_type: "GitError", error_message: "index.lock" })).toMatchObject({
    family: "git-index-lock",
    rules: ["git-index-lock"],
  });
});

test("thousands of failures make thousands of groups", () => {
  const groups = Array.from({ length: 20_000 }, (_, index) => groupOf([`f (src/${index}.ts:1:1)`]));
  expect(new Set(groups).size).toBe(groups.length);
});

test.each([
  ["the lamp is dim", []],
  ["2026-11-22 10:30:00 ERROR the lamp is dim", ["2026-11-22 10:30:00 ERROR"]],
  ["APIError: 429 {'message': 'the lamp is dim', 'code': 5}", ["APIError: 429 {'message': '", "', 'code': 5}"]],
])("of %j it is told what was seen past, before the statement and behind it", (error_message, dropped) => {
  expect(explain({ error_type: "Error", error_message }).key).toMatchObject({
    words: "lamp is dim",
    frames: [],
    dropped,
  });
});
