// What a client can read without asking a question: the week's report and the catalogue.

import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import type { FailureRule } from "12-factor-telemetry/report";
import { asciiJson } from "12-factor-telemetry/store";
import { textOf } from "./answer.ts";
import { plain, wordsOf } from "./facts.ts";
import type { Store } from "./store.ts";
import { ToolError } from "./tool.ts";
import { summary } from "./tools/summary.ts";

export function addResources(server: McpServer, store: Store): void {
  server.registerResource(
    "week",
    "telemetry://report/week",
    { title: "The week's report", description: "What failed in the last seven days.", mimeType: "text/plain" },
    async ({ href }) => ({
      contents: [{ uri: href, mimeType: "text/plain", text: textOf(await summary.answer({ days: 7 }, store)) }],
    }),
  );
  server.registerResource(
    "rules",
    "telemetry://rules",
    {
      title: "Known failures",
      description: "Every rule of the catalogue: its id and what it knows.",
      mimeType: "application/json",
    },
    async ({ href }) => {
      const rules = (await rulesOf(store)).map(({ id, title }) => [id, plain(title)]);
      return { contents: [{ uri: href, mimeType: "application/json", text: asciiJson(Object.fromEntries(rules)) }] };
    },
  );
  server.registerResource(
    "rule",
    new ResourceTemplate("telemetry://rules/{id}", { list: undefined }),
    { title: "One known failure", description: "A rule: cause, suggestion, steps.", mimeType: "application/json" },
    async ({ href }, { id }) => {
      const rule = (await rulesOf(store)).find((rule) => rule.id === id);
      if (rule === undefined) throw new ToolError("There is no such rule. telemetry://rules lists them.");
      return { contents: [{ uri: href, mimeType: "application/json", text: asciiJson(told(rule)) }] };
    },
  );
}

const rulesOf = async (store: Store): Promise<readonly FailureRule[]> =>
  (await store.report({ days: 7 })).known.catalogue.rules;

function told(rule: FailureRule): object {
  const { id, title, severity, steps = [], docs } = rule;
  return { id, title: plain(title), severity, ...wordsOf(rule), steps: steps.map(plain), docs };
}
