import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { beginToStop } from '../operations/health';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** What Strapi calls its own answer to a signal, which cuts every connection at once. */
export const STRAPIS_ANSWER = 'terminateStrapi';
/** How long requests under way are waited for; open lines of events end at once, their pages come back by themselves. */
const LAST_REQUESTS_MS = 5_000;
const LOOK_MS = 20;

let isReplaced = false;
/** Whether Strapi's answer is there to be replaced, or has been. */
export const hasStrapisAnswer = (): boolean =>
  isReplaced || SIGNALS.every((signal) => process.listeners(signal).some(({ name }) => name === STRAPIS_ANSWER));

const isLine = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');

/** Counts requests under way, and says on their answers that the connection ends once the server wants to stop. */
function watch(server: Server) {
  const open = new Set<ServerResponse>();
  let isEnding = false;
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    if (isEnding) response.setHeader('Connection', 'close');
  });
  return {
    end(): void {
      isEnding = true;
      for (const response of open) if (!response.headersSent) response.setHeader('Connection', 'close');
    },
    isBusy: (): boolean => [...open].some((response) => !isLine(response)),
  };
}

/**
 * A signal ends this instance without losing a request: it says that it is not ready, waits until the proxy has heard of
 * it, takes no more connections, finishes what it has, and only then stops.
 */
export function drainOnSignal(strapi: Core.Strapi): void {
  const server = strapi.server.httpServer as Server;
  const requests = watch(server);
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    beginToStop();
    requests.end();
    await sleep(1000 * strapi.plugin('ticketing').config<number>('drainSeconds'));
    server.close();
    server.closeIdleConnections();
    for (const until = performance.now() + LAST_REQUESTS_MS; requests.isBusy() && performance.now() < until;)
      await sleep(LOOK_MS);
    await strapi.destroy();
    process.exit();
  };
  isReplaced = true;
  for (const signal of SIGNALS) {
    for (const listener of process.listeners(signal))
      if (listener.name === STRAPIS_ANSWER) process.removeListener(signal, listener);
    process.on(signal, () => void stop());
  }
}
