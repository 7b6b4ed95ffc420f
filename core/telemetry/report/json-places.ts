// Where in a JSON text each value stands: a mistake in somebody's file is named by its line.

/** The line, from 1, of each value, by its path: "rules/0/match/any/1". The text must be JSON. */
export function linesOfValues(text: string): ReadonlyMap<string, number> {
  const walk = new Walk();
  for (const [token] of text.matchAll(TOKEN)) walk.take(token);
  return walk.lines;
}

/** A key with its colon, a string, a bracket, a comma, a line's end, or another value. */
const TOKEN = /"(?:\\.|[^"\\])*"(?:\s*:)?|[{}[\],\n]|[^\s{}[\],":]+/g;

/** Without recursion: brackets may be nested as deep as a file is long. */
class Walk {
  readonly lines: Map<string, number> = new Map();
  readonly #open: { path: string; key: string | number }[] = [];
  #line = 1;

  take(token: string): void {
    const top = this.#open.at(-1);
    if (token === "\n") this.#line++;
    else if (token === "}" || token === "]") this.#open.pop();
    else if (token === ",") this.#next(top);
    else if (top !== undefined && token.endsWith(":")) top.key = JSON.parse(token.slice(0, -1));
    else this.#value(token);
  }

  #next(top: { key: string | number } | undefined): void {
    if (typeof top?.key === "number") top.key++;
  }

  #value(token: string): void {
    const top = this.#open.at(-1);
    const path = top === undefined ? "" : top.path === "" ? `${top.key}` : `${top.path}/${top.key}`;
    // A path deeper than a rule's own is of no use, and many of them would be long.
    if (this.#open.length <= DEEPEST) this.lines.set(path, this.#line);
    if (token === "{") this.#open.push({ path: this.#open.length > DEEPEST ? "" : path, key: "" });
    if (token === "[") this.#open.push({ path: this.#open.length > DEEPEST ? "" : path, key: 0 });
  }
}

/** "rules/0/match/any/1/pattern" */
const DEEPEST = 6;
