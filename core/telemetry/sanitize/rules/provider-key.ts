// Keys by the table in provider-keys.ts.

import { behindJoint, isWordCharacter } from "../characters.ts";
import { type Hide, type RedactionRule, skip } from "../rule.ts";
import type { Scan } from "../scan.ts";
import { PROVIDER_KEYS, PROVIDER_KEYS_APART } from "./provider-keys.ts";
import { isRandom } from "./secret-words.ts";

/** Characters of a prefix that are looked for as a word: what follows is compared. */
const BEGINNING = 6;

export const providerKey: RedactionRule = {
  id: "provider-key",
  placeholder: "***TOKEN***",
  get needles() {
    const lines = PROVIDER_KEYS_APART.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
    return lines.map((line) => line.slice(0, Math.min(BEGINNING, line.indexOf(" "))).toLowerCase());
  },
  run: 0,
  find: providerKeys,
  patterns: [],
  source: "the table in provider-keys.ts",
  samples: {
    hidden: [
      ["Incorrect API key provided: sk-abc123def456", "Incorrect API key provided: ***TOKEN***"],
      ["401 for sk-abc123... of the environment", "401 for ***TOKEN***... of the environment"],
      [`401 with ghp_${"a1B2".repeat(9)}`, "401 with ***TOKEN***"],
      [`key AKIA${"ABCDEFGH234567AB"} denied`, "key ***TOKEN*** denied"],
    ],
    kept: [
      "No module named 'sk-learn'",
      "locale sk-SK, sk-1 and sk-fix12",
      "task-abc123def456 failed",
      "npm_config_registry is not set",
      "commit 3f786850e387550fdab836ed7e6dc881de23001b",
    ],
  },
};

/** A key begins where a run does, or behind a joint in it (`MY_ghp_...`, `key=sk-...`), or its prefix is no run (`SG.`). */
function providerKeys({ text, runs }: Scan, places: readonly number[], hide: Hide): void {
  for (let index = 0; index < runs.length; index += 3) {
    const end = runs[index + 1] as number;
    for (let start = runs[index] as number; start < end; start = behindJoint(text, start, end)) {
      const key = keyAt(text, start);
      if (key === undefined) continue;
      hide(start, key.end, key.id);
      break;
    }
  }
  for (const place of places) {
    const key = isWordCharacter(text.charCodeAt(place - 1)) ? undefined : keyAt(text, place);
    if (key !== undefined) hide(place, key.end, key.id);
  }
}

/** The longest, for several rows may share a prefix. */
function keyAt(text: string, start: number): { id: string; end: number } | undefined {
  let longest: { id: string; end: number } | undefined;
  for (const row of rowsAt(text, start)) {
    if (text.charCodeAt(start + row.last) !== row.lastUnit || !text.startsWith(row.prefix, start)) continue;
    row.body ??= new RegExp(row.alphabet, "y");
    const end = skip(row.body, text, start + row.prefix.length);
    if (end === undefined || end <= (longest?.end ?? 0)) continue;
    const rest = text.slice(start + row.prefix.length, end);
    if (!row.isWeak || isRandom(rest)) longest = { id: row.id, end };
  }
  return longest;
}

interface Row {
  id: string;
  prefix: string;
  /** Where the last character of the prefix is, and which: most rows differ there. */
  last: number;
  lastUnit: number;
  isWeak: boolean;
  alphabet: string;
  /** What follows the prefix; made when the first text has the prefix. */
  body: RegExp | undefined;
}

/** By the first two characters of their prefix, an index of `rowsRead`; 0 where no text had them yet. */
const known = new Uint16Array(1 << 14);
const rowsRead: (readonly Row[])[] = [[]];

/** Of characters that are not ASCII, some answer for others: a row looks for itself. */
function rowsAt(text: string, start: number): readonly Row[] {
  const pair = ((text.charCodeAt(start) & 127) << 7) | (text.charCodeAt(start + 1) & 127);
  if (known[pair] === 0) {
    const beginning = String.fromCharCode(pair >> 7, pair & 127);
    known[pair] = rowsRead.push([PROVIDER_KEYS, PROVIDER_KEYS_APART].flatMap((table) => rowsIn(table, beginning))) - 1;
  }
  return rowsRead[known[pair] as number] as readonly Row[];
}

function rowsIn(table: string, beginning = ""): Row[] {
  const rows: Row[] = [];
  for (let line = table.indexOf(`\n${beginning}`); line !== -1; line = table.indexOf(`\n${beginning}`, line + 1)) {
    const row = ROW.exec(table.slice(line + 1, table.indexOf("\n", line + 1)));
    if (row === null) continue; // a heading
    const [, prefix = "", alphabet = "", least = "", most = "", id = "", weak] = row;
    const last = prefix.length - 1;
    rows.push({
      id,
      prefix,
      last,
      lastUnit: prefix.charCodeAt(last),
      isWeak: weak !== undefined,
      alphabet: `[${alphabet}]{${least},${most}}`,
      body: undefined,
    });
  }
  return rows;
}

const ROW = /^(.+) (\S+) (\d+) (\d+) ([\w-]+)( weak)?$/;
