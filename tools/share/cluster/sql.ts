// Text of a query, with every value in it quoted here and nowhere else. ClickHouse before 19.14 binds no parameters, and a second
// way for later ones would be tried less; test/cluster/ asks both engines for any text back.

export class Sql {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | readonly string[] | Sql;

/** sql`SELECT ${text}`: strings, lists of them and whole numbers become literals, another `sql` becomes a part of this one. */
export function sql(parts: TemplateStringsArray, ...values: readonly Value[]): Sql {
  return new Sql(String.raw({ raw: parts }, ...values.map(literal)));
}

/** The name of a table, a database or a cluster. */
export const named = (name: string): Sql => new Sql(`\`${escaped(name)}\``);

function literal(value: Value): string {
  if (value instanceof Sql) return value.text;
  if (typeof value === "string") return `'${escaped(value)}'`;
  if (typeof value !== "number") return `(${(value.length === 0 ? [""] : value).map(literal).join(", ")})`; // no list is empty
  if (Number.isSafeInteger(value)) return String(value);
  throw new TypeError(`${value} is no whole number`);
}

const escaped = (text: string): string =>
  text.replace(/[\\'`\0]/g, (character) => (character === "\0" ? "\\0" : `\\${character}`));
