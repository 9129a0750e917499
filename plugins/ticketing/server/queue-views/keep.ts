import { can, Refusal, VIEW_LIMITS, type Issue, type QueueView } from '../../domain';
import type { Parsed } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { rowsOf, run, sql } from '../database/sql';
import { connection, inTransaction, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';

type Said = Pick<QueueView, 'name' | 'query' | 'isShared'>;
interface Row {
  readonly id: number;
  readonly name: string;
  readonly query: string;
  readonly is_shared: boolean;
  readonly owner_id: number;
  readonly owner_name: string | null;
}
const COLUMNS = sql`v.id, v.name, v.query, v.is_shared, v.owner_id, u.name as owner_name`;
const FROM = sql`from queue_views v left join desk_staff() u on u.id = v.owner_id`;
const refuse = (issue: Issue): never => {
  throw new Refusal('invalid', { issues: [issue] });
};

const isOwn = ({ actor, policy }: Caller, { owner_id }: Row): boolean =>
  owner_id === actor.id || can(policy, actor, 'settings:manage').allowed;
const saidOf = ({ name, query, is_shared }: Row): Said => ({ name, query, isShared: is_shared });

/** Only the desk's own people have a queue; of the two doors' accounts with one number this tells them apart. */
function demandStaff({ actor }: Caller): void {
  if (actor.kind !== 'staff') throw new Refusal('notAllowed', { permission: 'ticket:readInternal' });
}

/** The caller's own views and those that are shared, their own first, each by name. */
export async function listViews({ strapi }: Desk, caller: Caller): Promise<QueueView[]> {
  demandStaff(caller);
  const { id } = caller.actor;
  const rows = await rowsOf<Row>(
    connection(strapi),
    sql`select ${COLUMNS} ${FROM} where v.owner_id = ${id} or v.is_shared
      order by v.owner_id <> ${id}, lower(v.name), v.id`,
  );
  return rows.map((row) => ({
    id: row.id,
    ...saidOf(row),
    owner: { id: row.owner_id, name: row.owner_name ?? '–' },
    isMine: isOwn(caller, row),
  }));
}

async function demandSound(trx: Trx, owner: number, id: number | null, name: string): Promise<void> {
  const others = await rowsOf<{ name: string }>(
    trx,
    sql`select name from queue_views where owner_id = ${owner} and id is distinct from ${id}::integer`,
  );
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) refuse({ field: 'name', code: 'known' });
  if (others.length >= VIEW_LIMITS.most) refuse({ field: 'name', code: 'tooMany', limit: VIEW_LIMITS.most });
}

/** A view whose caller may change it; others are not there for them. */
async function ownView(trx: Trx, caller: Caller, id: number): Promise<Row> {
  const [row] = await rowsOf<Row>(trx, sql`select ${COLUMNS} ${FROM} where v.id = ${id}`);
  if (!row || (!row.is_shared && row.owner_id !== caller.actor.id)) throw new Refusal('notFound');
  if (!isOwn(caller, row)) throw new Refusal('notAllowed', { permission: 'settings:manage' });
  return row;
}

const tell = (
  trx: Trx,
  caller: Caller,
  id: number,
  event: 'create' | 'update' | 'delete',
  before: Said | null,
  after: Said | null,
): Promise<void> =>
  record(trx, caller, {
    subjectType: 'queue-view',
    subjectId: String(id),
    event,
    payload: { label: (after ?? before)?.name, before, after },
  });

const alone = (desk: Desk, caller: Caller, work: (trx: Trx) => Promise<void>): Promise<QueueView[]> => {
  demandStaff(caller);
  return inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'queue_views');
    await work(trx);
    return listViews(desk, caller);
  });
};

export const createView = (desk: Desk, caller: Caller, said: Parsed<'createView'>): Promise<QueueView[]> =>
  alone(desk, caller, async (trx) => {
    await demandSound(trx, caller.actor.id, null, said.name);
    const [row] = await rowsOf<{ id: number }>(
      trx,
      sql`insert into queue_views (owner_id, name, query, is_shared, updated_at) values (${caller.actor.id}, ${said.name},
        ${said.query}, ${said.isShared}, ${new Date(caller.now)}) returning id`,
    );
    if (row) await tell(trx, caller, row.id, 'create', null, said);
  });

export const changeView = (desk: Desk, caller: Caller, { id, ...said }: Parsed<'changeView'>): Promise<QueueView[]> =>
  alone(desk, caller, async (trx) => {
    const row = await ownView(trx, caller, id);
    await demandSound(trx, row.owner_id, id, said.name);
    await run(
      trx,
      sql`update queue_views set name = ${said.name}, query = ${said.query}, is_shared = ${said.isShared},
        updated_at = ${new Date(caller.now)} where id = ${id}`,
    );
    await tell(trx, caller, id, 'update', saidOf(row), said);
  });

export const removeView = (desk: Desk, caller: Caller, id: number): Promise<QueueView[]> =>
  alone(desk, caller, async (trx) => {
    const row = await ownView(trx, caller, id);
    await run(trx, sql`delete from queue_views where id = ${id}`);
    await tell(trx, caller, id, 'delete', saidOf(row), null);
  });
