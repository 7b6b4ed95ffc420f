// Numbers that the issuing states themselves print as examples, and the same with another last digit, which are none.

import { expect, test } from "vitest";
import { sanitizeText } from "../../core/telemetry/sanitize/index.ts";

const CHECKED: readonly (readonly [of: string, id: string])[] = [
  ["Australia, TFN", "123 456 782"],
  ["Australia, TFN", "876 543 210"],
  ["Belgium, national register", "85.07.30-033.28"],
  ["Belgium, national register, since 2000", "05.07.30-033.94"],
  ["Brazil, CNPJ", "11.222.333/0001-81"],
  ["Brazil, CPF", "529.982.247-25"],
  ["Canada, SIN", "130 692 544"],
  ["Chile, RUT", "12.345.678-5"],
  ["Chile, RUT", "6.000.014-K"],
  ["Finland, henkilotunnus", "131052-308T"],
  ["France, NIR", "1 84 12 76 451 089 46"],
  ["Germany, VAT", "DE136695976"],
  ["Germany, tax", "86095742719"],
  ["Germany, tax", "47036892816"],
  ["Norway, fodselsnummer", "17054026641"],
  ["Poland, PESEL", "44051401359"],
  ["Singapore, NRIC", "S1234567D"],
  ["Singapore, NRIC", "T1234567J"],
  ["Singapore, FIN", "F1234567N"],
  ["Singapore, FIN", "G1234567X"],
  ["Spain, NIF", "12345678Z"],
  ["Sweden, personnummer", "811218-9876"],
  ["Taiwan", "A123456789"],
  ["Thailand", "1-1017-00230-70-8"],
  ["Turkey", "10000000146"],
];

const BY_FORM: readonly (readonly [of: string, id: string])[] = [
  ["Italy, codice fiscale", "RSSMRA85T10A562S"],
  ["Korea, resident registration", "900101-1234567"],
  ["Mexico, CURP", "HEGG560427MVZRRL04"],
  ["United States, Medicare", "1EG4-TE5-MK73"],
];

const sentence = (id: string) => `the holder of ${id} was not found`;

test.each([...CHECKED, ...BY_FORM])("%s: %s is hidden", (_, id) => {
  expect(sanitizeText(sentence(id))).toBe(sentence("***ID***"));
});

test.each(CHECKED)("%s: %s with another check digit is some other number", (_, id) => {
  const others = [..."0123456789DTZ"].filter((digit) => /\d/.test(digit) === /\d/.test(id.at(-1) ?? ""));
  const wrong = others.map((digit) => id.slice(0, -1) + digit).filter((other) => other !== id);
  const kept = wrong.filter((other) => sanitizeText(sentence(other)) === sentence(other));
  expect(kept.length).toBeGreaterThan(wrong.length / 2);
});

const hiddenOf = (ids: readonly string[]) => ids.filter((id) => sanitizeText(sentence(id)) === sentence("***ID***"));
const withCheckDigits = (id: string) => [..."0123456789"].map((digit) => id + digit);

test.each(["811200-987", "811232-987", "810018-987", "811318-987"])(
  "%s: a day that no calendar has is nobody's birthday, whatever the check digit",
  (id) => {
    expect(hiddenOf(withCheckDigits(id))).toEqual([]);
    expect(hiddenOf(withCheckDigits("811231-987"))).toHaveLength(1);
  },
);

test.each([
  ["811218-125", 0],
  ["811218-126", 1],
  ["811218-235", 0],
  ["811218-240", 1],
])("%s and a check digit: behind a date four digits that are a time are no part of a number", (id, hidden) => {
  expect(hiddenOf(withCheckDigits(id))).toHaveLength(hidden);
});
