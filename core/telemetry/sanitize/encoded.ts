// Secrets in a coat: one level of percent, JSON, base64 or hexadecimal encoding does not carry a known shape past the rules.
// Each view is the text decoded; what is found there is hidden where its encoded form stands.

import { valueStart } from "./scan.ts";

export interface View {
  text: string;
  /** Where in the original a stretch of the view lies. */
  place(start: number, end: number): { start: number; end: number };
}

/** `runs` as scan.ts found them. */
export function* decodedViews(text: string, runs: readonly number[]): Generator<View> {
  if (PERCENT.test(text))
    yield unescaped(text, PERCENTS, (code) => code.replace(/%/g, " ").trim().split(" ").map(byHex).join(""));
  if (text.includes("\\")) yield unescaped(text, ESCAPES, ofEscape);
  for (let index = 0; index < runs.length; index += 2) {
    const end = runs[index + 1] as number;
    const start = valueStart(text, runs[index] as number, end);
    const decoded = end - start < LEAST_CHARACTERS ? undefined : decode(text.slice(start, end));
    if (decoded !== undefined) yield { text: decoded, place: () => ({ start, end }) };
  }
}

/** Characters. Shorter ones hold no key of a known shape. */
const LEAST_CHARACTERS = 24;
const PERCENT = /%[0-9A-Fa-f]{2}/;
const PERCENTS = /%[0-9A-Fa-f]{2}/g;
const ESCAPES = /\\(?:["\\/nrtbf]|u[0-9A-Fa-f]{4})/g;
const SHORT_ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

const byHex = (digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));

function ofEscape(code: string): string {
  const sign = code[1] ?? "";
  return sign === "u" ? byHex(code.slice(2)) : (SHORT_ESCAPES[sign] ?? sign);
}

function unescaped(text: string, codes: RegExp, decodeOne: (code: string) => string): View {
  let view = "";
  let end = 0;
  /** For each character of the view, where its encoded form starts. */
  const starts: number[] = [];
  const take = (from: number, to: number) => {
    for (let index = from; index < to; index++) starts.push(index);
    view += text.slice(from, to);
  };
  for (const { 0: code, index } of text.matchAll(codes)) {
    take(end, index);
    starts.push(index);
    view += decodeOne(code);
    end = index + code.length;
  }
  take(end, text.length);
  starts.push(text.length);
  return { text: view, place: (from, to) => ({ start: starts[from] as number, end: starts[to] as number }) };
}

/** The printable text in a run of hexadecimal or base64 digits; undefined when there is none. */
function decode(run: string): string | undefined {
  const text = /^(?:[0-9A-Fa-f]{2}){12,2048}$/.test(run)
    ? (run.match(/../g) ?? []).map(byHex).join("")
    : fromBase64(run);
  return text !== undefined && /^[\t\n\r\x20-\x7e]{12,4096}$/.test(text) ? text : undefined;
}

function fromBase64(run: string): string | undefined {
  const bare = run.replace(/=+$/, "");
  if (!/^[A-Za-z0-9+/_-]+$/.test(bare) || bare.length % 4 === 1) return undefined;
  return atob(bare.replace(/-/g, "+").replace(/_/g, "/"));
}
