import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogueFromJson, catalogueToJson } from "../../core/telemetry/report/catalogue-json.ts";
import { CATALOGUE, catalogueOf, failureOf, recognise } from "../../core/telemetry/report/index.ts";
import { catalogueOfBoth } from "../../core/telemetry/report/recognise.ts";
import type { Match } from "../../core/telemetry/report/rule.ts";
import { runs } from "../runs.ts";

const SAMPLES = CATALOGUE.rules.flatMap(({ samples }) => [...samples.match, ...samples.noMatch]);
const { leads } = CATALOGUE.search();
const TRY_ALL = { ...CATALOGUE, search: () => ({ leads, prefilter: () => leads.map((_, index) => index) }) };

/** Pieces of samples, glued: what a rule looks for, whole, torn and in another one's neighbourhood. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SAMPLES),
      fc
        .tuple(fc.constantFrom(...SAMPLES), fc.nat(80), fc.nat(80))
        .map(([sample, from, size]) => sample.slice(from, from + size)),
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom("\n", "  ", "\u0130", "\u017f", "\u212a"),
    ),
    { maxLength: 6 },
  )
  .chain((pieces) => fc.constantFrom(pieces.join(""), pieces.join(" "), pieces.join("").toUpperCase()));

test("what the prefilter leaves out would not have matched", () => {
  fc.assert(
    fc.property(text, text, (error_type, error_message) => {
      const failure = { error_type, error_message };
      expect(recognise(failure, CATALOGUE)).toEqual(recognise(failure, TRY_ALL));
    }),
    { numRuns: runs(2000) },
  );
});

test("two catalogues, one behind the other, recognise what one of all their rules does", () => {
  const [mine, built] = [CATALOGUE.rules.slice(40, 80), CATALOGUE.rules.slice(0, 60)];
  const [both, whole] = [catalogueOfBoth(catalogueOf(mine), catalogueOf(built)), catalogueOf([...mine, ...built])];
  fc.assert(
    fc.property(text, text, (error_type, error_message) => {
      const failure = { error_type, error_message };
      expect(recognise(failure, both)).toEqual(recognise(failure, whole));
    }),
  );
});

test("a catalogue read from JSON is the one that was written", () => {
  const { rules: read, looks, search } = catalogueFromJson(catalogueToJson(CATALOGUE));
  expect(looks).toEqual(CATALOGUE.looks);
  expect(SAMPLES.map(search().prefilter)).toEqual(SAMPLES.map(CATALOGUE.search().prefilter));
  expect(read.map((rule) => ({ ...rule }))).toEqual(CATALOGUE.rules);
  const expressions = ({ any = [], all = [], not = [] }: Match) => [...any, ...all, ...not].map(String);
  expect(read.map(({ match }) => expressions(match))).toEqual(CATALOGUE.rules.map(({ match }) => expressions(match)));
});

test("of several rules the first in the catalogue is the family, wherever their needles stand", () => {
  const rule = (id: string, word: string) =>
    ({ ...CATALOGUE.rules[0], always: undefined, id, match: { any: [word] } }) as never;
  const catalogue = catalogueOf([rule("b", "second"), rule("a", "first")]);
  for (const message of ["first second", "second first", "FIRST\n\tSecond"])
    expect(recognise(failureOf(message), catalogue).map((found) => found.rule.id)).toEqual(["b"]);
});

test.each(["a", " ", "\n", "'", "No module named ", "permission ", "\u0130", "error: ", '{"message":"', "at /a/b:1\n"])(
  "time is linear in %j, repeated",
  (piece) => {
    const failure = { error_type: "Error", error_message: piece.repeat(65_536 / piece.length) };
    const started = performance.now();
    recognise(failure, CATALOGUE);
    expect(performance.now() - started).toBeLessThan(100);
  },
);
