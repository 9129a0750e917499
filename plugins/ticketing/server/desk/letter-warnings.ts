import type { DeskWarning } from '../../domain/contract';
import { rowsOf, sql, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from './desk';

type Code = DeskWarning['code'];
interface Row {
  readonly channel: 'mail' | 'push' | 'whatsapp';
  readonly waiting: number;
  readonly failed: number;
  readonly moves: boolean;
}
const STANDS_STILL: Readonly<Record<Row['channel'], Code>> = {
  mail: 'lettersStandStill',
  push: 'pushStandsStill',
  whatsapp: 'whatsAppStandsStill',
};

/** What should have left five minutes ago while nothing does that way, and what was given up in the last day. */
const messagesAt = (now: Date): Sql => {
  const minutesAgo = sql`${now}::timestamp - interval '5 minutes'`;
  const open = sql`state in ('WAITING', 'SENDING') and due_at < ${minutesAgo}`;
  const failed = sql`state = 'FAILED' and ended_at > ${now}::timestamp - interval '1 day'`;
  const moves = sql`state = 'SENT' and ended_at > ${minutesAgo}`;
  return sql`
    select 'mail' as channel, (select count(*)::int from letters where ${open}) as waiting,
      (select count(*)::int from letters where ${failed}) as failed,
      exists (select 1 from letters where ${moves}) as moves
    union all
    select c.channel, (select count(*)::int from short_messages m where m.channel = c.channel and ${open}),
      (select count(*)::int from short_messages m where m.channel = c.channel and ${failed}),
      exists (select 1 from short_messages m where m.channel = c.channel and ${moves})
      from unnest('{push,whatsapp}'::text[]) c(channel)`;
};

const warning = (code: Code, count: number): DeskWarning => ({ code, facts: { count: String(count) } });

/** Whether letters or short messages stand still, or were given up. */
export async function warnOfLetters(desk: Desk, now: number): Promise<DeskWarning[]> {
  const rows = await rowsOf<Row>(connection(desk.strapi), messagesAt(new Date(now)));
  const lost = (isMail: boolean): number =>
    rows.filter(({ channel }) => (channel === 'mail') === isMail).reduce((sum, { failed }) => sum + failed, 0);
  return [
    ...rows
      .filter(({ waiting, moves }) => waiting > 0 && !moves)
      .map(({ channel, waiting }) => warning(STANDS_STILL[channel], waiting)),
    ...(lost(true) > 0 ? [warning('lettersFailed', lost(true))] : []),
    ...(lost(false) > 0 ? [warning('shortMessagesFailed', lost(false))] : []),
  ];
}
