import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { Refusal, type Actor } from '../../domain';
import { portalActor, staffActor } from '../desk/people';
import type { Desk } from '../desk/desk';
import { actorOfToken, useToken } from '../desk/tokens';
import { apiTokenOf } from '../strapi/api-tokens';
import { claimsOf } from '../strapi/portal-tokens';
import { isStaffSessionLive } from '../strapi/staff-sessions';

/** Whose request it is: a person of the portal, a person of the admin panel, or another system. */
export type Session =
  | { readonly kind: 'portal'; readonly id: number; readonly sessionId: string | null }
  | { readonly kind: 'staff'; readonly id: number }
  | { readonly kind: 'token'; readonly id: number; readonly name: string };

/**
 * The admin door's session is Strapi's to check. At the portal's door Strapi would ask for scopes, which function
 * handlers do not have, and work out abilities that nobody reads: there we ask users-permissions and the API tokens
 * ourselves.
 */
export async function sessionOf(strapi: Core.Strapi, ctx: Context): Promise<Session | null> {
  const { route, user } = ctx.state as { route?: { info?: { type?: string } }; user?: { id: number } };
  if (route?.info?.type === 'admin') return user ? { kind: 'staff', id: user.id } : null;
  const claims = await claimsOf(strapi, ctx);
  if (claims?.id !== undefined) return { kind: 'portal', id: claims.id, sessionId: claims.jti ?? null };
  const token = await apiTokenOf(strapi, ctx);
  return token && { kind: 'token', id: token.id, name: token.name };
}

/**
 * Whoever sent this request, from whichever session it came through. An API token does what it was given, and nothing
 * else.
 */
export async function actorOf(desk: Desk, ctx: Context): Promise<Actor> {
  const session = await sessionOf(desk.strapi, ctx);
  if (!session) throw new Refusal('unauthenticated');
  if (session.kind === 'token') return actorOfToken(session, await useToken(desk, session, ctx.ip || null, Date.now()));
  if (session.kind === 'staff') return staffActor(desk, session.id);
  ctx.state['sessionId'] = session.sessionId;
  return portalActor(desk, session.id);
}

/**
 * Whether the session a long answer began with still holds: the token not spent, the account in use, and at the admin
 * door nobody signed out.
 */
export async function isStillSignedIn(desk: Desk, ctx: Context): Promise<boolean> {
  try {
    await actorOf(desk, ctx);
    const { route } = ctx.state as { route?: { info?: { type?: string } } };
    return route?.info?.type !== 'admin' || (await isStaffSessionLive(desk.strapi, ctx));
  } catch {
    return false;
  }
}

/**
 * What a browser says it heard last, when it comes back: our event ids are instants in epoch ms. Anything else is no id
 * of ours.
 */
export const lastEventOf = (ctx: Context): number | null => {
  const id = ctx.get('last-event-id');
  return /^\d{1,14}$/.test(id) ? Number(id) : null;
};
