import type { Context, Next } from 'koa';

/**
 * What every answer of the cms says to a browser. Said here rather than in Strapi's configuration, whose lists are laid
 * over its own defaults place by place: a list of one leaves what stood second.
 */
export const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The panel: its own files, styles that its design system writes, pictures being chosen. Nothing from elsewhere. */
export const PANEL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ');
/** What is no page at all: answers in JSON, files of the media library. Opened by itself it can do nothing. */
export const INERT_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Kinds of the media library that a page may show in place; all else is saved. */
const SHOWN = /\.(jpe?g|png)$/i;
const isPanel = (path: string): boolean => /^\/admin(\/|$)/i.test(path);
const isMedia = (path: string): boolean => /^\/uploads\//i.test(path);

/** Puts the headers on whatever was answered, also on a refusal; an answer with a stricter policy of its own keeps it. */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    ctx.set(HEADERS);
    ctx.remove('X-Powered-By');
    const isPage = isPanel(ctx.path) && ctx.response.is('html', 'js', 'css') !== false;
    ctx.set('Content-Security-Policy', isPage ? PANEL_POLICY : INERT_POLICY);
    if (isMedia(ctx.path) && !SHOWN.test(ctx.path)) ctx.set('Content-Disposition', 'attachment');
  };
