// The real engines, each a foreground process of ours on free ports of the loopback: two shards of Debian's clickhouse-server, and chDB.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export interface Server {
  /** `http://127.0.0.1:8123`. */
  url: string;
  stop(): Promise<void>;
  /** After it was stopped. */
  start(): Promise<void>;
}

/** The name of the cluster in their settings. */
export const CLUSTER = "pair";

/** `lane`: a folder for everything of theirs. */
export async function twoShards(lane: string): Promise<[Server, Server]> {
  const ports = await freePorts(6);
  const [first, second] = [ports.slice(0, 3), ports.slice(3)] as [number[], number[]];
  const shards = [first, second].map(([, tcp]) => tcp as number);
  return await Promise.all([
    shardIn(join(lane, "shard-1"), first, shards),
    shardIn(join(lane, "shard-2"), second, shards),
  ]);
}

function shardIn(folder: string, [http, tcp, interserver]: number[], shards: readonly number[]): Promise<Server> {
  mkdirSync(folder);
  const replicas = shards.map((port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`);
  const config = join(folder, "config.xml");
  writeFileSync(
    config,
    `<yandex><logger><level>warning</level><console>1</console></logger><listen_host>127.0.0.1</listen_host>
<http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${interserver}</interserver_http_port>
<path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>${folder}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>100000000</mark_cache_size>
<timezone>UTC</timezone><remote_servers><${CLUSTER}>${replicas.join("")}</${CLUSTER}></remote_servers></yandex>`,
  );
  writeFileSync(
    join(folder, "users.xml"),
    `<yandex><profiles><default/><readonly><readonly>1</readonly></readonly></profiles><quotas><default/></quotas><users>
${userNamed("default", "", "default")}${userNamed("ada", "right", "default")}${userNamed("reader", "right", "readonly")}</users></yandex>`,
  );
  return started("clickhouse-server", [`--config-file=${config}`], http as number);
}

const userNamed = (name: string, password: string, profile: string): string =>
  `<${name}><password>${password}</password><networks><ip>127.0.0.1</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>`;

/** `lane`: where chdb was installed. */
export async function chdb(lane: string): Promise<Server> {
  const [port] = await freePorts(1);
  return await started(process.execPath, [resolve("test/cluster/chdb-server.mjs"), lane, String(port)], port as number);
}

async function started(command: string, args: readonly string[], port: number): Promise<Server> {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const server: Server = {
    url,
    start: async () => {
      child = spawn(command, args, { stdio: ["ignore", "ignore", process.env["LOUD"] ? "inherit" : "ignore"] });
      process.once("exit", () => child?.kill("SIGKILL"));
      await answering(url, child);
    },
    stop: async () => {
      const ended = child === undefined || child.exitCode !== null ? undefined : once(child, "exit");
      child?.kill("SIGKILL");
      await ended;
    },
  };
  await server.start();
  return server;
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(" ")} ended with ${child.exitCode}`);
    if (asked(url, "SELECT 1") === "1\n") return;
    await pause(100);
  }
  throw new Error(`${url} did not come up`);
}

/** What a server says to a query, as anybody else would ask it. */
export function asked(url: string, query: string): string {
  const { stdout } = spawnSync("curl", ["-s", "--data-binary", "@-", url], { input: query, maxBuffer: 1 << 28 });
  return stdout.toString();
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}
