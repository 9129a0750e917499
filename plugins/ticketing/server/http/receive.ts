import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { MAX_FILE_BYTES, Refusal } from '../../domain';

/** A file as it came, in a folder only we may enter, under a name nobody chose. */
export interface Received {
  readonly filepath: string;
  readonly originalFilename: string;
  /** What its sender says it is; nobody should believe it. */
  readonly mimetype: string;
  readonly size: number;
}
export interface Reception {
  readonly files: Readonly<Record<string, Received>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** Whoever sends slower than this all in all has left. */
const PATIENCE_MS = 280_000;
const LIMITS = { files: 1, fileSize: MAX_FILE_BYTES, fields: 20, fieldSize: 16 * 1024, headerPairs: 20, parts: 21 };

const folderOf = (strapi: Core.Strapi): string =>
  path.join(strapi.plugin('ticketing').config<string>('dataDir'), 'incoming');

/** An empty folder for what comes in; what a crash left behind goes. Called once, at boot. */
export async function prepareReception(strapi: Core.Strapi): Promise<void> {
  const folder = folderOf(strapi);
  await fs.rm(folder, { recursive: true, force: true });
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  await fs.chmod(folder, 0o700);
}

/** A name as it was before a browser wrote it between quotation marks. */
const unquoted = (name: string): string => name.replace(/%22/g, '"').replace(/%0d/gi, '\r').replace(/%0a/gi, '\n');

/** Reads a multipart body into `folder`: one file, a few short fields. Refuses more, and what is cut short or too slow. */
const readInto = (ctx: Context, folder: string): Promise<Reception> =>
  new Promise((resolve, reject) => {
    const files: Record<string, Received> = {};
    const fields: Record<string, string> = {};
    const writes: Promise<void>[] = [];
    const stop = new AbortController();
    let isOver = false;
    const timer = setTimeout(() => fail(new Refusal('tooSlow')), PATIENCE_MS);
    const onGone = (): void => {
      if (!ctx.req.complete) fail(new Refusal('emptyFile'));
    };
    function over(tell: () => void): void {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      ctx.req.unpipe();
      ctx.req.off('close', onGone);
      tell();
    }
    // Not before every file is closed: its folder is about to go.
    const fail = (reason: unknown): void =>
      over(() => {
        stop.abort();
        void Promise.allSettled(writes).then(() => reject(reason as Error));
      });

    let parser: BusboyInstance;
    try {
      parser = new Busboy({ headers: { 'content-type': ctx.get('content-type') }, limits: LIMITS });
    } catch {
      return fail(new Refusal('emptyFile'));
    }
    parser.on('field', (name, value, _isNameCut, isCut) => {
      if (isCut || Object.hasOwn(fields, name))
        fail(new Refusal('invalid', { issues: [{ field: name.slice(0, 100), code: 'tooLong' }] }));
      else fields[name] = value;
    });
    parser.on('file', (name, stream, originalFilename, _encoding, mimetype) => {
      const filepath = path.join(folder, randomUUID());
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      stream.once('limit', () => fail(new Refusal('fileTooLarge', { limit: '10 MB' })));
      const written = pipeline(stream, createWriteStream(filepath, { mode: 0o600, flags: 'wx' }), {
        signal: stop.signal,
      }).then(() => {
        files[name ?? ''] = { filepath, originalFilename: unquoted(originalFilename ?? 'berkas'), mimetype, size };
      });
      written.catch(fail);
      writes.push(written);
    });
    parser.once('filesLimit', () => fail(new Refusal('tooManyFiles', { limit: LIMITS.files })));
    parser.once('fieldsLimit', () =>
      fail(new Refusal('invalid', { issues: [{ field: '', code: 'tooMany', limit: LIMITS.fields }] })),
    );
    parser.on('error', () => fail(new Refusal('emptyFile')));
    parser.once('finish', () => {
      void Promise.all(writes).then(() => over(() => resolve({ files, fields })), fail);
    });
    ctx.req.once('close', onGone);
    ctx.req.pipe(parser);
  });

/**
 * Lets some work use what a multipart body brings, and leaves nothing of it behind, whatever comes of it. Everybody's
 * files lie in a folder of their own, so that one removal is enough.
 */
export async function receiving<T>(
  strapi: Core.Strapi,
  ctx: Context,
  work: (reception: Reception) => Promise<T>,
): Promise<T> {
  const folder = path.join(folderOf(strapi), randomUUID());
  await fs.mkdir(folder, { mode: 0o700 });
  try {
    return await work(await readInto(ctx, folder));
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}
