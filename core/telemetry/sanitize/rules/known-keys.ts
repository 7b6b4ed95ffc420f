// Keys that show by their shape what they are: the table of provider-keys.ts, and the shapes that are no prefix and alphabet.

import { atNeedles, type Hide, type RedactionRule, skip } from "../rule.ts";
import { digitsIn, isJoint, isWordCharacter, type Scan, valueStart } from "../scan.ts";
import { PROVIDER_KEYS, type ProviderKey, WEAK_PREFIXES } from "./provider-keys.ts";
import { isRandom, isWordy, turns } from "./secret-words.ts";

/** Characters. Of a prefix that is no run, so many are looked for: the whole of it would only be states. */
const BEGINNING = 6;

export const providerKey: RedactionRule = {
  id: "provider-key",
  placeholder: "***TOKEN***",
  needles: PROVIDER_KEYS.filter(([, prefix]) => /[.$/:~]/.test(prefix)).map(([, prefix]) =>
    prefix.slice(0, BEGINNING).toLowerCase(),
  ),
  run: 0,
  find: providerKeys,
  patterns: [],
  source: "the table in provider-keys.ts",
  samples: {
    hidden: [
      ["Incorrect API key provided: sk-abc123def456", "Incorrect API key provided: ***TOKEN***"],
      [`401 with ghp_${"a1B2".repeat(9)}`, "401 with ***TOKEN***"],
      [`key AKIA${"ABCDEFGH234567AB"} denied`, "key ***TOKEN*** denied"],
    ],
    kept: [
      "No module named 'sk-learn'",
      "task-abc123def456 failed",
      "npm_config_registry is not set",
      "commit 3f786850e387550fdab836ed7e6dc881de23001b",
    ],
  },
};

/** Rows by the first two characters of their prefix; made when the first text is looked at, not at import. */
let table: Table | undefined;

interface Table {
  /** By two ASCII characters, an index of `rows`; 0 for most. */
  starts: Uint16Array;
  rows: Row[][];
}

interface Row {
  id: string;
  prefix: string;
  isWeak: boolean;
  alphabet: string;
  /** What follows the prefix; made when the first text has the prefix. */
  body: RegExp | undefined;
}

/** A key begins where a run does, or behind a joint in it (`MY_ghp_...`, `key=sk-...`), or its prefix is no run (`SG.`). */
function providerKeys({ text, runs }: Scan, places: readonly number[], hide: Hide): void {
  for (let index = 0; index < runs.length; index += 3) {
    const end = runs[index + 1] as number;
    for (let start = runs[index] as number; start < end - 1; start = afterJoint(text, start, end)) {
      const key = keyAt(text, start);
      if (key === undefined) continue;
      hide(start, key.end, key.id);
      break;
    }
  }
  for (const place of places) {
    const key = isWordCharacter(text.charCodeAt(place - 1)) ? undefined : keyAt(text, place);
    if (key !== undefined) hide(place, key.end, key.id);
  }
}

function afterJoint(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isJoint(text.charCodeAt(at))) at++;
  return at + 1;
}

/** The longest, for several rows may share a prefix. */
function keyAt(text: string, start: number): { end: number; id: string } | undefined {
  table ??= indexed(PROVIDER_KEYS);
  const rows = table.rows[table.starts[startAt(text, start)] as number] as Row[];
  let longest: { end: number; id: string } | undefined;
  for (const row of rows) {
    if (!text.startsWith(row.prefix, start)) continue;
    row.body ??= new RegExp(row.alphabet, "y");
    const end = skip(row.body, text, start + row.prefix.length);
    if (end === undefined || end <= (longest?.end ?? 0)) continue;
    const rest = text.slice(start + row.prefix.length, end);
    if (!row.isWeak || (/\d/.test(rest) && isRandom(rest))) longest = { end, id: row.id };
  }
  return longest;
}

/** Of characters that are not ASCII, some answer for others: a row looks for itself. */
function startAt(text: string, start: number): number {
  return ((text.charCodeAt(start) & 127) << 7) | (text.charCodeAt(start + 1) & 127);
}

function indexed(keys: readonly ProviderKey[]): Table {
  const starts = new Uint16Array(1 << 14);
  const rows: Row[][] = [[]];
  for (const [id, prefix, alphabet, least, most] of keys) {
    const start = startAt(prefix, 0);
    if (starts[start] === 0) starts[start] = rows.push([]) - 1;
    const body = `[${alphabet}]{${least},${most}}`;
    rows[starts[start] as number]?.push({
      id,
      prefix,
      isWeak: WEAK_PREFIXES.has(prefix),
      alphabet: body,
      body: undefined,
    });
  }
  return { starts, rows };
}

export const jsonWebToken: RedactionRule = {
  id: "json-web-token",
  placeholder: "***TOKEN***",
  needles: ["ey"],
  ...atNeedles(
    /(?<![A-Za-z0-9]|\*{3})(?=ey)/y,
    /ey[A-Za-z0-9_-]{8,2048}\.[\w-]{2,4096}(?:\.[\w\\/+=-]{0,2048}){0,3}/y,
    (token) => /\d/.test(token) && /[A-Z]/.test(token),
  ),
  source: "RFC 7519; RFC 7516 has five parts",
  samples: {
    hidden: [[`jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${"Ab1_".repeat(8)} expired`, "jwt ***TOKEN*** expired"]],
    kept: ["eyebrow.detect failed"],
  },
};

/** Characters of an account's id in base64. */
const DISCORD_ID = 23;
/** The id, a time, an HMAC. */
const DISCORD_TOKEN = /(?<![\w.]|\*{3})[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,64}/y;
const TERRAFORM_TOKEN = /(?<![\w.]|\*{3})[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{32,128}/y;

export const dottedToken: RedactionRule = {
  id: "dotted-token",
  placeholder: "***TOKEN***",
  run: DISCORD_ID,
  needles: [".atlasv1."],
  patterns: [DISCORD_TOKEN, TERRAFORM_TOKEN],
  find({ text, runs }, places, hide) {
    for (let index = 0; index < runs.length; index += 3) {
      const end = runs[index + 1] as number;
      if (text[end] === "." && end - (runs[index] as number) >= DISCORD_ID)
        hideAt(text, valueStart(text, runs[index] as number, end), DISCORD_TOKEN, hide);
    }
    for (const place of places) hideAt(text, place - 14, TERRAFORM_TOKEN, hide);
  },
  source:
    "discord.com/developers/docs/reference#authentication; developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
  samples: {
    hidden: [[`login ${"TmFuY3k1".repeat(3)}.Xa3Kt9.${"Rb7wQp2L".repeat(4)} failed`, "login ***TOKEN*** failed"]],
    kept: ["com.example.telemetry.collector.recorder.describe_everything_there_is"],
  },
};

function hideAt(text: string, start: number, pattern: RegExp, hide: Hide): void {
  const end = start < 0 ? undefined : skip(pattern, text, start);
  if (end !== undefined && isRandom(text.slice(start, end))) hide(start, end);
}

/** Characters of the shortest. */
const SUFFIXED = 36;
const SUFFIXED_KEY = /(?<![\w-]|\*{3})(?:[\da-z]{36}NRAL|[\da-f]{32}-us\d{1,2})(?![\w-]|\*{3})/y;
const ENTRA_SECRET = /(?<![\w-]|\*{3})[\w~.-]{3}8Q~[\w~.-]{31,34}(?![\w-]|\*{3})/y;

export const suffixedKey: RedactionRule = {
  id: "suffixed-key",
  placeholder: "***TOKEN***",
  run: SUFFIXED,
  needles: ["8q~"],
  patterns: [SUFFIXED_KEY, ENTRA_SECRET],
  find({ text, runs }, places, hide) {
    for (let index = 0; index < runs.length; index += 3) {
      const end = runs[index + 1] as number;
      if (end - (runs[index] as number) >= SUFFIXED)
        hideAt(text, valueStart(text, runs[index] as number, end), SUFFIXED_KEY, hide);
    }
    for (const place of places) hideAt(text, place - 3, ENTRA_SECRET, hide);
  },
  source: "docs.newrelic.com license keys; mailchimp.com/developer API keys; Microsoft Entra client secrets",
  samples: {
    hidden: [
      [`${"0a1b".repeat(9)}NRAL refused`, "***TOKEN*** refused"],
      [`${"0a1b".repeat(8)}-us12`, "***TOKEN***"],
    ],
    kept: ["d41d8cd98f00b204e9800998ecf8427e-user"],
  },
};

export const webhookAddress: RedactionRule = {
  id: "webhook-address",
  placeholder: "***TOKEN***",
  needles: [
    "hooks.slack",
    "discord.com/api/",
    "discordapp.com/api/",
    "slack.com/api/",
    "webhook.office",
    "api.softlayer",
    "api.telegram",
    "/token/",
  ],
  ...atNeedles(
    /\/token(?=\/)|(?=[a-z])/y,
    /(?:hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)|(?:discord(?:app)?|slack)\.com\/api\/webhooks|webhook\.office\.com\/webhookb2|api\.softlayer\.com\/(?:soap|xmlrpc|rest)\/v\d(?:\.\d)?|api\.telegram\.org\/bot|(?<=\/token))\/?[\w@:/-]{16,256}/y,
    (address) => /\d|services/.test(address),
  ),
  source: "api.slack.com/messaging/webhooks: the address is the secret",
  samples: {
    hidden: [
      ["POST https://hooks.slack.com/services/T0A1B2C3/B0A1B2C3/a1B2c3D4e5 404", "POST https://***TOKEN*** 404"],
    ],
    kept: ["https://github.com/acme/webhooks/issues/12"],
  },
};

const OPAQUE = /(?<![\w+=-]|\*{3})[A-Za-z0-9_-]{20,512}(?:[/+][A-Za-z0-9_/+-]{8,512})?={0,2}/y;

export const opaqueRun: RedactionRule = {
  id: "opaque-run",
  placeholder: "***TOKEN***",
  run: 20,
  needles: [],
  find: opaqueRuns,
  patterns: [OPAQUE],
  source: "measured on real secrets: keys without a telling prefix or name",
  samples: {
    hidden: [["denied for q7Xw2LpZ9vRk4TnB8sYd", "denied for ***TOKEN***"]],
    kept: [
      "integrity sha512-Kd7pQ2vXs9LmT4wYb6RzN1cJf8HgA3eUo5iVxDkBqMtP==",
      "h1:Zt5wQk2Rn8Lx4Vb7Pc1Hd9Jm/Fs6Gy3Ta0Ue/Wo2Xi8Nr5q=",
      "commit 3f786850e387550fdab836ed7e6dc881de23001b",
      "getElementsByTagName2FromNodeList3",
      "request 7f9c2ba4-e88f-427d-a616-1c3a3f2b0e11",
      "ERR_TLS_CERT_ALTNAME_FORMAT_2",
      "chunks/9a7c31d0-5e2b84f6017ac3d9.js",
      "12-factor-collect-Jkhl8I",
    ],
  },
};

/** Its look-behind lets it begin only where a run does. */
function opaqueRuns({ text, runs }: Scan, _: readonly number[], hide: Hide): void {
  let done = 0;
  for (let index = 0; index < runs.length; index += 3) {
    const start = runs[index] as number;
    const stop = runs[index + 1] as number;
    if (start < done || stop - start < SHORTEST_OPAQUE) continue;
    if ((runs[index + 2] as number) < OPAQUE_DIGITS && text[stop] !== "/") continue; // "+" is in the run
    const end = skip(OPAQUE, text, start);
    if (end === undefined) continue;
    done = end;
    if (isOpaque(text, start, done)) hide(start, done);
  }
}

/** Characters; as OPAQUE has it. */
const SHORTEST_OPAQUE = 20;
const OPAQUE_DIGITS = 2;

const HASH_BEFORE =
  /(?:h1:[\w+/]{0,60}|sha\d{1,3}[-:=~]|integrity\W{1,4}|digest\W{1,4}|etag\W{1,4}|sri\W{1,4}|hash\W{1,4})$/i;
/** A UUID, or a hash in hexadecimal. */
const DIGEST = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|(?<![\da-z])[\da-f]{32,128}(?![\da-z])/i;

/** Words that lead up to something short: `12-factor-collect-Jkhl8I` is the name of a folder. */
const WORDS_BEFORE = /^(?:(?:[a-z]{3,32}|\d{1,3})[-_]){1,8}/;
const SHORTEST_TAIL = 12;

/** Letters of both cases and digits, turning as nobody's names do; or lower case and digits, long, and no hash. */
function isOpaque(text: string, start: number, end: number): boolean {
  const digits = digitsIn(text, start, end);
  if (digits < OPAQUE_DIGITS) return false;
  const run = text.slice(start, end);
  const isMixed = /[a-z]/.test(run) && /[A-Z]/.test(run);
  if (!isMixed && (run.length < 28 || digits < 5)) return false;
  if (turns(run) < run.length * (isMixed ? 0.35 : 0.3)) return false;
  if (run.replace(WORDS_BEFORE, "").length < SHORTEST_TAIL) return false;
  if (/^[\da-f_-]+$/i.test(run) || DIGEST.test(run) || /^sha\d{1,3}-/i.test(run) || isWordy(run)) return false;
  return !HASH_BEFORE.test(text.slice(Math.max(0, start - 64), start));
}
