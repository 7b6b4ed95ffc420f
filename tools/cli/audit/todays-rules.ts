// A string as today's rules leave it.

import { type Policy, sanitizeText } from "12-factor-telemetry/sanitize";
import type { Piece } from "./pieces.ts";

/** `touched` gets the ids of the rules that changed the string. Doing it twice changes nothing. */
export type TodaysRules = (piece: Pick<Piece, "text" | "name">, touched?: Map<string, number>) => string;

export function todaysRules(policy: Policy): TodaysRules {
  return ({ text, name }, touched = new Map()) => {
    if (name !== undefined && PLAIN_NAME.test(name)) {
      // Another program's `{"password": "hunter2"}`: only with its name before it is the value known for what it is.
      const redactions = new Map<string, number>();
      const lead = `${name}=`;
      const clean = sanitizeText(lead + text, redactions, WHOLE, policy);
      if (clean !== lead + text && clean.startsWith(lead)) {
        for (const [rule, count] of redactions) touched.set(rule, count);
        return clean.slice(lead.length);
      }
    }
    return sanitizeText(text, touched, WHOLE, policy);
  };
}

/** No cut: that a text is long is no finding, and a line has its own limit. */
const WHOLE = Number.POSITIVE_INFINITY;

const PLAIN_NAME = /^[A-Za-z][\w.-]{0,63}$/;
