import fs from 'node:fs';
import path from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { PACKED_TYPES, PACKINGS } from '../lib/config/packing';

/** Where the built portal keeps what browsers load; beside the server's own code, wherever in it this file ended up. */
const CLIENT = fileURLToPath(new URL(import.meta.url.replace(/\/server\/.*$/, '/client/')));
const listed = (): string[] => {
  try {
    return fs.readdirSync(CLIENT, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
};
/** Packed files by their address. None while developing, where nothing is built. */
const PACKED: ReadonlySet<string> = new Set(
  listed()
    .filter((file) => PACKINGS.some(({ suffix }) => file.endsWith(suffix)))
    .map((file) => `/${file.split(path.sep).join('/')}`),
);

/** Whether a browser takes this packing: it names it, and does not rule it out by `q=0`. */
const takes = (accepted: string, encoding: string): boolean =>
  accepted.split(',').some((part) => {
    const [name = '', ...rest] = part.split(';').map((each) => each.trim());
    return name === encoding && !rest.some((each) => /^q=0(\.0*)?$/.test(each));
  });

/** Turns a request for a file that lies there packed into one for the packed file, served as what is in it. */
export function askForPacked(request: IncomingMessage, response: ServerResponse): void {
  const [pathname = ''] = (request.url ?? '').split('?');
  const type = PACKED_TYPES[path.posix.extname(pathname)];
  if (!type || !PACKINGS.some(({ suffix }) => PACKED.has(pathname + suffix))) return;
  response.setHeader('vary', 'Accept-Encoding');
  const accepted = request.headers['accept-encoding'] ?? '';
  const packing = PACKINGS.find(({ encoding, suffix }) => takes(accepted, encoding) && PACKED.has(pathname + suffix));
  if (!packing) return;
  response.setHeader('content-type', type);
  response.setHeader('content-encoding', packing.encoding);
  request.url = pathname + packing.suffix;
}
