// Text of events in GitHub's Markdown: always as code, where no mention, reference, image, link or HTML is one.

import { printable, printableLines } from "../printable.ts";

/** Characters. */
const [NAME_CHARACTERS, TITLE_CHARACTERS] = [100, 120];

/** In a cell of a table too. A backtick would end it and a bar the cell, also behind a backslash, so both are written otherwise. */
export function code(text: string, most: number = NAME_CHARACTERS): string {
  const shown = printable(cut(text.trim() || "-", most))
    .replaceAll("`", "'")
    .replaceAll("|", "\u00a6");
  return `\`${shown}\``;
}

/** The fence is longer than any run of backticks in it. */
export function block(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${printableLines(text)}\n${fence}`;
}

/** Words, figures and a few signs: a title is no code, and nothing in it may mention, refer or hide. */
export function title(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9 ._:/()<>'*-]/g, " ").replace(/\bGH-(?=\d)/gi, "GH ");
  return cut(plain.replace(/\s+/g, " ").trim(), TITLE_CHARACTERS);
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most)}...`);
