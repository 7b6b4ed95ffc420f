// Whose machine this is, as the operating system has it: what must not stand in an event for being the user's own.

import { readFileSync } from "node:fs";
import { homedir, hostname } from "node:os";

export interface Owner {
  home: string;
  login: string;
  host: string;
}

/** Empty strings for what the system does not know. */
export function ownerOf(): Owner {
  const { LOGNAME, USER, USERNAME } = process.env;
  return {
    home: known(homedir),
    login: known(loginInPasswd) || LOGNAME || USER || USERNAME || "",
    host: known(hostname),
  };
}

/** passwd(5). Not `os.userInfo()`: that asks the name service, which connects to its daemon and may ask a server. */
function loginInPasswd(): string {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  return lines.find((line) => line.split(":")[2] === `${process.getuid?.()}`)?.split(":")[0] ?? "";
}

function known(ask: () => string): string {
  try {
    return ask();
  } catch {
    return ""; // ENOENT: a user without an entry in passwd, a system without the file
  }
}
