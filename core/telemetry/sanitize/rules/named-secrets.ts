// Secrets by the name before them: `password=...`, `"api_key": "..."`, `--token ...`, `X-Api-Key: ...`, `<password>...`.
// The largest family of leaks, and the one that tables of key shapes miss.
//
// One walk: find a telling word, take the whole name around it, judge the name, read what is assigned, judge that.
// Each step starts where the last one ended, so the time is linear however often a word comes.

import { isRunCharacter } from "../characters.ts";
import { type Hide, type RedactionRule, skip } from "../rule.ts";
import type { Scan } from "../scan.ts";
import { isSecretValue, type Strength, strengthOf } from "./secret-words.ts";

/** A name has one of them; the shorter ones are in many words, which `strengthOf` sorts out. */
const TELLING =
  "pass psw pwd pw secret token key cred auth login sig session sid cookie bearer jwt dsn otp salt nonce seed mnemonic account id".split(
    " ",
  );
/** Characters of a name on either side of its telling word. */
const NAME_CHARACTERS = 64;
/** Characters of a value that are judged; a secret shows sooner. */
const JUDGED_CHARACTERS = 96;

// What stands between a name and its value: closing quotes, a type, then `=` in one of its forms, `:`, `>`, a call.
const ASSIGNMENT =
  /["'`)\]}\\]{0,4}\s{0,8}(?:&?(?:string|str|String|char ?\*)\s{1,4})?(?:[:?.+!]{0,3}={1,3}[>~]?|:{1,2}|->|<-|>|(?:%3[AaDd])|,(?=\s{0,4}["'`])|\.\w{1,16}\(|\((?=["'`])|(?:or|\|\||\?\?)(?=\s)|(?:is|was|to)(?=\s)|value=)\s{0,8}/y;
const SPACE = /["'`]?\s{1,4}/y;
const OPENING = /(?:@|[bru](?=["'`]))?(?:\\{0,3}["'`]|&quot;|%22)/y;
/** Signs of the text around an unquoted value that may stand behind it. */
const CLOSING = 8;
/** A longer value is a key shape of its own, or hidden up to here. */
const UNQUOTED = /[^\s"'`<]{1,1024}/y;

export const namedSecret: RedactionRule = {
  id: "named-secret",
  placeholder: "***TOKEN***",
  needles: TELLING,
  patterns: [ASSIGNMENT, SPACE, OPENING, UNQUOTED],
  find: namedSecrets,
  source: "OWASP Logging Cheat Sheet, data to exclude; CWE-532",
  samples: {
    hidden: [
      ["login failed: password=hunter2!", "login failed: password=***TOKEN***"],
      ['{"api_key": "abcd1234efgh"}', '{"api_key": "***TOKEN***"}'],
      ["curl --token abcd1234 failed", "curl --token ***TOKEN*** failed"],
      ["DB_PASSWORD: s3cr3t!", "DB_PASSWORD: ***TOKEN***"],
      ["awsSecretAccessKey := `a1B2c3D4e5`", "awsSecretAccessKey := `***TOKEN***`"],
      ["{'client_secret': 'two words 2'}", "{'client_secret': '***TOKEN***'}"],
      ["<password>hunter2</password>", "<password>***TOKEN***</password>"],
      ["GET /cb?access_token=a1b2c3d4e5&state=7 failed", "GET /cb?access_token=***TOKEN***&state=7 failed"],
      ['setProperty("ACME_TOKEN", "a1b2c3d4e5")', 'setProperty("ACME_TOKEN", "***TOKEN***")'],
      ["X-Api-Key: 9f8e7d6c5b", "X-Api-Key: ***TOKEN***"],
      ['{\\"token\\": \\"a1b2c3d4\\"}', '{\\"token\\": \\"***TOKEN***\\"}'],
    ],
    kept: [
      "token limit exceeded",
      "Unexpected token: expected ';'",
      "Unexpected token '}', expected ','",
      "api_key: missing",
      "password=undefined",
      "max_tokens: 4096",
      "KeyError: 'password'",
      "primary key: user_id",
      'cursorKey = "12"',
      "access_token_url=https://example.com/token",
      "password=$DB_PASSWORD",
      "token: string",
      "secret = os.environ['SECRET']",
      "keyboard: qwerty",
      "id: 42",
    ],
  },
};

function namedSecrets({ text }: Scan, places: readonly number[], hide: Hide): void {
  let from = 0;
  for (const place of places) {
    if (place < from) continue;
    const start = leftEnd(text, place, from);
    const end = rightEnd(text, place);
    const strength = strengthOf(text.slice(start, end));
    from = (strength === "none" ? undefined : hideAssigned(text, start, end, strength, hide)) ?? end;
  }
}

/** Answers where the value ends that it hid. */
function hideAssigned(
  text: string,
  nameStart: number,
  nameEnd: number,
  strength: Strength,
  hide: Hide,
): number | undefined {
  const name = text.slice(nameStart, nameEnd);
  const isFlag = name.startsWith("-");
  const assigned = skip(ASSIGNMENT, text, nameEnd);
  const isAssigned = assigned !== undefined;
  if (strength === "weak" && !isAssigned && !isFlag) return undefined; // "primary key 12" is a sentence
  const at = assigned ?? skip(SPACE, text, nameEnd);
  if (at === undefined) return undefined;
  const operator = isAssigned ? text.slice(nameEnd, at).trim() : isFlag ? "flag" : "space";
  const start = skip(OPENING, text, at) ?? at;
  if (text.startsWith("***", start)) return undefined; // hidden at an earlier look
  const isQuoted = start > at;
  const end = isQuoted ? quotedEnd(text, start) : unquotedEnd(text, start, /[?&]/.test(text[nameStart - 1] ?? ""));
  const secret = text.slice(start, Math.min(end, start + JUDGED_CHARACTERS));
  const isPassword = /pass|pwd|pw$|psw/i.test(name);
  if (!isSecretValue(secret, { strength, operator, isQuoted, isPassword })) return undefined;
  hide(start, end);
  return end;
}

/** Up to the quote that closes: the same sign, behind as many back slashes. */
function quotedEnd(text: string, start: number): number {
  const sign =
    text[start - 1] === ";" ? "&quot;" : text.slice(start - 3, start) === "%22" ? "%22" : (text[start - 1] ?? "");
  const slashes = /\\{0,3}$/.exec(text.slice(Math.max(0, start - 4), start - 1))?.[0] ?? "";
  let end = text.indexOf(slashes + sign, start);
  while (slashes === "" && end > start && text[end - 1] === "\\") end = text.indexOf(sign, end + 1);
  const line = text.indexOf("\n", start);
  return end === -1 || (line !== -1 && line < end) ? unquotedEnd(text, start, false) : end;
}

function unquotedEnd(text: string, start: number, isQuery: boolean): number {
  const word = text.slice(start, skip(UNQUOTED, text, start) ?? start);
  const parameter = isQuery ? word.search(/[&#]/) : -1;
  if (parameter !== -1) return start + parameter;
  let end = start + word.length;
  while (!isQuery && start + word.length - end < CLOSING && "),;}]".includes(text[end - 1] as string)) end--;
  return end;
}

function leftEnd(text: string, index: number, from: number): number {
  let start = index;
  const least = Math.max(from, index - NAME_CHARACTERS);
  while (start > least && isNamePart(text.charCodeAt(start - 1))) start--;
  return start;
}

function rightEnd(text: string, index: number): number {
  let end = index;
  const most = Math.min(text.length, index + NAME_CHARACTERS);
  while (end < most && isNamePart(text.charCodeAt(end))) end++;
  while (end > index && ".-".includes(text[end - 1] as string)) end--;
  return end;
}

/** `-`, `.`, `$` and what a run has, but `+` and `=`. */
function isNamePart(unit: number): boolean {
  return unit === 0x2e || unit === 0x24 || (isRunCharacter(unit) && unit !== 0x2b && unit !== 0x3d);
}
