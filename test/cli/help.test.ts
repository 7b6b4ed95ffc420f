// The help of every command, over the table of commands.

import { expect, test } from "vitest";
import { TELEMETRY_COMMANDS } from "../../tools/cli/command.ts";
import { telemetry } from "./agent.ts";

const NAMES = TELEMETRY_COMMANDS.filter(({ hidden }) => hidden !== true).map(({ name }) => name);
const PROGRAM = "./bin/agent telemetry";

test.each(NAMES)("%s --help is no wider than a terminal, and its examples name what there is", (name) => {
  const { status, stdout, stderr } = telemetry([name, "--help"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [told = "", examples = ""] = stdout.split(/^Examples?:$/m);
  for (const line of told.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
  const lines = examples.split("\n").filter((line) => line.includes(PROGRAM));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    const [called = "", next = "", ...words] = line.slice(line.indexOf(PROGRAM) + PROGRAM.length + 1).split(" ");
    expect(NAMES, line).toContain(called);
    const whole = called === name ? told : telemetry([called, "--help"]).stdout;
    const isDeed = whole.includes("\nCommands:\n") && /^[a-z]+$/.test(next);
    if (isDeed) expect(whole, line).toMatch(new RegExp(`^ {2}${next}\\b`, "m"));
    const help = isDeed ? telemetry([called, next, "--help"]).stdout : whole;
    const own = words.includes("--") ? words.slice(0, words.indexOf("--")) : words;
    for (const flag of [next, ...own].filter((word) => /^--./.test(word)))
      expect(help, line).toMatch(new RegExp(`^ {2,}(?:-\\w, )?${flag}\\b`, "m"));
  }
});
