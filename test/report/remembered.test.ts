import { expect, test } from "vitest";
import { remembered } from "../../core/telemetry/report/remembered.ts";

test("an answer is kept, and one more than the limit begins anew", () => {
  const asked: string[] = [];
  const answer = remembered(2, (text) => {
    asked.push(text);
    return text.toUpperCase();
  });
  expect([..."abab"].map(answer)).toEqual([..."ABAB"]);
  expect(asked.join("")).toBe("ab");
  expect([..."cac"].map(answer)).toEqual([..."CAC"]);
  expect(asked.join("")).toBe("abca");
});
