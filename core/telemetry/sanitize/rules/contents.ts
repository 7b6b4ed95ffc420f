// File contents are never recorded, and an issue's description is cut: text that quotes data keeps its sense and loses the data.

import type { RedactionRule } from "../rule.ts";

/** Specification, Data Sanitization Rules, 6. */
const DESCRIPTION_CHARACTERS = 100;

export const quotedJson: RedactionRule = {
  id: "quoted-json",
  placeholder: "***CONTENT***",
  needles: ["json"],
  // V8 quotes the text that it could not parse: Unexpected token 'H', ..."Here is th"... is not valid JSON
  pattern:
    /((?:Unexpected token .{1,8}, |JSON[^"\n]{0,40}: )(?:\.{3})?")[\s\S]{1,256}?(?="(?:\.{3})? is not valid JSON)/g,
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
  pattern: /(\binput_value=)(?:'[^'\n]{0,512}'?|"[^"\n]{0,512}"?|[^\s,\]]{1,512})/g,
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
  pattern: /```[^`][\s\S]{0,4096}?(?:```|$)/g,
  source: "specification.md, Data Sanitization Rules, 5; models answer in Markdown fences",
  samples: {
    hidden: [['bad answer ```json\n{"name": "Ada"}\n``` here', "bad answer ***CONTENT*** here"]],
    kept: ["unknown option `--foo`"],
  },
};

export const longQuote: RedactionRule = {
  id: "long-quote",
  placeholder: "***CONTENT***",
  needles: ['"', "'"],
  // A quotation of over 120 characters with spaces in it is text out of a file or an answer, no name or path.
  pattern: /((?<![\w"'])["'](?=[^"'\n]{120}))[^"'\n]{120,4096}(?=["']|$)/g,
  accepts: (quote) => quote.split(" ", 9).length === 9,
  source: "specification.md, Data Sanitization Rules, 5",
  samples: {
    hidden: [[`cannot parse "${"the quick brown fox jumps ".repeat(6)}"`, 'cannot parse "***CONTENT***"']],
    kept: [`open '/srv/${"deep/".repeat(30)}a.ts'`, `model "gpt" and tool "search"`],
  },
};

export const issueDescription: RedactionRule = {
  id: "issue-description",
  placeholder: "***CONTENT***",
  needles: ["issue"],
  pattern: new RegExp(
    `(\\bissue[ _-]?(?:description|body|text|title)?["']?(?: #?\\d{1,9})?\\s{0,2}[:=]\\s{0,2}["']?[^]{${DESCRIPTION_CHARACTERS}})[^]{1,8192}`,
    "gi",
  ),
  // What is left of an earlier cut is no description any more.
  accepts: (rest) => !["***CONTENT***", " [...]"].some((left) => left.endsWith(rest)),
  source: "specification.md, Data Sanitization Rules, 6",
  samples: {
    hidden: [[`issue description: ${"word ".repeat(40)}end`, `issue description: ${"word ".repeat(20)}***CONTENT***`]],
    kept: ["issue description: the button is green", "issue 42 is closed"],
  },
};
