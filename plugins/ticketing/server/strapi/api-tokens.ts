import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

interface ApiToken {
  readonly id: number;
  readonly name: string;
  readonly kind: string | null;
  readonly expiresAt: string | null;
}
interface TokenService {
  hash(key: string): string;
  getByAccessKey(hash: string): Promise<ApiToken | null>;
}

/** The API token that a request carries; null when there is none, or none that still holds. */
export async function apiTokenOf(strapi: Core.Strapi, ctx: Context): Promise<Pick<ApiToken, 'id' | 'name'> | null> {
  const [, key] = /^Bearer\s+([0-9a-f]{64,512})$/i.exec(ctx.get('authorization')) ?? [];
  if (!key) return null;
  const tokens = strapi.service('admin::api-token-content-api') as unknown as TokenService;
  const token = await tokens.getByAccessKey(tokens.hash(key));
  if (!token || (token.kind !== null && token.kind !== 'content-api')) return null;
  return token.expiresAt !== null && Date.parse(token.expiresAt) < Date.now() ? null : token;
}
