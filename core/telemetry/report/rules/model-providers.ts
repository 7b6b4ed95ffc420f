// Failures of model providers and of what models answer.

import type { FailureRule } from "../rule.ts";

export const rateLimit: FailureRule = {
  id: "rate-limit",
  title: "Rate limit reached in {repos}",
  match: {
    any: [
      /^(?:\w{1,60}\.)?RateLimitError\n/,
      /\b429\b.{0,80}(?:too many|rate|limit|quota)/i,
      /rate.?limit (?:reached|exceeded|hit)/i,
      "too many requests",
    ],
  },
  scope: { minCount: 2 },
  severity: "medium",
  cause: "Several agents share one account and together ask more of the provider than it allows.",
  suggestion: "Wait as the retry-after header says, and run fewer requests at once",
  samples: {
    match: ["RateLimitError: Rate limit reached for requests", "429 Too Many Requests"],
    noMatch: ["listen EADDRINUSE: address already in use :::4290", "unknown option --rate-limit"],
  },
};

export const malformedJson: FailureRule = {
  id: "malformed-json",
  title: "Malformed JSON in {repos}",
  match: {
    any: [
      "jsondecodeerror",
      "is not valid json",
      /\bin JSON at position \d/,
      "unexpected end of json input",
      /Expecting value: line \d/,
    ],
  },
  scope: { minCount: 2 },
  severity: "medium",
  cause: "A model or a service answered with prose around the JSON, or the answer was cut at its token limit.",
  suggestion: "Ask for structured output, and validate it before parsing",
  samples: {
    match: [
      `SyntaxError: Unexpected token 'H', "***CONTENT***" is not valid JSON`,
      "SyntaxError: Unexpected end of JSON input",
      "JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
    ],
    noMatch: ["SyntaxError: Unexpected token 'export'"],
  },
};
