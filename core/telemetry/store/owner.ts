// Whose machine this is, as the operating system has it: what must not stand in an event for being the user's own.

import { homedir, hostname, userInfo } from "node:os";

export interface Owner {
  home: string;
  login: string;
  host: string;
}

/** Empty strings for what the system does not know. */
export function ownerOf(): Owner {
  return { home: known(homedir), login: known(() => userInfo().username), host: known(hostname) };
}

function known(ask: () => string): string {
  try {
    return ask();
  } catch {
    return ""; // a user without an entry in passwd: ENOENT
  }
}
