import type { Context } from 'koa';
import { Refusal } from '../../domain';
import type { IncomingFile } from '../attachments';
import type { AttachmentRow } from '../tickets/files';
import type { Readable } from 'node:stream';
import type { Reception } from './receive';

/** The single file of a multipart request, as `receive.ts` left it. */
export function uploadedFile(ctx: Context): IncomingFile {
  const { file } = (ctx.state as { files?: Reception['files'] }).files ?? {};
  if (!file) throw new Refusal('emptyFile');
  return { path: file.filepath, name: file.originalFilename, size: file.size };
}

// The contract's reply is the caller's `Response`; on this side the bytes are already on their way.
const ON_ITS_WAY = undefined as unknown as Response;

/** Sends JSON as a download while it is still being read; a failure on the way breaks the line rather than the file. */
export function streamJson(ctx: Context, name: string, stream: Readable): Response {
  ctx.status = 200;
  ctx.attachment(name);
  ctx.set('Content-Type', 'application/json; charset=utf-8');
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.body = stream;
  return ON_ITS_WAY;
}

/** Shown in place by nobody, and never sniffed into something that runs. */
function asDownload(ctx: Context, mime: string, name: string): void {
  ctx.status = 200;
  ctx.attachment(name);
  // After the name, whose ending Koa would take for the type.
  ctx.set('Content-Type', mime);
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
}

/** Sends an attachment as a download. */
export function streamFile(ctx: Context, { file, stream }: { file: AttachmentRow; stream: Readable }): Response {
  asDownload(ctx, file.mime, file.name);
  // Where the bytes end too soon, whoever waits for the rest is told so by the line.
  stream.once('error', () => ctx.res.destroy());
  ctx.set('Content-Length', String(file.size));
  ctx.body = stream;
  return ON_ITS_WAY;
}

/** Sends a paper. A browser may show it in place: it holds nothing that runs. */
export const sendPdf = (ctx: Context, paper: { name: string; bytes: Uint8Array }): Response =>
  sendFile(ctx, { ...paper, mime: 'application/pdf' });

/** Sends a file that was made in memory. */
export function sendFile(
  ctx: Context,
  { name, mime, bytes }: { name: string; mime: string; bytes: Uint8Array },
): Response {
  asDownload(ctx, mime, name);
  ctx.set('Content-Length', String(bytes.length));
  ctx.body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ON_ITS_WAY;
}

/** Sends text of unknown length as a download; whoever goes away ends what makes it. */
export function streamText(
  ctx: Context,
  { name, mime, stream }: { name: string; mime: string; stream: Readable },
): Response {
  asDownload(ctx, mime, name);
  stopWith(ctx, stream);
  ctx.body = stream;
  return ON_ITS_WAY;
}

/** Sends events for as long as both sides stay. */
export function streamEvents(ctx: Context, stream: Readable): Response {
  ctx.status = 200;
  ctx.set('Content-Type', 'text/event-stream; charset=utf-8');
  ctx.set('X-Content-Type-Options', 'nosniff');
  // Proxies would otherwise wait for a page to fill.
  ctx.set('X-Accel-Buffering', 'no');
  ctx.req.socket.setNoDelay(true);
  stopWith(ctx, stream);
  ctx.body = stream;
  return ON_ITS_WAY;
}

function stopWith(ctx: Context, stream: Readable): void {
  if (ctx.res.destroyed) stream.destroy();
  ctx.res.once('close', () => stream.destroy());
}
