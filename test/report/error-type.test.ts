import { expect, test } from "vitest";
import { tellingType } from "../../core/telemetry/report/error-type.ts";
import { failureOf } from "../../core/telemetry/report/index.ts";

test.each([
  ["KeyError", "", "*", "KeyError", "what a language raises tells"],
  ["builtins.KeyError", "", "*", "KeyError", "without its module"],
  ["KeyError", "LampError", "is dim", "KeyError", "more than another's type"],
  ["LampError", "KeyError", "is dim", "KeyError", "wherever it stands"],
  ["LampError", "OilError", "is dim", "OilError", "else the one in the message"],
  ["LampError", "", "is dim", "LampError", "else the event's"],
  ["LampError", "", "lamp is dim", "", "three words tell without a type"],
  ["LampError", "", "is dim *", "LampError", "a placeholder is no word"],
  ["APIError", "", "is dim", "", "what a layer calls every failure tells nothing"],
  ["openai.RateLimitError", "", "is dim", "", "nor does what an SDK calls it"],
  ["exit 1", "", "is dim", "", "nor what is no class"],
  ["ERROR", "", "is dim", "", "nor a level"],
  ["APIError", "LampError", "is dim", "LampError", "but what it passed on does"],
  ["APIError", "", "", "APIError", "without a word the type is all there is"],
  ["APIError", "LampError", "", "LampError", "and the innermost of them"],
])("of %s, and %j in the message, %j is known by %j: %s", (seen, named, words, type) => {
  expect(tellingType(seen, named, words)).toBe(type);
});

test.each([
  ["KeyError: 'author'", "KeyError", "'author'"],
  ["_pkg2.sub.KeyError: one:\ntwo", "_pkg2.sub.KeyError", "one:\ntwo"],
  ["a.b.LampExpired: it is", "a.b.LampExpired", "it is"],
  ["Error: it is", "Error", "Error: it is"],
  ["Lamp: it is", "Error", "Lamp: it is"],
  ["oh KeyError: it is", "Error", "oh KeyError: it is"],
  ["-KeyError: it is", "Error", "-KeyError: it is"],
  ["KeyError:it is", "Error", "KeyError:it is"],
  ["KeyError: ", "Error", "KeyError: "],
  ["", "Error", ""],
])("what %j says of its own type is %j", (sample, error_type, error_message) => {
  expect(failureOf(sample)).toEqual({ error_type, error_message });
});
