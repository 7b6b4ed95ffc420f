// All words of all rules, found in one walk over the text. Three characters tell where a word may begin, and there it is
// compared; a sign alone needs no comparison.

import { CHARACTERS, CLASS, classOf, isCapital } from "./characters.ts";

export interface Words {
  /** By ASCII character, its entry in CHARACTERS, with SIGN set where it is a word by itself. */
  characters: Uint8Array;
  /** By the classes of three characters, an index of `lists`; 0 where no word begins with them. */
  beginnings: Uint16Array;
  lists: readonly (readonly Word[])[];
  /** By character, the owners that have it as a word. */
  signs: readonly (readonly number[] | undefined)[];
  /** How many there are. */
  owners: number;
}

interface Word {
  text: string;
  owner: number;
}

export const SIGN = 0x80;
/** Beginnings of words: three times five bits. */
const BEGINNINGS = 0x8000;

/** Lower-case words by their owners. Upper and lower case are one, and so is all that is not ASCII. */
export function wordsOf(owners: readonly (readonly string[])[]): Words {
  const characters = CHARACTERS.slice();
  const beginnings = new Uint16Array(BEGINNINGS);
  const lists: Word[][] = [[]];
  const signs: number[][] = [];
  const enter = (start: number, word: Word) => {
    if (beginnings[start] === 0) beginnings[start] = lists.push([]) - 1;
    lists[beginnings[start] as number]?.push(word);
  };
  for (let owner = 0; owner < owners.length; owner++) {
    for (const text of owners[owner] as readonly string[]) {
      const first = text.charCodeAt(0);
      const pair = (classOf(first) << 10) | (classOf(text.charCodeAt(1)) << 5);
      if (text.length > 2) enter(pair | classOf(text.charCodeAt(2)), { text, owner });
      else if (text.length === 2) for (let any = 0; any <= CLASS; any++) enter(pair | any, { text, owner });
      else {
        characters[first] = (characters[first] as number) | SIGN;
        signs[first] = [...(signs[first] ?? []), owner];
      }
    }
  }
  return { characters, beginnings, lists, signs, owners: owners.length };
}

/** The classes of the last two characters and of the next. */
export function nextBeginning(last: number, entry: number): number {
  return ((last << 5) | (entry & 0x1f)) & 0x7fff; // CLASS; figures, for this runs for every character
}

/** Where there is a sign instead of the beginning of a word: this, and the character. */
export const ALONE: number = BEGINNINGS;

/**
 * By owner, where its words stand in `text`, in order; undefined where there are none. `noted` tells what may begin and where:
 * a beginning, a place, a beginning, ... -1.
 */
export function placesOf(text: string, noted: Int32Array, words: Words): (number[] | undefined)[] {
  const { beginnings, lists, signs, owners } = words;
  const places: (number[] | undefined)[] = new Array(owners);
  for (let index = 0; noted[index] !== -1; index += 2) {
    const beginning = noted[index] as number;
    const place = noted[index + 1] as number;
    if (beginning >= ALONE) {
      for (const owner of signs[beginning - ALONE] as readonly number[]) add(places, owner, place);
    } else {
      for (const { text: word, owner } of lists[beginnings[beginning] as number] as readonly Word[])
        if (standsAt(text, place, word)) add(places, owner, place);
    }
  }
  return places;
}

function add(places: (number[] | undefined)[], owner: number, place: number): void {
  const known = places[owner];
  if (known === undefined) places[owner] = [place];
  else if (known[known.length - 1] !== place) known.push(place);
}

/** From its end, for its beginning may well be right. */
function standsAt(text: string, place: number, word: string): boolean {
  if (place + word.length > text.length) return false;
  for (let at = word.length - 1; at >= 0; at--)
    if (folded(text.charCodeAt(place + at)) !== folded(word.charCodeAt(at))) return false;
  return true;
}

const folded = (unit: number): number => (isCapital(unit) ? unit | 0x20 : Math.min(unit, 128));
