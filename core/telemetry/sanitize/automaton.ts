// All words of all rules, found in one walk over the text: Aho and Corasick, Efficient String Matching, 1975.
// As a table of states by classes of characters: one look-up a character, however many words there are.

export interface Automaton {
  /** Of the ASCII characters; upper and lower case are one. All others are of class 0, as is what no word has. */
  classes: Uint8Array;
  /** A row is `1 << shift` states: where each class leads. */
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

/** `lists` of lower-case words; those that share a beginning share states. At most 32,767 states. */
export function automatonOf(lists: readonly (readonly string[])[]): Automaton {
  const { classes, width } = classesOf(lists);
  const shift = 32 - Math.clz32(width - 1);
  const rows: Int16Array[] = [new Int16Array(width)];
  const ends: Ending[][] = [[]];
  const add = (word: string, owner: number) => {
    let state = 0;
    for (let index = 0; index < word.length; index++) {
      const row = rows[state] as Int16Array;
      const kind = classes[word.charCodeAt(index)] ?? 0;
      if (row[kind] === 0) {
        row[kind] = rows.length;
        rows.push(new Int16Array(width));
        ends.push([]);
      }
      state = row[kind] as number;
    }
    ends[state]?.push({ owner, length: word.length });
  };
  for (const [owner, words] of lists.entries()) for (const word of words) add(word, owner);
  completeRows(rows, ends);
  return { classes, shift, next: tableOf(rows, ends, shift), ends, owners: lists.length };
}

function classesOf(lists: readonly (readonly string[])[]): { classes: Uint8Array; width: number } {
  const classes = new Uint8Array(128);
  let width = 1;
  const add = (unit: number) => {
    if (unit < 128 && classes[unit] === 0) classes[unit] = width++;
  };
  for (let letter = 0x61; letter <= 0x7a; letter++) add(letter);
  for (const words of lists)
    for (const word of words) for (let at = 0; at < word.length; at++) add(word.charCodeAt(at));
  for (let letter = 0x41; letter <= 0x5a; letter++) classes[letter] = classes[letter + 0x20] as number;
  return { classes, width };
}

/** Where a word breaks off, the walk goes on in the longest other word that it may be in; level by level, from the shortest. */
function completeRows(rows: readonly Int16Array[], ends: Ending[][]): void {
  const fallback = new Int16Array(rows.length);
  const queue: number[] = [0];
  for (const state of queue) {
    const row = rows[state] as Int16Array;
    const other = fallback[state] as number;
    const otherRow = rows[other] as Int16Array;
    if (state !== 0) ends[state]?.push(...(ends[other] ?? []));
    for (let kind = 0; kind < row.length; kind++) {
      const to = row[kind] as number;
      const elsewhere = state === 0 ? 0 : (otherRow[kind] as number);
      if (to === 0) row[kind] = elsewhere;
      else {
        fallback[to] = elsewhere;
        queue.push(to);
      }
    }
  }
}

function tableOf(rows: readonly Int16Array[], ends: readonly Ending[][], shift: number): Uint16Array {
  const next = new Uint16Array(rows.length << shift);
  for (const [state, row] of rows.entries()) {
    for (let kind = 0; kind < row.length; kind++) {
      const to = row[kind] as number;
      next[(state << shift) | kind] = ends[to]?.length === 0 ? to : to | WORD_ENDS;
    }
  }
  return next;
}
