// The known failures, a line each: what they are called, what they mean, whose they are.

import { fit, padded } from "../columns.ts";
import { type Look, printable } from "../terminal.ts";

export interface ShownRule {
  id: string;
  title: string;
  severity: string;
  /** Path of the file, or `built-in`. */
  source: string;
}

const ID_COLUMNS = 32;

export function renderRules(rules: readonly ShownRule[], { width, pretty }: Look): string {
  const lines = rules.map(({ id, title, source }) => {
    const text = `${padded(id, ID_COLUMNS)} ${printable(nameOf(title))} (${printable(source)})`;
    return `${fit(text, width, pretty)}\n`;
  });
  return lines.join("");
}

/** Without the places that a window fills in. */
const nameOf = (title: string): string =>
  title
    .replace(/ in \{repos\}/g, "")
    .replace(/\{\w+\|([^{}]*)\}/g, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
