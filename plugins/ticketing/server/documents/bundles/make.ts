import { CSV_START, csvRow, Refusal, words } from '../../../domain';
import type { Caller } from '../../database/caller';
import { rowsOf, sql } from '../../database/sql';
import { connection } from '../../database/transaction';
import type { Desk } from '../../desk/desk';
import { actorAt } from '../../desk/people';
import { scopeClause } from '../../tickets/scope';
import { TICKET_FROM } from '../../tickets/rows';
import { openDocument } from '../open';
import { bundleFolder, fileOf, removeFile } from './ask';
import { forgetBundles, noteBundle, takeBundle, type BundleRow } from './rows';
import { zipAt, type Zip } from './zip';

const KIND = 'completion-report';
/** A paper is named by its ticket; this one tells what lies there. */
const LIST = 'daftar.csv';

/** Whose request this is, with the rights of this very moment: an account that was closed since takes nothing away. */
async function callerOf(desk: Desk, row: BundleRow, now: number): Promise<Caller> {
  const [actor, { policy }] = await Promise.all([actorAt(desk, row.owner_kind, row.owner_id, now), desk.inForce()]);
  return { actor, policy, now, language: 'id', address: null, requestId: `bundle:${row.id}`, idempotencyKey: null };
}

interface Resolved {
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly day: string;
}

/** Resolved tickets of the period that may be taken away, oldest first; confidential ones stay where they are. */
const resolvedIn = (desk: Desk, { policy, actor, now }: Caller, row: BundleRow): Promise<Resolved[]> =>
  rowsOf<Resolved>(
    connection(desk.strapi),
    sql`select t.number, t.title, s.name as unit, wib_day(t.resolved_at)::text as day ${TICKET_FROM}
        where t.status = 'RESOLVED' and not coalesce(t.is_confidential, false)
          and t.resolved_at >= wib_start(${row.first_day}::date) and t.resolved_at < wib_start(${row.last_day}::date + 1)
          and ${scopeClause(policy, actor, 'ticket:export', now)} and ${scopeClause(policy, actor, 'ticket:read', now)}
        order by t.resolved_at, t.number`,
  );

/** One paper after the other, so that readers of single papers need not wait for all of them. */
async function fill(desk: Desk, caller: Caller, row: BundleRow, zip: Zip, isStopping: () => boolean): Promise<boolean> {
  const tickets = await resolvedIn(desk, caller, row);
  const on = connection(desk.strapi);
  await noteBundle(on, row.id, { total: tickets.length });
  let [done, skipped] = [0, 0];
  const { exportColumn, field } = words(caller.language);
  const { number: named, title: titled, skpd, resolvedAt } = exportColumn;
  let list = CSV_START + csvRow([named, titled, skpd, resolvedAt, field.file]);
  for (const { number, title, unit, day } of tickets) {
    if (isStopping()) return false;
    const paper = await openDocument(desk, caller, { number, kind: KIND }).catch(asSkipped);
    if (paper) await zip.add(paper.name, paper.bytes);
    list += csvRow([number, title, unit, day, paper?.name ?? '']);
    if (paper) done += 1;
    else skipped += 1;
    await noteBundle(on, row.id, { done, skipped, worked_at: new Date() });
  }
  await zip.add(LIST, Buffer.from(list));
  return true;
}

/** A ticket that was reopened meanwhile, or that its owner may not read any more, has no paper for them. */
const asSkipped = (error: unknown): null => {
  if (error instanceof Refusal && error.code !== 'unavailable') return null;
  throw error;
};

async function make(desk: Desk, row: BundleRow, now: number, isStopping: () => boolean): Promise<void> {
  const on = connection(desk.strapi);
  const zip = zipAt(fileOf(await bundleFolder(desk), row.id));
  try {
    const isWhole = await fill(desk, await callerOf(desk, row, now), row, zip, isStopping);
    if (!isWhole) {
      await zip.abandon();
      return await noteBundle(on, row.id, { state: 'WAITING', worked_at: null });
    }
    const size = await zip.close();
    await noteBundle(on, row.id, { state: 'READY', size, finished_at: new Date() });
  } catch (error) {
    await zip.abandon();
    await noteBundle(on, row.id, { state: 'FAILED', finished_at: new Date() });
    // Whoever may not any more is told so by the state; all else is ours to mend.
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Makes what was asked for, one bundle after the other. */
export async function makeBundles(desk: Desk, clock: () => number, isStopping: () => boolean): Promise<void> {
  while (!isStopping()) {
    const row = await takeBundle(connection(desk.strapi), clock());
    if (!row) return;
    await make(desk, row, clock(), isStopping);
  }
}

/** Removes files whose week is over. */
export async function forgetOldBundles(desk: Desk, now: number): Promise<void> {
  const folder = await bundleFolder(desk);
  for (const id of await forgetBundles(connection(desk.strapi), now)) await removeFile(folder, id);
}
