// All words of all rules, found in one walk over the text: Aho and Corasick, Efficient String Matching, 1975.
// As a table of states by classes of characters: one look-up a character, however many words there are.

export interface Automaton {
  /** Of the ASCII characters; upper and lower case are one. All others are as the first; what no word has is of class 0. */
  classes: Uint8Array;
  /** The row of a state in `next` starts at `state << shift`. */
  shift: number;
  /** By state and class, the next state; with WORD_ENDS set when a word ends there. */
  next: Uint16Array;
  /** By state, the words that end there, longest first. */
  ends: readonly (readonly Ending[])[];
  /** How many lists of words there are. */
  owners: number;
}

export interface Ending {
  /** Index of the list that the word is from. */
  owner: number;
  /** Characters of the word. */
  length: number;
}

export const WORD_ENDS: number = 1 << 15;
const STATE = WORD_ENDS - 1;
/** The class of what is not ASCII. */
const OTHERS = 1;

/**
 * `lists` of lower-case words, with at most 32,767 characters together. Made level by level, for a process that records its
 * first failure waits for it: 1.5 ms, most of it before anything is compiled.
 */
export function automatonOf(lists: readonly (readonly string[])[]): Automaton {
  const words = lists.flatMap((own, owner) => own.map((text) => ({ text, owner, state: 0 })));
  const { classes, width } = classesOf(words);
  const shift = 32 - Math.clz32(width - 1);
  const most = words.reduce((sum, { text }) => sum + text.length, 1);
  const next = new Uint16Array(most << shift);
  const ends: Ending[][] = [[]];
  const depths: number[] = [0];
  let left = words.filter(({ text }) => text !== "");
  for (let depth = 1; left.length > 0; depth++) {
    const made: { state: number; entry: number; fallback: number }[] = [];
    for (const word of left) {
      const entry = (word.state << shift) | (classes[word.text.charCodeAt(depth - 1)] ?? OTHERS);
      const known = (next[entry] as number) & STATE;
      if (depths[known] === depth) word.state = known;
      else {
        // Where the words with this beginning break off, the walk goes on in the longest other word that it may be in.
        word.state = depths.push(depth) - 1;
        ends.push([]);
        made.push({ state: word.state, entry, fallback: known });
        next[entry] = word.state;
      }
      if (depth === word.text.length) ends[word.state]?.push({ owner: word.owner, length: depth });
    }
    for (const { state, entry, fallback } of made) {
      ends[state]?.push(...(ends[fallback] as Ending[]));
      if (ends[state]?.length !== 0) next[entry] = state | WORD_ENDS;
    }
    for (const { state, fallback } of made) next.copyWithin(state << shift, fallback << shift, (fallback + 1) << shift);
    left = left.filter(({ text }) => text.length > depth);
  }
  return { classes, shift, next: next.slice(0, depths.length << shift), ends, owners: lists.length };
}

function classesOf(words: readonly { text: string }[]): { classes: Uint8Array; width: number } {
  const classes = new Uint8Array(128);
  classes[0] = OTHERS;
  let width = OTHERS + 1;
  const add = (unit: number) => {
    if (unit < 128 && classes[unit] === 0) classes[unit] = width++;
  };
  for (let letter = 0x61; letter <= 0x7a; letter++) add(letter);
  for (const { text } of words) for (let at = 0; at < text.length; at++) add(text.charCodeAt(at));
  for (let letter = 0x41; letter <= 0x5a; letter++) classes[letter] = classes[letter + 0x20] as number;
  return { classes, width };
}
