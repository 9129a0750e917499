import {
  awayUntil,
  can,
  demand,
  namedIn,
  Refusal,
  wibDay,
  type Actor,
  type Away,
  type Colleague,
  type Person,
  type Policy,
  type TicketFacts,
} from '../../domain';
import type { Knex } from 'knex';
import type { Caller } from '../database/caller';
import { rowsOf, sql, type Sql } from '../database/sql';
import { connection, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { STAFF_COLUMNS, STAFF_FROM, toStaff, type StaffRow } from '../desk/people';
import { readableTicket } from './read';
import { toFacts, type TicketRow } from './rows';

interface Row extends StaffRow {
  readonly leave: Away[];
}
/** As many as work at the largest desk there is. */
const MOST_STAFF = 1000;
const staffInUse = (on: Knex, day: string, which: Sql): Promise<Row[]> =>
  rowsOf<Row>(
    on,
    sql`select ${STAFF_COLUMNS}, coalesce((select json_agg(json_build_object('firstDay', l.first_day::text, 'lastDay',
        l.last_day::text)) from staff_leave l where l.staff_id = u.id and l.last_day >= ${day}::date), '[]') as leave
      from ${STAFF_FROM} where u.is_in_use and ${which} order by u.name, u.id limit ${MOST_STAFF}`,
  );

/** Whether somebody may read what is said on this ticket, and its internal notes. */
const readingOf = (policy: Policy, actor: Actor, facts: TicketFacts, now: number) => ({
  reads: can(policy, actor, 'ticket:read', facts, now).allowed,
  readsNotes: can(policy, actor, 'ticket:readInternal', facts, now).allowed,
});

/** Who may be named on a ticket: everybody else who works here and may read it. */
export async function listColleagues(desk: Desk, caller: Caller, number: string): Promise<Colleague[]> {
  const { policy, actor, now } = caller;
  const facts = toFacts(await readableTicket(desk, caller, number));
  const { teams } = await desk.masterData();
  const today = wibDay(now);
  return (await staffInUse(connection(desk.strapi), today, sql`true`)).flatMap((row): Colleague[] => {
    const { reads, readsNotes } = readingOf(policy, toStaff(row), facts, now);
    if (!reads || (actor.kind === 'staff' && row.id === actor.id)) return [];
    return [
      {
        id: row.id,
        name: row.name,
        teams: row.teams.map((code) => teams.get(code)?.name ?? code),
        readsNotes,
        awayUntil: awayUntil(row.leave, today),
      },
    ];
  });
}

/** What is said, and whether among officers alone. */
interface Said {
  readonly text?: string | undefined;
  readonly isInternal?: boolean;
}

/**
 * The colleagues a text names, as its entry keeps them; nothing where nobody is named. Refuses with `unknownColleague`
 * whoever is not there, may not read what is said, or is not named in it: nobody is told of what they do not find.
 */
export async function mentioned(
  desk: Desk,
  trx: Trx,
  { policy, actor, now }: Caller,
  ticket: TicketRow,
  { text = '', isInternal = false }: Said,
  ids: readonly number[] = [],
): Promise<{ readonly mentions?: readonly Person[] }> {
  if (ids.length === 0) return {};
  const facts = toFacts(ticket);
  demand(policy, actor, 'officer:list', facts, now);
  const wanted = [...new Set(ids)];
  const found = await staffInUse(trx, wibDay(now), sql`u.id = any(${wanted})`);
  const there = namedIn(text, found).filter((row) => {
    const { reads, readsNotes } = readingOf(policy, toStaff(row), facts, now);
    return isInternal ? readsNotes && reads : reads;
  });
  const missing = wanted.filter((id) => !there.some((row) => row.id === id));
  if (missing.length > 0) throw new Refusal('unknownColleague', { colleagues: missing });
  return { mentions: there.map(({ id, name }) => ({ id, name })) };
}
