import { checkReply, Refusal, REPLY_LIMITS, type Issue, type ReadyReply } from '../../domain';
import type { Parsed } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { rowsOf, sql, type Sql } from '../database/sql';
import { connection, inTransaction, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';

type Said = Omit<ReadyReply, 'id'>;
const SAID = ['name', 'body', 'ending', 'priority', 'team'] as const satisfies readonly (keyof Said)[];
const COLUMNS = sql`id, name, body, ending, priority, team`;
const refuse = (issue: Issue): never => {
  throw new Refusal('invalid', { issues: [issue] });
};

/** Every ready reply, by name. */
export const listReplies = ({ strapi }: Desk): Promise<ReadyReply[]> =>
  rowsOf<ReadyReply>(connection(strapi), sql`select ${COLUMNS} from ready_replies order by lower(name), id`);

/** Refuses words that could not be used, and a name that another one has. `id` is null for one that is to be made. */
async function demandSound(desk: Desk, trx: Trx, id: number | null, said: Said): Promise<void> {
  const { name, team } = said;
  checkReply(said).forEach(refuse);
  if (team !== null && !(await desk.masterData()).teams.has(team)) refuse({ field: 'team', code: 'unknown' });
  const others = await rowsOf<{ name: string }>(
    trx,
    sql`select name from ready_replies where id is distinct from ${id}::integer`,
  );
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) refuse({ field: 'name', code: 'known' });
  if (others.length >= REPLY_LIMITS.most) refuse({ field: 'name', code: 'tooMany', limit: REPLY_LIMITS.most });
}

/** One writes at a time, so that of two with the same name the second hears of the first. */
const alone = (desk: Desk, work: (trx: Trx) => Promise<void>): Promise<ReadyReply[]> =>
  inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'ready_replies');
    await work(trx);
    return listReplies(desk);
  });

/** Runs a statement that answers with the reply it wrote or took away, and tells what was before and what is. */
async function write(
  trx: Trx,
  caller: Caller,
  event: 'create' | 'update' | 'delete',
  statement: Sql,
  before?: ReadyReply,
): Promise<void> {
  const [row] = await rowsOf<ReadyReply>(trx, statement);
  if (!row) throw new Refusal('notFound');
  const said = ({ id: _, ...rest }: ReadyReply): Said => rest;
  await record(trx, caller, {
    subjectType: 'ready-reply',
    subjectId: String(row.id),
    event,
    payload: {
      label: row.name,
      before: before ? said(before) : event === 'delete' ? said(row) : null,
      after: event === 'delete' ? null : said(row),
    },
  });
}

export const createReply = (desk: Desk, caller: Caller, said: Parsed<'createReply'>): Promise<ReadyReply[]> =>
  alone(desk, async (trx) => {
    await demandSound(desk, trx, null, said);
    await write(
      trx,
      caller,
      'create',
      sql`insert into ready_replies (name, body, ending, priority, team, updated_at) values (${said.name}, ${said.body},
        ${said.ending}, ${said.priority}, ${said.team}, ${new Date(caller.now)}) returning ${COLUMNS}`,
    );
  });

export const changeReply = (
  desk: Desk,
  caller: Caller,
  { id, ...said }: Parsed<'changeReply'>,
): Promise<ReadyReply[]> =>
  alone(desk, async (trx) => {
    const [before] = await rowsOf<ReadyReply>(trx, sql`select ${COLUMNS} from ready_replies where id = ${id}`);
    if (!before) throw new Refusal('notFound');
    await demandSound(desk, trx, id, said);
    if (SAID.every((name) => before[name] === said[name])) return;
    await write(
      trx,
      caller,
      'update',
      sql`update ready_replies set name = ${said.name}, body = ${said.body}, ending = ${said.ending},
          priority = ${said.priority}, team = ${said.team}, updated_at = ${new Date(caller.now)} where id = ${id} returning ${COLUMNS}`,
      before,
    );
  });

export const removeReply = (desk: Desk, caller: Caller, id: number): Promise<ReadyReply[]> =>
  alone(desk, (trx) =>
    write(trx, caller, 'delete', sql`delete from ready_replies where id = ${id} returning ${COLUMNS}`),
  );
