import type { APIContext } from 'astro';
import { isLogged, logsJson } from '../lib/config/settings';

/**
 * One line per page that was asked for: its pattern, never what stood in the address, how it ended and how long it took.
 * Its id is the one the cms writes beside what it did for it.
 */
export function logRequest({ request, routePattern, locals }: APIContext, status: number): void {
  if (!isLogged('http')) return;
  const [method, ms] = [request.method, Date.now() - locals.now];
  const message = `${method} ${routePattern} (${ms} ms) ${status}`;
  const timestamp = new Date().toISOString();
  const facts = { level: 'http', message, method, requestId: locals.requestId, route: routePattern, status, ms };
  process.stdout.write(
    `${logsJson() ? JSON.stringify({ ...facts, service: 'site', timestamp }) : `[${timestamp}] http: ${message}`}\n`,
  );
}
