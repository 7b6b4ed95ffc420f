// Names that have the shape of a word and are known by the words around them: "No module named requests", "foo: command not
// found", "no such table: users".

/** What may stand where a name would: "a module is not found". */
const NO_NAME =
  "(?!(?:the|an?|and|any|at|but|by|call|calls|calling|can|cannot|could|does|for|from|has|have|in|is|it|its|may|more|must|name|not|of|on|or|should|some|support|that|there|this|to|type|use|usage|value|was|were|which|will|with|you|your)\\b)";

/** `words`: a text without any of them need not be looked through. */
interface Role {
  words: readonly string[];
  pattern: RegExp;
}

const role = (words: readonly string[], pattern: string): Role => ({ words, pattern: new RegExp(pattern, "gi") });

const ROLES: readonly Role[] = [
  role(
    [" is not "],
    `^(?!<name> |'[^']*' |"[^"]*" |value )[^:'"\`]{1,200}(?= is not (?:a function|a constructor|iterable|defined|callable)\\b)`,
  ),
  role([" is not "], `(?<=^|: )${NO_NAME}[A-Za-z]\\w*(?= is not (?:recogni[sz]ed|installed|supported)\\b)`),
  role(["nexpected "], "(?<=\\bunexpected (?:token|identifier|character|symbol) )[^\\s<>'\"`]+"),
  role(["not found"], "(?<=^|: )[\\w+-]+(?=: (?:command )?not found$)"),
  role(
    ["found: ", "o such ", "nknown ", "nrecogni", "issing ", "nvalid "],
    "(?<=\\b(?:not found|no such \\w{1,20}(?: available)?|unknown \\w{1,20}|unrecogni[sz]ed \\w{1,20}|missing \\w{1,20}|invalid \\w{1,20}|matches found): )[\\w+./-]+$",
  ),
  role([" option "], "(?<=\\b(?:illegal|unknown|unrecogni[sz]ed|invalid) option (?:-- ?)?)[\\w-]+(?=$|:)"),
  role(
    ["named ", "called ", "for ", "package ", "module "],
    `(?<=\\b(?:named|called|for|package|module) )${NO_NAME}[A-Za-z][\\w-]*(?:, [A-Za-z][\\w-]*){0,8}(?=$|[:,(]| \\(|\\.$)`,
  ),
  role(["of type "], `(?<=\\bof type )${NO_NAME}[A-Za-z]\\w*(?= is\\b)`),
  role(
    [
      "odel ",
      "ool ",
      "odule ",
      "ackage ",
      "gent ",
      "able ",
      "elation ",
      "olumn ",
      "ommand ",
      "ranch ",
      "nction ",
      "ption ",
      "gument ",
    ],
    `(?<=\\b(?:model|tool|module|package|agent|table|relation|column|command|branch|function|option|argument) )${NO_NAME}[A-Za-z][\\w-]*(?= (?:not|does|is|was|has|could|already|doesn't)\\b)`,
  ),
  role([" ref", "okup "], `(?<=\\b(?:remote ref|refspec|lookup) )${NO_NAME}[A-Za-z][\\w./-]*`),
  role(["localhost"], "\\blocalhost\\b"),
  role(
    [" does not support ", " failed "],
    `^${NO_NAME}[A-Za-z]\\w*(?= (?:does not support|failed (?:due to|because|with)) )`,
  ),
  role(["<version>"], "[A-Za-z][\\w.-]*(?=<version>)"),
  role(["spawn "], "(?<=\\bspawn )[\\w.-]+(?= E[A-Z]+\\b)"),
];

export function withoutNames(text: string): string {
  let rest = text;
  for (const { words, pattern } of ROLES)
    if (words.some((word) => rest.includes(word))) rest = rest.replace(pattern, "<name>");
  return rest;
}
