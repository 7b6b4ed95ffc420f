// The words of a text, as a key compares them: no case, no punctuation, no article, no plural, a placeholder as `*`; and no
// `*` at the end, where others leave the value out.

/** How many words of a stem are no placeholder's and no letter. */
export function ownWords(words: string): number {
  let own = 0;
  for (let at = 0; at < words.length; ) {
    const space = words.indexOf(" ", at);
    const end = space === -1 ? words.length : space;
    if (end - at > 1 && words.charCodeAt(at) !== 42) own++;
    at = end + 1;
  }
  return own;
}

export function stemWords(text: string): string {
  const words: string[] = [];
  const isComparison = COMPARISON.test(text);
  const low = text.toLowerCase();
  for (let at = 0; at < low.length; ) {
    const code = low.charCodeAt(at);
    if (code === 60) at = addValue(low, at, isComparison, words);
    else if (isWordLetter(code)) at = addWord(low, at, words);
    else at++;
  }
  return withoutTail(words).join(" ").replace(NOUN, "");
}

/** Where two values are compared, it matters whether they are the same. */
const COMPARISON = /[!=]=|\bexpected\b.*</i;

const isAsciiWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
/** Beyond Latin-1's signs, and not among general punctuation, arrows, mathematics, boxes, dingbats. */
const isWordLetter = (code: number): boolean =>
  isAsciiWord(code) || (code >= 0xc0 && !(code >= 0x2000 && code < 0x2c00) && code !== 0xfffd);

const ARTICLES = new Set(["the", "a", "an"]);

function addWord(low: string, from: number, words: string[]): number {
  let end = from + 1;
  while (end < low.length && isWordLetter(low.charCodeAt(end))) end++;
  const isPlural = end - from > 3 && low.charCodeAt(end - 1) === 115 && !(low.charCodeAt(end - 2) <= 57);
  const word = low.slice(from, isPlural ? end - 1 : end);
  if (!ARTICLES.has(word)) words.push(word);
  return end;
}

const PLACEHOLDER = /<([a-z]{2,8})(:\d{1,4})?>|<'/y;

/** A web page in place of data (`'<'`, where V8 met one) tells; other values are `*`, several in a row are one. */
function addValue(low: string, at: number, isComparison: boolean, words: string[]): number {
  PLACEHOLDER.lastIndex = at;
  const found = PLACEHOLDER.exec(low);
  if (found === null) return at + 1;
  const [placeholder, kind = "html", number = ""] = found;
  const word = kind === "html" ? kind : isComparison ? `*${number}` : "*";
  if (words.at(-1) === "and" && words.at(-2) === word) words.pop();
  if (words.at(-1) !== "*" || word !== "*") words.push(word);
  return at + placeholder.length;
}

const PREPOSITIONS = new Set([
  "at",
  "in",
  "on",
  "for",
  "from",
  "to",
  "of",
  "with",
  "by",
  "is",
  "after",
  "line",
  "and",
  "or",
]);
const PLACES = new Set(["character", "index", "port", "attempt", "step", "row", "id"]);

/** "... imported from *", "... for user id *", "... in comparison", "... while calling a function", "while scanning ...". */
function withoutTail(all: readonly string[]): string[] {
  const when = all.indexOf("while");
  const words =
    when > 1 && ownWords(all.slice(0, when).join(" ")) > 2
      ? all.slice(0, when)
      : all.slice(0, when === 0 ? 2 : all.length);
  for (let tail = tailOf(words); tail > 0; tail = tailOf(words)) words.length -= tail;
  return words;
}

/** How many words at the end say nothing. */
function tailOf(words: readonly string[]): number {
  const last = words.at(-1) ?? "";
  if (last.startsWith("*")) return 1 + placeOf([words.at(-4), words.at(-3), words.at(-2)]);
  if (PREPOSITIONS.has(last) || last === "character") return 1;
  return words.length > 2 && words.at(-2) === "in" ? 2 : 0;
}

/** How many words before a value only say where it stands: "waiting for", "for user id". */
function placeOf([third = "", second = "", first = ""]: readonly (string | undefined)[]): number {
  if (PLACES.has(first)) return PREPOSITIONS.has(third) ? 3 : 1;
  if (!PREPOSITIONS.has(first)) return 0;
  return PARTICIPLE.test(second) && third !== "" ? 2 : 1;
}

const PARTICIPLE = /(?:ed|ing)$/;

/** "Branch 'x' is already used by a worktree" and "'x' is already used by a worktree". */
const NOUN = /^(?:branch|file|model|tool|agent|package|user) (?=\*(?: \S+){4})/;
