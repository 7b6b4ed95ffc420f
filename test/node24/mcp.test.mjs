// The MCP server before those who judge one: the official inspector's command line runs all that it offers, in the old era of the
// protocol and in the new, and the conformance suite's generic scenarios pass. .ci/node24 runs this.

import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler } from "@modelcontextprotocol/server";

const { ROOT } = process.env;
const { TelemetryCollector } = await import(`${ROOT}/core/dist/index.js`);
const { telemetryServer } = await import(`${ROOT}/tools/dist/mcp/server.js`);

const dir = join(mkdtempSync(join(tmpdir(), "12-factor-node24-")), "telemetry");
const telemetry = new TelemetryCollector({ dir, repo: "sister", enabled: true });
const LOCKED = "fatal: Unable to create '.git/index.lock': File exists.";
for (let time = 0; time < 5; time++) telemetry.recordError("sister", "Committer", "GitError", LOCKED);

const inspector = (...words) => {
  const server = [process.execPath, join(ROOT, "bin/agent"), "telemetry", "mcp", "--dir", dir];
  const program = resolve("node_modules/.bin/mcp-inspector");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "--cli", ...server, ...words], {
    encoding: "utf8",
    env: { ...process.env, HOME: dir },
  });
  assert.equal(status, 0, `${words.join(" ")}: ${stderr}`);
  return { ...JSON.parse(stdout), stderr };
};

for (const era of ["legacy", "modern"]) {
  const inspected = (method, ...words) => inspector("--protocol-era", era, "--method", method, ...words);

  test(`inspector, ${era}: every tool is called, and no schema is one that some client cannot take`, () => {
    const { tools, stderr } = inspected("tools/list", "--strict");
    assert.equal(stderr, "");
    const { patterns } = inspected("tools/call", "--tool-name", "patterns").structuredContent;
    const asked = {
      group: [`id=${patterns[0].groups[0]}`],
      search: ["text=index.lock"],
      suggest: [`error_message=${LOCKED}`],
    };
    for (const { name } of tools) {
      const words = (asked[name] ?? []).flatMap((word) => ["--tool-arg", word]);
      const { isError, structuredContent } = inspected("tools/call", "--tool-name", name, ...words);
      assert.equal(isError, undefined, name);
      assert.match(structuredContent.quoted, /^<<<UNTRUSTED /, name);
    }
    assert.equal(tools.length, 7);
  });

  test(`inspector, ${era}: every resource is read`, () => {
    const { resources } = inspected("resources/list");
    const { resourceTemplates } = inspected("resources/templates/list");
    const uris = [
      ...resources.map(({ uri }) => uri),
      ...resourceTemplates.map(({ uriTemplate }) => uriTemplate.replace("{id}", "git-index-lock")),
    ];
    for (const uri of uris) assert.notEqual(inspected("resources/read", "--uri", uri).contents[0].text, "", uri);
    assert.equal(uris.length, 3);
  });

  test(`inspector, ${era}: every prompt is given`, () => {
    const { prompts } = inspected("prompts/list");
    for (const { name, arguments: asked } of prompts) {
      const given = asked.flatMap(({ name }) => ["--prompt-args", `${name}=sister`]);
      assert.match(
        inspected("prompts/get", "--prompt-name", name, ...given).messages[0].content.text,
        /"sister"/,
        name,
      );
    }
    assert.equal(prompts.length, 2);
  });
}

/** What the suite asks of its own sample server, or of what ours does not offer: a scenario of neither kind is run. */
const LEFT_OUT = [
  [/^tools-call-|^json-schema-2020-12$/, "calls tools that the suite's own sample server has (test_*)"],
  [/^resources-(?:read|templates-read)-?/, "reads resources of that server (test://)"],
  [/^prompts-get-/, "gets prompts of that server (test_*)"],
  [/^elicitation-/, "asks the user through the client: no tool here asks anybody"],
  [/^completion-/, "completes names: ours are in a fence, and no argument suggests one"],
  [/^logging-/, "sends its log to the client: ours has none, for a log would carry event text"],
  [/^resources-(?:un)?subscribe$/, "pushes changes: the server answers, and says nothing unasked"],
  [/^server-sse-|^dns-rebinding-protection$/, "is about HTTP: ours speaks over standard input and output"],
];

const conformance = (...words) =>
  promisify(execFile)(process.execPath, [resolve("node_modules/.bin/conformance"), ...words], { cwd: dir });

test("the conformance suite's generic scenarios pass", async () => {
  const handler = createMcpHandler(() => telemetryServer(dir, "1"));
  // The suite speaks HTTP only.
  const http = createServer(toNodeHandler(handler)).listen(0, "127.0.0.1");
  await once(http, "listening");
  try {
    const url = `http://127.0.0.1:${http.address().port}/mcp`;
    const { stdout } = await conformance("list", "--server");
    const scenarios = [...stdout.matchAll(/^ {2}- (\S+)/gm)].map(([, name]) => name);
    const asked = scenarios.filter((name) => !LEFT_OUT.some(([left]) => left.test(name)));
    assert.deepEqual(asked, ["server-initialize", "ping", "tools-list", "resources-list", "prompts-list"]);
    for (const scenario of asked) {
      const { stdout } = await conformance("server", "--url", url, "--scenario", scenario);
      assert.match(stdout, /^Passed: [1-9]\d*\/\d+, 0 failed/m, stdout);
    }
  } finally {
    http.close();
    http.closeAllConnections();
    await handler.close();
  }
});
