// Whose machine this is, without asking a name service.

import { execFileSync } from "node:child_process";
import { homedir, hostname } from "node:os";
import { expect, onTestFinished, test, vi } from "vitest";
import { ownerOf } from "../../core/telemetry/store/writing.ts";

const NAMES = ["LOGNAME", "USER", "USERNAME"] as const;

function environment(names: Partial<Record<(typeof NAMES)[number], string>>): void {
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const name of NAMES) vi.stubEnv(name, names[name]);
}

test.skipIf(process.platform === "win32")("the login is that of the passwd file, whatever the environment says", () => {
  const login = execFileSync("id", ["-un"], { encoding: "utf8" }).trim();
  environment({ LOGNAME: "not me", USER: "nor me" });
  expect(ownerOf()).toEqual({ home: homedir(), login, host: hostname() });
});

test.each([
  [{ LOGNAME: "ada", USER: "b", USERNAME: "c" }, "ada"],
  [{ LOGNAME: "", USER: "ada", USERNAME: "c" }, "ada"],
  [{ USERNAME: "ada" }, "ada"],
  [{}, ""],
])("a user without an entry there is who the environment says: %j", (names, login) => {
  const { getuid } = process;
  onTestFinished(() => void Object.assign(process, { getuid }));
  Object.assign(process, { getuid: () => 4_000_000 });
  environment(names);
  expect(ownerOf().login).toBe(login);
});
