// What is private for being the user's own, and what the user has said of rules.

import { expect, test } from "vitest";
import { isSecretVariable, literalsOf, type Policy, sanitizeText } from "../../core/telemetry/sanitize/index.ts";

const clean = (text: string, policy: Policy) => sanitizeText(text, new Map(), 4096, policy);
const own = (value: string): Policy => ({
  literals: literalsOf([value], "***NAME***", "own-name", "name"),
  relaxed: new Set(),
});

test.each([
  ["as it is", "hello lovelace!", "hello ***NAME***!"],
  ["in any case", "LoveLace's repo", "***NAME***'s repo"],
  ["in a path", "/data/lovelace/x", "/data/***NAME***/x"],
  ["twice", "lovelace lovelace", "***NAME*** ***NAME***"],
])("a value of the user's own is hidden %s", (_, text, redacted) => {
  expect(clean(text, own("Lovelace"))).toBe(redacted);
});

test("a value that is part of another word is not meant", () => {
  expect(clean("lovelaces unlovelace", own("lovelace"))).toBe("lovelaces unlovelace");
});

test.each(["ada", "root", "runner", "localhost", "12345678", "token"])(
  "%s is too short or too common to be hidden",
  (value) => {
    expect(own(value).literals).toEqual([]);
  },
);

test("a letters-only name is looked up too when the user has values of his own", () => {
  expect(clean("lovelace", own("lovelace"))).toBe("***NAME***");
});

test("a rule that the user has relaxed does not run, and the others do", () => {
  const policy: Policy = { literals: [], relaxed: new Set(["ipv4"]) };
  expect(clean("10.0.0.7 of ada@example.com", policy)).toBe("10.0.0.7 of ***EMAIL***");
});

test.each([
  ["OPENAI_API_KEY", "abcd-1234-efgh", true],
  ["MY_SECRET", "s3cr3t!!", true],
  ["SESSION_ID", "a1B2c3D4e5F6", true],
  ["SSH_AUTH_SOCK", "/tmp/ssh-XX/agent.1", false],
  ["TOKEN_URL", "https://example.com/token", false],
  ["API_KEY", "short1", false],
  ["DB_PASSWORD", "postgres", false],
  ["PATH_STYLE", "posix-2024-like", false],
  ["npm_config_user_agent", "npm/10.1 node/v20", false],
])("the variable %s=%s holds a secret: %s", (name, value, isSecret) => {
  expect(isSecretVariable(name, value)).toBe(isSecret);
});
