import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { HOUR_MS, MOST_WALL_LINKS, Refusal, wibDay, type Wallboard } from '../../domain';
import type { NewWallboardLink, Parsed, WallboardLink } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { rowsOf, run, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { portalAddress } from '../desk/sender';
import { readWallboard } from './counts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly last_day: string | null;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}
const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export async function listWallboardLinks(desk: Desk, { now }: Caller): Promise<WallboardLink[]> {
  const rows = await rowsOf<Row>(
    connection(desk.strapi),
    sql`select id, name, last_day::text, created_at, last_used_at from wallboard_links order by created_at desc, id
        limit ${MOST_WALL_LINKS}`,
  );
  return rows.map(({ id, name, last_day, created_at, last_used_at }) => ({
    id,
    name,
    lastDay: last_day,
    isOver: last_day !== null && last_day < wibDay(now),
    createdAt: created_at.toISOString(),
    lastUsedAt: last_used_at?.toISOString() ?? null,
  }));
}

/** A new link; its address holds the secret, and is told this once. */
export async function createWallboardLink(
  desk: Desk,
  caller: Caller,
  { name, lastDay }: Parsed<'createWallboardLink'>,
): Promise<NewWallboardLink> {
  const today = wibDay(caller.now);
  if (lastDay !== null && lastDay < today)
    throw new Refusal('invalid', { issues: [{ field: 'lastDay', code: 'tooSmall', limit: today }] });
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  await inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'wallboard-links');
    const [count] = await rowsOf<{ many: number }>(trx, sql`select count(*)::int as many from wallboard_links`);
    if ((count?.many ?? 0) >= MOST_WALL_LINKS)
      throw new Refusal('invalid', { issues: [{ field: 'name', code: 'tooMany', limit: MOST_WALL_LINKS }] });
    await run(
      trx,
      sql`insert into wallboard_links (id, digest, name, last_day, created_at)
          values (${id}::uuid, ${digestOf(token)}, ${name}, ${lastDay}::date, ${new Date(caller.now)})`,
    );
    await record(trx, caller, {
      subjectType: 'wallboard-link',
      subjectId: id,
      event: 'create',
      payload: { label: name, after: { lastDay } },
    });
  });
  return { address: `${portalAddress(desk)}/layar/${token}`, links: await listWallboardLinks(desk, caller) };
}

/** Takes a link back: whoever has it sees nothing from now on. */
export async function removeWallboardLink(desk: Desk, caller: Caller, id: string): Promise<WallboardLink[]> {
  await inTransaction(desk.strapi, async (trx) => {
    const [row] = await rowsOf<Pick<Row, 'name' | 'last_day'>>(
      trx,
      sql`delete from wallboard_links where id = ${id}::uuid returning name, last_day::text`,
    );
    if (!row) throw new Refusal('notFound', { id });
    await record(trx, caller, {
      subjectType: 'wallboard-link',
      subjectId: id,
      event: 'delete',
      payload: { label: row.name, before: { lastDay: row.last_day } },
    });
  });
  return listWallboardLinks(desk, caller);
}

/** What a screen with a link shows. Refuses with `notFound` a link that never was, was taken back, or is over. */
export async function readSharedWallboard(desk: Desk, caller: Caller, token: string): Promise<Wallboard> {
  const on = connection(desk.strapi);
  const [link] = await rowsOf<Pick<Row, 'id' | 'last_used_at'>>(
    on,
    sql`select id, last_used_at from wallboard_links where digest = ${digestOf(token)}
          and (last_day is null or last_day >= ${wibDay(caller.now)}::date)`,
  );
  if (!link) throw new Refusal('notFound');
  // To the hour: a screen asks each minute, and its link is no clock.
  if (caller.now - (link.last_used_at?.getTime() ?? 0) > HOUR_MS)
    await run(on, sql`update wallboard_links set last_used_at = ${new Date(caller.now)} where id = ${link.id}::uuid`);
  return readWallboard(desk, caller);
}
