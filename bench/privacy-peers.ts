// What the sanitizer is measured against: the specification's own expressions and secretlint's recommended rules.

import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";

// As a reader of the specification, Data Sanitization Rules, would write them.
const SPECIFICATION: readonly (readonly [RegExp, string])[] = [
  [/\/(Users|home)\/[^/\s]+/g, "/$1/***"],
  [/sk-[A-Za-z0-9_-]+/g, "***TOKEN***"],
  [/[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/g, "***EMAIL***"],
  [/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g, "***IP***"],
];

export function asSpecified(text: string): string {
  return SPECIFICATION.reduce((clean, [pattern, placeholder]) => clean.replace(pattern, placeholder), text);
}

export function lint(content: string): Promise<unknown> {
  return lintSource({
    source: { filePath: "message.txt", content, contentType: "text" },
    options: {
      noPhysicFilePath: true,
      config: { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }] },
    },
  });
}
