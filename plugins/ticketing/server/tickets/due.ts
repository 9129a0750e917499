import { dueOf, type Due } from '../../domain';
import { systemCaller, type Caller } from '../database/caller';
import { connection, inTransaction, type Trx } from '../database/transaction';
import { actByItself } from './act';
import { recordEvent } from './record-event';
import { refreshDerived } from './refresh-derived';
import { findTicket, lockTicket, type TicketRow } from './rows';
import { entriesOf } from '../audit/entries';
import type { Desk } from '../desk/desk';
import { rowsOf, run, sql, type Sql } from '../database/sql';

/** So many tickets in one run; the next minute goes on. */
const MOST_TICKETS = 1000;
/**
 * A ticket has three clocks with two warnings each, a few reminders and one end; more is a rule that never comes to
 * rest.
 */
const MOST_DUE = 20;

const nextDue = (now: Date): Sql => sql`
  select t.id, t.number from tickets t
  where t.next_moment_at <= ${now} and not exists (select 1 from moment_failures f where f.ticket_id = t.id and
    f.retry_at > ${now})
  order by t.next_moment_at, t.id limit 1 for update of t skip locked`;
/** Tried again after 1, 2, 4 … minutes, at most an hour later. */
const backOff = (id: number, now: Date, problem: string): Sql => sql`
  insert into moment_failures as f (ticket_id, attempts, retry_at, problem) values (${id}, 1, ${now}::timestamp +
    interval '1 minute', ${problem})
  on conflict (ticket_id) do update set attempts = f.attempts + 1, problem = excluded.problem, retry_at =
    ${now}::timestamp + least(60, power(2, least(f.attempts, 6))) * interval '1 minute'`;

interface DueTicket {
  readonly id: number;
  readonly number: string;
}

async function carryOut(desk: Desk, trx: Trx, caller: Caller, ticket: TicketRow, due: Due): Promise<void> {
  if ('clock' in due) {
    const told = { clock: due.clock, dueAt: new Date(due.dueAt).toISOString() };
    return recordEvent(desk, trx, caller, ticket, {
      event: due.kind === 'BREACH' ? 'slaBreach' : 'slaAtRisk',
      payload: {
        isInternal: true,
        facts: told,
        after: told,
      },
    });
  }
  if (due.kind === 'WILL_CLOSE') {
    const closesAt = new Date(due.closesAt).toISOString();
    return recordEvent(desk, trx, caller, ticket, {
      event: 'willClose',
      payload: { facts: { closesAt }, after: { closesAt } },
    });
  }
  const context = { desk, trx, caller, ticket, given: {} };
  return due.kind === 'CLOSE'
    ? actByItself(context, 'closeUnanswered')
    : actByItself(context, 'remind', { reminder: due.place });
}

/**
 * Everything that is due on one locked ticket, one after the other; each is derived anew from what was just written.
 */
async function tell(desk: Desk, trx: Trx, caller: Caller, number: string): Promise<void> {
  const [{ settings }, { clock }] = await Promise.all([desk.inForce(), desk.masterData()]);
  await refreshDerived(desk, trx, await lockTicket(trx, number), caller.now);
  for (let told = 0; ; told += 1) {
    const [next] = dueOf(await entriesOf(trx, number), clock, settings, caller.now);
    if (!next || next.at > caller.now) return;
    if (told === MOST_DUE) throw new Error(`what is due on ${number} has no end: ${JSON.stringify(next)}`);
    await carryOut(desk, trx, caller, await findTicket(trx, number), next);
  }
}

/**
 * The next ticket that is due and that nobody else has in hand; false when there is none. What fails is logged and
 * put off.
 */
async function tellNext(desk: Desk, caller: Caller): Promise<boolean> {
  const now = new Date(caller.now);
  let due: DueTicket | undefined;
  try {
    await inTransaction(desk.strapi, async (trx) => {
      [due] = await rowsOf<DueTicket>(trx, nextDue(now));
      if (!due) return;
      await tell(desk, trx, caller, due.number);
      await trx('moment_failures').where({ ticket_id: due.id }).delete();
    });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    if (!due) throw error;
    desk.strapi.log.error(`what is due on ${due.number} could not be carried out, will be tried again: ${problem}`);
    // The driver says the statement first, and what was wrong with it at the end.
    await run(connection(desk.strapi), backOff(due.id, now, problem.slice(-500)));
  }
  return due !== undefined;
}

/**
 * Carries out what is due by itself: warnings, breaches, reminders, closings. Each ticket has a transaction of its
 * own and is
 * locked in it, so that each moment happens once, however many instances look and wherever one of them dies. Answers
 * how
 * many tickets it went through.
 */
export async function tellDue(desk: Desk, now: () => number, isStopping: () => boolean): Promise<number> {
  // Read before the first transaction, whose single connection would have to carry all of it.
  const [{ policy }] = await Promise.all([desk.inForce(), desk.masterData()]);
  for (let count = 0; count < MOST_TICKETS; count += 1) {
    if (isStopping() || !(await tellNext(desk, systemCaller(policy, now())))) return count;
  }
  return MOST_TICKETS;
}
