// Identity numbers of states, by their form and check digits: a number without either needs a word before it (people.ts).

import { type Hide, type RedactionRule, skip } from "../rule.ts";
import { type Scan, valueStart } from "../scan.ts";
import {
  checksTwice,
  hasDate,
  isDate,
  isFrench,
  isGermanTaxId,
  isNorwegian,
  isSingaporean,
  isTime,
  isTurkish,
  luhn,
  mod11And10,
  weighted,
} from "./check-digits.ts";

interface IdentityNumber {
  /** Where it is from; what stands between its groups is part of the form. */
  form: RegExp;
  /** Check digits or a date, of the number without what stands between its groups. @default the form says enough */
  isValid?: (id: string) => boolean;
}

// Sources: the OECD's list of tax identification numbers; ISO 7064; the issuing states' own pages. A form with letters is met in runs,
// one of digits alone wherever digits lie together.
const IN_RUNS: readonly IdentityNumber[] = [
  // Spain: NIF, NIE
  {
    form: /^[\dXYZ]\d{7}-?[A-Z]$/i,
    isValid: (id) =>
      "TRWAGMYFPDXBNJZSQVHLCKE"[
        Number(id.slice(0, 8).replace(/[XYZ]/i, (sign) => `${"XYZ".indexOf(sign.toUpperCase())}`)) % 23
      ] === id[8],
  },
  // Italy: codice fiscale; driving licence
  { form: /^[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/i },
  { form: /^[A-Z]{2}\d{7}[A-Z]$/ },
  // United Kingdom: driving licence, national insurance number
  { form: /^[A-Z]{2,5}9{0,3}\d[0156]\d[0-3]\d\d[A-Z9]{2}[A-Z\d][A-Z]{2}$/i },
  { form: /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/i },
  // India: GSTIN, PAN
  { form: /^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]$/ },
  { form: /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/ },
  // Finland: henkilotunnus
  {
    form: /^\d{6}[-+A-FU-Y]\d{3}[\dA-Y]$/,
    isValid: (id) =>
      isDate(id.slice(0, 2), id.slice(2, 4)) &&
      "0123456789ABCDEFHJKLMNPRSTUVWXY"[Number(id.slice(0, 6) + id.slice(-4, -1)) % 31] === id.at(-1),
  },
  // Germany: pension insurance, VAT
  { form: /^\d{8}[A-Z]\d{3}$/, isValid: (id) => isDate(`${Number(id.slice(2, 4)) % 50}`, id.slice(4, 6)) },
  { form: /^DE\d{9}$/, isValid: (id) => mod11And10(id.slice(2)) },
  // United States: Medicare beneficiary
  {
    form: /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-[AC-HJKMNP-RT-Y]{2}\d{2}$/i,
  },
  { form: /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/ },
  // Singapore: NRIC, FIN
  { form: /^[STFG]\d{7}[A-Z]$/, isValid: isSingaporean },
  // Mexico: CURP
  { form: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/, isValid: (id) => hasDate(id, 4) },
  // Taiwan
  {
    form: /^[A-Z][12]\d{8}$/,
    isValid: (id) => {
      const letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(id[0] as string) + 10;
      return (
        (Math.floor(letter / 10) + (letter % 10) * 9 + weighted(id.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 === 0
      );
    },
  },
  // China: resident identity card with the check character X, which digits alone have not
  {
    form: /^\d{6}(?:19|20)\d{9}[\dX]$/i,
    isValid: (id) =>
      hasDate(id, 8) &&
      "10X98765432"[weighted(id.slice(0, 17), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] ===
        id[17]?.toUpperCase(),
  },
  // Sweden: personnummer
  {
    form: /^(?:19|20)?\d{6}[-+]\d{4}$/,
    isValid: (id) => hasDate(id, id.length - 10) && !isTime(id.slice(-4)) && luhn(id.slice(-10)),
  },
  // Korea: resident registration
  { form: /^\d{6}-[1-8]\d{6}$/, isValid: (id) => hasDate(id) },
  // United States: ITIN
  { form: /^9\d{2}-[5-9]\d-\d{4}$/ },
];

const IN_NUMBERS: readonly IdentityNumber[] = [
  // Brazil: CPF, CNPJ
  { form: /\d{3}\.\d{3}\.\d{3}-\d{2}/y, isValid: (id) => checksTwice(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) },
  {
    form: /\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}/y,
    isValid: (id) => checksTwice(id, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]),
  },
  // Chile: RUT
  {
    form: /\d{1,2}\.\d{3}\.\d{3}-[\dkK]/y,
    isValid: (id) =>
      "0K987654321"[weighted([...id.slice(0, -1)].reverse().join(""), [2, 3, 4, 5, 6, 7, 2, 3]) % 11] ===
      id.at(-1)?.toUpperCase(),
  },
  // Canada: SIN; Australia: TFN
  {
    form: /\d{3}[ -]\d{3}[ -]\d{3}/y,
    isValid: (id) => luhn(id) || weighted(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  },
  // Belgium
  {
    form: /\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}/y,
    isValid: (id) =>
      [id.slice(0, 9), `2${id.slice(0, 9)}`].some((number) => 97 - (Number(number) % 97) === Number(id.slice(9))),
  },
  // France: NIR
  { form: /[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}/y, isValid: isFrench },
  // India: Aadhaar
  { form: /[2-9]\d{3} \d{4} \d{4}/y },
  // Thailand
  {
    form: /\d-\d{4}-\d{5}-\d{2}-\d/y,
    isValid: (id) => (11 - (weighted(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(id[12]),
  },
  // Eleven digits: Turkey, Poland, Norway, Germany
  {
    form: /\d{11}/y,
    isValid: (id) =>
      (id[0] !== "0" && isTurkish(id)) ||
      (hasDate(`${id.slice(0, 2)}${`${Number(id.slice(2, 4)) % 20}`.padStart(2, "0")}${id.slice(4, 6)}`) &&
        weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0) ||
      isNorwegian(id) ||
      (id[0] !== "0" && isGermanTaxId(id)),
  },
];

/** Most runs and numbers have none of the forms: one look instead of twenty. */
const ANY_IN_RUNS = anyOf(IN_RUNS, "i");
const ANY_IN_NUMBERS = anyOf(IN_NUMBERS, "y");

const SHORTEST = 9;
/** Chile's have a letter for the eighth: 6.265.837-K. */
const LEAST_DIGITS = 7;
const LONGEST = 20;
const BEFORE = /[\w.+*-]/;
const AFTER = /[\w*-]/;

export const nationalId: RedactionRule = {
  id: "national-id",
  placeholder: "***ID***",
  needles: [],
  run: SHORTEST,
  digits: LEAST_DIGITS,
  find(seen, _, hide) {
    inRuns(seen, hide);
    inNumbers(seen, hide);
  },
  patterns: [...IN_RUNS, ...IN_NUMBERS].map(({ form }) => form),
  source: "OECD, tax identification numbers by country; ISO 7064; the states' own descriptions",
  samples: {
    hidden: [
      ["nif 12345678Z", "nif ***ID***"],
      ["of X1234567L there", "of ***ID*** there"],
      ["codice RSSMRA85T10A562S", "codice ***ID***"],
      ["driver ABCDE701019AB1CD", "driver ***ID***"],
      ["pan ABCPE1234F", "pan ***ID***"],
      ["131052-308T is unknown", "***ID*** is unknown"],
      ["cpf=529.982.247-25", "cpf=***ID***"],
      ["cnpj 11.222.333/0001-81", "cnpj ***ID***"],
      ["rut 12.345.678-5", "rut ***ID***"],
      ["of 130 692 544 there", "of ***ID*** there"],
      ["pesel 44051401359", "pesel ***ID***"],
      ["811218-9876 failed", "***ID*** failed"],
      ["S1234567D not found", "***ID*** not found"],
      ["11010519491231002X", "***ID***"],
    ],
    kept: [
      "of 12345678A there",
      "backup-20261124-1030.tar",
      "took 17121500001 ns",
      "1712150000123",
      "123 456 789 bytes",
      "SKU12345678",
      "529.982.247-26",
    ],
  },
};

function anyOf(numbers: readonly IdentityNumber[], flags: string): RegExp {
  return new RegExp(numbers.map(({ form }) => form.source).join("|"), flags);
}

function inRuns({ text, runs }: Scan, hide: Hide): void {
  for (let index = 0; index < runs.length; index += 3) {
    const end = runs[index + 1] as number;
    const start = valueStart(text, runs[index] as number, end);
    if ((runs[index + 2] as number) < 4 || end - start < SHORTEST || end - start > LONGEST) continue;
    if (BEFORE.test(text[start - 1] ?? " ") || text[end] === "*") continue;
    const id = text.slice(start, end);
    if (ANY_IN_RUNS.test(id) && IN_RUNS.some(({ form, isValid }) => form.test(id) && (isValid?.(bare(id)) ?? true)))
      hide(start, end);
  }
}

/** Only where digits begin, and not in the midst of them: three groups of three are in many a list. */
function inNumbers({ text, numbers }: Scan, hide: Hide): void {
  let end = 0;
  for (let index = 0; index < numbers.length; index += 3) {
    const start = numbers[index] as number;
    const isFirst = start >= end;
    end = numbers[index + 1] as number;
    if (!isFirst || (numbers[index + 2] as number) < LEAST_DIGITS || BEFORE.test(text[start - 1] ?? " ")) continue;
    if (skip(ANY_IN_NUMBERS, text, start) === undefined) continue;
    for (const { form, isValid } of IN_NUMBERS) {
      const stop = skip(form, text, start);
      if (stop === undefined || AFTER.test(text[stop] ?? " ") || isValid?.(bare(text.slice(start, stop))) === false)
        continue;
      hide(start, stop);
      break;
    }
  }
}

const bare = (id: string): string => id.replace(/[ .+/-]/g, "");
