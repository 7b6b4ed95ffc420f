import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "../cli/agent.ts";

const [USER, PROJECT] = ["--user", "--project"] as const;

/** Where each client looks, for the user and for a project; its own entry before ours. */
const CLIENTS = {
  "claude-code": { paths: { [USER]: ".claude.json", [PROJECT]: ".mcp.json" }, key: "mcpServers" },
  cursor: { paths: { [USER]: ".cursor/mcp.json", [PROJECT]: ".cursor/mcp.json" }, key: "mcpServers" },
  gemini: { paths: { [USER]: ".gemini/settings.json", [PROJECT]: ".gemini/settings.json" }, key: "mcpServers" },
  vscode: { paths: { [USER]: ".config/Code/User/mcp.json", [PROJECT]: ".vscode/mcp.json" }, key: "servers" },
} as const;

const ENVIRONMENT = { CLAUDE_CONFIG_DIR: "", CODEX_HOME: "", GEMINI_CLI_HOME: "", XDG_CONFIG_HOME: "" };

const CASES = Object.entries(CLIENTS).flatMap(([client, { paths, key }]) =>
  ([USER, PROJECT] as const).map((scope) => [client, scope, paths[scope], key] as const),
);

test.skipIf(process.platform !== "linux").each(CASES)(
  "%s %s: the diff is shown, a second time nothing changes, and uninstall leaves the file as it was",
  (client, scope, path, key) => {
    const [HOME, cwd] = [temporaryFolder(), temporaryFolder()];
    const file = join(scope === USER ? HOME : cwd, path);
    const install = (...more: string[]) =>
      telemetry(["mcp", "install", client, scope, ...more], { cwd, environment: { ...ENVIRONMENT, HOME } });
    mkdirSync(dirname(file), { recursive: true });
    const own = `{\n    // mine\n    "${key}": { "other": {"command": "x"} }, "a":   1,\n}\n`;
    writeFileSync(file, own);
    expect(install("--dry-run").stdout).toContain("+");
    expect(readFileSync(file, "utf8")).toBe(own);
    expect(install()).toMatchObject({ status: 0, stderr: "" });
    const installed = readFileSync(file, "utf8");
    expect(installed).toContain(`"telemetry"`);
    expect(installed).toContain("// mine");
    expect(install().stdout).toMatch(/^Nothing to change/);
    expect(install("--uninstall").stdout).toContain("-");
    expect(readFileSync(file, "utf8")).toBe(own);
    expect(install("--uninstall").stdout).toMatch(/^Nothing to change/);
  },
);

test("what was written for a client starts the server", async () => {
  const [HOME, store] = [temporaryFolder(), temporaryFolder()];
  expect(telemetry(["mcp", "install", "cursor", "--dir", store], { environment: { HOME } }).status).toBe(0);
  const { command, args } = JSON.parse(readFileSync(join(HOME, ".cursor/mcp.json"), "utf8")).mcpServers.telemetry;
  const client = new Client({ name: "test", version: "1" });
  await client.connect(new StdioClientTransport({ command, args }));
  expect((await client.listTools()).tools).toHaveLength(7);
  await client.close();
  expect(telemetry(["mcp", "install", "cursor", "--uninstall"], { environment: { HOME } }).status).toBe(0);
  expect(existsSync(join(HOME, ".cursor/mcp.json"))).toBe(false);
});

test.each([
  ["a file of others", '# mine\nmodel = "o"\n\n[mcp_servers.other]\ncommand = "x"\n\n[profiles.a]\nb = 1\n'],
  ["no newline at the end", 'model = "o"'],
  ["windows line ends", 'model = "o"\r\n[a]\r\nb = 1\r\n'],
])("codex, %s: every other byte stays", (_, own) => {
  const HOME = temporaryFolder();
  const file = join(HOME, ".codex/config.toml");
  mkdirSync(dirname(file));
  writeFileSync(file, own);
  const install = (...more: string[]) =>
    telemetry(["mcp", "install", "codex", ...more], { environment: { ...ENVIRONMENT, HOME } });
  expect(install()).toMatchObject({ status: 0, stderr: "" });
  const installed = readFileSync(file, "utf8");
  expect(installed.startsWith(own)).toBe(true);
  expect(parse(installed)["mcp_servers"]).toMatchObject({
    telemetry: { args: [resolve("tools/dist/bin/main.js"), "mcp"] },
  });
  expect(install().stdout).toMatch(/^Nothing to change/);
  install("--uninstall");
  expect(readFileSync(file, "utf8").trimEnd()).toBe(own.trimEnd());
});

test.each([
  ["codex", ".codex/config.toml", "a = [\n1", "line "],
  ["codex", ".codex/config.toml", "mcp_servers = { telemetry = { command = 'x' } }\n", "by hand"],
  ["gemini", ".gemini/settings.json", "{\n1}", "line 2"],
])("%s: a file that cannot be read is named, with the place, and left alone", (client, path, text, told) => {
  const HOME = temporaryFolder();
  mkdirSync(dirname(join(HOME, path)));
  writeFileSync(join(HOME, path), text);
  const { status, stderr } = telemetry(["mcp", "install", client], { environment: { ...ENVIRONMENT, HOME } });
  expect(status).toBe(2);
  expect(stderr).toContain(told);
  expect(readFileSync(join(HOME, path), "utf8")).toBe(text);
});
