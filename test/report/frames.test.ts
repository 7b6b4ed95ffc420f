import { expect, test } from "vitest";
import { ownFrames } from "../../core/telemetry/report/own-frames.ts";
import { sharedFrame } from "../../core/telemetry/report/shared-frame.ts";

test.each([
  ["at run (src/a.ts:10:5)", "at run (src/a.ts)"],
  ["  at run (src/a.ts:10)  ", "at run (src/a.ts)"],
  ["src/a.ts:10:5", "src/a.ts"],
  ["at a:1:2 (src/a.ts:10:5)", "at a:1:2 (src/a.ts)"],
  ['File "src/a.py", line 10, in run', 'File "src/a.py", in run'],
  ["Object.run", "Object.run"],
])("a frame of one's own has no line: %j is %j", (frame, own) => {
  expect(ownFrames([frame])).toEqual([own]);
});

test.each([
  "at run (node:fs:10:5)",
  "at run (/srv/a.ts:10:5)",
  "at run (C:\\a.ts:10:5)",
  "at run (node_modules/a/b.js:1:1)",
  'File "/usr/lib/python3/json.py", line 10, in loads',
  'File "<string>", line 1, in a.b',
  "native",
])("what is outside of the repository is none of its frames: %s", (frame) => {
  expect(ownFrames([frame])).toEqual([]);
});

test("a recursion is one frame, and five are enough", () => {
  expect(ownFrames(["a (a.ts:1)", "a (a.ts:2)", "b (b.ts:1)", "a (a.ts:3)"])).toEqual([
    "a (a.ts)",
    "b (b.ts)",
    "a (a.ts)",
  ]);
  expect(ownFrames([..."abcdefg"].map((name) => `${name} (${name}.ts:1)`))).toHaveLength(5);
});

const SHARED = "12-factor-agents/core/agent";

test.each([
  ["Base.pick (/home/***/12-factor-agents/core/agent.ts:10:5)", `Base.pick (${SHARED}.ts)`],
  ["at async Base.pick (/home/***/12-factor-agents/core/agent.ts:10:5)", `Base.pick (${SHARED}.ts)`],
  ["Base.pick (node_modules/12-factor-agents/core/agent.ts:10)", `Base.pick (${SHARED}.ts)`],
  ["  Base.pick (C:\\dev\\12-factor-agents\\core\\agent.ts:10:5)", "Base.pick (12-factor-agents\\core\\agent.ts)"],
  ["file:///srv/12-factor-agents/core/agent.ts:10:5", `${SHARED}.ts`],
  ['File "/srv/12-factor-agents/core/agent.py", line 10, in pick', `${SHARED}.py`],
  ["/agent.ts:10:5", "agent.ts"],
])("shared code is told by its function and the end of its path: %j", (frame, place) => {
  expect(
    sharedFrame(["at emit (node:events:5:3)", "new Promise (<anonymous>)", frame, "at main (src/main.ts:1:1)"]),
  ).toBe(place);
});

test.each([
  [[]],
  [["native", "at f (node:fs:1:1)"]],
  [["run", "emit", "at main (src/main.ts:1:1)", "at f (/srv/x/y.ts:1:1)"]],
])("nothing is shared where the innermost frame is one's own, or there is none: %j", (stack) => {
  expect(sharedFrame(stack)).toBeUndefined();
});
