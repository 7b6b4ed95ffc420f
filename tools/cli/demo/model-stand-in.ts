// A model provider on this machine's loopback that is always busy or chatty: no request of the demo leaves the machine.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ModelStandIn {
  url: string;
  close(): void;
}

export async function startModel(): Promise<ModelStandIn> {
  const server = createServer(({ url }, response) => {
    if (url === "/busy") {
      response.writeHead(429, { "content-type": "application/json", "retry-after": "20" });
      response.end(JSON.stringify({ error: { type: "rate_limit_error", message: "Rate limit reached for requests" } }));
    } else {
      response.writeHead(200, { "content-type": "application/json" });
      response.end('Here is the summary you asked for:\n{"title": "On citations"}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
