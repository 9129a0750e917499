import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { portalPresence, staffPresence, type Presence } from '../accounts/presence';
import { deskOf } from '../desk/desk';
import { groundVersion } from '../desk/ground';
import { actorOfToken, useToken } from '../desk/tokens';
import { apiTokenOf } from '../strapi/api-tokens';
import { portalClaimsOf } from '../strapi/portal-tokens';
import { staffClaimsOf } from '../strapi/staff-sessions';

const isAdminDoor = (ctx: Context): boolean =>
  (ctx.state as { route?: { info?: { type?: string } } }).route?.info?.type === 'admin';

/**
 * Who sent this request, and at which version of the ground: one statement at either door, whose session both are ours
 * to ask for. Strapi would ask for scopes, which function handlers do not have, and work out abilities that nobody
 * reads. Null where the request names no session at all; then nothing was asked.
 */
export async function presenceOf(strapi: Core.Strapi, ctx: Context): Promise<Presence | null> {
  const now = Date.now();
  if (isAdminDoor(ctx)) {
    const claims = staffClaimsOf(strapi, ctx);
    return claims && staffPresence(strapi, claims, now);
  }
  const claims = await portalClaimsOf(strapi, ctx);
  if (claims) {
    ctx.state['sessionId'] = claims.jti;
    return portalPresence(strapi, claims, ctx.ip || null, now);
  }
  const token = await apiTokenOf(strapi, ctx);
  if (!token) return null;
  // An API token does what it was given, and nothing else.
  const grants = await useToken(deskOf(strapi), token, ctx.ip || null, now);
  return { version: await groundVersion(strapi), actor: actorOfToken(token, grants), preferences: null };
}

/** Whether the session a long answer began with still holds: not ended, not spent, the account in use. */
export async function isStillSignedIn(strapi: Core.Strapi, ctx: Context): Promise<boolean> {
  try {
    return (await presenceOf(strapi, ctx))?.actor != null;
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
