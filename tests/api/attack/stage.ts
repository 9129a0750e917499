import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Knock } from '../../support/knock';
import { openWorld, type World } from '../../support/world';

export let world: World;
export const loopFile = path.join(os.tmpdir(), `loop-${process.pid}.json`);
/** Requests that are begun and never finished, from somebody without a session; each ends with what it was told. */
export let unfinished: Promise<string>[];

beforeAll(async () => {
  world = await openWorld({
    NODE_OPTIONS: `--import=${pathToFileURL(path.join(__dirname, '../../support/loop-watch.mjs')).href}`,
    TEST_LOOP_FILE: loopFile,
    LOG_FORMAT: 'json',
  });
  // They take their time while the others are tested.
  unfinished = Array.from({ length: 40 }, dawdle);
});
afterAll(async () => {
  await world.close();
  fs.rmSync(loopFile, { force: true });
});

/** Runs many knocks, a few at a time, as many people would. */
export async function all<T>(items: readonly T[], each: (item: T) => Promise<void>): Promise<void> {
  const open = [...items];
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      for (let item = open.pop(); item !== undefined; item = open.pop()) await each(item);
    }),
  );
}

/** One request, and all that came back; what never ends is hung up on once it has begun. */
export async function knock({
  method,
  place,
  token,
  body,
  headers = {},
}: Knock): Promise<{ status: number; text: string }> {
  const stop = new AbortController();
  const response = await fetch(`${world.cms.url}${place}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    signal: stop.signal,
  });
  const isEndless = response.headers.get('content-type')?.startsWith('text/event-stream');
  const text = isEndless ? '' : await response.text();
  stop.abort();
  return { status: response.status, text };
}

const dawdle = (): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(world.cms.url);
    const socket = net.connect(Number(port), hostname);
    let told = '';
    socket.setEncoding('latin1').on('data', (text: string) => (told += text));
    socket.on('error', () => undefined).once('close', () => resolve(told.split('\r\n')[0] ?? ''));
    // From an address of their own: what they use up is not what the other tests are counted by.
    socket.write('POST /api/ticketing/password/forgotten HTTP/1.1\r\nHost: kota.test\r\n');
    socket.write('X-Forwarded-For: 198.51.100.200\r\n');
    socket.write('Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{');
  });
