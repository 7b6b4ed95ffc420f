// What holds for every text, not for chosen ones. Texts are mixed from the rules' own samples, for those come closest.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { EventDraft, TelemetryEvent } from "../../core/telemetry/event.ts";
import { CONTEXT_KEYS, RULES, sanitizeEvent, sanitizeText } from "../../core/telemetry/sanitize/index.ts";
import { runs } from "../runs.ts";

const SAMPLES = RULES.flatMap(({ samples }) => [...samples.hidden.flat(), ...samples.kept]);
const WORDS = SAMPLES.flatMap((sample) => sample.split(/(?<=[\s=:"'@/])/));
const PLACEHOLDERS = [...new Set(RULES.map(({ placeholder }) => placeholder))];
const NEEDLES = RULES.flatMap(({ needles }) => [...needles]);
const SEPARATORS = [..."\n\r\t =:@/\\\"'`~.,;-*{}[]<>()&%$|#_", ": ", "://", "::", "--", "```", "***", "", " [...] "];
const LEADS = [
  "/home/",
  "/Users/",
  "C:\\Users\\",
  "token=",
  "--token ",
  "issue body: ",
  "input_value='",
  "Bearer ",
  "v",
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...SAMPLES) },
  { weight: 4, arbitrary: fc.constantFrom(...SEPARATORS, ...LEADS) },
  { weight: 2, arbitrary: fc.constantFrom(...PLACEHOLDERS, ...NEEDLES) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...WORDS, ...SEPARATORS, ...PLACEHOLDERS), fc.integer({ min: 2, max: 60 }))
      .map(([text, times]) => text.repeat(times)),
  },
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

test("sanitizing twice changes nothing, whatever the text and the limit", () => {
  const law = fc.property(text, fc.constantFrom(4096, 4096, 4096, 300, 200, 100), (private_, limit) => {
    const once = sanitizeText(private_, new Map(), limit);
    expect(once.length).toBeLessThanOrEqual(limit);
    expect(sanitizeText(once, new Map(), limit)).toBe(once);
    expect(sanitizeText(once)).toBe(once);
  });
  fc.assert(law, { numRuns: runs(20_000) });
});

test("what a rule hides stays hidden between any two neighbours that are set apart", () => {
  const apart = fc.constantFrom(" ", "\n", " - ", "; ");
  const secret = fc.constantFrom(
    "grace.hopper@example.org",
    "/home/hopper/notes.md",
    "C:\\Users\\hopper\\notes.md",
    "postgres://app:hopper@db/main",
    `ghp_hopper${"a1B2".repeat(9)}`,
  );
  const law = fc.property(text, apart, secret, text, (before, gap, private_, after) => {
    expect(sanitizeText(before + gap + private_ + gap + after)).not.toMatch(/hopper/);
  });
  fc.assert(law, { numRuns: runs(5_000) });
});

test("a sanitized event has only strings that survive sanitizing", () => {
  const seen: fc.Arbitrary<EventDraft> = fc.record({
    timestamp: text,
    repo: text,
    agent: text,
    error_type: text,
    error_message: text,
    context: fc.dictionary(fc.constantFrom(...CONTEXT_KEYS, "secret", "__proto__"), fc.oneof(text, fc.anything())),
    telemetry_id: text,
    stack: fc.array(text, { maxLength: 30 }),
    cause: fc.array(fc.record({ error_type: text, error_message: text }), { maxLength: 8 }),
    source: text,
    commit: text,
  });
  const law = fc.property(seen, (draft) => {
    const event = sanitizeEvent(draft);
    for (const string of stringsOf(event)) expect(sanitizeText(string)).toBe(string);
    expect(sanitizeEvent(event)).toEqual(event);
  });
  fc.assert(law, { numRuns: runs(1_000) });
});

test("a text that never settles is hidden as a whole", () => {
  // The placeholder does not fit, the cut goes through it, and the rest of it is a secret again.
  const endless = `${"-".repeat(180)}input_value=bad word`;
  expect(sanitizeText(endless, new Map(), 200)).toBe("***CONTENT***");
  expect(sanitizeText(endless)).toContain("-input_value=***CONTENT*** word");
});

function stringsOf(event: TelemetryEvent): string[] {
  const strings: string[] = [];
  JSON.stringify(event, (_, value) => {
    if (typeof value === "string") strings.push(value);
    return value;
  });
  return strings;
}
