import fc from "fast-check";
import { expect, test } from "vitest";
import { Lately } from "../../core/telemetry/store/lately.ts";
import { runs } from "../runs.ts";

test("what was kept comes back as it was kept last, and nothing else, whatever looks like it", () => {
  // Of one length, and alike where the lists are chosen by.
  const text = fc.stringMatching(/^[ab]{4}[ab]xyzw$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.nat()), { maxLength: 60 }), text, (kept, other) => {
      const [lately, model] = [new Lately<number>(), new Map<string, number>()];
      for (const [key, value] of kept) {
        expect(lately.get(key)).toBe(model.get(key));
        lately.keep(key, value);
        model.set(key, value);
      }
      for (const key of [...model.keys(), other]) expect(lately.get(key)).toBe(model.get(key));
    }),
    { numRuns: runs(300) },
  );
});

test("with more than five thousand texts it begins anew", () => {
  const lately = new Lately<number>();
  for (let number = 0; number < 5000; number++) lately.keep(`text ${number}`, number);
  expect([lately.get("text 0"), lately.get("text 4999")]).toEqual([0, 4999]);
  lately.keep("one more", 1);
  expect([lately.get("text 0"), lately.get("text 4999"), lately.get("one more")]).toEqual([undefined, undefined, 1]);
});
