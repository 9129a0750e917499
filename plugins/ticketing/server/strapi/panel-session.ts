import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { buildSessionMetadata } from '@strapi/utils';
import type { Context } from 'koa';
import { PANEL_COOKIES } from './insides';

/** A session of the panel as its own sign-in page begins one: what renews it, and what opens the door now. */
export interface PanelSession {
  readonly refresh: string;
  readonly access: string;
}

/** Begins a session for this account, of the kind that is not remembered on the device. Joins the transaction at hand. */
export async function beginPanelSession(
  strapi: Core.Strapi,
  id: number,
  userAgent: string | null,
): Promise<PanelSession> {
  const sessions = strapi.sessionManager('admin');
  const { token: refresh } = await sessions.generateRefreshToken(String(id), randomUUID(), {
    type: 'session',
    metadata: buildSessionMetadata({ userAgent: userAgent ?? undefined }),
  });
  const access = await sessions.generateAccessToken(refresh);
  if ('error' in access) throw new Error('a session of the panel gave no access');
  return { refresh, access: access.token };
}

/** Hands it to the browser where the panel looks for it: the one half no script reads, the other the panel's own does. */
export function givePanelSession(ctx: Context, { refresh, access }: PanelSession): void {
  const options = { path: PANEL_COOKIES.path, sameSite: 'lax', secure: ctx.secure, overwrite: true } as const;
  ctx.cookies.set(PANEL_COOKIES.refresh, refresh, { ...options, httpOnly: true });
  ctx.cookies.set(PANEL_COOKIES.access, access, { ...options, httpOnly: false, signed: false });
}
