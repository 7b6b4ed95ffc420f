// Numbers that money is sent with: payment cards, IBANs.

import { behindJoint, isCapital, isDigit } from "../characters.ts";
import { type Hide, inNumbers, type RedactionRule, skip } from "../rule.ts";
import { digitsIn, type Scan } from "../scan.ts";
import { luhn } from "./check-digits.ts";

const CARD_BEFORE =
  /\b(?:card|visa|master ?card|amex|american express|diners|discover|jcb|maestro|cc|pan)\b[^.\n]{0,24}$/i;

export const paymentCard: RedactionRule = {
  id: "payment-card",
  placeholder: "***CARD***",
  needles: [],
  ...inNumbers(
    13,
    /(?<![\w.+-]|\*{3})\d(?:[ -]?\d){12,18}(?![\w-]|\.(?:\d|\*{3})|\*{3})/y,
    (number, before) => CARD_BEFORE.test(before) || isCard(number.replace(/\D/g, "")),
  ),
  source: "ISO/IEC 7812: at most 19 digits, Luhn",
  samples: {
    hidden: [
      ["card 4111 1111 1111 1111 declined", "card ***CARD*** declined"],
      ["paid with 5500-0055-5555-5559", "paid with ***CARD***"],
    ],
    kept: ["timestamp 1609459200000", "job 4111111111111112 failed"],
  },
};

/** By the schemes' first digits. */
const isCard = (digits: string): boolean => digits.length > 13 && /^(?:[3-6]|2[2-7])/.test(digits) && luhn(digits);

/** Characters of an IBAN by country: the SWIFT IBAN registry, and those in partial use. */
const IBAN_LENGTHS =
  "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30" +
  "AO25BF28BJ28CF27CG27CI28CM27CV25DZ26GA27GQ27GW25IR26KM27MA28MG27ML28MZ25NE28SN28TD27TG28";

/** Characters of one's longest part: "DE893704 00440532 013000". */
const IBAN_PART = 8;
/** Digits that lie together in one of any country. */
const IBAN_DIGITS = 6;
const IBAN_START = /(?<![A-Za-z0-9]|\*{3})[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9]{2})/y;

export const iban: RedactionRule = {
  id: "iban",
  placeholder: "***IBAN***",
  needles: [],
  run: IBAN_PART,
  digits: IBAN_DIGITS,
  patterns: [IBAN_START],
  find: ibans,
  source: "ISO 13616; SWIFT IBAN registry. A wrong check digit (mod 97) does not make it public",
  samples: {
    hidden: [
      ["transfer to DE89 3704 0044 0532 0130 00 failed", "transfer to ***IBAN*** failed"],
      ["GB29NWBK60161331926819", "***IBAN***"],
    ],
    kept: ["DE000ACME123", "AU0000ACMEB7"],
  },
};

/** Characters before a number where an IBAN may begin that has no more digits before it: "KZ86 125K ZT50 0410". */
const IBAN_LEAD = 16;

/** A country says how long its numbers are: so many characters, apart by single spaces or hyphens. */
function ibans({ text, runs, numbers }: Scan, _: readonly number[], hide: Hide): void {
  for (let index = 0; index < runs.length; index += 3) {
    if ((runs[index + 2] as number) < IBAN_DIGITS) continue;
    const end = runs[index + 1] as number;
    for (let start = runs[index] as number; start < end; start = behindJoint(text, start, end))
      hideIban(text, start, hide);
  }
  for (let index = 0; index < numbers.length; index += 3) {
    if ((numbers[index + 2] as number) < IBAN_DIGITS) continue;
    const number = numbers[index] as number;
    const least = Math.max(0, number - IBAN_LEAD);
    for (let start = number - 1; start >= least && mayBeInIban(text.charCodeAt(start)); start--)
      hideIban(text, start, hide);
  }
}

/** A capital, a digit, or what stands between parts. */
const mayBeInIban = (unit: number): boolean => isCapital(unit) || isDigit(unit) || unit === 0x20 || unit === 0x2d;

function hideIban(text: string, start: number, hide: Hide): void {
  if (!isCapital(text.charCodeAt(start)) || !isDigit(text.charCodeAt(start + 2))) return;
  if (skip(IBAN_START, text, start) === undefined) return;
  const stop = endOf(text, start, lengthOf(text.slice(start, start + 2)));
  if (stop !== undefined && digitsIn(text, start, stop) >= 8) hide(start, stop);
}

function lengthOf(country: string): number {
  const at = IBAN_LENGTHS.indexOf(country);
  return at % 4 === 0 ? Number(IBAN_LENGTHS.slice(at + 2, at + 4)) : 0;
}

function endOf(text: string, start: number, length: number): number | undefined {
  let left = length;
  let end = start;
  for (; left > 0; end++) {
    const character = text[end] ?? "";
    if (/[A-Z0-9]/.test(character)) left--;
    else if (!/[ -]/.test(character) || /[ -]/.test(text[end - 1] ?? "")) return undefined;
  }
  return length > 0 && !/[A-Za-z0-9]/.test(text[end] ?? "") ? end : undefined;
}
