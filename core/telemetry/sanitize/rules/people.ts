// Numbers that lead to a person: phones, cards, accounts, identity documents.

import { atNeedles, type Hide, inNumbers, type RedactionRule, skip } from "../rule.ts";
import { isDigit, type Scan } from "../scan.ts";

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    sum += index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

const CARD_BEFORE =
  /\b(?:card|visa|master ?card|amex|american express|diners|discover|jcb|maestro|cc|pan)\b[^.\n]{0,24}$/i;

export const paymentCard: RedactionRule = {
  id: "payment-card",
  placeholder: "***CARD***",
  needles: [],
  ...inNumbers(12, /(?<![\w.+-]|\*{3})\d(?:[ -]?\d){11,18}(?![\w-]|\.(?:\d|\*{3})|\*{3})/g, (number, before) => {
    const digits = digitsOf(number);
    if (digits.length < 12 || digits.length > 19) return false;
    return CARD_BEFORE.test(before)
      ? digits.length > 12
      : digits.length > 13 && /^(?:[3-6]|2[2-7])/.test(digits) && passesLuhn(digits);
  }),
  source: "ISO/IEC 7812: 12 to 19 digits, Luhn",
  samples: {
    hidden: [
      ["card 4111 1111 1111 1111 declined", "card ***CARD*** declined"],
      ["paid with 5500-0055-5555-5559", "paid with ***CARD***"],
    ],
    kept: ["timestamp 1609459200000", "job 4111111111111112 failed"],
  },
};

/** Characters of an IBAN by country: the SWIFT IBAN registry, and those in partial use. */
const IBAN_LENGTHS =
  "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30" +
  "AO25BF28BJ28CF27CG27CI28CM27CV25DZ26GA27GQ27GW25IR26KM27MA28MG27ML28MZ25NE28SN28TD27TG28";

const IBAN_START = /(?<![A-Za-z0-9]|\*{3})[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9]{2})/y;

export const iban: RedactionRule = {
  id: "iban",
  placeholder: "***IBAN***",
  needles: [],
  digits: 6,
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

/** Characters before a number where an IBAN may begin that has no more digits before it: "MT84 MALT 0110". */
const IBAN_LEAD = 12;

/** A country says how long its numbers are: so many characters, apart by single spaces or hyphens. */
function ibans({ text, numbers }: Scan, _: readonly number[], hide: Hide): void {
  for (let index = 0; index < numbers.length; index += 3) {
    const end = numbers[index + 1] as number;
    for (let start = Math.max(0, (numbers[index] as number) - IBAN_LEAD); start < end; start++) {
      if (!isCapital(text.charCodeAt(start)) || !isDigit(text.charCodeAt(start + 2))) continue;
      if (skip(IBAN_START, text, start) === undefined) continue;
      const stop = endOf(text, start, lengthOf(text.slice(start, start + 2)));
      if (stop !== undefined && digitsOf(text.slice(start, stop)).length >= 8) hide(start, stop);
    }
  }
}

const isCapital = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

function lengthOf(country: string): number {
  const at = IBAN_LENGTHS.indexOf(country);
  return at % 4 === 0 ? Number(IBAN_LENGTHS.slice(at + 2, at + 4)) : 0;
}

function endOf(text: string, start: number, length: number): number | undefined {
  let left = length;
  let end = start;
  for (; left > 0 && end < text.length; end++) {
    const character = text[end] ?? "";
    if (/[A-Z0-9]/.test(character)) left--;
    else if (!/[ -]/.test(character) || /[ -]/.test(text[end - 1] ?? "")) return undefined;
  }
  return length > 0 && left === 0 && !/[A-Za-z0-9]/.test(text[end] ?? "") ? end : undefined;
}

const PHONE_BEFORE =
  /(?:\bphone|\btel|mobile|\bcell|\bcall|\bfax|whats ?app|\bsms|telefon|contact|number|\bno)\b[^\n]{0,12}$/i;

const PHONE = new RegExp(
  `(?:(?<![\\w.:/+-]|\\*{3})(?!\\d{3}-\\d\\d-\\d{4})|(?<=[a-z])(?=\\d{3}-\\d{3}-\\d{4}))(?:${[
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
  "g",
);

export const phone: RedactionRule = {
  id: "phone",
  placeholder: "***PHONE***",
  needles: [],
  ...inNumbers(7, PHONE, (number, before, after) => {
    const digits = digitsOf(number);
    if (digits.length < 7 || digits.length > 15 || /^:\d/.test(after)) return false;
    if (/^\d{4}-\d\d-\d\d|^\d\d[-. ]\d\d[-. ](?:19|20)\d\d/.test(number)) return false; // a date
    return /\D/.test(number)
      ? number.startsWith("+") || digits.length >= 9 || PHONE_BEFORE.test(before.slice(-32))
      : /^0\d{10}$/.test(number) || PHONE_BEFORE.test(before.slice(-32));
  }),
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

export const socialSecurity: RedactionRule = {
  id: "social-security",
  placeholder: "***ID***",
  needles: [],
  ...inNumbers(
    9,
    /(?<![\w.+-]|\*{3})(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\w-]|\.(?:\d|\*{3})|\*{3})/g,
  ),
  source: "ssa.gov/employer/randomization.html: the numbers that are never given out",
  samples: { hidden: [["ssn 078-05-1120 rejected", "ssn ***ID*** rejected"]], kept: ["000-12-3456", "2026-11-23"] },
};

/** Documents of a person, and numbers that go with one; in English, and as forms of other languages have them. */
const DOCUMENTS = [
  ...[
    "passport",
    "pasaporte",
    "reisepass",
    "passnummer",
    "pass-nr",
    "driver license",
    "driver licence",
    "drivers license",
    "driver's license",
  ],
  ...[
    "driving licence",
    "driving license",
    "license",
    "licence",
    "national id",
    "national insurance",
    "identity card",
    "identity code",
  ],
  ...[
    "identity",
    "id card",
    "personalausweis",
    "ausweis",
    "certificate number",
    "birth certificate",
    "nino",
    "nhs",
    "tax id",
    "tax number",
  ],
  ...[
    "taxpayer id",
    "taxpayer number",
    "tax file",
    "tfn",
    "itin",
    "steuer-id",
    "steueridentifikationsnummer",
    "steuernummer",
    "vat",
  ],
  ...[
    "ust-id",
    "partita iva",
    "codice fiscale",
    "pesel",
    "regon",
    "insurance",
    "sozialversicherungsnummer",
    "ssn",
    "social security",
  ],
  ...[
    "personnummer",
    "pnr",
    "samordningsnummer",
    "organisationsnummer",
    "henkilötunnus",
    "hetu",
    "cpr",
    "bsn",
    "cpf",
    "cnpj",
    "curp",
  ],
  ...[
    "rfc",
    "dni",
    "nif",
    "nie",
    "nric",
    "aadhaar",
    "aadhar",
    "voter",
    "nin",
    "npi",
    "gst",
    "gstin",
    "sin",
    "nas",
    "rrn",
    "my number",
  ],
  ...[
    "medicare",
    "mbi",
    "medical record",
    "mrn",
    "patient",
    "health card",
    "policy number",
    "member number",
    "membership number",
  ],
  ...[
    "routing",
    "sort code",
    "bsb",
    "account number",
    "number plate",
    "licence plate",
    "license plate",
    "plate",
    "vehicle registration",
  ],
  ...["vin", "wallet address", "kontonummer", "matricule"],
];

export const identityNumber: RedactionRule = {
  id: "identity-number",
  placeholder: "***ID***",
  needles: DOCUMENTS,
  ...atNeedles(
    new RegExp(
      `\\b(?:${DOCUMENTS.join("|")})(?:['’]?s)?(?: ?(?:number|num|no|nr|id|code|card|key|registration|licen[cs]e))?\\.?(?: (?:is|was|of))?\\s?["']?[\\s:#=-]{1,4}["']?`,
      "iy",
    ),
    /(?=(?:[A-Za-z -]{0,8}\d){3})[A-Za-z0-9](?:[A-Za-z0-9/-]| (?=\d)){5,40}/y,
  ),
  source: "identity documents named in the text",
  samples: {
    hidden: [["passport number: C01X00T47 unreadable", "passport number: ***ID*** unreadable"]],
    kept: ["license: MIT", "tax number is missing"],
  },
};

const DEVICE_ADDRESS = /(?<![\w:-]|\*{3})(?:[\dA-Fa-f]{2}([:-]))(?:[\dA-Fa-f]{2}\1){4}[\dA-Fa-f]{2}(?![\w:-]|\*{3})/y;

export const deviceAddress: RedactionRule = {
  id: "mac-address",
  placeholder: "***MAC***",
  needles: [":", "-"],
  patterns: [DEVICE_ADDRESS],
  find: deviceAddresses,
  source: "IEEE 802, EUI-48",
  samples: {
    hidden: [["arp who-has 00:1B:44:11:3A:B7", "arp who-has ***MAC***"]],
    kept: ["at 10:20:30", "00:1B:44:11"],
  },
};

/** Five signs with two characters between any two. */
function deviceAddresses({ text }: Scan, signs: readonly number[], hide: Hide): void {
  for (let index = 4; index < signs.length; index++) {
    const first = signs[index - 4] as number;
    if ((signs[index] as number) - first !== 12) continue;
    const end = skip(DEVICE_ADDRESS, text, first - 2);
    if (first >= 2 && end !== undefined) hide(first - 2, end);
  }
}
