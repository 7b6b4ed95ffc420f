// Check digits of identity numbers and cards.

const digits = (id: string): number[] => [...id].map((digit) => Number.parseInt(digit, 36));

/** The sum of its digits, each by its weight; what has none does not count. */
export const weighted = (id: string, weights: readonly number[]): number =>
  digits(id).reduce((sum, digit, index) => sum + digit * (weights[index] ?? 0), 0);

/** ISO/IEC 7812-1, annex B. */
export const luhn = (id: string): boolean =>
  digits(id).reduceRight((sum, digit, index) => {
    const isDoubled = (id.length - index) % 2 === 0;
    return sum + (isDoubled ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit);
  }, 0) %
    10 ===
  0;

/** Day and month. */
export const isDate = (day: string, month: string): boolean =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;

/** YYMMDD at `at`. */
export const hasDate = (id: string, at = 0): boolean => isDate(id.slice(at + 4, at + 6), id.slice(at + 2, at + 4));

/** ISO 7064, MOD 11,10: the last digit. */
export function mod11And10(id: string): boolean {
  let product = 10;
  for (const digit of digits(id.slice(0, -1))) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(id.at(-1));
}

/** CPF and CNPJ: two check digits, each over all before it. */
export function checksTwice(id: string, weights: readonly number[]): boolean {
  return [id.length - 2, id.length - 1].every((at) => {
    const sum = weighted(id.slice(0, at), weights.slice(weights.length - at));
    return (sum % 11 < 2 ? 0 : 11 - (sum % 11)) === Number(id[at]);
  });
}

export function isTurkish(id: string): boolean {
  const sum = weighted(id, [7, 9, 7, 9, 7, 9, 7, 9, 7]);
  return sum % 10 === Number(id[9]) && weighted(id.slice(0, 10), Array(10).fill(1)) % 10 === Number(id[10]);
}

export function isNorwegian(id: string): boolean {
  return (
    isDate(id.slice(0, 2), id.slice(2, 4)) &&
    weighted(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weighted(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  );
}

/** Of the first ten digits one comes twice or thrice. */
export function isGermanTaxId(id: string): boolean {
  const distinct = new Set(id.slice(0, 10)).size;
  return (distinct === 8 || distinct === 9) && mod11And10(id);
}

export function isSingaporean(id: string): boolean {
  const letters = "ST".includes(id[0] as string) ? "JZIHGFEDCBA" : "XWUTRQPNMLK";
  const sum = weighted(id.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]) + ("TG".includes(id[0] as string) ? 4 : 0);
  return letters[sum % 11] === id[8];
}

/** A time of the day: `20261124-1030` is no person. */
export const isTime = (text: string): boolean => Number(text.slice(0, 2)) < 24 && Number(text.slice(2, 4)) < 60;

export function isFrench(id: string): boolean {
  const number = id.replace("2A", "19").replace("2B", "18");
  return Number(number.slice(0, 13)) % 97 === 97 - Number(number.slice(13));
}
