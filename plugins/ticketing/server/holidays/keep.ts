import {
  isHolidayYear,
  isSound,
  readHolidays,
  Refusal,
  wibYear,
  type Day,
  type Holiday,
  type KeptHoliday,
  type Issue,
} from '../../domain';
import type { HolidayImport, HolidayYear, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { UID } from '../database/content-types';
import { lock } from '../database/locks';
import { rowsOf, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';

type Row = KeptHoliday & { readonly document_id: string };
const COLUMNS = sql`h.id, h.document_id, h.date::text as day, h.name, h.kind`;
const yearIn = (day: Day): number => Number(day.slice(0, 4));
const refuse = (issue: Issue): never => {
  throw new Refusal('invalid', { issues: [issue] });
};

async function knownDays(desk: Desk): Promise<Day[]> {
  const rows = await rowsOf<{ day: Day }>(connection(desk.strapi), sql`select date::text as day from holidays`);
  return rows.map(({ day }) => day);
}

/** One year's holidays, and this year beside those that have any. */
export async function listHolidays(desk: Desk, { now }: Caller, year: number): Promise<HolidayYear> {
  const on = connection(desk.strapi);
  const holidays = await rowsOf<Row>(
    on,
    sql`select ${COLUMNS} from holidays h where extract(year from h.date) = ${year} order by h.date`,
  );
  const years = await rowsOf<{ year: number }>(
    on,
    sql`select distinct extract(year from date)::int as year from holidays order by year`,
  );
  const here = wibYear(now);
  return {
    year,
    years: [...new Set([...years.map((row) => row.year), here, here + 1, year])].sort((a, b) => a - b),
    holidays: holidays.map(({ id, day, name, kind }) => ({ id, day, name, kind })),
  };
}

/** Written through Strapi's documents, so that it is recorded and every deadline hears of it. */
const make = (desk: Desk, { day, name, kind }: Holiday): Promise<unknown> =>
  desk.strapi.documents(UID.holiday).create({ data: { date: day, name, kind } });

/** Of two who add the same day the second hears that it is there. */
const alone = <T>(desk: Desk, work: () => Promise<T>): Promise<T> =>
  inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', 'holidays');
    return work();
  });

export const addHoliday = (desk: Desk, caller: Caller, holiday: Parsed<'addHoliday'>): Promise<HolidayYear> =>
  alone(desk, async () => {
    if (!isHolidayYear(holiday.day)) refuse({ field: 'day', code: 'wrongFormat' });
    if ((await knownDays(desk)).includes(holiday.day)) refuse({ field: 'day', code: 'known' });
    await make(desk, holiday);
    return listHolidays(desk, caller, yearIn(holiday.day));
  });

export const removeHoliday = (desk: Desk, caller: Caller, id: number): Promise<HolidayYear> =>
  alone(desk, async () => {
    const [row] = await rowsOf<Row>(connection(desk.strapi), sql`select ${COLUMNS} from holidays h where h.id = ${id}`);
    if (!row) throw new Refusal('notFound');
    await desk.strapi.documents(UID.holiday).delete({ documentId: row.document_id });
    return listHolidays(desk, caller, yearIn(row.day));
  });

/** Tries a list, or takes it over: whole, or not at all. */
export const importHolidays = (desk: Desk, { csv, isTrial }: Parsed<'importHolidays'>): Promise<HolidayImport> =>
  alone(desk, async () => {
    const lines = readHolidays(csv, await knownDays(desk));
    if (isTrial) return { lines, added: 0 };
    if (!isSound(lines)) refuse({ field: 'csv', code: 'wrongFormat' });
    const fresh = lines.flatMap(({ day, name, kind, fault }) => (fault === null && kind ? [{ day, name, kind }] : []));
    for (const holiday of fresh) await make(desk, holiday);
    return { lines, added: fresh.length };
  });
