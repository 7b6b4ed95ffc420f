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
])("%j tells %j", (message, line) => {
  expect(tellingLine(message)).toBe(line);
});
