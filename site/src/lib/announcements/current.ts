import type { Client } from 'strapi-plugin-ticketing/client';
import { Refusal, type Announcement } from 'strapi-plugin-ticketing/domain';
import { HEALTH_PATIENCE_MS } from '../config/settings';

/** The announcements in force, for a page that also stands when nobody can be asked: then there are none. */
export async function currentAnnouncements(
  api: Client,
  limit: number,
): Promise<{ readonly shown: readonly Announcement[]; readonly total: number; readonly isKnown: boolean }> {
  try {
    const { rows, pagination } = await api.listAnnouncements(
      { pageSize: limit },
      { signal: AbortSignal.timeout(HEALTH_PATIENCE_MS) },
    );
    return { shown: rows, total: pagination.total, isKnown: true };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { shown: [], total: 0, isKnown: false };
  }
}
