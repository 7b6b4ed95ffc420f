import { expect, test } from "vitest";
import { tellingLine } from "../../core/telemetry/report/telling-line.ts";

test.each([
  ["one line", "one line"],
  [
    'Traceback (most recent call last):\n  File "/srv/a.py", line 3, in f\n    g()\nValueError: first\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "/srv/a.py", line 9, in h\nKeyError: \'last\'',
    "KeyError: 'last'",
  ],
  [
    "TypeError: x is not a function\n    at f (/srv/a.js:1:2)\n    at g (/srv/b.js:3:4)",
    "TypeError: x is not a function",
  ],
  [
    "java.lang.RuntimeException: outer\n\tat a.B.c(B.java:1)\nCaused by: java.io.IOException: inner\n\tat d.E.f(E.java:2)",
    "Caused by: java.io.IOException: inner",
  ],
  [
    "src/a.c: In function 'main':\nsrc/a.c:3:5: error: 'x' undeclared\nsrc/a.c:9:1: error: expected ';'",
    "src/a.c:3:5: error: 'x' undeclared",
  ],
  [
    "> build\n> tsc\n\nsrc/a.ts(3,5): error TS2322: Type 'a' is not assignable.\nsrc/b.ts(1,1): error TS1005: ';' expected.",
    "src/a.ts(3,5): error TS2322: Type 'a' is not assignable.",
  ],
  [
    "npm ERR! code E404\nnpm ERR! 404 Not Found - GET https://x.org/y\nnpm ERR! A complete log of this run can be found in: /x",
    "npm ERR! 404 Not Found - GET https://x.org/y",
  ],
  [
    "Cloning into 'x'...\nremote: Enumerating objects: 3\nfatal: unable to access 'https://x.org/': timed out",
    "fatal: unable to access 'https://x.org/': timed out",
  ],
  ["$ git push\nerror: src refspec main does not match any", "error: src refspec main does not match any"],
  ["the command cannot be run because\nthe shell is missing", "the command cannot be run because the shell is missing"],
  ["\u001b[31merror\u001b[39m: bad", "error: bad"],
  ['{\n  "error": {\n    "message": "no",\n    "code": 4\n  }\n}', '{ "error": { "message": "no", "code": 4 } }'],
  ["  \n ---\n", "---"],
  ["fine\nnot at all\nfine", "not at all"],
  ["KeyError\nIt failed", "KeyError"],
  ["ValueError: one\nTypeError: two", "TypeError: two"],
  ["error: one\nerror: two", "error: one"],
  ["ERROR: one\nERROR: two", "ERROR: two"],
  ["fatal: it is not\nerror: and not that", "fatal: it is not"],
  ["exited with 1\nit is dim", "it is dim"],
  ["ada@host:~/x$ git push\nit broke", "it broke"],
  ["web-1  | starting\nweb-1  | error: the lamp is dim", "error: the lamp is dim"],
  ["<tool_use_error>it broke</tool_use_error>", "it broke"],
  ["the lamp is dim\nCaused by:\n    0: it is old\n    1: it has no oil\n\nStack", "it has no oil"],
])("%j tells %j", (message, line) => {
  expect(tellingLine(message)).toBe(line);
});

test.each([
  [
    "hint: Updates were rejected because\nhint: the tip is behind.",
    "hint: Updates were rejected because the tip is behind.",
  ],
  ["remote: error: cannot\nremote: push it", "remote: error: cannot push it"],
  ["Could not resolve:\n  the host", "Could not resolve: the host"],
  ["cannot run: a b c d e:\nthe list of it", "cannot run: a b c d e:"],
  ["It failed since the lamp,\nwhich is old, is dim", "It failed since the lamp, which is old, is dim"],
  ["It failed since the lamp,\nWhich is old, is dim", "It failed since the lamp, Which is old, is dim"],
  ["It failed for lack of\nThe oil", "It failed for lack of The oil"],
  ['It failed with "the lamp\nIs Dim"', 'It failed with "the lamp Is Dim"'],
  ["The lamp failed\nand is old", "The lamp failed and is old"],
  ["The lamp failed\nAnd is old", "The lamp failed"],
  ["The lamp failed.\nand is old", "The lamp failed."],
  ["The lamp failed\nold", "The lamp failed"],
  ["The lamp failed\n'the lamp' is old", "The lamp failed 'the lamp' is old"],
  ["The 'lamp failed'\n'the lamp' is old", "The 'lamp failed'"],
  ["The lamp failed of\nerror: another", "error: another"],
  ["error: the lamp failed of\nhint: light it", "error: the lamp failed of"],
  ["sh: it failed of\nsh: another", "sh: it failed of"],
  ["a.c:1: it failed of\nb.c: another", "a.c:1: it failed of b.c: another"],
  [`It failed,\n${"again,\n".repeat(12)}and again`, `It failed, ${"again, ".repeat(7).trim()}`],
])("a sentence that was wrapped is one line again, and takes no other with it: %j", (message, line) => {
  expect(tellingLine(message)).toBe(line);
});

test("of a long message the beginning and the end are looked at", () => {
  const lines = (error: number) =>
    Array.from({ length: 200 }, (_, at) => (at === error ? "error: it is dim" : `Line ${at}.`));
  for (const at of [0, 63, 136, 199]) expect(tellingLine(lines(at).join("\n"))).toBe("error: it is dim");
  for (const at of [64, 135]) expect(tellingLine(lines(at).join("\n"))).toBe("Line 0.");
  expect(tellingLine("x".repeat(5000))).toBe("x".repeat(4096));
});
