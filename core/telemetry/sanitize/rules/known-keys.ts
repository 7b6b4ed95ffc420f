// Keys that show by their shape what they are: the table of provider-keys.ts, and the shapes that are no prefix and alphabet.

import { byPattern, type Hide, type RedactionRule } from "../rule.ts";
import { isJoint, type Scan } from "../scan.ts";
import { PROVIDER_KEYS, type ProviderKey, WEAK_PREFIXES } from "./provider-keys.ts";
import { isRandom, isWordy, turns } from "./secret-words.ts";

export const providerKey: RedactionRule = {
  id: "provider-key",
  placeholder: "***TOKEN***",
  signs: "",
  needles: [],
  find: providerKeys,
  readsScan: true,
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

/** Made when the first text is looked at, not at import. */
let table: Table | undefined;

interface Table {
  /** Rows by the first character of their prefix, then the second: both as codes. */
  byStart: (Map<number, Row[]> | undefined)[];
  /** Rows whose prefix has a character of APART, by its first one and the two before it. */
  apart: Map<string, readonly Row[]>;
}

interface Row {
  id: string;
  prefix: string;
  body: RegExp;
  isWeak: boolean;
  /** Where in the prefix the first character of APART is; -1 where there is none. */
  apartAt: number;
}

/** A key begins where a run does, or behind a joint in it (`MY_ghp_...`, `key=sk-...`), or its prefix is no run (`SG.`). */
function providerKeys(text: string, hide: Hide, { runs }: Scan): boolean {
  table ??= indexed(PROVIDER_KEYS);
  const inRuns = keysInRuns(text, hide, runs, table);
  const apart = keysApart(text, hide, table);
  return inRuns || apart;
}

function keysInRuns(text: string, hide: Hide, runs: readonly number[], { byStart }: Table): boolean {
  let isFound = false;
  for (let index = 0; index < runs.length; index += 2) {
    const end = runs[index + 1] as number;
    for (let start = runs[index] as number; start < end - 1; start = afterJoint(text, start, end)) {
      const rows = byStart[text.charCodeAt(start) & 127]?.get(text.charCodeAt(start + 1));
      const key = rows === undefined ? undefined : keyAt(text, start, rows);
      if (key === undefined) continue;
      isFound = true;
      hide(start, key.end, key.id);
      break;
    }
  }
  return isFound;
}

function afterJoint(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isJoint(text.charCodeAt(at))) at++;
  return at + 1;
}

function keysApart(text: string, hide: Hide, { apart }: Table): boolean {
  let isFound = false;
  for (const sign of APART) {
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
      for (const row of apart.get(text.slice(Math.max(0, at - 2), at + 1)) ?? []) {
        const key = keyAt(text, at - row.apartAt, [row]);
        if (key === undefined || /[A-Za-z0-9]/.test(text[at - row.apartAt - 1] ?? " ")) continue;
        isFound = true;
        hide(at - row.apartAt, key.end, key.id);
      }
    }
  }
  return isFound;
}

/** Characters that prefixes have and runs have not. */
const APART = ".$/:~";
/** The longest, for several rows may share a prefix. */
function keyAt(text: string, start: number, rows: readonly Row[]): { end: number; id: string } | undefined {
  let longest: { end: number; id: string } | undefined;
  for (const { id, prefix, body, isWeak } of rows) {
    if (!text.startsWith(prefix, start)) continue;
    body.lastIndex = start + prefix.length;
    if (!body.test(text) || body.lastIndex <= (longest?.end ?? 0)) continue;
    const rest = text.slice(start + prefix.length, body.lastIndex);
    if (!isWeak || (/\d/.test(rest) && isRandom(rest))) longest = { end: body.lastIndex, id };
  }
  return longest;
}

function indexed(keys: readonly ProviderKey[]): Table {
  const byStart: Table["byStart"] = [];
  const apart = new Map<string, Row[]>();
  for (const [id, prefix, alphabet, least, most] of keys) {
    const body = new RegExp(`[${alphabet}]{${least},${most}}`, "y");
    const apartAt = prefix.search(/[.$/:~]/);
    const row = { id, prefix, body, isWeak: WEAK_PREFIXES.has(prefix), apartAt };
    if (apartAt === -1) {
      const first = prefix.charCodeAt(0);
      byStart[first] ??= new Map();
      add(byStart[first], prefix.charCodeAt(1), row);
    } else add(apart, prefix.slice(Math.max(0, apartAt - 2), apartAt + 1), row);
  }
  return { byStart, apart };
}

function add<K>(rows: Map<K, Row[]>, key: K, row: Row): void {
  rows.set(key, [...(rows.get(key) ?? []), row]);
}

export const jsonWebToken: RedactionRule = {
  id: "json-web-token",
  placeholder: "***TOKEN***",
  signs: ".",
  run: 10,
  needles: ["ey"],
  ...byPattern(
    /(?<![A-Za-z0-9]|\*{3})ey[A-Za-z0-9_-]{8,2048}\.[\w-]{2,4096}(?:\.[\w\\/+=-]{0,2048}){0,3}/g,
    (token) => /\d/.test(token) && /[A-Z]/.test(token),
  ),
  source: "RFC 7519; RFC 7516 has five parts",
  samples: {
    hidden: [[`jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${"Ab1_".repeat(8)} expired`, "jwt ***TOKEN*** expired"]],
    kept: ["eyebrow.detect failed"],
  },
};

export const dottedToken: RedactionRule = {
  id: "dotted-token",
  placeholder: "***TOKEN***",
  signs: ".",
  run: 14,
  hint: /\.(?:[\w-]{6,7}\.[\w-]{27}|atlasv1\.)/,
  needles: [],
  // Discord: an id in base64, a time, an HMAC. Terraform: `.atlasv1.` in the middle.
  ...byPattern(
    /(?<![\w.]|\*{3})(?:[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,64}|[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{32,128})/g,
    isRandom,
  ),
  source:
    "discord.com/developers/docs/reference#authentication; developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
  samples: {
    hidden: [[`login ${"TmFuY3k1".repeat(3)}.Xa3Kt9.${"Rb7wQp2L".repeat(4)} failed`, "login ***TOKEN*** failed"]],
    kept: ["com.example.telemetry.collector.recorder.describe_everything_there_is"],
  },
};

export const suffixedKey: RedactionRule = {
  id: "suffixed-key",
  placeholder: "***TOKEN***",
  signs: "",
  digits: 2,
  run: 20,
  needles: ["nral", "-us", "8q~"],
  ...byPattern(/(?<![\w-]|\*{3})(?:[\da-z]{36}NRAL|[\da-f]{32}-us\d{1,2}|[\w~.-]{3}8Q~[\w~.-]{31,34})(?![\w-]|\*{3})/g),
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
  signs: "/",
  needles: ["hooks.slack", "/api/webhooks", "webhook.office", "softlayer", "api.telegram", "/token/"],
  ...byPattern(
    /(?:hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)|(?:discord(?:app)?|slack)\.com\/api\/webhooks|[\w-]{1,64}\.webhook\.office\.com\/webhookb2|api\.softlayer\.com\/(?:soap|xmlrpc|rest)\/v\d(?:\.\d)?|api\.telegram\.org\/bot|(?<=\/token))\/?[\w@:/-]{16,256}/g,
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
  signs: "",
  run: 20,
  needles: [],
  find: opaqueRuns,
  readsScan: true,
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
    ],
  },
};

/** Its look-behind lets it begin only where a run does. */
function opaqueRuns(text: string, hide: Hide, { runs }: Scan): boolean {
  let done = 0;
  for (let index = 0; index < runs.length; index += 2) {
    const start = runs[index] as number;
    OPAQUE.lastIndex = start;
    if (start < done || (runs[index + 1] as number) - start < SHORTEST_OPAQUE || !OPAQUE.test(text)) continue;
    done = OPAQUE.lastIndex;
    if (isOpaque(text.slice(start, done), text.slice(Math.max(0, start - 64), start))) hide(start, done);
  }
  return done > 0;
}

/** Characters; as OPAQUE has it. */
const SHORTEST_OPAQUE = 20;

const HASH_BEFORE =
  /(?:h1:[\w+/]{0,60}|sha\d{1,3}[-:=~]|integrity\W{1,4}|digest\W{1,4}|etag\W{1,4}|sri\W{1,4}|hash\W{1,4})$/i;
/** A UUID, or a hash in hexadecimal. */
const DIGEST = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|(?<![\da-z])[\da-f]{32,128}(?![\da-z])/i;

/** Letters of both cases and digits, turning as nobody's names do; or lower case and digits, long, and no hash. */
function isOpaque(run: string, before: string): boolean {
  if (HASH_BEFORE.test(before) || /^sha\d{1,3}-/i.test(run) || DIGEST.test(run)) return false;
  const digits = run.replace(/\D/g, "").length;
  if (digits < 2 || /^[\da-f_-]+$/i.test(run)) return false;
  if (isWordy(run)) return false;
  const isMixed = /[a-z]/.test(run) && /[A-Z]/.test(run);
  return isMixed ? turns(run) >= run.length * 0.35 : run.length >= 28 && digits >= 5 && turns(run) >= run.length * 0.3;
}
