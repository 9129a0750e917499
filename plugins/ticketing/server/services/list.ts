import type { KeptService, ServiceBook } from '../../domain';
import type { Parsed } from '../../domain/contract';
import { UID } from '../database/content-types';
import type { Desk } from '../desk/desk';
import { bookRows, isService, rowAt, toCategory, toService, type BookRow } from './rows';

interface CodedRow {
  readonly code: string;
  readonly name: string;
  readonly isActive?: boolean | null;
  readonly alwaysOpen?: boolean | null;
}
const coded = ({ strapi }: Desk, uid: string): Promise<CodedRow[]> =>
  strapi.db.query(uid as typeof UID.team).findMany({ orderBy: { name: 'asc' } }) as Promise<CodedRow[]>;
const named = ({ code, name }: CodedRow) => ({ code, name });

/** The catalogue out of these rows, with the teams and calendars of this moment. */
export async function bookOf(desk: Desk, rows: readonly BookRow[]): Promise<ServiceBook> {
  const teams = await coded(desk, UID.team);
  const calendars = await coded(desk, UID.calendar);
  return {
    categories: rows.filter((row) => !isService(row)).map((row) => toCategory(row, rows)),
    teams: teams.filter(({ isActive }) => isActive !== false).map(named),
    calendars: calendars.map((row) => ({ ...named(row), isAroundTheClock: row.alwaysOpen === true })),
  };
}

/** Every category and service, also those out of use. */
export const listServices = async (desk: Desk): Promise<ServiceBook> => bookOf(desk, await bookRows(desk));

/** One service whole, with its form. */
export const getService = async (desk: Desk, { id }: Parsed<'getService'>): Promise<KeptService> =>
  toService(rowAt(await bookRows(desk), id, 'service'));
