// A rule's words with what it captured: `{name}`, or `{name|what to say without it}`.

/** Characters of one word put in: a suggestion stays a line. */
const WORD_CHARACTERS = 60;

export function worded(text: string, words: Readonly<Record<string, string>>): string {
  // One replacement, with a function: a captured name may look like a placeholder or a replacement pattern.
  return text.replace(PLACE, (whole, name: string, otherwise?: string) => {
    const word = Object.hasOwn(words, name) ? words[name] : otherwise;
    return word?.slice(0, WORD_CHARACTERS) ?? whole;
  });
}

/** Names of the places in a text. */
export const placesIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name = ""]) => name);

const PLACE = /\{(\w{1,40})(?:\|([^{}]{0,80}))?\}/g;
