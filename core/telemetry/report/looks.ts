// What the rules look for, as text: it changes when events would be taken for something else.

import type { Catalogue } from "./recognise.ts";

export const looksOf = ({ rules }: Catalogue): string[] =>
  rules.map(({ id, always, match }) =>
    JSON.stringify([id, always, match], (_key, value) => (value instanceof RegExp ? String(value) : value)),
  );
