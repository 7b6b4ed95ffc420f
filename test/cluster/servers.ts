// The real engines, each a foreground process of ours on free ports of the loopback: two shards of Debian's clickhouse-server, and chDB.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
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
  const [first, second] = [await portsOfServer(), await portsOfServer()];
  const shards = [[first], [second]];
  return await Promise.all([
    clickHouseIn(join(lane, "shard-1"), { ports: first, shards }),
    clickHouseIn(join(lane, "shard-2"), { ports: second, shards }),
  ]);
}

interface Ports {
  http: number;
  tcp: number;
  interserver: number;
}

export async function portsOfServer(): Promise<Ports> {
  const [http, tcp, interserver] = (await freePorts(3)) as [number, number, number];
  return { http, tcp, interserver };
}

interface Settings {
  ports: Ports;
  /** Replicas by shard; none: a server alone. */
  shards?: readonly (readonly Ports[])[];
  /** Further settings, as XML. */
  more?: string;
}

/** A new folder of its own. */
export function clickHouseIn(folder: string, { ports, shards = [], more = "" }: Settings): Promise<Server> {
  mkdirSync(folder, { recursive: true });
  const replica = ({ tcp }: Ports) => `<replica><host>127.0.0.1</host><port>${tcp}</port></replica>`;
  const shard = (replicas: readonly Ports[]) =>
    `<shard><internal_replication>true</internal_replication>${replicas.map(replica).join("")}</shard>`;
  const config = join(folder, "config.xml");
  writeFileSync(
    config,
    `<yandex><logger><level>warning</level><console>1</console></logger><listen_host>127.0.0.1</listen_host>
<http_port>${ports.http}</http_port><tcp_port>${ports.tcp}</tcp_port><interserver_http_port>${ports.interserver}</interserver_http_port>
<interserver_http_host>127.0.0.1</interserver_http_host>
<path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>${folder}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>100000000</mark_cache_size>
<timezone>UTC</timezone><remote_servers><${CLUSTER}>${shards.map(shard).join("")}</${CLUSTER}></remote_servers>${more}</yandex>`,
  );
  writeFileSync(
    join(folder, "users.xml"),
    `<yandex><profiles><default/><readonly><readonly>1</readonly></readonly></profiles><quotas><default/></quotas><users>
${userNamed("default", "", "default")}${userNamed("ada", "right", "default")}${userNamed("reader", "right", "readonly")}</users></yandex>`,
  );
  return started("clickhouse-server", [`--config-file=${config}`], ports.http);
}

const userNamed = (name: string, password: string, profile: string): string =>
  `<${name}><password>${password}</password><networks><ip>127.0.0.1</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>`;

/** `lane`: where chdb was installed. `kept`: its folder for data that stays, and a file of settings. */
export async function chdb(lane: string, kept: readonly string[] = []): Promise<Server> {
  const [port = 0] = await freePorts(1);
  return await started(process.execPath, [resolve("test/cluster/chdb-server.mjs"), lane, `${port}`, ...kept], port);
}

/** What keeps replicas together. */
export async function zooKeeperIn(folder: string): Promise<Server> {
  mkdirSync(folder);
  const [port, web] = (await freePorts(2)) as [number, number];
  const settings = join(folder, "zoo.cfg");
  writeFileSync(
    settings,
    `tickTime=1000\ndataDir=${folder}\nclientPort=${port}\nclientPortAddress=127.0.0.1\nadmin.serverAddress=127.0.0.1\nadmin.serverPort=${web}\n`,
  );
  const main = ["-Xmx128m", "-cp", "/usr/share/java/zookeeper.jar", "org.apache.zookeeper.server.ZooKeeperServerMain"];
  return await started("java", [...main, settings], port, serves);
}

/** `isUp`: asked again and again until it is. */
async function started(command: string, args: readonly string[], port: number, isUp = answers): Promise<Server> {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const server: Server = {
    url,
    start: async () => {
      child = spawn(command, args, { stdio: ["ignore", "ignore", process.env["LOUD"] ? "inherit" : "ignore"] });
      process.once("exit", () => child?.kill("SIGKILL"));
      for (let tries = 0; !(await isUp(url)); tries++) {
        if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(" ")} ended with ${child.exitCode}`);
        if (tries > 300) throw new Error(`${url} did not come up`);
        await pause(100);
      }
    },
    stop: async () => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
  await server.start();
  return server;
}

const answers = async (url: string): Promise<boolean> => asked(url, "SELECT 1") === "1\n";

/** It listens sooner than it serves, and a ClickHouse of 2018 that is refused dies of it later. */
async function serves(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write("srvr"));
  try {
    return (await text(socket)).includes("Mode: ");
  } catch {
    return false; // ECONNREFUSED, ECONNRESET: not yet
  }
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
