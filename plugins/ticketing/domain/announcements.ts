import type { ReadableGuide } from './guides';
import type { Named } from './named';
import { DAY_MS } from './wib';

export const ANNOUNCEMENT_KINDS = ['DISTURBANCE', 'MAINTENANCE', 'INFO'] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

/**
 * Something everyone should know for a while. Instants are ISO 8601 in UTC; without `endsAt` the end is not known yet.
 */
export interface Announcement {
  readonly id: number;
  readonly kind: AnnouncementKind;
  readonly title: string;
  /** Markdown; raw HTML in it is text. */
  readonly body: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  /** In force at the moment of asking; otherwise it is still to come. */
  readonly isNow: boolean;
  /** Categories and services it touches; none means all. */
  readonly services: readonly Named[];
  /** The ticket under which a disturbance is worked on. */
  readonly ticketNumber: string | null;
}

/** Announcements are shown this long before they begin. */
export const AHEAD_MS = 14 * DAY_MS;
export const TICKET_NUMBER = /^TIK-\d{4}-\d{5,}$/;
export const ANNOUNCEMENT_LIMITS = { title: 200, body: 20_000 } as const;

/**
 * What may help somebody who is about to file a request: guides that may answer at once, and what is going on right
 * now.
 */
export interface Suggestions {
  readonly guides: readonly (ReadableGuide & { readonly summary: string })[];
  readonly announcements: readonly Announcement[];
}
