import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOfValues } from "../../core/telemetry/report/json-places.ts";

/** Values deeper than a rule's own are not told. */
const DEEPEST = 6;

class Printer {
  text = "";
  readonly lines = new Map<string, number>();

  print(value: unknown, path: readonly (string | number)[] = []): void {
    if (path.length <= DEEPEST) this.lines.set(path.join("/"), this.text.split("\n").length);
    if (typeof value !== "object" || value === null) {
      this.text += JSON.stringify(value);
      return;
    }
    const isList = Array.isArray(value);
    this.text += isList ? "[\n" : "{";
    for (const [index, [key, part]] of Object.entries(value).entries()) {
      this.text += index === 0 ? "" : ",\n";
      this.text += isList ? "" : `${JSON.stringify(key)} : `;
      this.print(part, [...path, isList ? index : key]);
    }
    this.text += isList ? "]" : "\n}";
  }
}

test("every value of a JSON text is found on its line", () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 9 },
      fc.constantFrom<unknown>(null, true, -1.5e3, "", "a\nb", 'say "a": [1, {', "x:", "\\"),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", "b:", 'c"', "d\\", "{"), tie("value"), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, (json) => {
      const printer = new Printer();
      printer.print(json);
      expect(JSON.parse(printer.text)).toEqual(json);
      expect(linesOfValues(printer.text)).toEqual(printer.lines);
    }),
  );
});

test("a mistake deep in a file is found however deep it is", () => {
  const deep = (depth: number) => `${"[".repeat(depth)}1,\n2${"]".repeat(depth)}`;
  expect(linesOfValues(deep(6)).get("0/0/0/0/0/1")).toBe(2);
  expect(linesOfValues(deep(100_000)).size).toBeLessThan(10);
});
