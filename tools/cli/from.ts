// `--from`: the same questions to a team's cluster. What is loaded for it is loaded when somebody asks.

import { Option } from "commander";
import type { Connection } from "../share/cluster/index.ts";
import type { Terminal } from "./terminal.ts";

export interface FromOptions {
  from?: string;
}

export const fromOption = (): Option =>
  new Option("--from <address>", "ask a ClickHouse server that `push` fills: https://host:8443/database");

/** Undefined for the store of this machine. Throws StoreError. */
export async function clusterOf({ from }: FromOptions, { environment }: Terminal): Promise<Connection | undefined> {
  if (from === undefined) return undefined;
  const { connectTo, hasSchema, targetOf } = await import("../share/cluster/index.ts");
  const connection = await connectTo(targetOf(from, environment));
  await hasSchema(connection);
  return connection;
}
