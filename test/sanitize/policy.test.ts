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

test("four characters are enough, and spaces around them are none of it", () => {
  expect(clean("hello lace!", own(" Lace "))).toBe("hello ***NAME***!");
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
  ["API_KEY", "eight-88", true],
  ["API_KEY", "a1b2c3d4/e5f6", true],
  ["DB_PASSWORD", "correcthorsebatt", true],
  ["DB_PASSWORD", "correcthorsebat", false],
  ["SERVICE_TOKEN", "C:\\keys\\token1", false],
  ["SERVICE_TOKEN", "http://example.com/1", false],
  ["SERVICE_TOKEN", "two words 12", false],
  ["PROGRAM", "a1B2c3D4e5F6", false],
  ["SSH_AUTH_SOCK", "/tmp/ssh-XX/agent.1", false],
  ["TOKEN_URL", "https://example.com/token", false],
  ["API_KEY", "short1", false],
  ["DB_PASSWORD", "postgres", false],
  ["PATH_STYLE", "posix-2024-like", false],
  ["npm_config_user_agent", "npm/10.1 node/v20", false],
])("the variable %s=%s holds a secret: %s", (name, value, isSecret) => {
  expect(isSecretVariable(name, value)).toBe(isSecret);
});

const literal = (value: string, placeholder: string) => literalsOf([value], placeholder, `own-${value}`, "name");
const several = (...literals: ReturnType<typeof literal>[]): Policy => ({
  literals: literals.flat(),
  relaxed: new Set(),
});

test("each of several values has its own placeholder", () => {
  const policy = several(literal("lovelace", "***NAME***"), literal("analytical", "***HOST***"));
  expect(clean("lovelace on analytical", policy)).toBe("***NAME*** on ***HOST***");
  expect(clean("analytical of lovelace", policy)).toBe("***HOST*** of ***NAME***");
});

test("a long value is compared to its end", () => {
  const policy = several(literal("lovelace's engine room", "***NAME***"));
  expect(clean("lovelace's engine door opens", policy)).toBe("lovelace's engine door opens");
  expect(clean("lovelace's engine room opens", policy)).toBe("***NAME*** opens");
});

test.each([
  ["grace hopper", "hopper of the navy", "***HOST*** called"],
  ["grace brewster hopper", "hopper of the navy", "***NAME*** called"],
])("where %s and %s meet in a text, the wider one names the placeholder, once", (name, host, redacted) => {
  const redactions = new Map<string, number>();
  const text = `${name}${host.slice("hopper".length)} called`;
  const policy = several(literal(name, "***NAME***"), literal(host, "***HOST***"));
  expect(sanitizeText(text, redactions, 4096, policy)).toBe(redacted);
  expect([...redactions.values()]).toEqual([1]);
});

test("of two that begin together the longer one is hidden, whole", () => {
  for (const policy of [
    several(literal("grace hopper", "***NAME***"), literal("grace hopper of yale", "***HOST***")),
    several(literal("grace hopper of yale", "***HOST***"), literal("grace hopper", "***NAME***")),
  ])
    expect(clean("hello grace hopper of yale!", policy)).toBe("hello ***HOST***!");
});
