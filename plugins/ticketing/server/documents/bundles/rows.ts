import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { DAY_MS, type Actor } from '../../../domain';
import type { PaperBundle } from '../../../domain/contract';
import { rowsOf, run, settingOf, sql, type SqlValue } from '../../database/sql';

/** Files are kept for a week: long enough to fetch them, too short to become an archive beside the tickets. */
const KEPT_MS = 7 * DAY_MS;
/** Without a sign of life for so long, whoever worked on it has died. */
const SILENT_MS = 2 * 60_000;
/** What a page of them holds. */
const MOST = 20;

export interface BundleRow {
  readonly id: string;
  readonly owner_kind: 'staff' | 'portal';
  readonly owner_id: number;
  readonly first_day: string;
  readonly last_day: string;
  readonly state: PaperBundle['state'];
  readonly total: number | null;
  readonly done: number;
  readonly skipped: number;
  readonly size: string | null;
  readonly requested_at: Date;
  readonly finished_at: Date | null;
}
const COLUMNS = sql`id, owner_kind, owner_id, first_day::text, last_day::text, state, total, done, skipped, size,
  requested_at, finished_at`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
export const toBundle = (row: BundleRow): PaperBundle => ({
  id: row.id,
  from: row.first_day,
  to: row.last_day,
  state: row.state,
  total: row.total,
  done: row.done,
  skipped: row.skipped,
  size: row.size === null ? null : Number(row.size),
  requestedAt: row.requested_at.toISOString(),
  finishedAt: iso(row.finished_at),
  expiresAt: row.finished_at && row.state === 'READY' ? iso(new Date(row.finished_at.getTime() + KEPT_MS)) : null,
});

export const bundlesOf = (on: Knex, { kind, id }: Actor): Promise<BundleRow[]> =>
  rowsOf<BundleRow>(
    on,
    sql`select ${COLUMNS} from document_bundles where owner_kind = ${kind} and owner_id = ${id}
        order by requested_at desc limit ${MOST}`,
  );

/** One that its owner may fetch; nobody else learns that there is such a one. */
export async function readyBundle(on: Knex, { kind, id }: Actor, bundle: string): Promise<BundleRow | null> {
  const [row] = await rowsOf<BundleRow>(
    on,
    sql`select ${COLUMNS} from document_bundles
        where id = ${bundle}::uuid and owner_kind = ${kind} and owner_id = ${id} and state = 'READY'`,
  );
  return row ?? null;
}

export async function addBundle(on: Knex, owner: Actor, from: string, to: string, now: number): Promise<void> {
  await run(
    on,
    sql`insert into document_bundles (id, owner_kind, owner_id, first_day, last_day, requested_at)
        values (${randomUUID()}::uuid, ${owner.kind}, ${owner.id}, ${from}::date, ${to}::date, ${new Date(now)})`,
  );
}

/** Takes the oldest one that waits, or that somebody left; of many instances one gets it. */
export async function takeBundle(on: Knex, now: number): Promise<BundleRow | null> {
  const [row] = await rowsOf<BundleRow>(
    on,
    sql`update document_bundles set state = 'WORKING', done = 0, skipped = 0, total = null, worked_at = ${new Date(now)}
        where id = (
          select id from document_bundles
          where state = 'WAITING' or (state = 'WORKING' and worked_at < ${new Date(now - SILENT_MS)})
          order by requested_at limit 1 for update skip locked
        ) returning ${COLUMNS}`,
  );
  return row ?? null;
}

export const noteBundle = (on: Knex, id: string, changes: Readonly<Record<string, SqlValue>>): Promise<void> =>
  run(on, sql`update document_bundles set ${settingOf(changes)} where id = ${id}::uuid`);

/** Forgets what is older than its week, and says which files nobody needs. */
export async function forgetBundles(on: Knex, now: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    on,
    sql`delete from document_bundles where finished_at < ${new Date(now - KEPT_MS)} returning id`,
  );
  return rows.map(({ id }) => id);
}
