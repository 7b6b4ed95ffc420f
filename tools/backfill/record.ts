// Records of other programs' logs: nothing in them is believed to be there, or to be of its type.

export type Fields = Readonly<Record<string, unknown>>;

/** The object in a line; undefined when there is none. */
export function recordIn(bytes: Buffer | string): Fields | undefined {
  try {
    return fields(JSON.parse(bytes.toString("utf8")));
  } catch {
    return undefined; // SyntaxError: half written, or no JSON
  }
}

export function fields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** What stands at a path of keys. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => fields(inner)?.[key], value);
}

export const text = (value: unknown): string => (typeof value === "string" ? value : "");
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const integer = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) ? (value as number) : undefined;

/** A string, or the texts of a list of `{type, text}` blocks. */
export function texts(content: unknown): string {
  if (typeof content === "string") return content;
  return list(content)
    .map((block) => text(at(block, "text")))
    .filter((part) => part !== "")
    .join("\n");
}
