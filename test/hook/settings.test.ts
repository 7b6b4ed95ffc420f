import fc from "fast-check";
import { expect, test } from "vitest";
import { withHooks, withoutHooks } from "../../tools/hook/settings.ts";

const OWN = { hooks: [{ type: "command", command: '"/usr/bin/node" "/opt/12-factor-telemetry/hook/main.js" x' }] };
const ENTRIES = { PostToolUse: OWN, StopFailure: OWN };

const FILES: Readonly<Record<string, string>> = {
  "comments, a trailing comma, odd spaces":
    '{\n    // mine\n    "model": "opus",\n    "hooks": {\n        "PostToolUse": [{ "matcher": "Edit", "hooks": [{"type": "command", "command": "prettier"}] }], // keep\n    },\n    "x": [1,2,   3]\n}\n',
  "one line": '{"a":{"b":[1, 2]},"hooks":{"Stop":[]}}',
  "tabs and windows line ends":
    '{\r\n\t"hooks": {\r\n\t\t"PostToolUse": [\r\n\t\t\t{ "hooks": [ { "command": "x" } ] }\r\n\t\t]\r\n\t}\r\n}\r\n',
  "no hooks": '{\n  "theme": "dark"\n}\n',
  "no hooks and no newline": '{ "theme": "dark" }',
  "hooks of others in the same entry": `{"hooks":{"PostToolUse":[{"hooks":[{"command":"a"},{"command":"b"}]}]}}`,
};

test.each(Object.entries(FILES))("%s: what is not ours stays byte for byte", (_name, text) => {
  const installed = withHooks(text, ENTRIES);
  expect(parsed(installed).hooks).toMatchObject({ StopFailure: [OWN] });
  expect(parsed(installed).hooks.PostToolUse.at(-1)).toEqual(OWN);
  expect(withoutHooks(installed)).toBe(text);
  expect(withHooks(installed, ENTRIES)).toBe(installed);
});

/** JSON with comments and trailing commas; no string of these files looks like either. */
const parsed = (text: string) => JSON.parse(text.replace(/\/\/ .*$/gm, "").replace(/,(\s*[}\]])/g, "$1"));

test("any settings come back as they were, but for what was empty", () => {
  const key = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 3 });
  const entry = fc.record({
    matcher: fc.constantFrom("*", "Edit"),
    hooks: fc.array(fc.record({ command: key }), { minLength: 1, maxLength: 3 }),
  });
  const hooks = fc.dictionary(
    fc.constantFrom("PostToolUse", "StopFailure", "Stop"),
    fc.array(entry, { minLength: 1, maxLength: 3 }),
    { minKeys: 1 },
  );
  const settings = fc.record({ x: fc.anything({ maxDepth: 2 }), hooks }, { requiredKeys: [] });
  fc.assert(
    fc.property(settings, fc.constantFrom(undefined, 2, 4, "\t"), (value, indent) => {
      const text = `${JSON.stringify(value, null, indent)}\n`;
      const installed = withHooks(text, ENTRIES);
      expect(JSON.parse(installed).hooks.StopFailure.at(-1)).toEqual(OWN);
      expect(JSON.parse(withoutHooks(installed))).toEqual(JSON.parse(text));
    }),
  );
});

test("a broken file is named with its line", () => {
  expect(() => withHooks('{\n  "a": 1\n  "b": 2\n}', ENTRIES)).toThrow("line 3: CommaExpected");
  expect(() => withHooks("[]", ENTRIES)).toThrow("it must hold one JSON object");
});
