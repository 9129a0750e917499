import { z } from 'zod';
import { CALENDAR_CODE, HOURS_LIMITS, TIME_OF_DAY, type KeptHours } from '../working-hours';
import { day, reply, text, whole, type Endpoints } from './shapes';

const time = z.string().regex(TIME_OF_DAY);
const slots = z
  .array(z.strictObject({ weekday: whole(1, 7), opens: time, closes: time }))
  .max(HOURS_LIMITS.slots)
  .default([]);
const period = z.strictObject({ name: text(HOURS_LIMITS.periodName), startsOn: day, endsOn: day, slots });
const said = {
  name: text(HOURS_LIMITS.name),
  alwaysOpen: z.boolean().default(false),
  slots,
  periods: z.array(period).max(HOURS_LIMITS.periods).default([]),
};
const byCode = z.strictObject({ code: text(60) });

/** When the office works: the calendars by which promises are counted. */
export const workingHours = {
  listWorkingHours: {
    method: 'GET',
    path: '/working-hours',
    permission: 'settings:read',
    reply: reply<KeptHours[]>(),
  },
  /** Every deadline that counts by it is derived anew. `settingsChanged` where somebody else was quicker. */
  changeWorkingHours: {
    method: 'PUT',
    path: '/working-hours/:code',
    permission: 'settings:manage',
    params: byCode,
    body: z.strictObject({ version: z.string().regex(/^[0-9a-f]{16}$/), ...said }),
    reply: reply<KeptHours[]>(),
  },
  /** One more; its code stays what it was made with, for services name it by that. */
  createWorkingHours: {
    method: 'POST',
    path: '/working-hours',
    permission: 'settings:manage',
    status: 201,
    body: z.strictObject({ code: z.string().trim().regex(CALENDAR_CODE), ...said }),
    reply: reply<KeptHours[]>(),
  },
  /** `calendarInUse` while a service promises by it, and always for the office's own. */
  removeWorkingHours: {
    method: 'DELETE',
    path: '/working-hours/:code',
    permission: 'settings:manage',
    params: byCode,
    reply: reply<KeptHours[]>(),
  },
} as const satisfies Endpoints;
