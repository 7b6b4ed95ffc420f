// chDB, which is today's ClickHouse inside a process, behind as much of ClickHouse's HTTP interface as a client needs: so that the
// command line asks it as it asks a server. argv[2]: the folder into which chdb was installed, argv[3]: the port; argv[4] and [5]: a
// folder for data that stays, and a file of settings.

import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const [, , lane, port, data, settings] = process.argv;
const { Session } = createRequire(join(lane, "package.json"))("chdb");
const session =
  data === undefined ? new Session() : new Session(data, { connectionArgs: [`--config-file=${settings}`] });

const server = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", async () => {
    const bytes = Buffer.concat(parts);
    const body = (request.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes).toString();
    const query = new URL(request.url, "http://127.0.0.1").searchParams.get("query") ?? "";
    try {
      const answer = await session.queryAsync(`${query}\n${body}`.trim(), { format: "TabSeparated" });
      response.end(Buffer.from(answer.bytes()));
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  });
});
server.listen(Number(port), "127.0.0.1");
