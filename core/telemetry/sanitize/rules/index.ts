// The table of redaction rules, in order of precedence: where two meet in a text, the wider one names the placeholder,
// and of equals the first. Adding a rule: CONTRIBUTING.md.

import type { RedactionRule } from "../rule.ts";
import { deviceAddress, email, ipv4, ipv6 } from "./addresses.ts";
import {
  boundValue,
  commandLine,
  fencedText,
  issueDescription,
  longQuote,
  quotedInput,
  quotedJson,
  receivedValue,
  sourceLine,
} from "./contents.ts";
import {
  authorization,
  commandPassword,
  commandUser,
  comparedSecret,
  cookie,
  identifiedBy,
  privateKey,
  urlCredentials,
} from "./credentials.ts";
import { dottedToken, jsonWebToken, suffixedKey, webhookAddress } from "./known-keys.ts";
import { namedSecret } from "./named-secrets.ts";
import { nationalId } from "./national-ids.ts";
import { opaqueRun } from "./opaque-run.ts";
import { iban, paymentCard } from "./payments.ts";
import { identityNumber, socialSecurity } from "./people.ts";
import { phone } from "./phones.ts";
import { providerKey } from "./provider-key.ts";
import { dashedHome, posixHome, tildeHome, windowsHome } from "./user-paths.ts";

export const RULES: readonly RedactionRule[] = [
  privateKey,
  providerKey,
  jsonWebToken,
  dottedToken,
  suffixedKey,
  webhookAddress,
  authorization,
  cookie,
  urlCredentials,
  commandUser,
  commandPassword,
  comparedSecret,
  identifiedBy,
  namedSecret,
  opaqueRun,
  email,
  posixHome,
  windowsHome,
  tildeHome,
  dashedHome,
  ipv4,
  ipv6,
  deviceAddress,
  paymentCard,
  iban,
  phone,
  socialSecurity,
  nationalId,
  identityNumber,
  quotedJson,
  quotedInput,
  fencedText,
  sourceLine,
  commandLine,
  boundValue,
  receivedValue,
  longQuote,
  issueDescription,
];

/** What `relax` in config.json may name. */
export const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));
