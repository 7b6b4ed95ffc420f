// 64 KiB of text made against a pattern: quadratic ones take seconds here, linear ones milliseconds.

import { expect, test } from "vitest";
import { RULES } from "../../core/telemetry/sanitize/index.ts";
import { redact } from "../../core/telemetry/sanitize/redact.ts";

const CHARACTERS = 64 * 1024;
/** For all rules together. */
const LIMIT_MS = 500;

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

test.each(RULES)("text made of the samples of $id, whole and halved, takes linear time", ({ samples }) => {
  for (const [text] of samples.hidden) {
    for (const piece of [text, text.slice(0, text.length >> 1), text.slice(text.length >> 1)]) expectQuick(piece);
  }
});

test("text made against an expression takes linear time", () => {
  for (const piece of PIECES) expectQuick(piece);
});

test("a text that ends badly is as quick as one that ends well", () => {
  for (const end of ["@", "!", "\n", '"', " is not valid JSON"]) {
    for (const piece of ["a", "a1", "1.", "a-b.", " ", "x=y;"]) expectQuick(piece, end);
  }
});

function expectQuick(piece: string, end = ""): void {
  if (piece === "") return;
  const text = piece.repeat(CHARACTERS / piece.length + 1).slice(0, CHARACTERS) + end;
  const started = performance.now();
  redact(text);
  expect(performance.now() - started, `${JSON.stringify(piece)} repeated, then ${JSON.stringify(end)}`).toBeLessThan(
    LIMIT_MS,
  );
}
