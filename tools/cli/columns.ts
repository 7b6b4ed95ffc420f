// Text in columns of a terminal: a Chinese character and an emoji take two, a combining mark none. For text that went
// through `printable()`: joiners and variation selectors are written out there, so a character is a code point.

import { eastAsianWidth } from "get-east-asian-width";

const ASCII = /^[\x20-\x7e]*$/;
const MARK = /\p{M}/u;
const SEQUENCE = /\u001b\[[\d;]*m/g; // our own colours

export function columnsOf(text: string): number {
  const bare = text.includes("\u001b") ? text.replace(SEQUENCE, "") : text;
  if (ASCII.test(bare)) return bare.length;
  let columns = 0;
  for (const character of bare) columns += widthOf(character);
  return columns;
}

/** The text, cut to `columns` with a mark where something is missing. Without colours in it. */
export function fit(text: string, columns: number, pretty: boolean): string {
  if (text.length <= columns && ASCII.test(text)) return text;
  if (columnsOf(text) <= columns) return text;
  const mark = pretty ? "…" : "...";
  return `${startOf(text, columns - columnsOf(mark))}${mark}`;
}

/** The text, filled with spaces at its end. */
export function padded(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - columnsOf(text)));
}

/** Lines of at most `columns`; a word that is longer is cut, a command in backticks is one. Without colours in it. */
export function wrap(text: string, columns: number): string[] {
  if (columnsOf(text) <= columns) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(BREAK)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (columnsOf(longer) <= columns) line = longer;
    else {
      if (line !== "") lines.push(line);
      line = word;
      while (columnsOf(line) > columns) {
        const start = startOf(line, columns) || [...line].slice(0, 1).join("");
        lines.push(start);
        line = line.slice(start.length);
      }
    }
  }
  return [...lines, line];
}

/** A space, but none before which a backtick was opened: what follows up to the next one ends there. */
const BREAK = / (?![^`]{0,80}`[.,;:)]*(?: |$))/;

/** Text after its label, further lines under its first; under the label where there is no room. Colours in the label alone. */
export function hung(label: string, text: string, width: number, paint = (line: string): string => line): string[] {
  const columns = columnsOf(label);
  if (width - columns >= NARROW) {
    const blank = " ".repeat(columns);
    return wrap(text, width - columns).map((line, index) => (index === 0 ? label : blank) + paint(line));
  }
  const indent = `${/^ */.exec(label.trimEnd())?.[0]}  `;
  const lines = wrap(text, width - indent.length).map((line) => indent + paint(line));
  return label.trim() === "" ? lines : [label.trimEnd(), ...lines];
}

/** Columns; in fewer, nothing is hung. */
const NARROW = 20;

function startOf(text: string, columns: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > columns) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function widthOf(character: string): number {
  return MARK.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
}
