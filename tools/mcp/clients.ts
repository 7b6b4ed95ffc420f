// Where each MCP client looks for its servers, and what has to stand there.

import { join } from "node:path";
import { type Change, changing, type Scope, takingOut } from "../settings/change.ts";
import { added, nodeAt, removed } from "../settings/json-text.ts";
import { packageFolder } from "../settings/package-folder.ts";
import { withoutServerTable, withServerTable } from "./codex-config.ts";

/** The server's name in every client. */
const SERVER = "telemetry";

export interface Program {
  command: string;
  args: readonly string[];
}

interface Client {
  path(scope: Scope): string;
  add(text: string, program: Program): string;
  remove(text: string): string;
}

const inJson = (key: string, entry: (program: Program) => object): Pick<Client, "add" | "remove"> => ({
  add: (text, program) => {
    const value = entry(program);
    const there = nodeAt(text.trim() === "" ? "{}" : text, [key, SERVER]);
    if (
      there !== undefined &&
      text.slice(there.offset, there.offset + there.length).replace(/\s/g, "") ===
        JSON.stringify(value).replace(/\s/g, "")
    )
      return text;
    const next = withoutEntry(text.trim() === "" ? "{\n}\n" : text, key);
    const parent = nodeAt(next, [key]);
    if (parent === undefined) return added(next, [], key, { [SERVER]: value });
    return added(next, [key], SERVER, value);
  },
  remove: (text) => withoutEntry(text, key),
});

/** Without our server; where it was the only one, its list goes too. */
function withoutEntry(text: string, key: string): string {
  const property = nodeAt(text, [key, SERVER])?.parent;
  if (property === undefined) return text;
  const list = property.parent;
  return removed(text, (list?.children?.length === 1 ? list.parent : undefined) ?? property);
}

const either = (project: string, user: (scope: Scope) => string) => (scope: Scope) =>
  scope.project === undefined ? user(scope) : join(scope.project, project);

const typed = ({ command, args }: Program): object => ({ type: "stdio", command, args });
const plain = ({ command, args }: Program): object => ({ command, args });

export const CLIENTS: Readonly<Record<string, Client>> = {
  "claude-code": {
    path: either(".mcp.json", ({ home, environment }) =>
      join(environment["CLAUDE_CONFIG_DIR"] || home, ".claude.json"),
    ),
    ...inJson("mcpServers", typed),
  },
  codex: {
    path: either(".codex/config.toml", ({ home, environment }) =>
      join(environment["CODEX_HOME"] || join(home, ".codex"), "config.toml"),
    ),
    add: withServerTable,
    remove: withoutServerTable,
  },
  cursor: {
    path: either(".cursor/mcp.json", ({ home }) => join(home, ".cursor", "mcp.json")),
    ...inJson("mcpServers", plain),
  },
  vscode: { path: either(".vscode/mcp.json", vscodeUser), ...inJson("servers", typed) },
  gemini: {
    path: either(".gemini/settings.json", ({ home, environment }) =>
      join(environment["GEMINI_CLI_HOME"] || home, ".gemini", "settings.json"),
    ),
    ...inJson("mcpServers", plain),
  },
};

/** The user profile's `mcp.json`; https://code.visualstudio.com/docs/copilot/chat/mcp-servers */
function vscodeUser({ home, environment }: Scope): string {
  const settings: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(home, "Library", "Application Support"),
    win32: environment["APPDATA"] || join(home, "AppData", "Roaming"),
  };
  const folder = settings[process.platform] ?? (environment["XDG_CONFIG_HOME"] || join(home, ".config"));
  return join(folder, "Code", "User", "mcp.json");
}

/** The client's file as it is, and as it shall be. Throws an Error that names the file when it cannot be read. */
export function connecting(client: string, scope: Scope, directory: string | undefined): Change {
  const { path, add } = clientOf(client);
  return changing(path(scope), (text) => add(text, programFor(directory)));
}

export function disconnecting(client: string, scope: Scope): Change {
  const { path, remove } = clientOf(client);
  return takingOut(path(scope), remove);
}

function clientOf(name: string): Client {
  const client = CLIENTS[name];
  if (client === undefined) throw new Error(`there is no client ${name}`);
  return client;
}

/** This Node and this file, by absolute path: a client starts a server with whatever PATH it has. */
function programFor(directory: string | undefined): Program {
  const main = join(packageFolder(), "dist", "bin", "main.js");
  return { command: process.execPath, args: [main, "mcp", ...(directory === undefined ? [] : ["--dir", directory])] };
}
