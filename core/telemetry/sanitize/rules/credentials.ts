// Credentials where protocols carry them: headers, cookies, addresses, command lines, key files.

import { atNeedles, byPattern, type Hide, type RedactionRule, skip } from "../rule.ts";
import type { Scan } from "../scan.ts";

const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[^-]{0,20}-----|Private-Lines: \d{1,3}\s/y;
const KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY[^-]{0,20}-----/y;
/** Characters of a key that has lost its beginning. */
const LEAST_BODY = 16;
const KEY_CHARACTER = /[A-Za-z0-9+/=\s\\]/;

export const privateKey: RedactionRule = {
  id: "private-key",
  placeholder: "***TOKEN***",
  needles: ["-----begin ", "-----end ", "private-lines: "],
  patterns: [KEY_BEGIN, KEY_END],
  find: privateKeys,
  source: "RFC 7468; a key that was cut has no BEGIN or no END line; PuTTY's own format",
  samples: {
    hidden: [
      [
        "bad key -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- given",
        "bad key ***TOKEN*** given",
      ],
      ["-----BEGIN PRIVATE KEY-----\nMIIE", "***TOKEN***"],
    ],
    kept: ["-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"],
  },
};

/** From where it begins to its end, or to that of the text; without a beginning, back from its end. */
function privateKeys({ text }: Scan, places: readonly number[], hide: Hide): void {
  let done = 0;
  for (let index = 0; index < places.length; index++) {
    const place = places[index] as number;
    if (place < done) continue;
    if (skip(KEY_BEGIN, text, place) !== undefined) {
      done = keyEnd(text, places, index + 1);
      hide(place, done);
      continue;
    }
    const end = skip(KEY_END, text, place);
    const start = keyBodyStart(text, place, done);
    if (end === undefined || place - start < LEAST_BODY) continue;
    hide(start, end);
    done = end;
  }
}

function keyEnd(text: string, places: readonly number[], from: number): number {
  for (let index = from; index < places.length; index++) {
    const end = skip(KEY_END, text, places[index] as number);
    if (end !== undefined) return end;
  }
  return text.length;
}

function keyBodyStart(text: string, end: number, least: number): number {
  let start = end;
  while (start > least && KEY_CHARACTER.test(text[start - 1] as string)) start--;
  return start;
}

export const authorization: RedactionRule = {
  id: "authorization",
  placeholder: "***TOKEN***",
  needles: ["bearer", "basic", "authorization", "ntlm", "negotiate", "apikey", "aws4-hmac"],
  ...atNeedles(
    /\b(?:(?:bearer|basic|ntlm|negotiate|apikey|aws4-hmac-sha256)\s{1,8}|authorization["'\\]{0,3}\s{0,4}[:=,]\s{0,4}["'\\/]{0,3}(?:[A-Za-z][\w-]{2,20}\s{1,8}(?=["'\\/]{0,3}[\w~@+/=%;,$.:-]{6}))?(?!\*))/iy,
    /["'\\/]{0,3}[\w~@+/=%;,$.:-]{6,4096}/y,
    (secret) => /\d|=$/.test(secret) || /^[A-Za-z]{40,}$/.test(secret),
  ),
  source: "RFC 9110 section 11.4",
  samples: {
    hidden: [
      ["Authorization: Bearer abc.def-123456", "Authorization: Bearer ***TOKEN***"],
      ["sent 'authorization': 'Basic dXNlcjpwYXNz12=='", "sent 'authorization': '***TOKEN***'"],
    ],
    kept: ["Bearer authentication is required", "basic understanding of the format", "authorization: required"],
  },
};

export const cookie: RedactionRule = {
  id: "cookie",
  placeholder: "***TOKEN***",
  needles: ["cookie"],
  ...atNeedles(
    /cookie2?["'\\]{0,3}\s{0,4}[:=]\s{0,4}["'\\]{0,3}/iy,
    /[^\s"'*\\=;]{1,128}(?:=[^\s"';,\\]{1,4096}(?:;\s{0,2}[\w.-]{1,64}=[^\s"';,\\]{1,4096}){0,64})?/y,
    (value) => !/^(?:is|not|missing|invalid|none|null|undefined|required|expired|the|a)$/i.test(value),
  ),
  source: "RFC 6265 sections 4.1 and 4.2",
  samples: {
    hidden: [
      ["Cookie: session=abcdef123; theme=dark", "Cookie: ***TOKEN***"],
      ['{"cookie": "opensesame"}', '{"cookie": "***TOKEN***"}'],
    ],
    kept: ["Cookie: missing", "cookie jar"],
  },
};

export const urlCredentials: RedactionRule = {
  id: "url-credentials",
  placeholder: "***URL-CREDENTIALS***",
  needles: ["://", ":\\/\\/"],
  ...atNeedles(/(?<=\b[a-z][a-z0-9+.-]{1,15}):(?:\\?\/){2}(?!\*{3}URL)/iy, /[^\s/"'`<>]{1,256}(?=@)/y),
  source: "RFC 3986 section 3.2.1",
  samples: {
    hidden: [
      [
        "fatal: unable to access 'https://ada:pw123@github.com/x/y.git'",
        "fatal: unable to access 'https://***URL-CREDENTIALS***@github.com/x/y.git'",
      ],
      ["postgres://app:s3cret@db:5432/main refused", "postgres://***URL-CREDENTIALS***@db:5432/main refused"],
      ["https://ada:p@ss@example.com/x", "https://***URL-CREDENTIALS***@example.com/x"],
    ],
    kept: ["https://registry.npmjs.org/@scope/pkg", "see https://example.com/a or write to team"],
  },
};

export const commandUser: RedactionRule = {
  id: "command-user",
  placeholder: "***TOKEN***",
  needles: ["-u ", "-u=", "--user", "--proxy-user"],
  ...atNeedles(/(?<![\w-])(?:-u|--(?:proxy-)?user)[ =]{1,4}["']?/y, /[^\s:"'*/]{1,64}:["']?[^\s"']{1,256}/y),
  source: "curl(1) --user",
  samples: {
    hidden: [
      ["curl -u searcher:changeme2 https://localhost:8443", "curl -u ***TOKEN*** https://localhost:8443"],
      ["curl --user 'ada:pass1' x", "curl --user '***TOKEN***' x"],
    ],
    kept: ["docker run -u 1000 image", "git push -u origin main"],
  },
};

export const commandPassword: RedactionRule = {
  id: "command-password",
  placeholder: "***TOKEN***",
  needles: ["mysql", "psexec", "sshpass", "redis-cli", "winrs"],
  ...byPattern(
    /(?<lead>(?<=\b(?:mysql|mysqldump|psexec|sshpass|redis-cli|winrs)\b[^\n]{0,40} )-[pa] ?["']?)(?!\d{1,5}\b)[^\s"'*-][^\s"']{2,128}/g,
  ),
  source: "mysql(1) -p, sshpass(1) -p, redis-cli(1) -a",
  samples: {
    hidden: [["mysql -u app -phunter2 failed", "mysql -u app -p***TOKEN*** failed"]],
    kept: ["redis-cli -p 6379 failed"],
  },
};

export const comparedSecret: RedactionRule = {
  id: "compared-secret",
  placeholder: "***TOKEN***",
  needles: ["==", "!="],
  ...byPattern(
    /(?<lead>["'`])[^"'`\n*]{4,128}(?=\k<lead>\s{0,2}[!=]={1,2}\s{0,2}[\w.]{0,48}(?:pass|pwd|secret|token|key))/gi,
  ),
  source: "source lines in stack traces",
  samples: {
    hidden: [['if ("opensesame" == password) {', 'if ("***TOKEN***" == password) {']],
    kept: ['if ("open" == state) {'],
  },
};

export const identifiedBy: RedactionRule = {
  id: "identified-by",
  placeholder: "***TOKEN***",
  needles: ["identified by", "with password", "convertto-securestring", "pw "],
  ...atNeedles(
    /\b(?:identified by(?: password)?|with password|convertto-securestring(?: -string)?|pw)\s{1,4}["']?/iy,
    /[^\s"'*;]{4,256}/y,
  ),
  source: "SQL: CREATE USER, ALTER USER; PowerShell ConvertTo-SecureString",
  samples: {
    hidden: [["ALTER USER app IDENTIFIED BY 'hunter2'", "ALTER USER app IDENTIFIED BY '***TOKEN***'"]],
    kept: ["identified by id"],
  },
};
