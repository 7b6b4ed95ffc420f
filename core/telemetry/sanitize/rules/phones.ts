// Telephone numbers.

import { isDigit } from "../characters.ts";
import { type Hide, isAccepted, type RedactionRule, skip, tryNumbers } from "../rule.ts";
import { digitsIn, type Scan } from "../scan.ts";

const PHONE_BEFORE =
  /(?:\bphone|\btel|mobile|\bcell|\bcall|\bfax|whats ?app|\bsms|telefon|contact|number|\bno)\b[^\n]{0,12}$/i;

const PHONE = new RegExp(
  `(?<![\\w.:/+-]|\\*{3})(?!\\d{3}-\\d\\d-\\d{4})(?:${[
    // International: +44 (0)20 7946 0958, 0049 30 123456
    "(?:\\+|00(?=[1-9]))\\d{1,3}[ .-]?(?:\\(\\d{1,4}\\)[ .-]?)?\\d{1,12}(?:[ .-]\\d{1,8}){0,5}",
    "\\+?\\d{0,2}[ -]?\\(\\d{2,5}\\) ?\\d{3,5}[ .-]?\\d{2,4}(?:[ -]?\\d{2})?",
    // North America, and the same with spaces
    "(?:\\d{1,2}[-.])?\\d{3}[-.]\\d{3}[-.]\\d{4}",
    "(?:1 )?[2-9]\\d{2} [2-9]\\d{2} \\d{4}",
    // A trunk prefix, then groups: 0161 496 0123, 01 23 45 67 89, 0532 123 45 67, 030/1234567
    "0\\d{1,4}(?:[ -]\\d{2,8}){1,4}",
    "0\\d(?:\\.\\d{2}){4}",
    "0\\d{2,4}/\\d{5,8}",
    "\\d{3}-\\d{3}-\\d{2}-\\d{2}",
    "[6-9]\\d{4} \\d{5}",
    "\\d{3}[-. ]\\d{4}",
    "\\d{7,12}",
  ].join("|")})(?![\\w-]|\\.(?:\\d|\\*{3})|\\*{3})`,
  "y",
);
/** Behind a word, as forms have it: "tel212-555-0187". */
const GLUED = /(?<=[a-z])\d{3}-\d{3}-\d{4}(?![\w-]|\.(?:\d|\*{3})|\*{3})/y;
/** Characters of one. */
const GLUED_CHARACTERS = 12;
const LEAST_DIGITS = 7;

export const phone: RedactionRule = {
  id: "phone",
  placeholder: "***PHONE***",
  needles: [],
  digits: LEAST_DIGITS,
  run: GLUED_CHARACTERS + 1,
  patterns: [PHONE, GLUED],
  find: phones,
  source: "ITU-T E.164: at most 15 digits; the North American numbering plan",
  samples: {
    hidden: [
      ["cannot call +1 212 555 0187 now", "cannot call ***PHONE*** now"],
      ["caller (646) 555-0164", "caller ***PHONE***"],
      ["phone: 2125550142", "phone: ***PHONE***"],
      ["dial 0049 30 1234567 first", "dial ***PHONE*** first"],
      ["from 01 23 45 67 89 to us", "from ***PHONE*** to us"],
      ["of 020 7946 0958", "of ***PHONE***"],
      ["(11) 91234-5678 is busy", "***PHONE*** is busy"],
      ["call 555-0142", "call ***PHONE***"],
    ],
    kept: [
      "2026-11-23 took 1234567890 ns",
      "version 212.555.0187.1",
      "timestamp: 1795000000",
      "line 120-140",
      "01-02-2026 10:30",
      "took 555 0142 ms",
      "00:00:12 045",
    ],
  },
};

function phones(seen: Scan, _: readonly number[], hide: Hide): void {
  const { text, runs } = seen;
  for (let index = 0; index < runs.length; index += 3) {
    const start = (runs[index + 1] as number) - GLUED_CHARACTERS;
    if (start <= (runs[index] as number) || !isDigit(text.charCodeAt(start))) continue;
    const end = skip(GLUED, text, start);
    if (end !== undefined) hide(start, end);
  }
  tryNumbers(seen, LEAST_DIGITS, (number) => {
    for (let start = opening(text, number); start <= number; start++) {
      const end = skip(PHONE, text, start);
      if (end === undefined) continue;
      if (isAccepted(text, start, end, isPhone)) hide(start, end);
      return end;
    }
    return undefined;
  });
}

/** "+1 212" and "(646)" begin before their first digit. */
function opening(text: string, number: number): number {
  let start = number;
  while (text[start - 1] === "(" || text[start - 1] === "+") start--;
  return start;
}

function isPhone(number: string, before: string, after: string): boolean {
  const digits = digitsIn(number, 0, number.length);
  if (digits < LEAST_DIGITS || digits > 15 || /^:\d/.test(after)) return false;
  if (/^\d\d[- ]\d\d[- ](?:19|20)\d\d/.test(number)) return false; // a date
  const isCertain = digits === number.length ? /^0\d{10}$/.test(number) : number.startsWith("+") || digits >= 9;
  return isCertain || PHONE_BEFORE.test(before.slice(-32));
}
