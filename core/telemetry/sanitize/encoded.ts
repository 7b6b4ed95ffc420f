// Secrets in a coat: one level of percent, JSON, base64 or hexadecimal encoding does not carry a known shape past the rules.
// Each view is the text decoded; what is found there is hidden where its encoded form stands.

import { valueStart } from "./scan.ts";

export interface View {
  text: string;
  /** Where in the original a stretch of the view starts, and where it ends. */
  startOf(at: number): number;
  endOf(at: number): number;
}

/** `runs` as scan.ts found them. */
export function decodedViews(text: string, runs: readonly number[]): readonly View[] {
  const views: View[] = [];
  if (text.includes("%") && PERCENT.test(text)) views.push(unescaped(text, PERCENTS, ofPercent));
  if (text.includes("\\") && ESCAPE.test(text)) views.push(unescaped(text, ESCAPES, ofEscape));
  for (let index = 0; index < runs.length; index += 3) {
    const end = runs[index + 1] as number;
    if (end - (runs[index] as number) < LEAST_CHARACTERS) continue;
    const start = valueStart(text, runs[index] as number, end);
    const decoded = end - start < LEAST_CHARACTERS ? undefined : decode(text, start, end);
    if (decoded !== undefined) views.push({ text: decoded, startOf: () => start, endOf: () => end });
  }
  return views;
}

/** Characters. Shorter ones hold no key of a known shape. */
const LEAST_CHARACTERS = 24;
// Each stands for one character.
const PERCENT = /%[0-9A-Fa-f]{2}/;
const PERCENTS = /%[0-9A-Fa-f]{2}/g;
const ESCAPE = /\\(?:["\\/nrtbf]|u[0-9A-Fa-f]{4})/;
const ESCAPES = /\\(?:["\\/nrtbf]|u[0-9A-Fa-f]{4})/g;
const SHORT_ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

const byHex = (digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));
const ofPercent = (code: string): string => byHex(code.slice(1));

function ofEscape(code: string): string {
  const sign = code[1] ?? "";
  return sign === "u" ? byHex(code.slice(2)) : (SHORT_ESCAPES[sign] ?? sign);
}

/** The lines from the first code to the last. */
function unescaped(text: string, codes: RegExp, decodeOne: (code: string) => string): View {
  let view = "";
  let end = -1;
  /** Where stretches start that no code interrupts: in the view, in the text, in the view, ... */
  const stretches: number[] = [];
  codes.lastIndex = 0;
  for (let code = codes.exec(text); code !== null; code = codes.exec(text)) {
    if (end === -1) {
      end = text.lastIndexOf("\n", code.index) + 1;
      stretches.push(0, end);
    }
    view += text.slice(end, code.index) + decodeOne(code[0]);
    end = code.index + code[0].length;
    stretches.push(view.length, end);
  }
  const line = text.indexOf("\n", end);
  view += text.slice(end, line === -1 ? text.length : line);
  const inOriginal = (at: number) => inText(stretches, at);
  return { text: view, startOf: inOriginal, endOf: inOriginal };
}

function inText(stretches: readonly number[], at: number): number {
  let index = stretches.length - 2;
  while (index > 0 && (stretches[index] as number) > at) index -= 2;
  return at - (stretches[index] as number) + (stretches[index + 1] as number);
}

/** The printable text in a run of hexadecimal or base64 digits; undefined when there is none. Most runs show it at once. */
function decode(text: string, start: number, end: number): string | undefined {
  return fromHex(text, start, end) ?? fromBase64(text, start, end);
}

function fromHex(text: string, start: number, end: number): string | undefined {
  if ((end - start) % 2 !== 0) return undefined;
  let decoded = "";
  for (let at = start; at < end; at += 2) {
    const [high, low] = [hexDigit(text.charCodeAt(at)), hexDigit(text.charCodeAt(at + 1))];
    const unit = (high << 4) | low;
    if (high < 0 || low < 0 || !isPrintable(unit)) return undefined;
    decoded += String.fromCharCode(unit);
  }
  return decoded;
}

function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function fromBase64(text: string, start: number, end: number): string | undefined {
  let bits = 0;
  let held = 0;
  let decoded = "";
  for (let at = start; at < end; at++) {
    const digit = base64Digit(text.charCodeAt(at));
    if (digit < 0) return undefined;
    if (digit === PADDING) break;
    bits = ((bits << 6) | digit) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    const unit = (bits >> held) & 0xff;
    if (!isPrintable(unit)) return undefined;
    decoded += String.fromCharCode(unit);
  }
  return decoded;
}

const PADDING = 64;

/** Of both alphabets, RFC 4648 sections 4 and 5; `/` ends a run. */
function base64Digit(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit - 0x41;
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x47;
  if (unit >= 0x30 && unit <= 0x39) return unit + 4;
  if (unit === 0x2b || unit === 0x2d) return 62;
  if (unit === 0x5f) return 63;
  return unit === 0x3d ? PADDING : -1;
}

function isPrintable(unit: number): boolean {
  return (unit >= 0x20 && unit < 0x7f) || unit === 0x0a || unit === 0x09 || unit === 0x0d;
}
