// File contents are never recorded, and an issue's description is cut: text that quotes data keeps its sense and loses the data.

import { atNeedles, byPattern, type Hide, type RedactionRule, skip } from "../rule.ts";
import type { Scan } from "../scan.ts";

/** Specification, Data Sanitization Rules, 6. */
const DESCRIPTION_CHARACTERS = 100;

export const quotedJson: RedactionRule = {
  id: "quoted-json",
  placeholder: "***CONTENT***",
  needles: ["is not valid json"],
  // V8 quotes the text that it could not parse: Unexpected token 'H', ..."Here is th"... is not valid JSON
  ...byPattern(
    /(?<lead>(?:Unexpected token .{1,8}, |JSON[^"\n]{0,40}: )(?:\.{3})?")[\s\S]{1,256}?(?="(?:\.{3})? is not valid JSON)/g,
  ),
  source: "V8 messages kJsonParseUnexpectedTokenShortString and its siblings",
  samples: {
    hidden: [
      [
        `Unexpected token 'H', "Here is the patient's file" is not valid JSON`,
        `Unexpected token 'H', "***CONTENT***" is not valid JSON`,
      ],
      [
        `Unexpected token 'x', ..."name": xAda Lovel"... is not valid JSON`,
        `Unexpected token 'x', ..."***CONTENT***"... is not valid JSON`,
      ],
    ],
    kept: [
      "Unexpected end of JSON input",
      "Expecting value: line 1 column 1 (char 0)",
      "Unexpected token } in JSON at position 5",
    ],
  },
};

export const quotedInput: RedactionRule = {
  id: "quoted-input",
  placeholder: "***CONTENT***",
  needles: ["input_value="],
  ...atNeedles(/\binput_value=/y, /'[^'\n]{0,512}'?|"[^"\n]{0,512}"?|[^\s,\]]{1,512}/y),
  source: "pydantic-core, line_errors: [type=..., input_value=..., input_type=...]",
  samples: {
    hidden: [
      [
        "[type=int_parsing, input_value='Ada, 36', input_type=str]",
        "[type=int_parsing, input_value=***CONTENT***, input_type=str]",
      ],
    ],
    kept: ["input_type=str"],
  },
};

export const fencedText: RedactionRule = {
  id: "fenced-text",
  placeholder: "***CONTENT***",
  needles: ["```"],
  ...atNeedles(/(?=```)/y, /```[^`][\s\S]{0,4096}?(?:```|$)/y),
  source: "specification.md, Data Sanitization Rules, 5; models answer in Markdown fences",
  samples: {
    hidden: [['bad answer ```json\n{"name": "Ada"}\n``` here', "bad answer ***CONTENT*** here"]],
    kept: ["unknown option `--foo`"],
  },
};

/** A quotation longer than this, with spaces in it, is text out of a file or an answer, and no name or path. */
const QUOTE_CHARACTERS = 120;
const WORDS = 8;

export const longQuote: RedactionRule = {
  id: "long-quote",
  placeholder: "***CONTENT***",
  needles: ['"', "'"],
  patterns: [],
  find: longQuotes,
  source: "specification.md, Data Sanitization Rules, 5",
  samples: {
    hidden: [[`cannot parse "${"the quick brown fox jumps ".repeat(6)}"`, 'cannot parse "***CONTENT***"']],
    kept: [
      `open '/srv/${"deep/".repeat(30)}a.ts'`,
      `model "gpt" and tool "search"`,
      "can't do what isn't asked",
      `400 {"error":{"type":"invalid_request_error","message":"${"the tools of this request are not valid: ".repeat(5)}"}}`,
      `Error code: 429 - {'error': {'message': '${"You have used up what your plan allows. ".repeat(5)}'}}`,
    ],
  },
};

/** From one quote to the next of its kind on the same line, or to the end of a text that was cut. */
function longQuotes({ text }: Scan, _: readonly number[], hide: Hide): void {
  if (text.length <= QUOTE_CHARACTERS) return;
  for (const quote of ['"', "'"]) {
    let open = text.indexOf(quote);
    while (open !== -1 && text.length - open > QUOTE_CHARACTERS) {
      const next = text.indexOf(quote, open + 1);
      const end = next === -1 ? text.length : next;
      const isLong = end - open > QUOTE_CHARACTERS && (open === 0 || OPENS.includes(text[open - 1] as string));
      if (isLong && isProse(text.slice(open + 1, end)) && !isWordOfService(text, open, end)) {
        hide(open + 1, end);
        open = text.indexOf(quote, end + 1);
      } else open = next;
    }
  }
}

const OPENS = " \n\t=(:[{,";

/** Characters. Services say what is wrong in one or two sentences; what is longer repeats what they were given. */
const SERVICE_CHARACTERS = 600;
const MESSAGE_KEY = /["'](?:message|msg|error|detail|reason|error_description)["']\s{0,2}:\s{0,2}$/;

/** `"message": "..."` of an error object: what a service says of the failure, and not what it was sent. */
function isWordOfService(text: string, open: number, end: number): boolean {
  const before = text.slice(Math.max(0, open - SERVICE_CHARACTERS), open);
  return end - open <= SERVICE_CHARACTERS && MESSAGE_KEY.test(before) && /error/i.test(before);
}

const isProse = (quote: string): boolean => !quote.includes("\n") && quote.split(" ", WORDS + 1).length > WORDS;

export const issueDescription: RedactionRule = {
  id: "issue-description",
  placeholder: "***CONTENT***",
  // Not in the name of an agent, `IssueProcessor`: its expression takes half a millisecond to make.
  needles: [..." _-\"':=\t\n\r", "description", "body", "text", "title"].map((next) => `issue${next}`),
  // What is left of an earlier cut is no description any more.
  ...atNeedles(
    new RegExp(
      `\\bissue[ _-]?(?:description|body|text|title)?["']?(?: #?\\d{1,9})?\\s{0,2}[:=]\\s{0,2}["']?[^]{${DESCRIPTION_CHARACTERS}}`,
      "iy",
    ),
    /[\s\S]{1,8192}/y,
    (rest) => !["***CONTENT***", " [...]"].some((left) => left.endsWith(rest)),
  ),
  source: "specification.md, Data Sanitization Rules, 6",
  samples: {
    hidden: [[`issue description: ${"word ".repeat(40)}end`, `issue description: ${"word ".repeat(20)}***CONTENT***`]],
    kept: ["issue description: the button is green", "issue 42 is closed"],
  },
};

export const commandLine: RedactionRule = {
  id: "command-line",
  placeholder: "***CONTENT***",
  needles: ["command failed: ", "command '["],
  // The program's own name stays; its arguments may be anything.
  ...atNeedles(/\bCommand failed: \S{1,128} |\b[Cc]ommand '\['/y, /(?<!\[')[^\n]{1,4096}|[^\]\n]{1,4096}(?=\]')/y),
  source: "Node child_process: Command failed: <command line>; Python subprocess.CalledProcessError",
  samples: {
    hidden: [
      ["Command failed: git commit --message my plan\nfatal: bad", "Command failed: git ***CONTENT***\nfatal: bad"],
    ],
    kept: ["Command failed: git", "Command 'gti' not found"],
  },
};

const PYTHON_FRAME = / {2}File "[^"\n]{1,512}", line \d{1,9}(?:, in [^\n]{1,256})?\n {4,16}(?! )/y;
const PYTHON_LINE = /[^\n]{1,1024}/y;
const CARETS = /\s{0,512}\^/y;
const NODE_PLACE = /^\S[^\n]{0,512}:\d{1,9}$/;

export const sourceLine: RedactionRule = {
  id: "source-line",
  placeholder: "***CONTENT***",
  needles: ['  file "', "^"],
  patterns: [PYTHON_FRAME, PYTHON_LINE, NODE_PLACE, CARETS],
  find: sourceLines,
  source: "Python traceback.format_exception; Node, SyntaxError",
  samples: {
    hidden: [
      [
        '  File "a.py", line 3, in f\n    open(secret_file)\nValueError: x',
        '  File "a.py", line 3, in f\n    ***CONTENT***\nValueError: x',
      ],
      ["/srv/a.mjs:3\nconst plan = ;\n             ^\n", "/srv/a.mjs:3\n***CONTENT***\n             ^\n"],
    ],
    kept: ["    at f (/srv/a.mjs:3:4)\n    at g (/srv/a.mjs:9:1)"],
  },
};

/** Python prints the line below its frame; Node prints it between the place and the carets. */
function sourceLines({ text }: Scan, places: readonly number[], hide: Hide): void {
  let done = -1;
  for (const place of places) {
    if (text[place] !== "^") hideBelowFrame(text, place, hide);
    else if (place > done) done = hideAboveCarets(text, place, hide);
  }
}

function hideBelowFrame(text: string, place: number, hide: Hide): void {
  const start = skip(PYTHON_FRAME, text, place);
  const end = start && skip(PYTHON_LINE, text, start);
  if (start && end) hide(start, end);
}

/** Answers where the line of the carets ends, for each of them calls. */
function hideAboveCarets(text: string, caret: number, hide: Hide): number {
  const start = text.lastIndexOf("\n", caret);
  const above = start <= 0 ? -1 : text.lastIndexOf("\n", start - 1);
  if (
    above > 0 &&
    skip(CARETS, text, start + 1) !== undefined &&
    NODE_PLACE.test(text.slice(text.lastIndexOf("\n", above - 1) + 1, above))
  )
    hide(above + 1, start);
  const end = text.indexOf("\n", caret);
  return end === -1 ? text.length : end;
}

export const boundValue: RedactionRule = {
  id: "bound-value",
  placeholder: "***CONTENT***",
  needles: ["values (", "values(", "parameters: ", "key (", "failing row contains (", "duplicate entry '", "where "],
  ...atNeedles(
    /\b(?:VALUES ?\(|parameters: ?[[({]|Key \([^)\n]{1,128}\)=\(|Failing row contains \(|Duplicate entry '|WHERE [^\n]{1,256}? (?:=|LIKE|IN) ?\(?')/y,
    /[^)\n'\]}]{1,2048}/y,
  ),
  source: "PostgreSQL DETAIL lines, MySQL 1062, SQLAlchemy [parameters: ...]",
  samples: {
    hidden: [
      ["DETAIL: Key (name)=(Ada Lovelace) already exists.", "DETAIL: Key (name)=(***CONTENT***) already exists."],
      ["INSERT INTO t VALUES (1, 2)", "INSERT INTO t VALUES (***CONTENT***)"],
    ],
    kept: ["too many values to unpack (expected 2)", 'column "values" does not exist'],
  },
};

export const receivedValue: RedactionRule = {
  id: "received-value",
  placeholder: "***CONTENT***",
  needles: ["received", "got", "body", "payload"],
  ...atNeedles(
    /\b(?:(?:received|Received|got)(?:"?: ?|\s)["'`{[](?=[^\n]{12})|(?:body|payload)["']?\s?[:=]\s?["'`{[<])/y,
    /[^\n]{4,4096}/y,
    (value) => value.split(/["'}\]]/)[0]?.includes(" ") === true || /[{<:]/.test(value),
  ),
  source: "zod: expected ..., received ...; HTTP clients quote bodies",
  samples: {
    hidden: [['422, body: {"name":"Ada"}', "422, body: {***CONTENT***"]],
    kept: ["Expected string, received number", "got 'undefined'"],
  },
};
