import { z } from 'zod';
import { HOLIDAY_KINDS, HOLIDAY_LIST, HOLIDAY_YEARS, type KeptHoliday, type HolidayLine } from '../holidays';
import { LIMITS } from '../limits';
import { byId, day, type Endpoints, listOf, type ListImport, reply, text, whole } from './shapes';

/** The holidays of one year, and the years there are any in. */
export interface HolidayYear {
  readonly year: number;
  readonly years: readonly number[];
  readonly holidays: readonly KeptHoliday[];
}
export type HolidayImport = ListImport<HolidayLine>;

/** Days on which the office is closed: what every deadline counts around. */
export const holidays = {
  listHolidays: {
    method: 'GET',
    path: '/holidays',
    permission: 'settings:read',
    query: z.strictObject({ year: whole(HOLIDAY_YEARS.first, HOLIDAY_YEARS.last) }),
    reply: reply<HolidayYear>(),
  },
  addHoliday: {
    method: 'POST',
    path: '/holidays',
    permission: 'settings:manage',
    status: 201,
    body: z.strictObject({ day, name: text(LIMITS.name), kind: z.enum(HOLIDAY_KINDS) }),
    reply: reply<HolidayYear>(),
  },
  removeHoliday: {
    method: 'DELETE',
    path: '/holidays/:id',
    permission: 'settings:manage',
    params: byId,
    reply: reply<HolidayYear>(),
  },
  /** Reads a list, `tanggal;nama;jenis`, and says of every line what it is; taken over whole or not at all. */
  importHolidays: {
    method: 'POST',
    path: '/holidays/import',
    permission: 'settings:manage',
    limit: 30,
    body: listOf(HOLIDAY_LIST.characters),
    reply: reply<HolidayImport>(),
  },
} as const satisfies Endpoints;
