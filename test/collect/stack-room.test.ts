// The look for room before work that V8 would end the process for.

import { expect, test } from "vitest";
import { hasStackRoom, tellsOfOverflow } from "../../core/telemetry/collect/stack-room.ts";

test("there is room at the bottom of the stack and none where it has just overflowed", () => {
  const answers: boolean[] = [];
  const dive = (): void => {
    try {
      dive();
    } catch (thrown) {
      answers.push(hasStackRoom());
      throw thrown;
    }
  };
  expect(dive).toThrow(RangeError);
  expect({ deepest: answers[0], above: answers[50], bottom: answers.at(-1), now: hasStackRoom() }).toEqual({
    deepest: false,
    above: false,
    bottom: true,
    now: true,
  });
});

test.each([
  ["Maximum call stack size exceeded", true],
  ["agent failed", false],
  [undefined, false],
  [7, false],
])("%j tells of an overflow: %s", (message, tells) => {
  expect(tellsOfOverflow(message)).toBe(tells);
});
