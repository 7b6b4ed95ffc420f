// What is private for being the user's own, whatever it looks like: values of secret variables, login and full name, home,
// host name, git identity. Found once, from the environment and from files; no program is started.

import { join } from "node:path";
import { isSecretVariable, type Literal, literalsOf } from "../sanitize/index.ts";
import type { Owner } from "../store/writing.ts";
import { contents } from "./contents.ts";
import { gitConfigOf } from "./repository.ts";

/** `root` is the repository's, whose settings may name an author of its own. */
export function ownLiterals(
  environment: Readonly<Record<string, string | undefined>>,
  { home, login, host }: Owner,
  root: string,
): Literal[] {
  const secrets = Object.entries(environment).filter(([name, value]) => isSecretVariable(name, value ?? ""));
  const gitConfigs = [
    join(home, ".gitconfig"),
    join(environment["XDG_CONFIG_HOME"] || join(home, ".config"), "git/config"),
    gitConfigOf(root),
  ];
  const { names, emails } = gitIdentities(gitConfigs);
  return [
    ...literalsOf(
      secrets.map(([, value]) => value ?? ""),
      "***TOKEN***",
      "own-secret",
      "secret",
    ),
    ...literalsOf(emails, "***EMAIL***", "own-email", "name"),
    ...literalsOf([...names, fullNameOf(login)], "***NAME***", "own-name", "name"),
    ...literalsOf([host, host.replace(/\..*$/, "")], "***HOST***", "own-host", "name"),
    ...literalsOf([login, home.replace(/^.*[\\/]/, "")], "***", "own-login", "name"),
  ];
}

/** What `[user]` says in git's config files. Line by line: making expressions for it would take longer than all the rest. */
function gitIdentities(paths: readonly string[]): { names: string[]; emails: string[] } {
  const said = paths.flatMap((path) => userLines((contents(path) ?? "").split("\n"))).map((line) => line.split("="));
  const values = (key: string) =>
    said.filter(([name]) => name?.trim().toLowerCase() === key).map(([, ...value]) => unquoted(value.join("=")));
  return { names: values("name"), emails: values("email") };
}

/** git-config(1): those of the section, and what stands behind its header. */
function userLines(lines: readonly string[]): string[] {
  let isUser = false;
  return lines.flatMap((line) => {
    const header = line.trimStart().startsWith("[") ? line.indexOf("]") + 1 : 0;
    if (header > 0) isUser = line.trim().toLowerCase().startsWith("[user]");
    return isUser ? line.slice(header) : [];
  });
}

function unquoted(value: string): string {
  const bare = value.trim();
  return bare.startsWith('"') && bare.endsWith('"') ? bare.slice(1, -1) : bare;
}

/** passwd(5): the fifth field, up to its first comma. */
function fullNameOf(login: string): string {
  const line = (contents("/etc/passwd") ?? "").split("\n").find((entry) => entry.startsWith(`${login}:`));
  return line?.split(":")[4]?.split(",")[0] ?? "";
}
