// What sorts of characters there are: one look-up tells all that the walk over a text asks of each.

/** The five lowest bits of an entry: which letter, in any case; a digit; a joint; above that, which sort of sign. */
export const CLASS = 0x1f;
const DIGIT_CLASS = 27;
const JOINT_CLASS = 28;
/** Two bits of an entry: 0 for letters. */
export const KIND = 0x60;
export const DIGIT = 0x20;
const JOINT = 0x40;
/** All that is in no run. */
export const GAP = 0x60;
/** The entry of what is not ASCII, and of nothing at all. */
export const OTHER = 0x7f;

/** Entries by ASCII character. */
export const CHARACTERS: Uint8Array = new Uint8Array(128).fill(OTHER);

for (let letter = 1; letter <= 26; letter++) CHARACTERS[0x40 | letter] = CHARACTERS[0x60 | letter] = letter;
CHARACTERS.fill(DIGIT | DIGIT_CLASS, 0x30, 0x3a);
for (const joint of "-_+=") CHARACTERS[joint.charCodeAt(0)] = JOINT | JOINT_CLASS;
// Which sign is of which class matters to no answer; what is spread well among them needs fewer comparisons.
for (const sign of "/\\ ") CHARACTERS[sign.charCodeAt(0)] = GAP | 29;
for (const sign of ".@:$") CHARACTERS[sign.charCodeAt(0)] = GAP | 30;

export const classOf = (unit: number): number => (unit < 128 ? (CHARACTERS[unit] as number) : OTHER) & CLASS;

/** Letters, digits and joints: what keys and names are made of. */
export const isRunCharacter = (unit: number): boolean => classOf(unit) <= JOINT_CLASS;

export const isJoint = (unit: number): boolean => classOf(unit) === JOINT_CLASS;

/** A letter or a digit; so is nothing beyond either end of a text. */
export const isWordCharacter = (unit: number): boolean => classOf(unit) <= DIGIT_CLASS;

export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

export const isCapital = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

/** Where the next part of a run begins; beyond `end` when there is none. */
export function behindJoint(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isJoint(text.charCodeAt(at))) at++;
  return at + 1;
}
