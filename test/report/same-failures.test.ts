import { expect, test } from "vitest";
import { explain } from "../../core/telemetry/report/index.ts";
import { AGENTS_RENDERINGS } from "./renderings/agents.ts";
import { GIT_RENDERINGS } from "./renderings/git.ts";
import { LANGUAGES_RENDERINGS } from "./renderings/languages.ts";
import { MODELS_RENDERINGS } from "./renderings/models.ts";
import { SERVICES_RENDERINGS } from "./renderings/services.ts";
import { SYSTEM_RENDERINGS } from "./renderings/system.ts";
import { SAME_FAILURES } from "./same-failures.ts";

/** The message keeps its type, as a log does. */
const RENDERINGS = {
  ...SYSTEM_RENDERINGS,
  ...GIT_RENDERINGS,
  ...LANGUAGES_RENDERINGS,
  ...MODELS_RENDERINGS,
  ...AGENTS_RENDERINGS,
  ...SERVICES_RENDERINGS,
};

const TYPED = /^(?:[a-z_]\w*\.)*([A-Z_]\w*(?:Error|Exception|Expired|Exceeded|Warning)): /;
const told = (row: string): string =>
  explain({ error_type: TYPED.exec(row)?.[1] ?? "Error", error_message: row }).group;

/** The message is what stands behind its type. */
function groupOf(row: string): string {
  const [typed, type] = /^([A-Z]\w*(?:Error|Exception|Expired)): /.exec(row) ?? [];
  const failure =
    typed === undefined || type === undefined
      ? { error_type: "Error", error_message: row }
      : { error_type: type, error_message: row.slice(typed.length) };
  return explain(failure).group;
}

test.each(Object.entries(SAME_FAILURES))("%s is one group however it is told", (_name, rows) => {
  expect(rows.map(groupOf)).toEqual(rows.map(() => groupOf(rows[0] as string)));
});

test.each(Object.entries(RENDERINGS))("%s is one group in every log", (_name, rows) => {
  expect(rows.map(told)).toEqual(rows.map(() => told(rows[0] as string)));
});

test.each([
  ["failures", SAME_FAILURES, groupOf],
  ["renderings", RENDERINGS, told],
] as const)("different %s are different groups", (_name, table, group) => {
  const groups = Object.values(table).map((rows) => group(rows[0] as string));
  const twice = Object.keys(table).filter((_, index) => groups.indexOf(groups[index] as string) !== index);
  expect(twice).toEqual([]);
});
