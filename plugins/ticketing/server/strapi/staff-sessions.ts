import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

/** Whether the panel's session that a request came with still holds, without asking who it is and what they may do. */
export async function isStaffSessionLive(strapi: Core.Strapi, ctx: Context): Promise<boolean> {
  const sessions = strapi.sessionManager('admin');
  const { isValid, payload } = sessions.validateAccessToken(ctx.get('authorization').replace(/^Bearer\s+/i, ''));
  return isValid && sessions.isSessionActive(payload.sessionId);
}
