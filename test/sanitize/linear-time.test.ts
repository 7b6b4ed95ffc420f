// 64 KiB of text made against a pattern: quadratic ones take seconds here, linear ones milliseconds.

import { expect, test } from "vitest";
import { RULES } from "../../core/telemetry/sanitize/index.ts";

const CHARACTERS = 64 * 1024;
const LIMIT_MS = 250;

const PIECES = [
  ..."a1A.-@ \n/\\:~\"'%=",
  ...["a:", "::", "1:", "1.", "a@", "a.", "a-", "a@a.", "1.1.1.1/", "255.255.255.", "' a", "a=b ", "a.a@a-"],
  ...[
    "key=",
    'key="',
    "token: ",
    "--token ",
    "passwordpassword",
    "pwd:=",
    'secret\\"',
    "bearer ",
    "cookie: a=bcdefghi ",
  ],
  ...["authorization: Bearer ", "-----BEGIN ", "-----BEGIN A PRIVATE KEY", "-----BEGIN PRIVATE KEY-----", "sk-a1"],
  ...[
    "eyJ",
    "eyJaaaaaaaa.",
    "eyJaaaaaaaa.eyJaaaa",
    "SG.aaaaaaaaaaaaaaaa.",
    "hvs.",
    "```",
    "``` ",
    "```a",
    "fe80::",
    "f:",
  ],
  ...["issue", "issue: ", "issue description 1:", "http://", "a://", "http://a:b", "http://a@", "/home/", "/home/a"],
  ...["/Users/A A ", "/home/a Ab Ab Ab", "C:\\Users\\", "C:/Users/a b ", "~a", "~a.", "input_value=", "input_value='"],
  ...['JSON: "', 'Unexpected token a, "', 'Unexpected token a, " is not valid JSON', "word ", "\u0000", "\ud800", "İ"],
];

test.each(RULES)("$id looks at 64 KiB of hostile text in linear time", ({ id, pattern, accepts, samples }) => {
  const own = samples.hidden.flatMap(([text]) => [text, text.slice(0, text.length >> 1), text.slice(text.length >> 1)]);
  for (const piece of [...PIECES, ...own]) {
    const text = piece.repeat(CHARACTERS / piece.length + 1).slice(0, CHARACTERS);
    const started = performance.now();
    for (const match of text.matchAll(pattern))
      accepts?.(match[0], text.slice(Math.max(0, match.index - 300), match.index));
    expect(performance.now() - started, `${id} on ${JSON.stringify(piece)} repeated`).toBeLessThan(LIMIT_MS);
  }
});

test("a text of 64 KiB that ends badly is as quick as one that ends well", () => {
  for (const { id, pattern } of RULES) {
    for (const end of ["", "@", "!", "\n", '"', " is not valid JSON"]) {
      for (const filler of ["a", "a1", "1.", "a-b.", " ", "x=y;"]) {
        const text = filler.repeat(CHARACTERS / filler.length) + end;
        const started = performance.now();
        text.replace(pattern, "");
        expect(performance.now() - started, `${id} on ${filler}...${end}`).toBeLessThan(LIMIT_MS);
      }
    }
  }
});
