import { z } from 'zod';
import { HOLIDAY_KINDS, HOLIDAY_LIST, HOLIDAY_YEARS, type KeptHoliday, type HolidayLine } from '../holidays';
import { LIMITS } from '../limits';
import { day, reply, text, whole, type Endpoints } from './shapes';

/** The holidays of one year, and the years there are any in. */
export interface HolidayYear {
  readonly year: number;
  readonly years: readonly number[];
  readonly holidays: readonly KeptHoliday[];
}
/** A list as it was read; `added` days were taken over, none in a trial. */
export interface HolidayImport {
  readonly lines: readonly HolidayLine[];
  readonly added: number;
}

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
    params: z.strictObject({ id: whole(1, 2_147_483_647) }),
    reply: reply<HolidayYear>(),
  },
  /** Reads a list, `tanggal;nama;jenis`, and says of every line what it is; taken over whole or not at all. */
  importHolidays: {
    method: 'POST',
    path: '/holidays/import',
    permission: 'settings:manage',
    limit: 30,
    body: z.strictObject({ csv: z.string().min(1).max(HOLIDAY_LIST.characters), isTrial: z.boolean() }),
    reply: reply<HolidayImport>(),
  },
} as const satisfies Endpoints;
