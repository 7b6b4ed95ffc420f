// The user's own values, found in the environment and in files, are hidden in what is recorded.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { ownLiterals } from "../../core/telemetry/collect/own-literals.ts";
import { telemetry, temporaryFolder } from "../cli/agent.ts";

const NOBODY = { home: "/nonexistent", login: "", host: "" };
const found = (...args: Parameters<typeof ownLiterals>) =>
  ownLiterals(...args).map(({ value, rule }) => `${rule} ${value}`);

test("login, home, host and secret variables are the user's own", () => {
  const owner = { home: "/data/people/lovelace", login: "alovelace", host: "analytical.example.org" };
  expect(found({ ACME_TOKEN: "A1b2-C3d4-E5", EDITOR: "vim" }, owner, "/nonexistent")).toEqual([
    "own-secret a1b2-c3d4-e5",
    "own-host analytical.example.org",
    "own-host analytical",
    "own-login alovelace",
    "own-login lovelace",
  ]);
});

test("name and e-mail come from git's config files, of the user and of the repository", () => {
  const home = temporaryFolder();
  const root = temporaryFolder();
  mkdirSync(join(home, ".config/git"), { recursive: true });
  mkdirSync(join(root, ".git"));
  writeFileSync(
    join(home, ".gitconfig"),
    '[core]\n\tname = nobody here\n[user]\n\tname = "Ada Lovelace"\n\temail = ada@example.com\n[alias]\n\tx = y\n',
  );
  writeFileSync(join(home, ".config/git/config"), "[user]\nname = Countess\n");
  writeFileSync(join(root, ".git/config"), "[User]\n  email = work@example.org\n");
  expect(found({}, { ...NOBODY, home }, root)).toEqual([
    "own-email ada@example.com",
    "own-email work@example.org",
    "own-name ada lovelace",
    "own-name countess",
    `own-login ${basename(home).toLowerCase()}`,
  ]);
});

test("a worktree and a submodule have the settings of their repository", () => {
  const home = temporaryFolder();
  const own = join(home, "pin-citer/.git/worktrees/fix");
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, "commondir"), "../..\n");
  writeFileSync(join(home, "pin-citer/.git/config"), "[user]\nemail = work@example.org\n");
  for (const [name, directory] of Object.entries({ worktree: own, submodule: join(home, "pin-citer/.git") })) {
    mkdirSync(join(home, name));
    writeFileSync(join(home, name, ".git"), `gitdir: ${directory}\n`);
    expect(found({}, { ...NOBODY, home }, join(home, name))).toContain("own-email work@example.org");
  }
});

test("what is the user's own, and what the user has named, reaches neither store nor explain", () => {
  const dir = temporaryFolder();
  const home = temporaryFolder();
  writeFileSync(join(home, ".gitconfig"), "[user]\n\tname = Ada Lovelace\n");
  writeFileSync(join(dir, "config.json"), '{"redact": ["Falcon"], "relax": ["ipv4"]}');
  const environment = { HOME: home, TELEMETRY_DIR: dir, ACME_TOKEN: "correct-horse-7" };
  const input = "Ada Lovelace of Falcon sent correct-horse-7 to 10.0.0.7\n";
  const clean = "***NAME*** of ***CONTENT*** sent ***TOKEN*** to 10.0.0.7";
  expect(telemetry(["record"], { input, environment }).status).toBe(0);
  expect(JSON.parse(readFileSync(join(dir, "all_errors.jsonl"), "utf8")).error_message).toBe(clean);
  expect(JSON.parse(telemetry(["explain", "--json"], { input, environment }).stdout).error_message).toBe(clean);
});

test("a rule to relax that does not exist is named", () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, "config.json"), '{"relax": ["ipv5"]}');
  const { status, stderr } = telemetry(["status", "--dir", dir]);
  expect(status).toBe(2);
  expect(stderr).toContain('"relax" names "ipv5", which is no rule');
});
