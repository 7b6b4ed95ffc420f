// What sorts of characters there are: one look-up tells which.

/** Of what is not ASCII, and of nothing at all; the highest, in five bits. */
export const OTHER = 31;
const DIGIT = 27;
const JOINT = 28;

/** Classes by ASCII character: which letter, in any case; a digit; a joint; above that, which sort of sign. */
export const CLASSES: Uint8Array = new Uint8Array(128).fill(OTHER);

for (let letter = 1; letter <= 26; letter++) CLASSES[0x40 | letter] = CLASSES[0x60 | letter] = letter;
CLASSES.fill(DIGIT, 0x30, 0x3a);
for (const joint of "-_+=") CLASSES[joint.charCodeAt(0)] = JOINT;
// Which sign is of which class matters to no answer; what is spread well among them needs fewer comparisons.
for (const sign of "/\\ ") CLASSES[sign.charCodeAt(0)] = 29;
for (const sign of ".@:$") CLASSES[sign.charCodeAt(0)] = 30;

export const classOf = (unit: number): number => (unit < 128 ? (CLASSES[unit] as number) : OTHER);

/** Letters, digits and joints: what keys and names are made of. */
export const isRunCharacter = (unit: number): boolean => classOf(unit) <= JOINT;

export const isJoint = (unit: number): boolean => classOf(unit) === JOINT;

/** A letter or a digit; so is nothing beyond either end of a text. */
export const isWordCharacter = (unit: number): boolean => classOf(unit) <= DIGIT;

export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

export const isLetter = (unit: number): boolean => isCapital(unit & ~0x20);

export const isCapital = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

/** Where the next part of a run begins; beyond `end` when there is none. */
export function behindJoint(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isJoint(text.charCodeAt(at))) at++;
  return at + 1;
}
