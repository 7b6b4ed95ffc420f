// Keys without a telling prefix or name: long runs that look random.

import { type Hide, type RedactionRule, skip } from "../rule.ts";
import type { Scan } from "../scan.ts";
import { mixtureOf } from "./mixture.ts";
import { isWordy } from "./secret-words.ts";

const OPAQUE = /(?<![\w+=-]|\*{3})[A-Za-z0-9_-]{20,512}(?:[/+][A-Za-z0-9_/+-]{8,512})?={0,2}/y;

export const opaqueRun: RedactionRule = {
  id: "opaque-run",
  placeholder: "***TOKEN***",
  run: 20,
  needles: [],
  find: opaqueRuns,
  patterns: [OPAQUE],
  source: "measured on real secrets: keys without a telling prefix or name",
  samples: {
    hidden: [["denied for q7Xw2LpZ9vRk4TnB8sYd", "denied for ***TOKEN***"]],
    kept: [
      "integrity sha512-Kd7pQ2vXs9LmT4wYb6RzN1cJf8HgA3eUo5iVxDkBqMtP==",
      "h1:Zt5wQk2Rn8Lx4Vb7Pc1Hd9Jm/Fs6Gy3Ta0Ue/Wo2Xi8Nr5q=",
      "commit 3f786850e387550fdab836ed7e6dc881de23001b",
      "getElementsByTagName2FromNodeList3",
      "request 7f9c2ba4-e88f-427d-a616-1c3a3f2b0e11",
      "ERR_TLS_CERT_ALTNAME_FORMAT_2",
      "chunks/9a7c31d0-5e2b84f6017ac3d9.js",
      "12-factor-collect-Jkhl8I",
    ],
  },
};

/** Its look-behind lets it begin only where a run does. */
function opaqueRuns({ text, runs }: Scan, _: readonly number[], hide: Hide): void {
  let done = 0;
  for (let index = 0; index < runs.length; index += 3) {
    const start = runs[index] as number;
    const stop = runs[index + 1] as number;
    if (start < done || stop - start < SHORTEST_OPAQUE) continue;
    if ((runs[index + 2] as number) < OPAQUE_DIGITS && text[stop] !== "/") continue; // "+" is in the run
    const end = skip(OPAQUE, text, start);
    if (end === undefined) continue;
    done = end;
    if (isOpaque(text, start, done)) hide(start, done);
  }
}

/** Characters; as OPAQUE has it. */
const SHORTEST_OPAQUE = 20;
const OPAQUE_DIGITS = 2;

const HASH_BEFORE = /(?<=h1:[\w+/]{0,60}|sha\d{1,3}[-:=~]|(?:integrity|digest|etag|sri|hash)\W{1,4})/iy;
/** A UUID, or a hash in hexadecimal. */
const DIGEST = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|(?<![\da-z])[\da-f]{32,128}(?![\da-z])/i;

/** Words that lead up to something short: `12-factor-collect-Jkhl8I` is the name of a folder. */
const WORDS_BEFORE = /^(?:(?:[a-z]{3,32}|\d{1,3})[-_]){1,8}/;
const SHORTEST_TAIL = 12;

/** Letters of both cases and digits, turning as nobody's names do; or lower case and digits, long, and no hash. */
function isOpaque(text: string, start: number, end: number): boolean {
  const { digits, isMixed, isHex, turns } = mixtureOf(text, start, end);
  const length = end - start;
  if (digits < OPAQUE_DIGITS || isHex) return false;
  if (!isMixed && (length < 28 || digits < 5)) return false;
  if (turns < length * (isMixed ? 0.35 : 0.3)) return false;
  const run = text.slice(start, end);
  if (run.replace(WORDS_BEFORE, "").length < SHORTEST_TAIL) return false;
  if (DIGEST.test(run) || /^sha\d{1,3}-/i.test(run) || isWordy(run)) return false;
  return skip(HASH_BEFORE, text, start) === undefined;
}
