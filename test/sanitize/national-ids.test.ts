// Numbers that the issuing states themselves print as examples, and the same with another last digit, which are none.

import { expect, test } from "vitest";
import { sanitizeText } from "../../core/telemetry/sanitize/index.ts";

const CHECKED: readonly (readonly [of: string, id: string])[] = [
  ["Australia, TFN", "123 456 782"],
  ["Belgium, national register", "85.07.30-033.28"],
  ["Brazil, CNPJ", "11.222.333/0001-81"],
  ["Brazil, CPF", "529.982.247-25"],
  ["Canada, SIN", "130 692 544"],
  ["Chile, RUT", "12.345.678-5"],
  ["Finland, henkilotunnus", "131052-308T"],
  ["France, NIR", "1 84 12 76 451 089 46"],
  ["Germany, VAT", "DE136695976"],
  ["Germany, tax", "86095742719"],
  ["Poland, PESEL", "44051401359"],
  ["Singapore, NRIC", "S1234567D"],
  ["Spain, NIF", "12345678Z"],
  ["Sweden, personnummer", "811218-9876"],
  ["Taiwan", "A123456789"],
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
