// Lines that cannot hold a text are taken out before they are parsed: of a million lines a search wants a few.
//
// In a line of ours without a backslash every string stands as it is, and every number in JavaScript's own notation. What a search joins
// (`key=value`, "type: message") is not looked for here.

import type { Chunk } from "./lines.ts";
import { slotOfOwn } from "./own-line.ts";

/** `text` in small letters. Lines that are not ours stay, and all of them where a line may hold the text without showing it. */
export function sifted(chunk: Chunk, text: string): Chunk {
  const lines = chunk.bytes.toString("latin1");
  if (!PLAIN.test(text) || Buffer.byteLength(lines, "utf8") !== chunk.bytes.length) return chunk;
  const isFoundIn = inTurn(lines.toLowerCase(), text);
  const isEscapedIn = inTurn(lines, "\\");
  const kept: string[] = [];
  for (let start = 0, end = 0; start < lines.length; start = end) {
    end = lines.indexOf("\n", start) + 1 || lines.length;
    const isWanted = isFoundIn(start, end) || isEscapedIn(start, end);
    if (isWanted || slotOfOwn(lines, start, end - 1) === "") kept.push(lines.slice(start, end));
  }
  return { ...chunk, bytes: Buffer.from(kept.join(""), "latin1") };
}

/** Printable ASCII but `"`, `\`, `:` and `=`, and no space to begin with. */
const PLAIN = /^[!#-9;<>-[\]-~][ !#-9;<>-[\]-~]*$/;

/** Whether `wanted` stands between two places, which are asked for from left to right. */
function inTurn(text: string, wanted: string): (start: number, end: number) => boolean {
  let at = text.indexOf(wanted);
  return (start, end) => {
    if (at >= 0 && at < start) at = text.indexOf(wanted, start);
    return at >= 0 && at < end;
  };
}
