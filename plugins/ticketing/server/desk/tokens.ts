import { isTokenGrant, Refusal, type Actor, type TokenGrant } from '../../domain';
import type { ApiToken } from '../../domain/contract';
import { record } from '../audit/entries';
import { systemCaller, type Caller } from '../database/caller';
import { lock } from '../database/locks';
import { rowsOf, sql, type Sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from './desk';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly grants: readonly string[] | null;
  readonly expires_at: Date | null;
  readonly last_used_at: Date | null;
}
/** More keys than a city gives away; Strapi's own screen shows all of them. */
const MOST = 200;

const tokens = (where: Sql): Sql => sql`
  select t.id, t.name, g.grants, t.expires_at, t.last_used_at
  from desk_tokens() t left join api_token_grants g on g.token_id = t.id
  where ${where} order by t.name, t.id limit ${MOST}`;

const grantsOf = ({ grants }: Pick<Row, 'grants'>): TokenGrant[] => (grants ?? []).filter(isTokenGrant);

export async function listTokens(desk: Desk): Promise<ApiToken[]> {
  const rows = await rowsOf<Row>(connection(desk.strapi), tokens(sql`true`));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    grants: grantsOf(row),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }));
}

/** Says what another system may do from now on; what it is not given it may not do. */
export async function saveTokenGrants(
  desk: Desk,
  caller: Caller,
  { id, grants }: { readonly id: number; readonly grants: readonly TokenGrant[] },
): Promise<ApiToken[]> {
  await inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', `token:${id}`);
    const [row] = await rowsOf<Row>(trx, tokens(sql`t.id = ${id}`));
    if (!row) throw new Refusal('notFound');
    const [before, after] = [grantsOf(row).sort(), [...new Set(grants)].sort()];
    if (before.join() === after.join()) return;
    const columns = { token_id: id, grants: after, updated_at: new Date(caller.now) };
    await trx('api_token_grants').insert(columns).onConflict('token_id').merge(columns);
    await record(trx, caller, {
      subjectType: 'api-token',
      subjectId: String(id),
      event: 'update',
      payload: { label: row.name, before: { grants: before }, after: { grants: after } },
    });
  });
  return listTokens(desk);
}

const HOUR_MS = 3_600_000;

/**
 * What a token was given. That it is in use is noted at most once an hour, on its own chain, with the address it came
 * from.
 */
export async function useToken(
  desk: Desk,
  { id, name }: { readonly id: number; readonly name: string },
  address: string | null,
  now: number,
): Promise<TokenGrant[]> {
  const on = connection(desk.strapi);
  const [row] = await rowsOf<Row>(on, tokens(sql`t.id = ${id}`));
  if (!row) return [];
  if (now - (row.last_used_at?.getTime() ?? 0) > HOUR_MS) {
    const caller: Caller = { ...systemCaller([], now), address, actor: actorOfToken({ id, name }, grantsOf(row)) };
    await inTransaction(desk.strapi, async (trx) => {
      const noted = await rowsOf(
        trx,
        sql`update strapi_api_tokens set last_used_at = ${new Date(now)} where id = ${id}
          and coalesce(last_used_at, 'epoch') < ${new Date(now - HOUR_MS)} returning id`,
      );
      if (noted.length > 0)
        await record(trx, caller, {
          subjectType: 'api-token',
          subjectId: String(id),
          event: 'use',
          payload: { label: name },
        });
    });
  }
  return grantsOf(row);
}

/** Another system as whoever asks: no role, and what its token was given. */
export const actorOfToken = (
  { id, name }: { readonly id: number; readonly name: string },
  grants: readonly TokenGrant[],
): Actor => ({ kind: 'system', id, name, roles: [], skpdCode: null, teamCodes: [], grants });
