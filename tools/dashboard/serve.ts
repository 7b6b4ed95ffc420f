// The server: bound to the literal 127.0.0.1, every request looked at by the door first, every answer with the same headers.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Answer, json } from "./answer.ts";
import { DATA, type Door, pathOf, refusalOf } from "./door.ts";
import { HEADERS } from "./headers.ts";
import { Live } from "./live.ts";
import { pageFiles } from "./page-files.ts";
import { routes, type Source } from "./routes.ts";
import { newToken } from "./token.ts";

export interface Dashboard {
  /** Without the token: `http://127.0.0.1:4321/`. */
  url: string;
  /** With it, behind the #, which no browser sends to anybody. */
  address: string;
  close(): Promise<void>;
}

interface Place extends Source {
  /** Folder of the built page. */
  page: string;
  /** 0: one that is free. */
  port: number;
}

// A person's browser needs little, and an attacker's endless headers, bodies and waits end soon. Milliseconds, bytes.
const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 8192,
};
const MOST_CONNECTIONS = 64;

/** Throws the system's error when the port is taken. */
export async function serve({ directory, from, page, port }: Place): Promise<Dashboard> {
  const live = new Live(directory, from !== undefined);
  const files = pageFiles(page);
  const answers = routes({ directory, from }, live);
  const door: Door = { authority: "", token: newToken() };
  const server = createServer(LIMITS, (request, response) => {
    const refusal = refusalOf(request, door);
    if (refusal !== undefined) send(request, response, json(refusal.status, { error: refusal.why }));
    else if (pathOf(request.url ?? "").startsWith(DATA))
      answers(request, response).then((answer) => send(request, response, answer), crash);
    else send(request, response, files(pathOf(request.url ?? "")));
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    else socket.destroy();
  });
  await listen(server, port);
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("The server has no port."); // never: it listens on TCP
  door.authority = `127.0.0.1:${bound.port}`;
  const url = `http://${door.authority}/`;
  return {
    url,
    address: `${url}#${door.token}`,
    close: async () => {
      live.close();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A bug of ours: it ends the process with its stack, as anywhere else. */
function crash(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => done());
  });
}

/** Undefined: the answer goes on by itself. */
function send(request: IncomingMessage, response: ServerResponse, answer: Answer | undefined): void {
  if (answer === undefined) return;
  response.writeHead(answer.status, {
    ...HEADERS,
    "content-type": answer.type,
    "content-length": answer.body.length,
    ...(answer.encoding !== undefined && { "content-encoding": answer.encoding }),
    // What is left of a request that nobody wants is not waited for.
    ...(answer.status >= 400 && { connection: "close" }),
  });
  response.end(request.method === "HEAD" ? undefined : answer.body);
}
