// What the user's own machine and word add to the rules: values to hide wherever they stand, rules to leave out.

import { isRandom, strengthOf } from "./rules/secret-words.ts";

export interface Policy {
  literals: readonly Literal[];
  /** Ids of rules that do not run. */
  relaxed: ReadonlySet<string>;
}

/** A value that is private because of whose it is, not because of its shape. */
export interface Literal {
  /** Lower case. */
  value: string;
  placeholder: string;
  /** For `explain`: `own-login`, `own-secret`, ... */
  rule: string;
}

export const NO_POLICY: Policy = { literals: [], relaxed: new Set() };

/** Characters. A shorter value is in too many words. */
const LEAST = { secret: 8, name: 4 };

/** Names that many machines and people share, and words of our own placeholders: hiding them would tell nothing and hide much. */
const COMMON = new Set(
  (
    "root user users admin administrator guest runner node nobody ubuntu debian centos fedora vagrant jenkins gitlab github docker test tests tester " +
    "testing demo build builder agent agents deploy service daemon default public shared home main master local localhost host server client dev " +
    "developer production staging true false null none undefined error unknown name token email content phone card iban"
  ).split(" "),
);

/** Literals of `values`, without those too short or too common to be hidden. */
export function literalsOf(
  values: readonly string[],
  placeholder: string,
  rule: string,
  kind: "secret" | "name",
): Literal[] {
  const lower = values.map((value) => value.trim().toLowerCase());
  const telling = lower.filter(
    (value) => value.length >= LEAST[kind] && !COMMON.has(value) && !/^[\d.:/ -]*$/.test(value),
  );
  return [...new Set(telling)].map((value) => ({ value, placeholder, rule }));
}

/** An environment variable whose name says that its value is a secret, and whose value does not deny it. */
export function isSecretVariable(name: string, value: string): boolean {
  if (value.length < LEAST.secret || /^(?:[/~.]|[A-Za-z]:[\\/]|https?:)|\s/.test(value)) return false;
  const strength = strengthOf(name);
  return strength === "strong"
    ? !/^[a-z]+$/i.test(value) || value.length >= 16
    : strength === "weak" && isRandom(value);
}
