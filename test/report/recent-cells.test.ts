import { expect, test } from "vitest";
import { opinionOf } from "../../core/telemetry/report/opinion.ts";
import { forgetCells, recentCell, rememberCell } from "../../core/telemetry/report/recent-cells.ts";
import type { Cell, Place } from "../../core/telemetry/report/tally.ts";
import { times } from "./events.ts";

const [one, other] = [
  opinionOf({ error_type: "Error", error_message: "one" }),
  opinionOf({ error_type: "Error", error_message: "other" }),
];
const place = { repo: "r", agent: "A", class: "", type: "Error" };
const cellAt = (where: Place): Cell => ({ ...where }) as Cell;

test("a cell is found by its opinion and its place, in its own tally, until it is forgotten", () => {
  const [cells, others] = [new Map<string, Cell>(), new Map<string, Cell>()];
  const cell = cellAt(place);
  expect(recentCell(cells, one, place)).toBeUndefined();
  rememberCell(cells, one, cell);
  expect(recentCell(cells, one, { ...place })).toBe(cell);
  expect(recentCell(cells, other, place)).toBeUndefined();
  expect(recentCell(others, one, place)).toBeUndefined();
  for (const key of ["repo", "agent", "class", "type"])
    expect(recentCell(cells, one, { ...place, [key]: "another" }), key).toBeUndefined();
  forgetCells(cells);
  expect(recentCell(cells, one, place)).toBeUndefined();
});

test("of many cells of one opinion those are found that were there last", () => {
  const cells = new Map<string, Cell>();
  const all = times(70, (index) => cellAt({ ...place, agent: `A${index}` }));
  for (const [index, cell] of all.entries()) {
    rememberCell(cells, one, cell);
    for (const had of all.slice(0, index + 1)) expect([had, undefined]).toContain(recentCell(cells, one, had));
    if (index < 64) expect(recentCell(cells, one, all[0] as Cell)).toBe(all[0]);
    expect(recentCell(cells, one, cell)).toBe(cell);
  }
  expect(recentCell(cells, one, all[0] as Cell)).toBeUndefined();
});
