const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

const BEYOND_ASCII = /[^ -~]/;

/**
 * Text of an event, safe to show: what moves a cursor, hides or turns text around is written out. Node's own
 * `stripVTControlCharacters` leaves bidi marks, tag characters and incomplete sequences in.
 */
export function printable(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  return text.replace(INVISIBLE, (character) =>
    character === "\n" ? "\\n" : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** The same with its lines kept. */
export const printableLines = (text: string): string => text.split("\n").map(printable).join("\n");
