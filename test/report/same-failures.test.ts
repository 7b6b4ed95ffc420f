import { expect, test } from "vitest";
import { explain } from "../../core/telemetry/report/index.ts";
import { SAME_FAILURES } from "./same-failures.ts";

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

test("different failures are different groups", () => {
  const groups = Object.values(SAME_FAILURES).map((rows) => groupOf(rows[0] as string));
  const twice = Object.keys(SAME_FAILURES).filter((_, index) => groups.indexOf(groups[index] as string) !== index);
  expect(twice).toEqual([]);
});
