import { wibDay, type Announcement, type AnnouncementKind } from 'strapi-plugin-ticketing/domain';
import type { Translate } from '../../i18n';
import type { Format } from '../../lib/format';
import type { IconName } from '../ui/icons';

/** The tone and icon of each kind of announcement; its word says the same. */
export const LOOKS: Record<AnnouncementKind, { readonly tone: 'danger' | 'warn' | 'info'; readonly icon: IconName }> = {
  DISTURBANCE: { tone: 'danger', icon: 'alert' },
  MAINTENANCE: { tone: 'warn', icon: 'clock' },
  INFO: { tone: 'info', icon: 'megaphone' },
};

/** An announcement's duration in words. The end of the same day is only a time of day. */
export function durationOf({ startsAt, endsAt, isNow }: Announcement, t: Translate, format: Format): string {
  const start = format.moment(startsAt);
  if (!endsAt) return t(isNow ? 'announce.since' : 'announce.from', { start });
  const isSameDay = wibDay(Date.parse(startsAt)) === wibDay(Date.parse(endsAt));
  return t(isNow ? 'announce.sinceUntil' : 'announce.fromUntil', {
    start,
    end: isSameDay ? format.clock(endsAt) : format.moment(endsAt),
  });
}
