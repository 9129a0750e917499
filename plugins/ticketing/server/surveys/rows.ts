import type { Knex } from 'knex';
import { dayNumber, Refusal, sampleSize, stateOn, toDay, type InstrumentId } from '../../domain';
import type { SurveyPeriod } from '../../domain/contract';
import { rowsOf, sql, type Sql } from '../database/sql';

/** A period's row with the number of its answers. Its days come as text: a day has no time zone. */
export interface PeriodRow {
  id: number;
  name: string;
  instrument: InstrumentId;
  starts_on: string;
  ends_on: string;
  is_active: boolean | null;
  population: number | null;
  token: string;
  responses: number;
}

const PERIODS = sql`
  select p.id, p.name, p.instrument, p.starts_on::text as starts_on, p.ends_on::text as ends_on, p.is_active,
    p.population, p.token,
    (select count(*)::int from survey_responses r where r.period_id = p.id) as responses
  from survey_periods p`;

/** Most periods a list holds: a quarterly survey fills it in half a century. */
const MOST = 200;

export const periodRows = (on: Knex): Promise<PeriodRow[]> =>
  rowsOf<PeriodRow>(on, sql`${PERIODS} order by p.starts_on desc, p.id desc limit ${MOST}`);

async function one(on: Knex, where: Sql): Promise<PeriodRow> {
  const [row] = await rowsOf<PeriodRow>(on, sql`${PERIODS} where ${where}`);
  if (!row) throw new Refusal('notFound');
  return row;
}
export const periodByToken = (on: Knex, token: string): Promise<PeriodRow> => one(on, sql`p.token = ${token}`);
export const periodById = (on: Knex, id: number): Promise<PeriodRow> => one(on, sql`p.id = ${id}`);

export const stateOf = ({ starts_on, ends_on, is_active }: PeriodRow, now: number) =>
  stateOn(toDay(dayNumber(now)), { startsOn: starts_on, endsOn: ends_on, isActive: is_active !== false });

export const toPeriod = (row: PeriodRow, now: number, siteUrl: string): SurveyPeriod => ({
  id: row.id,
  name: row.name,
  instrument: row.instrument,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  state: stateOf(row, now),
  population: row.population,
  sampleSize: row.population === null ? null : sampleSize(row.population),
  responses: row.responses,
  link: `${siteUrl}/survei/${row.token}`,
});
