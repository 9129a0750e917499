import { Refusal, type AnyHat, type ToldKind } from '../../domain';
import type { Answer, LetterInfo, Parsed } from '../../domain/contract';
import { record } from '../audit/entries';
import type { Caller } from '../database/caller';
import { all, rowsOf, sql, type Sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import type { LetterRow } from '../mail/outbox';
import { enqueue } from '../mail/queue';

type Row = LetterRow & { readonly kinds: ToldKind[]; readonly why: AnyHat[]; readonly isResendable: boolean };

/** It did not arrive, and what it says is still known: sealed with it, or of a ticket in its notices. */
const IS_RESENDABLE = sql`l.state in ('FAILED', 'DROPPED') and (l.sealed is not null or exists (select from notices n where
  n.letter_id = l.id))`;
const COLUMNS = sql`l.*, array(select n.kind from notices n where n.letter_id = l.id order by n.id) as kinds,
  array(select distinct n.why from notices n where n.letter_id = l.id) as why,
  ${IS_RESENDABLE} as "isResendable"`;

const toLetter = (row: Row): LetterInfo => ({
  id: Number(row.id),
  kind: row.kind,
  to: row.address,
  name: row.name,
  number: row.ticket_number,
  subject: row.subject,
  state: row.state,
  attempts: row.attempts,
  reason: row.reason,
  kinds: row.kinds,
  why: row.why,
  createdAt: row.created_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  isResendable: row.isResendable,
});

const conditionsOf = ({ state, ticket, q }: Parsed<'listLetters'>): Sql =>
  all([
    ...(state ? [sql`l.state = ${state}`] : []),
    ...(ticket ? [sql`l.ticket_number = ${ticket}`] : []),
    ...(q ? [sql`strpos(lower(concat_ws(' ', l.address, l.name, l.ticket_number)), lower(${q})) > 0`] : []),
  ]);

/** The ledger: what was sent to whom, when, why, and how it ended; the newest first. */
export async function listLetters(desk: Desk, request: Parsed<'listLetters'>): Promise<Answer<'listLetters'>> {
  const { page, pageSize } = request;
  const on = connection(desk.strapi);
  const where = conditionsOf(request);
  const [count] = await rowsOf<{ total: number }>(on, sql`select count(*)::int as total from letters l where ${where}`);
  const rows = await rowsOf<Row>(
    on,
    sql`select ${COLUMNS} from letters l where ${where} order by l.id desc limit ${pageSize} offset
      ${(page - 1) * pageSize}`,
  );
  const total = count?.total ?? 0;
  return {
    rows: rows.map(toLetter),
    pagination: { page, pageSize, total, pageCount: Math.max(1, Math.ceil(total / pageSize)) },
  };
}

/** Puts a letter that was given up or held back into the queue again; one about an account still says what it said. */
export async function resendLetter(desk: Desk, caller: Caller, id: number): Promise<LetterInfo> {
  await inTransaction(desk.strapi, async (trx) => {
    // Counted as tried, so that an address which is paused is tried this once.
    const [letter] = await rowsOf<LetterRow>(
      trx,
      sql`update letters l set state = 'SENDING', attempts = greatest(l.attempts, 1), reason = null, ended_at = null, due_at =
        ${new Date(caller.now)} where l.id = ${id} and ${IS_RESENDABLE} returning *`,
    );
    if (!letter) throw new Refusal('notFound');
    await record(trx, caller, {
      subjectType: 'letter',
      subjectId: String(id),
      event: 'resend',
      payload: { facts: { to: letter.address } },
    });
    await enqueue(desk.strapi, trx, [{ id, inSeconds: 0 }]);
  });
  const [row] = await rowsOf<Row>(connection(desk.strapi), sql`select ${COLUMNS} from letters l where l.id = ${id}`);
  if (!row) throw new Refusal('notFound');
  return toLetter(row);
}
