// Where to, and as whom: what the user wrote, looked at before anything is opened.

import { lstatSync, readFileSync } from "node:fs";
import { StoreError } from "12-factor-telemetry/store";

export interface Target {
  /** Scheme, host and port, without a slash at its end. */
  url: string;
  database: string;
  username: string;
  password: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DATABASE = "telemetry";
export const USER = "TELEMETRY_CLICKHOUSE_USER";
export const PASSWORD = "TELEMETRY_CLICKHOUSE_PASSWORD";
export const PASSWORD_FILE = "TELEMETRY_CLICKHOUSE_PASSWORD_FILE";

/** `https://host:8443/database`. Throws StoreError when it is no such address, or says more than an argument should. */
export function targetOf(words: string, environment: Environment): Target {
  const url = URL.canParse(words) ? new URL(words) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw refused("that is no address of a ClickHouse server. Write it like https://host:8443/database.");
  if (url.username !== "" || url.password !== "")
    throw refused(
      `the address has a user or a password in it, which every list of processes would show. Put them into ${USER} and ${PASSWORD}, or the password into a file that ${PASSWORD_FILE} names.`,
    );
  if (url.search !== "" || url.hash !== "" || !/^\/\w*\/?$/.test(url.pathname))
    throw refused("the address may have a database behind the host, in letters, digits and _, and nothing else.");
  if (url.protocol === "http:" && !isLoopback(url.hostname))
    throw refused("http would send everything in the clear. Use https; http is for this machine's loopback.");
  return {
    url: url.origin,
    database: url.pathname.replaceAll("/", "") || DATABASE,
    username: environment[USER] ?? "default",
    password: passwordIn(environment),
  };
}

const refused = (why: string): StoreError => new StoreError("STORE_REFUSED", `Nothing was opened: ${why}`);

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || /^127(?:\.\d+){3}$/.test(host);

function passwordIn(environment: Environment): string {
  const path = environment[PASSWORD_FILE];
  if (path === undefined) return environment[PASSWORD] ?? "";
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw refused(`${PASSWORD_FILE} names ${path}, which is no file.`);
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0)
    throw refused(`others may read ${path}, where the password is. Run chmod 600 on it.`);
  return readFileSync(path, "utf8").replace(/\r?\n$/, "");
}
