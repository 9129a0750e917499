import http from 'node:http';
import type net from 'node:net';

/** One of the servers behind the balancer, and whether it wants work. */
interface Upstream {
  readonly port: number;
  isReady: boolean;
}

/** How often servers are asked, and how long a request waits for one that is ready: `lb_try_duration` of our Caddyfile. */
const LOOK_MS = 200;
const TRY_MS = 15_000;

/**
 * As little of a proxy as production's does: asks each server's `/readyz`, sends work to one that is ready, and tries the
 * next where nobody listens. It never sends anything twice that may have been heard.
 */
export async function openBalancer(ports: () => readonly number[]) {
  let upstreams: Upstream[] = [];
  let turn = 0;
  const agent = new http.Agent({ keepAlive: true });
  const look = async () => {
    upstreams = await Promise.all(
      ports().map(async (port) => {
        const isReady = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(3000) }).then(
          ({ ok }) => ok,
          () => false,
        );
        return { port, isReady };
      }),
    );
  };
  await look();
  const timer = setInterval(() => void look(), LOOK_MS);
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const until = Date.now() + TRY_MS;
      turn += 1;
      const attempt = (index: number): void => {
        const ready = upstreams.filter(({ isReady }) => isReady);
        const upstream = ready[(turn + index) % Math.max(1, ready.length)];
        if (!upstream || index >= ready.length) {
          if (Date.now() > until) response.writeHead(502).end();
          else setTimeout(attempt, LOOK_MS, 0);
          return;
        }
        const { method, headers, url: path } = request;
        const call = http.request({ host: '127.0.0.1', port: upstream.port, method, headers, path, agent });
        call.on('response', (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        });
        call.on('error', (error: NodeJS.ErrnoException) => {
          if (error.code === 'ECONNREFUSED') attempt(index + 1);
          else if (!response.headersSent) response.writeHead(502).end(error.message);
        });
        call.end(Buffer.concat(chunks));
      };
      attempt(0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    close: (): void => {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
