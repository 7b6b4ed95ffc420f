// Descriptors that are kept open between two appends: few, not for long, and never taken from the host.

import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { openStore } from "../../core/telemetry/store/index.ts";
import { messagesIn, sanitized, temporaryFolder } from "./folder.ts";

const DESCRIPTORS = "/proc/self/fd";

/** By number, of files in a folder. */
function openIn(directory: string): Map<number, string> {
  const names = readdirSync(DESCRIPTORS).map((name): [number, string] => {
    try {
      return [Number(name), readlinkSync(join(DESCRIPTORS, name))];
    } catch {
      return [-1, ""]; // the one that the listing itself was read from
    }
  });
  return new Map(names.filter(([, path]) => path.startsWith(`${directory}/`)));
}

test.runIf(existsSync(DESCRIPTORS))(
  "eight files are kept open, and none when nothing was appended for a second",
  async () => {
    const directory = temporaryFolder();
    const store = openStore(directory);
    for (let number = 0; number < 12; number++) store.append(sanitized({ repo: `repo-${number}` }));
    const open = [...openIn(directory).values()];
    expect(open).toHaveLength(8);
    expect(open).toContain(join(directory, "repo-11_errors.jsonl"));
    await pause(700);
    store.append(sanitized({ repo: "repo-11" }));
    await pause(700);
    expect(openIn(directory).size).toBe(8);
    await pause(1800);
    expect(openIn(directory).size).toBe(0);
    store.append(sanitized({ repo: "repo-11" }));
    expect(messagesIn(directory)).toHaveLength(14);
  },
);

test.runIf(existsSync(DESCRIPTORS))(
  "a number that the host closed and took for a file of its own is the host's",
  async () => {
    const [directory, own] = [temporaryFolder(), join(temporaryFolder(), "own")];
    const store = openStore(directory);
    store.append(sanitized({ error_message: "before" }));
    const numbers = [...openIn(directory).keys()];
    for (const number of numbers) closeSync(number);
    const held = numbers.map(() => openSync(own, "w"));
    expect(held.toSorted()).toEqual(numbers.toSorted());
    store.append(sanitized({ error_message: "after" }));
    await pause(2500);
    for (const number of held) expect(fstatSync(number).size).toBe(0);
    expect(readFileSync(own, "utf8")).toBe("");
    for (const number of held) closeSync(number);
    expect(messagesIn(directory)).toEqual(["before", "after"]);
  },
);
