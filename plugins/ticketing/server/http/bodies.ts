import type { IncomingMessage } from 'node:http';
import type { Context } from 'koa';
import { MAX_FILE_BYTES, Refusal } from '../../domain';
import type { Endpoint } from '../../domain/contract';

const KB = 1024;
/** Most bytes of a body that anybody may send, and of one that comes with a session. */
export const PUBLIC_BODY_BYTES = 32 * KB;
export const BODY_BYTES = 256 * KB;
/** A multipart body carries a file and a little around it. */
export const FORM_BYTES = MAX_FILE_BYTES + 64 * KB;
/** Whoever needs longer for so little does not mean to finish. */
const PATIENCE_MS = 20_000;

/** Addresses of ours, whose bodies nobody reads before `handle` has asked who sends them. Routes know no case. */
export const isOurs = ({ path }: Pick<Context, 'path'>): boolean => /^(\/api)?\/ticketing\//i.test(path);

/** Most of an oversized body read and thrown away, so that its sender lives to read why. */
const DRAIN_BYTES = 64 * KB * KB;
const DRAIN_MS = 10_000;

/** Reads on without keeping anything; gives up after 64 MB or ten seconds. */
export const drain = ({ req }: Context): Promise<void> =>
  new Promise((resolve) => {
    if (req.readableEnded || req.destroyed) return resolve();
    let seen = 0;
    const timer = setTimeout(resolve, DRAIN_MS);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    req.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen > DRAIN_BYTES) done();
    });
    req.once('end', done).once('close', done).once('error', done);
    req.resume();
  });

const sizeOf = (bytes: number): string => `${bytes / KB} kB`;

const bytesOf = (req: IncomingMessage, most: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => finish(() => reject(new Refusal('tooSlow'))), PATIENCE_MS);
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > most) finish(() => reject(new Refusal('tooLarge', { limit: sizeOf(most) })));
      else chunks.push(chunk);
    };
    const onEnd = (): void => finish(() => resolve(Buffer.concat(chunks)));
    const onGone = (): void => finish(() => reject(new Refusal('malformedJson')));
    function finish(tell: () => void): void {
      clearTimeout(timer);
      req.off('data', onData).off('end', onEnd).off('close', onGone).off('error', onGone);
      tell();
    }
    req.on('data', onData).once('end', onEnd).once('close', onGone).once('error', onGone);
  });

/**
 * The JSON of a request to one of our endpoints, read only now that it is known who sends it. Refuses what is no JSON,
 * is packed (a few bytes may unfold to millions), too large, or too slow.
 */
export async function readJson(ctx: Context, { isPublic }: Endpoint): Promise<unknown> {
  const isEmpty = !ctx.request.length && !ctx.get('transfer-encoding');
  if (isEmpty) return {};
  if (!ctx.is('json') || !/^(identity)?$/i.test(ctx.get('content-encoding'))) throw new Refusal('notJson');
  const most = isPublic ? PUBLIC_BODY_BYTES : BODY_BYTES;
  if ((ctx.request.length ?? 0) > most) throw new Refusal('tooLarge', { limit: sizeOf(most) });
  const text = (await bytesOf(ctx.req, most)).toString('utf8');
  if (!text.trim()) return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal('malformedJson');
  }
}
