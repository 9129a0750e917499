import type { Client } from 'strapi-plugin-ticketing/client';
import { dayNumber, Refusal, type Announcement, type AnnouncementKind } from 'strapi-plugin-ticketing/domain';
import type { IconName } from '../components/ui/icons';
import type { Translate } from '../i18n';
import { HEALTH_PATIENCE_MS } from './config';
import type { Format } from './format';

/** Each kind has a colour and a sign of its own; its word says the same. */
export const LOOKS: Record<AnnouncementKind, { readonly tone: 'danger' | 'warn' | 'info'; readonly icon: IconName }> = {
  DISTURBANCE: { tone: 'danger', icon: 'alert' },
  MAINTENANCE: { tone: 'warn', icon: 'clock' },
  INFO: { tone: 'info', icon: 'megaphone' },
};

/** When it holds, in words. The end of the same day is only a time of day. */
export function whenOf({ startsAt, endsAt, isNow }: Announcement, t: Translate, format: Format): string {
  const start = format.moment(startsAt);
  if (!endsAt) return t(isNow ? 'announce.since' : 'announce.from', { start });
  const isSameDay = dayNumber(Date.parse(startsAt)) === dayNumber(Date.parse(endsAt));
  return t(isNow ? 'announce.sinceUntil' : 'announce.fromUntil', {
    start,
    end: isSameDay ? format.clock(endsAt) : format.moment(endsAt),
  });
}

/** What is going on, for a page that also stands when nobody can be asked: then it says nothing. */
export async function whatGoesOn(
  api: Client,
  limit: number,
): Promise<{ readonly shown: readonly Announcement[]; readonly total: number }> {
  try {
    const { rows, pagination } = await api.listAnnouncements(
      { pageSize: limit },
      { signal: AbortSignal.timeout(HEALTH_PATIENCE_MS) },
    );
    return { shown: rows, total: pagination.total };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { shown: [], total: 0 };
  }
}
