import { z } from 'zod';
import { reply, type Endpoints } from './shapes';

/** Whether somebody has a calendar link; since when, and when it was last asked for (ISO 8601 in UTC). */
export interface CalendarLink {
  readonly madeAt: string | null;
  readonly seenAt: string | null;
}
/** The link itself is in the answer that made it, and in no other. */
export interface NewCalendarLink extends CalendarLink {
  readonly address: string;
}

/** A person's deadlines and event dates for their own calendar program, by a secret link. */
export const calendarFeed = {
  getCalendarLink: {
    method: 'GET',
    path: '/calendar-link',
    permission: 'profile:read',
    reply: reply<CalendarLink>(),
  },
  /** Makes a link; a former one ends. */
  makeCalendarLink: {
    method: 'POST',
    path: '/calendar-link',
    permission: 'profile:read',
    status: 201,
    limit: 10,
    reply: reply<NewCalendarLink>(),
  },
  endCalendarLink: {
    method: 'DELETE',
    path: '/calendar-link',
    permission: 'profile:read',
    reply: reply<CalendarLink>(),
  },
  /** The calendar as iCalendar, for whoever knows the link. */
  readCalendar: {
    method: 'GET',
    path: '/calendar/:code',
    permission: 'profile:read',
    isPublic: true,
    stream: true,
    limit: 60,
    params: z.strictObject({ code: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
    reply: reply<Response>(),
  },
} as const satisfies Endpoints;
