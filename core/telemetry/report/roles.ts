// Names that have the shape of a word and are known by the words around them: "No module named requests", "foo: command not
// found", "no such table: users".

/** What may stand where a name would: "a module is not found". */
const NO_NAME =
  "(?!(?:the|an?|and|any|at|but|by|call|calls|calling|can|cannot|could|does|for|from|has|have|in|is|it|its|may|more|must|name|not|of|on|or|should|some|support|that|there|this|to|type|use|usage|value|was|were|which|will|with|you|your)\\b)";

const NAMES = new RegExp(
  [
    `^(?!<name> |'[^']*' |"[^"]*" |value )[^:'"\`]{1,200}(?= is not (?:a function|a constructor|iterable|defined|callable)\\b)`,
    "(?<=\\bunexpected (?:token|identifier|character|symbol) )[^\\s<>'\"`]+",
    `(?<=^|: )${NO_NAME}[A-Za-z]\\w*(?= is not (?:recogni[sz]ed|installed|supported)\\b)`,
    "(?<=^|: )[\\w+-]+(?=: (?:command )?not found$)",
    "(?<=\\b(?:not found|no such \\w{1,20}|unknown \\w{1,20}|unrecogni[sz]ed \\w{1,20}|missing \\w{1,20}|invalid \\w{1,20}|matches found): )[\\w+-]+$",
    "(?<=\\b(?:illegal|unknown|unrecogni[sz]ed|invalid) option (?:-- ?)?)[\\w-]+(?=$|:)",
    `(?<=\\b(?:named|called|for|package|module) )${NO_NAME}[A-Za-z][\\w-]*(?:, [A-Za-z][\\w-]*){0,8}(?=$|[:,(]| \\(|\\.$)`,
    `(?<=\\bof type )${NO_NAME}[A-Za-z]\\w*(?= is\\b)`,
    `(?<=\\b(?:model|tool|module|package|agent|table|relation|column|command|branch|function|option|argument) )${NO_NAME}[A-Za-z][\\w-]*(?= (?:not|does|is|was|has|could|already|doesn't)\\b)`,
    "[A-Za-z][\\w.-]*(?=<version>)",
    "(?<=\\bspawn )[\\w.-]+(?= E[A-Z]+\\b)",
  ].join("|"),
  "gi",
);

export const withoutNames = (text: string): string => text.replace(NAMES, "<name>");
