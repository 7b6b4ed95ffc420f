// The table of redaction rules, in order of precedence: where two match the same text, the wider one names the
// placeholder, and of equals the first. Adding a rule: CONTRIBUTING.md.

import type { RedactionRule } from "../rule.ts";
import { email, ipv4, ipv6 } from "./addresses.ts";
import { fencedText, issueDescription, longQuote, quotedInput, quotedJson } from "./contents.ts";
import { authorization, namedSecret, privateKey, providerToken, urlCredentials } from "./tokens.ts";
import { posixHome, tildeHome, windowsHome } from "./user-paths.ts";

export const RULES: readonly RedactionRule[] = [
  privateKey,
  providerToken,
  authorization,
  urlCredentials,
  namedSecret,
  email,
  posixHome,
  windowsHome,
  tildeHome,
  ipv4,
  ipv6,
  quotedJson,
  quotedInput,
  fencedText,
  longQuote,
  issueDescription,
];
