// What the rules look for, as text: it changes when events would be taken for something else.

import type { Catalogue } from "./recognise.ts";

export function looksOf(catalogue: Catalogue): readonly string[] {
  const known = looks.get(catalogue) ?? looksAt(catalogue);
  looks.set(catalogue, known);
  return known;
}

const looks = new WeakMap<Catalogue, readonly string[]>();

const looksAt = ({ rules }: Catalogue): string[] =>
  rules.map(({ id, always, match }) =>
    JSON.stringify([id, always, match], (_key, value) => (value instanceof RegExp ? String(value) : value)),
  );
