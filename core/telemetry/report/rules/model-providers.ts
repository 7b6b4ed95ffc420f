// Failures of model providers and of what models answer.

import type { FailureRule } from "../rule.ts";

export const rateLimit: FailureRule = {
  id: "rate-limit",
  title: "Rate limit reached in {repos}",
  match: {
    either: {
      type: /^RateLimitError$/,
      message: /\b429\b.{0,80}(?:too many|rate|limit|quota)|rate.?limit (?:reached|exceeded|hit)|Too Many Requests/i,
    },
  },
  scope: { minCount: 2 },
  severity: "medium",
  cause: "Several agents share one account and together ask more of the provider than it allows.",
  suggestion: "Wait as the retry-after header says, and run fewer requests at once",
  samples: {
    match: [
      { error_type: "RateLimitError", error_message: "Rate limit reached for requests" },
      { error_type: "APIError", error_message: "429 Too Many Requests" },
    ],
    noMatch: [
      { error_type: "Error", error_message: "listen EADDRINUSE: address already in use :::4290" },
      { error_type: "Error", error_message: "unknown option --rate-limit" },
    ],
  },
};

export const malformedJson: FailureRule = {
  id: "malformed-json",
  title: "Malformed JSON in {repos}",
  match: {
    either: {
      type: /^(?:json\.decoder\.)?JSONDecodeError$/,
      message: /is not valid JSON|\bin JSON at position \d|Unexpected end of JSON input|Expecting value: line \d/,
    },
  },
  scope: { minCount: 2 },
  severity: "medium",
  cause: "A model or a service answered with prose around the JSON, or the answer was cut at its token limit.",
  suggestion: "Ask for structured output, and validate it before parsing",
  samples: {
    match: [
      { error_type: "SyntaxError", error_message: `Unexpected token 'H', "***CONTENT***" is not valid JSON` },
      { error_type: "SyntaxError", error_message: "Unexpected end of JSON input" },
      { error_type: "JSONDecodeError", error_message: "Expecting value: line 1 column 1 (char 0)" },
    ],
    noMatch: [{ error_type: "SyntaxError", error_message: "Unexpected token 'export'" }],
  },
};
