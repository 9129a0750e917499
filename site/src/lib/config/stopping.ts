import { subscribe } from 'node:diagnostics_channel';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { drainSeconds } from './settings';

/** How long requests under way are waited for; open lines of events end at once, their pages come back by themselves. */
const LAST_REQUESTS_MS = 5_000;
const LOOK_MS = 20;

interface Started {
  readonly response: ServerResponse;
  readonly server: Server;
}
const isLine = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');

/** Requests under way, and the server they came to, which Astro starts and shows to nobody. */
const open = new Set<ServerResponse>();
let server: Server | null = null;
let stopping = false;
/** From the signal on the portal says that it is not ready. */
export const isStopping = (): boolean => stopping;

subscribe('http.server.request.start', (started) => {
  const { response, server: here } = started as Started;
  server = here;
  open.add(response);
  response.once('close', () => open.delete(response));
  if (stopping) response.setHeader('Connection', 'close');
});

/** As the cms does: says so, waits until the proxy has heard of it, takes no more, finishes what it has, and ends. */
async function drain(): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const response of open) if (!response.headersSent) response.setHeader('Connection', 'close');
  await sleep(1000 * drainSeconds());
  server?.close();
  server?.closeIdleConnections();
  for (const until = performance.now() + LAST_REQUESTS_MS; performance.now() < until; await sleep(LOOK_MS))
    if ([...open].every(isLine)) break;
  process.exit();
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void drain());
