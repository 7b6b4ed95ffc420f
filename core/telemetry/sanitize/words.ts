// All words of all rules, found in one walk over the text. Three characters tell where a word may begin, and there it is
// compared; a sign alone needs no comparison.

import { CLASSES, classOf, isCapital, isDigit, isJoint, OTHER } from "./characters.ts";

export interface Words {
  /** By character: its class, MARK for a digit or a joint, ALONE for a word by itself. */
  characters: Uint8Array;
  /** By the classes of three characters, 1 where a word begins with them; the walk asks it, for it is half as large as ... */
  begins: Uint8Array;
  /** ... the index of `lists`. */
  beginnings: Uint16Array;
  lists: readonly (readonly Word[])[];
  /** By character, the owners that have it as a word. */
  signs: readonly (readonly number[] | undefined)[];
  /** How many there are. */
  owners: number;
}

interface Word {
  /** Its characters, folded. */
  units: Uint8Array;
  owner: number;
}

// Of `characters`; the bits below are the class.
const MARK = 0x20;
const ALONE = 0x40;
/** Beginnings of words: three times five bits. */
const BEGINNINGS = 0x8000;
const CHARACTERS = 0x10000;

/** Lower-case words by their owners. Upper and lower case are one, and so is all that is not ASCII. */
export function wordsOf(owners: readonly (readonly string[])[]): Words {
  const characters = new Uint8Array(CHARACTERS).fill(OTHER);
  characters.set(CLASSES.map((own, unit) => own | (isDigit(unit) || isJoint(unit) ? MARK : 0)));
  const begins = new Uint8Array(BEGINNINGS);
  const beginnings = new Uint16Array(BEGINNINGS);
  const lists: Word[][] = [[]];
  const signs: number[][] = [];
  const enter = (start: number, word: Word) => {
    if (beginnings[start] === 0) beginnings[start] = lists.push([]) - 1;
    begins[start] = 1;
    lists[beginnings[start] as number]?.push(word);
  };
  for (let owner = 0; owner < owners.length; owner++) {
    for (const text of owners[owner] as readonly string[]) {
      const word = { units: Uint8Array.from({ length: text.length }, (_, at) => folded(text.charCodeAt(at))), owner };
      const first = text.charCodeAt(0);
      const pair = (classOf(first) << 10) | (classOf(text.charCodeAt(1)) << 5);
      if (text.length > 2) enter(pair | classOf(text.charCodeAt(2)), word);
      else if (text.length === 2) for (let any = 0; any <= OTHER; any++) enter(pair | any, word);
      else {
        characters[first] = (characters[first] as number) | ALONE;
        signs[first] = [...(signs[first] ?? []), owner];
      }
    }
  }
  return { characters, begins, beginnings, lists, signs, owners: owners.length };
}

/**
 * By owner, where its words stand in the first `length` of `units`, in order; undefined where there are none. `noted` tells where
 * a word's third character may be, or a word of one character is; ended by -1.
 */
export function placesOf(
  units: Uint16Array,
  length: number,
  noted: Int32Array,
  words: Words,
): (number[] | undefined)[] {
  const places: (number[] | undefined)[] = new Array(words.owners);
  for (let index = 0; noted[index] !== -1; index++) {
    const third = noted[index] as number;
    const start = third - 2;
    for (const word of wordsBeginningAt(units, start, words))
      if (start + word.units.length <= length && standsAt(units, start, word.units)) add(places, word.owner, start);
    const alone = words.signs[units[third] as number];
    if (alone !== undefined) for (const owner of alone) add(places, owner, third);
  }
  return places;
}

function wordsBeginningAt(units: Uint16Array, start: number, { beginnings, lists }: Words): readonly Word[] {
  const pair = (classOf(units[start] as number) << 10) | (classOf(units[start + 1] as number) << 5);
  const beginning = pair | classOf(units[start + 2] as number);
  return lists[start < 0 ? 0 : (beginnings[beginning] as number)] as readonly Word[];
}

/** Words that share a beginning may be one within another. */
function add(places: (number[] | undefined)[], owner: number, place: number): void {
  const known = places[owner];
  if (known === undefined) places[owner] = [place];
  else if (known[known.length - 1] !== place) known.push(place);
}

/** From its end, for its beginning may well be right. */
function standsAt(units: Uint16Array, start: number, word: Uint8Array): boolean {
  for (let at = word.length - 1; at >= 0; at--) if (folded(units[start + at] as number) !== word[at]) return false;
  return true;
}

const folded = (unit: number): number => (isCapital(unit) ? unit | 0x20 : Math.min(unit, 128));
