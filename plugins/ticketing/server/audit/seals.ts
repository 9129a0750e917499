import type { Core } from '@strapi/strapi';
import { dayNumber, dayStart, parseDay, toDay } from '../../domain';
import { createDayDigest, hashOf, type SealFacts } from './chain.mjs';
import { connection, inTransaction, type Trx } from '../database/transaction';
import { rowsOf, run, sql } from '../database/sql';
import { tryLockGlobal } from '../database/locks';

interface SealRow {
  readonly day: string;
  readonly last_id: number;
  readonly hash: string;
}

/** Entries read at a time, so that a day of any size needs little memory. */
const PAGE = 5000;
const WRITTEN = sql`coalesce(created_at, at)`;

const lastSeal = async (on: Trx): Promise<SealRow | undefined> =>
  (
    await rowsOf<SealRow>(
      on,
      sql`select day::text as day, last_id::int as last_id, hash from audit_seals order by day desc limit 1`,
    )
  )[0];

/** The day of the first entry there is, where nothing has been sealed yet. */
async function firstDay(on: Trx): Promise<number | null> {
  const [first] = await rowsOf<{ written: Date }>(
    on,
    sql`select ${WRITTEN} as written from audit_entries order by id limit 1`,
  );
  return first ? dayNumber(first.written.getTime()) : null;
}

/**
 * A moment in which nobody writes entries. Whoever held a number before it has written its entry or given it up, so
 * nothing
 * can appear any more among the entries of a day that has ended.
 */
const awaitWriters = (strapi: Core.Strapi): Promise<void> =>
  inTransaction(strapi, async (trx) => {
    await run(trx, sql`set local lock_timeout = '10s'`);
    await run(trx, sql`lock table audit_entries in share mode`);
  });

async function sealDay(trx: Trx, day: number, previous: SealRow | undefined): Promise<SealRow> {
  const after = previous?.last_id ?? 0;
  const [until] = await rowsOf<{ id: number | null }>(
    trx,
    sql`select max(id) as id from audit_entries where id > ${after} and ${WRITTEN} < ${new Date(dayStart(day + 1))}`,
  );
  const lastId = until?.id ?? after;
  const digest = createDayDigest();
  for (let at = after; at < lastId;) {
    const rows = await rowsOf<{ id: number; hash: string }>(
      trx,
      sql`select id, hash from audit_entries where id > ${at} and id <= ${lastId} order by id limit ${PAGE}`,
    );
    for (const { id, hash } of rows) digest.add(id, hash);
    at = rows.at(-1)?.id ?? lastId;
  }
  const facts: SealFacts = { day: toDay(day), ...digest.end(), last_id: lastId };
  const seal = { ...facts, previous_hash: previous?.hash ?? null, hash: hashOf(facts, previous?.hash ?? null) };
  await trx('audit_seals').insert({ ...seal, sealed_at: trx.raw("timezone('utc', clock_timestamp())") });
  return seal;
}

/**
 * Seals every day (WIB) that has ended and has no seal: how many entries were written that day, up to which, and a
 * digest
 * over them, chained to the day before. Deleting or moving whole chains breaks a seal. Of several instances one does
 * it.
 */
export async function sealEndedDays(strapi: Core.Strapi, now: number): Promise<number> {
  const yesterday = dayNumber(now) - 1;
  const isDone = async (on: Trx) => {
    const last = await lastSeal(on);
    const from = last ? parseDay(last.day) + 1 : await firstDay(on);
    return from === null || from > yesterday;
  };
  if (await isDone(connection(strapi) as Trx)) return 0;
  await awaitWriters(strapi);
  return inTransaction(strapi, async (trx) => {
    if (!(await tryLockGlobal(trx, 'sealing')) || (await isDone(trx))) return 0;
    let last = await lastSeal(trx);
    const from = last ? parseDay(last.day) + 1 : ((await firstDay(trx)) ?? yesterday + 1);
    for (let day = from; day <= yesterday; day += 1) last = await sealDay(trx, day, last);
    strapi.log.info(`audit log sealed up to ${toDay(yesterday)}`);
    return yesterday - from + 1;
  });
}
