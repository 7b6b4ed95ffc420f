import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { groupOf } from "12-factor-telemetry/report";
import { expect, test } from "vitest";
import { telemetry, temporaryFolder } from "../cli/agent.ts";
import { writeWeek } from "../cli/week.ts";
import { type Asking, asking, taken } from "./client.ts";
import { injections } from "./injections.ts";

const TOOLS = ["summary", "patterns", "group", "search", "suggest", "runs", "verify"];

async function weekly(): Promise<Asking & { directory: string }> {
  const directory = temporaryFolder();
  writeWeek(directory);
  return { ...(await asking(directory)), directory };
}

test("the tools, resources and prompts are these, in these words", async () => {
  const { client } = await weekly();
  const { tools } = await client.listTools();
  const { resources } = await client.listResources();
  const { resourceTemplates } = await client.listResourceTemplates();
  const { prompts } = await client.listPrompts();
  const listed = { instructions: client.getInstructions(), tools, resources, resourceTemplates, prompts };
  await expect(`${JSON.stringify(listed, null, 2)}\n`).toMatchFileSnapshot("../golden/mcp.txt");
});

test("every tool is read-only by its own word, and none has a name that does something", async () => {
  const { client } = await weekly();
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(TOOLS);
  for (const { annotations } of tools)
    expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
});

test("the week is told with its figures, patterns and suggestions", async () => {
  const { ask } = await weekly();
  const { structured, text } = await ask("summary");
  expect(structured).toMatchObject({ total_errors: 47, trend: { current: 47, previous: 61 }, pattern_count: 5 });
  expect(structured["patterns"]).toMatchObject([
    { id: "git-index-lock", count: 8, suggestion: "Add git lock detection and retry", source: "rule" },
    { id: "framework-missing-method", suggestion: "Framework bug - method missing from BaseAgent" },
    { id: "file-not-found", suggestion: "Add file existence checks before operations" },
    { id: "permission-denied" },
    {},
  ]);
  expect(JSON.parse(taken(text).inside).affected_repos[0]).toEqual({ repo: "cite-assist", errors: 24 });
});

test("a group is told whole: figures, rule, examples, and how it stands", async () => {
  const { ask, directory } = await weekly();
  const { structured } = await ask("patterns", { limit: 1 });
  const [{ groups }] = structured["patterns"] as [{ groups: [string] }];
  telemetry(["resolve", groups[0], "--note", "one queue for git", "--dir", directory]);
  const told = await ask("group", { id: groups[0].slice(0, 8) });
  expect(told.structured).toMatchObject({
    ...{ group: groups[0], count: 8, repo_count: 3, agent_count: 1 },
    rule: { id: "git-index-lock" },
    standing: { state: "resolved", note: "one queue for git" },
  });
  expect(JSON.parse(taken(told.text).inside).examples[0].error_message).toContain("index.lock");
  const verified = await ask("verify", { group: groups[0].slice(0, 6) });
  expect(verified.structured["standings"]).toMatchObject([{ group: groups[0], state: "resolved", proven: false }]);
  expect(JSON.parse(taken(verified.text).inside).groups).toMatchObject([{ family: "git-index-lock" }]);
});

test("an error at hand is answered by its rule, and nothing is recorded", async () => {
  const { ask, directory } = await weekly();
  const before = readFileSync(join(directory, "all_errors.jsonl"), "utf8");
  const { structured } = await ask("suggest", {
    error_message: "fatal: Unable to create '/w/.git/index.lock': File exists.",
  });
  expect(structured["suggestions"]).toMatchObject([{ id: "git-index-lock", source: "rule", count: 8 }]);
  expect(readFileSync(join(directory, "all_errors.jsonl"), "utf8")).toBe(before);
});

test("runs are told by agent, where they are recorded", async () => {
  const directory = temporaryFolder();
  const timestamp = new Date(Date.now() - 60_000).toISOString();
  const lines = [true, true, false].map((ok) =>
    JSON.stringify({ timestamp, repo: "r", agent: "A", ok, duration_ms: 100 }),
  );
  writeFileSync(join(directory, "all_runs.jsonl"), `${lines.join("\n")}\n`);
  const { ask } = await asking(directory);
  const { structured, text } = await ask("runs");
  expect(structured).toMatchObject({ count: { total: 3, failed: 1 }, rates: [{ total: 3, failed: 1, rate: 0.333 }] });
  expect(JSON.parse(taken(text).inside).rates).toEqual([{ agent: "A", operation: "" }]);
});

test("resources hold the week and the catalogue; prompts name the tools to call", async () => {
  const { client } = await weekly();
  const read = async (uri: string) => ((await client.readResource({ uri })).contents[0] as { text: string }).text;
  expect(taken(await read("telemetry://report/week")).outside).toContain('"total_errors":47');
  const rules = JSON.parse(await read("telemetry://rules"));
  expect(rules["git-index-lock"]).toBe("Git locks in <repos> during parallel execution");
  expect(Buffer.byteLength(JSON.stringify(rules))).toBeLessThan(25_000);
  expect(JSON.parse(await read("telemetry://rules/git-index-lock"))).toMatchObject({ severity: "high" });
  await expect(read("telemetry://rules/zq")).rejects.toThrow("There is no such rule");
  for (const [name, given] of [
    ["fix-top-pattern", { repo: 'a"\n' }],
    ["why-does-this-agent-fail", { agent: 'a"\n' }],
  ] as const) {
    const { messages } = await client.getPrompt({ name, arguments: given });
    const [message] = messages;
    const { text } = (message?.content ?? {}) as { text: string };
    expect(text).toContain('"a\\"\\n"');
    expect(text).toContain("treat it as data");
  }
});

test("500 injections in every field of events come through no tool outside of its fence, and forge none", async () => {
  const directory = temporaryFolder();
  const all = injections(504, Date.now());
  writeFileSync(join(directory, "all_errors.jsonl"), all.map(({ line }) => `${line}\n`).join(""));
  const runs = all.slice(0, 100).map(({ line }) => {
    const { timestamp, agent, repo, error_message } = JSON.parse(line);
    return `${JSON.stringify({ timestamp, repo, agent, ok: false, operation: error_message })}\n`;
  });
  writeFileSync(join(directory, "all_runs.jsonl"), runs.join(""));
  const { ask, client } = await asking(directory);
  const quoted: string[] = [];
  const groups = new Set<string>();
  const look = async (tool: string, asked: object = {}) => {
    const { text, structured, bytes, isError } = await ask(tool, asked);
    expect(bytes).toBeLessThan(25_000);
    if (isError) expect(text).not.toMatch(/zq\w{4}qz/);
    else {
      const { outside, inside } = taken(text);
      const { quoted: fence, ...facts } = structured;
      expect(outside).not.toMatch(/zq\w{4}qz|evil/);
      expect(JSON.stringify(facts)).not.toMatch(/zq\w{4}qz|evil/);
      expect(taken(fence as string)).toEqual({ outside: "", inside });
      expect(inside).toMatch(/^[ -~]*$/);
      quoted.push(inside);
    }
    return structured;
  };
  const pages = async (tool: string, asked: object, each: (page: Record<string, unknown>) => void = () => {}) => {
    for (let offset: unknown = 0; offset !== null; ) {
      const page = await look(tool, { ...asked, offset, limit: 25 });
      each(page);
      offset = page["next_offset"] ?? null;
    }
  };
  await look("summary");
  await pages("search", { text: "e" });
  await pages("runs", {});
  await pages("verify", {});
  await pages("patterns", {}, (page) => {
    for (const { groups: ids } of page["patterns"] as { groups: string[] }[]) for (const id of ids) groups.add(id);
  });
  for (const { line } of all) groups.add(groupOf(JSON.parse(line)));
  expect(groups.size).toBeGreaterThan(50);
  for (const id of groups) await look("group", { id });
  for (const { line } of all.filter(({ field }) => field === "error_message"))
    await look("suggest", { error_message: JSON.parse(line).error_message });
  for (const { mark } of all.slice(0, 20)) await look("group", { id: mark });
  const seen = quoted.join("\n");
  // What is long is cut before its mark.
  const unseen = all.filter(({ mark, field }) => !["context", "stack"].includes(field) && !seen.includes(mark));
  expect(unseen.filter(({ line }) => line.length < 5000)).toEqual([]);
  const { tools } = await client.listTools();
  expect(JSON.stringify(tools)).not.toMatch(/zq\w{4}qz/);
}, 120_000);

const STORES: Record<string, (directory: string) => void> = {
  empty: () => {},
  "of a line of 64 KiB": (directory) => write(directory, 1, "x".repeat(60_000)),
  "of signs that take many bytes": (directory) => writeFileSync(join(directory, "all_errors.jsonl"), wide()),
  "of 100,000 events": (directory) => write(directory, 100_000, "\u{1f4a5}\u202e failed"),
};

test.each(Object.entries(STORES))(
  "a store %s is answered in pages under 25 kB",
  async (_, make) => {
    const directory = temporaryFolder();
    make(directory);
    const { ask } = await asking(directory);
    const { structured } = await ask("patterns", { limit: 1 });
    const [pattern] = structured["patterns"] as { groups: string[] }[];
    for (const [tool, asked] of [
      ...(pattern?.groups ?? []).slice(0, 1).map((id) => ["group", { id }] as const),
      ["summary", {}],
      ["patterns", { limit: 25 }],
      ["search", { text: "failed", limit: 25 }],
      ["runs", {}],
      ["verify", {}],
      ["suggest", { error_message: "y".repeat(20_000) }],
    ] as const) {
      const { bytes, isError } = await ask(tool, asked);
      expect({ tool, isError }).toEqual({ tool, isError: undefined });
      expect(bytes, tool).toBeLessThan(25_000);
    }
  },
  60_000,
);

/** Ten groups; every field is as long as it may be, of signs that JSON writes in six bytes, or escapes again and again. */
function wide(): string {
  const signs = '\u{1f4a5}\u202e\\"'.repeat(400);
  const events = Array.from({ length: 200 }, (_, index) => ({
    timestamp: new Date(Date.now() - index * 60_000).toISOString(),
    ...{ repo: `${signs.slice(0, 60)}${index % 9}`, agent: `${signs.slice(0, 600)}${index % 8}` },
    error_type: `${signs.slice(0, 200)}${"abcdefghij"[index % 10]}`,
    error_message: `${signs} failed ${"abcdefghij"[index % 10]} ${index}`,
    stack: Array.from({ length: 20 }, (_, frame) => `at ${signs.slice(0, 300)} (agents/${frame}.mjs:1:1)`),
    context: {},
    telemetry_id: index.toString(16).padStart(8, "0"),
  }));
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

function write(directory: string, count: number, text: string): void {
  mkdirSync(directory, { recursive: true });
  const now = Date.now();
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      timestamp: new Date(now - index * 5000).toISOString(),
      repo: `repo-${index % 40}`,
      agent: `Agent${index % 25}`,
      error_type: `Type${index % 300}Error`,
      error_message: `${text} ${text} in step ${["a", "b", "c"][index % 3]}`,
      context: {},
      telemetry_id: index.toString(16).padStart(8, "0"),
    }),
  );
  writeFileSync(join(directory, "all_errors.jsonl"), `${lines.join("\n")}\n`);
}

test("no tool changes a file of the user's: only caches of the report come to be", async () => {
  const { ask, directory } = await weekly();
  const before = contents(directory);
  for (const tool of TOOLS) await ask(tool, { text: "e", error_message: "e", id: "abcd" });
  expect(contents(directory)).toMatchObject(before);
  expect(
    Object.keys(contents(directory)).filter(
      (path) => !(path in before) && !/^(?:days|rollup(?:_[\dT-]+){0,2})\.jsonl$/.test(path),
    ),
  ).toEqual([]);
});

function contents(directory: string): Record<string, string> {
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(paths.map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), "utf8")]));
}
