// An error message with its variable parts replaced by typed placeholders: what is left is what the failure is.
//
// Shapes first, then numbers; every quantifier bounded. What tells failures apart stays: HTTP status, errno, exit codes,
// error codes, names of modules, attributes and tools. The template of a template is itself.

/** Characters. A message says what failed long before; the sanitizer lets no more through. */
const MESSAGE_CHARACTERS = 4096;

export function templateOf(message: string): string {
  const text = message.slice(0, MESSAGE_CHARACTERS).replace(/\s+/g, " ").trim();
  const shaped = text.replace(SHAPE, (...match) => {
    const named = match.at(-1) as Record<string, string | undefined>;
    return `<${Object.keys(named).find((kind) => named[kind] !== undefined)}>`;
  });
  // Whether a number tells is seen from the words around it, and those of a path or an address are none.
  return shaped.replace(NUMBER, (value, offset: number) => (isTelling(shaped, offset, value) ? value : "<int>"));
}

/** What follows a placeholder at once belongs to what it stands for. */
const NOT_AFTER = "(?<!<[a-z]{3,4}>)";

const SHAPE: RegExp = new RegExp(
  [
    "(?<url>\\b[a-z][a-z0-9+.-]{1,15}://[^\\s\"'`<>)\\]]{1,4096})",
    "(?<uuid>\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b)",
    "(?<time>\\b\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?\\b)",
    `(?<path>${NOT_AFTER}(?:` +
      "(?<![\\w<*])(?:[A-Za-z]:[\\\\/]|(?:~|\\.{1,2})?/|\\\\\\\\)[^\\s\"'`<>|:,;()]{1,4096}" +
      "|(?<![\\w<*/])[\\w.@-]{1,128}(?:/[\\w.@*-]{1,128}){0,32}/[\\w@*-]{0,128}\\.[A-Za-z]\\w{0,9}\\b))",
    "(?<hex>\\b0x[0-9a-fA-F]{1,64}\\b|\\b(?=[0-9a-f]{0,63}\\d)(?=[0-9a-f]{0,63}[a-f])[0-9a-f]{7,64}\\b)",
    "(?<dur>(?<![\\w.])\\d{1,15}(?:\\.\\d{1,9})? ?(?:ms|milliseconds?|s|secs?|seconds?|min|minutes?|h|hours?)\\b)",
  ].join("|"),
  "g",
);

const NUMBER = /(?<![\w.])-?\d{1,20}(?:\.\d{1,20}){0,3}(?!\w)/g;

const CODE_BEFORE = /(?:status|code|errno|exit(?:ed)?(?: with)?|signal|http(?:\/\d(?:\.\d)?)?|error)\W{0,4}$/i;

/** A status or a code: named by the word before it, or an HTTP status with its reason ("429 Too Many Requests"). */
function isTelling(text: string, offset: number, value: string): boolean {
  if (CODE_BEFORE.test(text.slice(Math.max(0, offset - 24), offset))) return true;
  return /^[45]\d\d$/.test(value) && /^ [A-Z][a-z]/.test(text.slice(offset + value.length));
}
