import type { DeskWarning } from '../../domain/contract';
import { rowsOf, sql, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from './desk';

/** Letters that should have left five minutes ago while none does, and those that were given up in the last day. */
const lettersAt = (now: Date): Sql => sql`
  select (select count(*)::int from letters where state in ('WAITING', 'SENDING') and due_at < ${now}::timestamp -
      interval '5 minutes') as waiting,
    (select count(*)::int from letters where state = 'FAILED' and ended_at > ${now}::timestamp - interval '1 day') as failed,
    exists (select 1 from letters where state = 'SENT' and ended_at > ${now}::timestamp - interval '5 minutes') as moves`;
/** Whether letters stand still, or were given up. */
export async function warnOfLetters(desk: Desk, now: number): Promise<DeskWarning[]> {
  const [row] = await rowsOf<{ waiting: number; failed: number; moves: boolean }>(
    connection(desk.strapi),
    lettersAt(new Date(now)),
  );
  if (!row) return [];
  return [
    ...(row.waiting > 0 && !row.moves
      ? [{ code: 'lettersStandStill' as const, facts: { count: String(row.waiting) } }]
      : []),
    ...(row.failed > 0 ? [{ code: 'lettersFailed' as const, facts: { count: String(row.failed) } }] : []),
  ];
}
