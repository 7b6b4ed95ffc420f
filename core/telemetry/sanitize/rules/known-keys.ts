// Keys that show by their shape what they are, where that is more than a prefix and an alphabet.

import { atNeedles, type Hide, type RedactionRule, skip } from "../rule.ts";
import { valueStart } from "../scan.ts";
import { isRandom } from "./secret-words.ts";

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
      if (text[end] === ".") hideAt(text, valueStart(text, runs[index] as number, end), DISCORD_TOKEN, hide);
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
  const end = skip(pattern, text, start);
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
      if (end - (runs[index] as number) < SUFFIXED) continue;
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
