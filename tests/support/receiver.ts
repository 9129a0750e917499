import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as another system got it. */
export interface Received {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  close(): Promise<void>;
}

/** Another system on this machine: `/alih` sends on to `/jebakan`, `/lambat` never answers, everything else is well. */
export async function openReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    const path = request.url ?? '';
    received.push({ path, headers: request.headers, body });
    if (path === '/lambat') return;
    if (path === '/alih') response.writeHead(302, { location: '/jebakan' }).end();
    else response.writeHead(204).end();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
