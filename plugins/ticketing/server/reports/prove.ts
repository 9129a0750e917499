import { ENDED_STATUSES, statusList, wibDay } from '../../domain';
import { rowsOf, run, sql, trusted, type Sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { historiesOf } from '../tickets/refresh-all';
import { staleColumns } from '../tickets/refresh-derived';
import type { Stretch } from './sums';

const KEY = 'facts';
/** Tickets gone over at a time: few enough that the reports of a busy hour do not wait. */
const BATCH = 500;
/** Columns that reports read; those of an open ticket move with the clock, and are compared once it has ended. */
const READ = [
  ...(['first_response_at', 'resolved_at', 'response_minutes', 'resolution_minutes', 'is_response_late'] as const),
  ...(['is_resolution_late', 'is_short_notice', 'is_around_the_clock'] as const),
];

type Row = Readonly<Record<string, unknown>> & { readonly id: number; readonly number: string };
interface Wrong {
  readonly number: string;
  readonly what: string;
}

const endedBetween = (first: number, last: number): Sql => sql`select * from tickets where id between ${first} and
  ${last} and status in (${trusted(statusList(ENDED_STATUSES))}) order by id`;

/** Ended tickets whose times are not those of their histories. */
async function wrongTimes(desk: Desk, first: number, last: number, now: number): Promise<Wrong[]> {
  const rows = await rowsOf<Row>(connection(desk.strapi), endedBetween(first, last));
  const histories = await historiesOf(connection(desk.strapi), rows);
  const wrong: Wrong[] = [];
  for (const row of rows) {
    const stale = await staleColumns(desk, row, histories.get(row.number) ?? [], now);
    const columns = READ.filter((column) => stale !== null && column in stale);
    if (columns.length > 0) wrong.push({ number: row.number, what: columns.join(', ') });
  }
  return wrong;
}

/** Stretches of days whose sums are not what the facts say, by their first day. */
async function wrongSums({ strapi }: Desk, isStopping: () => boolean): Promise<Wrong[]> {
  const on = connection(strapi);
  const wrong: Wrong[] = [];
  const stretches = await rowsOf<Stretch>(on, sql`select since::text, until::text from fresh_stretches()`);
  for (const { since, until } of stretches) {
    if (isStopping()) break;
    const [found] = await rowsOf<{ is: boolean }>(on, sql`select wrong_sums(${since}::date, ${until}::date) as is`);
    if (found?.is) wrong.push({ number: since, what: 'sums' });
  }
  return wrong;
}

/** Compares all facts with the histories they stand for; answers with what differs, and shouts. */
export async function proveFacts(desk: Desk, now: number, isStopping: () => boolean): Promise<Wrong[]> {
  const on = connection(desk.strapi);
  const wrong: Wrong[] = [];
  for (let position = 0; !isStopping();) {
    const [batch] = await rowsOf<{ first: number | null; last: number | null }>(
      on,
      sql`select min(id) as first, max(id) as last from
        (select id from tickets where id > ${position} order by id limit ${BATCH}) b`,
    );
    if (!batch || batch.first === null || batch.last === null) break;
    const { first, last } = batch;
    const found = await rowsOf<Wrong>(on, sql`select number, what from wrong_facts(${first}, ${last})`);
    wrong.push(...found, ...(await wrongTimes(desk, first, last, now)));
    position = last;
  }
  wrong.push(...(await wrongSums(desk, isStopping)));
  for (const { number, what } of wrong.slice(0, 100))
    desk.strapi.log.error(
      `REPORTS ARE WRONG: what they read of ${number} differs from its history (${what}); run "npm run facts"`,
    );
  if (wrong.length > 100)
    desk.strapi.log.error(`REPORTS ARE WRONG: so are those of ${wrong.length - 100} more tickets`);
  return wrong;
}

/** Once a day, on whichever instance is first; a start at noon does not go over everything again. */
export async function proveFactsDaily(desk: Desk, now: number, isStopping: () => boolean): Promise<void> {
  const on = connection(desk.strapi);
  const day = wibDay(now);
  const [mark] = await rowsOf<{ fingerprint: string }>(on, sql`select fingerprint from desk_marks where key = ${KEY}`);
  if (mark?.fingerprint === day) return;
  await proveFacts(desk, now, isStopping);
  if (isStopping()) return;
  await run(
    on,
    sql`insert into desk_marks (key, fingerprint, position, rounds) values (${KEY}, ${day}, 0, 0)
      on conflict (key) do update set fingerprint = excluded.fingerprint`,
  );
}
