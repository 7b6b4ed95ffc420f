// A regular expression as a tree, as far as a rule needs to know it: that it is bounded, and what a text must hold to match it.

export type Node =
  | { kind: "character"; value: string }
  /** One character of several. `source` as in the expression. */
  | { kind: "class"; source: string }
  /** "^", "\b", or `part` in a look-around: takes no room. */
  | { kind: "assertion"; part?: Node }
  | { kind: "sequence"; parts: Node[] }
  | { kind: "choice"; options: Node[] }
  | { kind: "repeat"; part: Node; min: number; max: number };

/** Throws SyntaxError on what a rule may not use: back-references, quantifiers without an end. `source` is valid otherwise. */
export function treeOf(source: string): Node {
  const reader = new Reader(source);
  const tree = reader.choice();
  if (!reader.atEnd) throw new SyntaxError("a ) too many");
  return tree;
}

class Reader {
  #at = 0;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  get atEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  choice(): Node {
    const options = [this.#sequence()];
    while (this.#take("|")) options.push(this.#sequence());
    return options.length === 1 ? (options[0] as Node) : { kind: "choice", options };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (!this.atEnd && !this.#sees("|") && !this.#sees(")")) parts.push(this.#repeated(this.#atom()));
    return { kind: "sequence", parts };
  }

  #repeated(part: Node): Node {
    const [whole, sign, low, comma, high] = this.#match(/([?*+])\??|\{(\d+)(,?)(\d*)\}\??/y) ?? [];
    if (whole === undefined) return part;
    if (sign === "?") return { kind: "repeat", part, min: 0, max: 1 };
    if (sign !== undefined || (comma === "," && high === ""))
      throw new SyntaxError(`"${whole}" has no end: write {0,200}, or another bound`);
    return { kind: "repeat", part, min: Number(low), max: Number(comma === "" ? low : high) };
  }

  #atom(): Node {
    if (this.#match(/\(\?<?[=!]/y)) return { kind: "assertion", part: this.#group() };
    if (this.#match(/\((?:\?:|\?<[A-Za-z]\w*>)?/y)) return this.#group();
    if (this.#match(/\\k<|\\[1-9]/y)) throw new SyntaxError("back-references are not allowed");
    if (this.#match(/\\[bB]|\^|\$/y)) return { kind: "assertion" };
    const several = this.#match(/\[(?:\\.|[^\]\\])*\]|\\[dDsSwWpP](?:\{\w+\})?|\./y);
    if (several) return classOf(several[0]);
    const escaped = this.#match(/\\(u[0-9a-f]{4}|x[0-9a-f]{2}|[\s\S])|([\s\S])/iy) ?? [];
    return { kind: "character", value: escaped[2] ?? unescaped(escaped[1] ?? "") };
  }

  #group(): Node {
    const inner = this.choice();
    if (!this.#take(")")) throw new SyntaxError("a ) is missing");
    return inner;
  }

  #sees(character: string): boolean {
    return this.#source[this.#at] === character;
  }

  #take(character: string): boolean {
    if (!this.#sees(character)) return false;
    this.#at++;
    return true;
  }

  #match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#source);
    if (found !== null) this.#at = sticky.lastIndex;
    return found;
  }
}

/** "[Nn]" is the letter n to who ignores case. */
function classOf(source: string): Node {
  const [, one = "", other = ""] = /^\[([A-Za-z])([A-Za-z])\]$/.exec(source) ?? [];
  return one !== "" && one.toLowerCase() === other.toLowerCase()
    ? { kind: "character", value: one }
    : { kind: "class", source };
}

const CONTROLS: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", f: "\f", v: "\v", 0: "\0" };

function unescaped(code: string): string {
  if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  return CONTROLS[code] ?? code;
}
