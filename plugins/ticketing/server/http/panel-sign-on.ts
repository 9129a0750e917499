import type { Context } from 'koa';
import { Refusal, SIGN_ON_LIMITS } from '../../domain';
import { originOf } from '../accounts/sessions';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { finishAtPanel } from '../sign-on/panel';
import { begin } from '../sign-on/portal';
import { panelServer } from '../sign-on/settings';
import { beginPanelSession, givePanelSession } from '../strapi/panel-session';

/** The answer is a redirect; what a stream endpoint returns is never read. */
const ELSEWHERE = undefined as unknown as Response;
const NOWHERE = 'http://panel.invalid';

/** With TLS the name itself makes browsers refuse a cookie that another host or path tries to set. */
const cookieOf = (ctx: Context): string => (ctx.secure ? '__Host-panel-sign-on' : 'panel-sign-on');
// Strict would stay away when the service sends the browser back.
const optionsOf = (ctx: Context) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: ctx.secure, signed: false, overwrite: true }) as const;

/** Where the panel lies at its own server. */
const panelOf = (desk: Desk): string => `${new URL(panelServer(desk)).pathname.replace(/\/+$/, '')}/admin`;
/** A page of the panel and of nothing else, whatever was asked for. */
function pageAt(desk: Desk, asked: string): string {
  const panel = panelOf(desk);
  const given = `${panel}${asked}`;
  if (!asked.startsWith('/') || !URL.canParse(given, NOWHERE)) return `${panel}/`;
  const { origin, pathname, search } = new URL(given, NOWHERE);
  const isOurs = origin === NOWHERE && pathname.startsWith(`${panel}/`) && !pathname.includes('//');
  return isOurs ? pathname + search : `${panel}/`;
}

function redirect(ctx: Context, address: string): Response {
  ctx.status = 303;
  ctx.redirect(address);
  return ELSEWHERE;
}
/** Back to the sign-in page, which says why; where there is no such door, nothing is said at all. */
function sendBack(desk: Desk, ctx: Context, error: unknown): Response {
  if (!(error instanceof Refusal) || error.code === 'notFound') throw error;
  return redirect(ctx, `${panelOf(desk)}/auth/login?sso=${error.code}`);
}

/** Sends a browser from the panel's sign-in page to the city's service; `back` is the page it asked for. */
export async function startAtPanel(desk: Desk, caller: Caller, ctx: Context, back: string): Promise<Response> {
  try {
    const { address, ticket } = await begin(desk, caller, 'staff');
    ctx.cookies.set(cookieOf(ctx), Buffer.from(JSON.stringify({ ticket, back })).toString('base64url'), {
      ...optionsOf(ctx),
      maxAge: SIGN_ON_LIMITS.minutes * 60_000,
    });
    return redirect(ctx, address);
  } catch (error) {
    return sendBack(desk, ctx, error);
  }
}

function errandIn(ctx: Context): { readonly ticket: string; readonly back: string } | null {
  const kept = ctx.cookies.get(cookieOf(ctx), { signed: false });
  if (!kept) return null;
  ctx.cookies.set(cookieOf(ctx), null, optionsOf(ctx));
  try {
    const { ticket, back } = JSON.parse(Buffer.from(kept, 'base64url').toString('utf8')) as Record<string, unknown>;
    return typeof ticket === 'string' && ticket.length < 100 ? { ticket, back: String(back) } : null;
  } catch {
    return null;
  }
}

/** The way back: a session of the panel for the browser that set out from here, and the page it asked for. */
export async function finishPanelSignOn(desk: Desk, caller: Caller, ctx: Context): Promise<Response> {
  const errand = errandIn(ctx);
  try {
    const back = { ticket: errand?.ticket ?? '', query: ctx.querystring };
    const { userAgent } = originOf(ctx);
    const session = await finishAtPanel(desk, caller, back, (id) => beginPanelSession(desk.strapi, id, userAgent));
    givePanelSession(ctx, session);
    return redirect(ctx, pageAt(desk, errand?.back ?? '/'));
  } catch (error) {
    return sendBack(desk, ctx, error);
  }
}
