// Judgement of names and values: which names hold secrets, and which values are none.

import { mixtureOf } from "./mixture.ts";

export type Strength = "strong" | "weak" | "none";

/** Of the words of a name (`awsSecretKey` has three), how surely its value is a secret. */
export function strengthOf(name: string): Strength {
  const known = judged.get(name);
  if (known !== undefined) return known;
  if (judged.size >= JUDGED_NAMES) judged.clear();
  const strength = judge(name);
  judged.set(name, strength);
  return strength;
}

/** Names come again in event after event, and taking one apart is the dearest step of its rule: 6 % of all time before this. */
const judged = new Map<string, Strength>();
const JUDGED_NAMES = 512;

function judge(name: string): Strength {
  const words = wordsOf(name);
  const last = words.findLastIndex((word) => STRONG.test(word) || WEAK.has(word));
  if (last === -1 || words.slice(last + 1).some((word) => NEUTRAL.test(word))) return "none";
  if (words.some((word) => STRONG.test(word)) || COMPOUND.test(name)) return "strong";
  return "weak";
}

const STRONG =
  /^(?:pass|pw|psw|pwd|secrets?|secrete|tokens?|creds?|credentials?|cookies?|bearer|jwt|mnemonic|dsn)$|(?:password|passwd|passwort|passphrase|passcode|pwd|secret|token|apikey|accesskey|secretkey|authkey|privatekey|accountkey|sharedkey)s?$/;
const COMPOUND =
  /(?:api|access|auth|private|secret|signing|encryption|master|account|shared|storage|service|consumer|license)[-_ .]?key\b/i;
const WEAK = new Set(
  "key keys auth authorization authentication login sig signature session sessionid sid otp salt nonce seed hmac account id accessid clientid by".split(
    " ",
  ),
);
/** What a name with such a word holds is about a secret, and not the secret. */
const NEUTRAL =
  /^(?:names?|ur[il]s?|path|files?|filename|dirs?|directory|types?|count|limit|len|length|size|bits?|expir(?:y|es|ed|ation)|ttl|fields?|labels?|prefix|version|policy|enabled?|required|errors?|status|host|endpoints?|store|ring|board|word|words|pair|events?|press|pressed|vault|stroke|frame|code|source|results?|manager|provider|server|service|class|index|column|schema|order|usage|budget|window|per|rate|format|method|mode|scope|location|region|level|kind|state|time|date|at|in|hint|env|var|ref|arn)$/;

function wordsOf(name: string): string[] {
  const parts = name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
  return parts
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
}

interface Place {
  strength: Strength;
  /** What stands before it: `=`, `:`, `flag`, `space`, ... */
  operator: string;
  isQuoted: boolean;
  isPassword: boolean;
}

export function isSecretValue(value: string, place: Place): boolean {
  if (place.strength === "weak" && !/\d/.test(value)) return false;
  if (value.length < 3 || isNoSecret(value) || REFERENCE.test(value)) return false;
  if (place.strength === "weak") return value.length >= 8 && isRandom(value);
  if (place.operator === "space") return isSecretAfterSpace(value, place.isQuoted);
  if (/^[/~.]|^[A-Za-z]:[\\/]/.test(value) && !isRandom(value.replace(/^.*[\\/]/, ""))) return false;
  return place.isQuoted ? isSecretInQuotes(value, place) : isSecretBare(value, place);
}

/** "token abc" is a sentence, "token a1b2c3d4e5" hardly. */
function isSecretAfterSpace(value: string, isQuoted: boolean): boolean {
  if (isQuoted && value.length >= 8 && !/^[\w.]+$/.test(value)) return true;
  return isRandom(value) && (isQuoted || value.length >= 10);
}

/** `password is "x"`: a sentence quotes other things too. */
function isSecretInQuotes(value: string, { operator, isPassword }: Place): boolean {
  return !/^(?:is|was|to)$/.test(operator) || isPassword || isRandom(value);
}

function isSecretBare(value: string, { operator, isPassword }: Place): boolean {
  if (operator === "=" || operator === "flag" || isPassword) return !isCode(value);
  return isRandom(value) || /[^\w.]/.test(value.slice(0, -1));
}

/** Words that stand where a secret would: kinds, absences, verbs of the sentence around them. */
const NO_SECRETS = new Set(
  [
    "true false null none nil undefined nan void string str number int integer float object bool boolean bytes any array list dict optional",
    "missing invalid required expected expired empty unknown incorrect wrong bad denied failed failure error errors rejected revoked mismatch",
    "unauthorized unset unavailable absent malformed blank is was are be not no and or the a an must should can cannot could may has have had",
    "in of on at by for from with to if as but does did will this that your you please check see set use used using given provided found type",
    "value name length count limit exceeded default example changeme redacted filtered hidden masked removed secret omitted",
  ]
    .join(" ")
    .split(" "),
);
const LONGEST_WORD = 16;

/** Also what is masked already. */
function isNoSecret(value: string): boolean {
  if (value.length <= LONGEST_WORD && NO_SECRETS.has(value.replace(/[.,;:!?)]{1,3}$/, "").toLowerCase())) return true;
  return /^[\d*xX.#_\-\u2022\u2026[]/.test(value) && MASKED.test(value);
}

const MASKED =
  /^(?:\d{1,6}|[*xX.#_\-\u2022\u2026]{1,64}|\[(?:redacted|filtered|hidden|masked|removed|secret|omitted)\]?)[.,;:!?)]{0,3}$/i;

/** Something that stands for a value elsewhere. A placeholder of ours is one. */
const REFERENCE =
  /^(?:\*{3}|\$[A-Z({\w]|\{\{|<|%[({]|#\{|\[(?:[A-Z ]{3,32})\]|process\.env|os\.(?:environ|getenv)|env[.([]|self\.|this\.|https?:\/\/|[\w.]{1,64}\()/;

/** Unquoted `Module.name` or a plain word in the sentence of a program. */
const isCode = (value: string): boolean =>
  /^[A-Za-z_]\w{0,63}(?:\.[A-Za-z_]\w{0,63}){1,6}$/.test(value) && !isRandom(value);

/** Letters and digits mixed as nobody writes words. */
export function isRandom(value: string): boolean {
  const { digits, letters, turns } = mixtureOf(value);
  if (value.length < 6 || digits === 0) return false;
  if (letters === 0) return digits >= 14 && !isWordy(value);
  const isMixed =
    (value.length >= 20 && digits >= 8) ||
    (digits >= 2 && value.length < 16) ||
    turns >= value.length * 0.2 ||
    /^[\da-fA-F-]{8,}$/.test(value);
  return isMixed && !isWordy(value);
}

/** Most of it is words that stand apart: `v2_migration`, `Utf16.TextDecoderOptions`. */
export function isWordy(value: string): boolean {
  const words = value.match(APART) ?? [];
  return words.join("").length > value.length * 0.55;
}

// From a sign or a capital to a sign, a capital, or a short number at the end of the word.
const APART =
  /(?:(?<![A-Za-z\d])|(?<=[a-z])(?=[A-Z]))(?:[A-Z]{3,64}|[A-Z]?[a-z]{2,64})(?=[A-Z]|\d{0,3}(?![A-Za-z\d]))/g;
