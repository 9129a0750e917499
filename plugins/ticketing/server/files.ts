import type { Context } from 'koa';
import { Refusal } from '../domain';
import type { IncomingFile } from './services/attachments';
import type { AttachmentRow } from './services/tickets/rows';
import type { Readable } from 'node:stream';

interface Parsed { filepath: string; originalFilename: string | null; size: number }

/** The single file of a multipart request. */
export function uploadedFile(ctx: Context): IncomingFile {
  const { file } = ((ctx.request as unknown as { files?: Record<string, Parsed | Parsed[]> }).files ?? {}) as Record<string, Parsed | Parsed[] | undefined>;
  const one = Array.isArray(file) ? file[0] : file;
  if (!one) throw new Refusal('emptyFile');
  return { path: one.filepath, name: one.originalFilename ?? 'berkas', size: one.size };
}

/** Sends JSON as a download while it is still being read; a failure on the way breaks the line rather than the file. */
export function streamJson(ctx: Context, name: string, stream: Readable): Response {
  ctx.status = 200;
  ctx.set('Content-Type', 'application/json; charset=utf-8');
  ctx.set('Content-Disposition', `attachment; filename="${name}"`);
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.body = stream;
  return undefined as unknown as Response;
}

/** Sends a file as a download: never shown in place, never sniffed into something that runs. */
export function streamFile(ctx: Context, { file, stream }: { file: AttachmentRow; stream: Readable }): Response {
  ctx.status = 200;
  ctx.set('Content-Type', file.mime);
  ctx.set('Content-Length', String(file.size));
  ctx.set('Content-Disposition', `attachment; filename="${file.name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (special) => `%${special.charCodeAt(0).toString(16).toUpperCase()}`)}`);
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
  ctx.body = stream;
  // The contract's reply is the caller's `Response`; on this side the bytes are already on their way.
  return undefined as unknown as Response;
}
