import type { Client } from 'strapi-plugin-ticketing/client';
import type { TimelineEntry } from 'strapi-plugin-ticketing/domain';

/** A long history at first sight: how it began, and what was said last. */
const BEGINNING = 3;
const LATEST = 20;
/** Entries of one page when all of it is asked for. */
const WHOLE_PAGE = 200;

/**
 * The part of a ticket's history a page shows. `hidden` entries lie between `beginning` and `entries`; `pages` is null
 * unless all of it was asked for.
 */
export interface Timeline {
  readonly beginning: readonly TimelineEntry[];
  readonly entries: readonly TimelineEntry[];
  readonly hidden: number;
  readonly total: number;
  readonly latest: readonly TimelineEntry[];
  readonly pages: { readonly page: number; readonly count: number } | null;
}

/** Reads what is needed and no more: `?semua=1` asks for all of it, `hal` for which page of that. */
export async function readTimeline(api: Client, number: string, { searchParams }: URL): Promise<Timeline> {
  const latest = await api.getTimeline({ number, limit: LATEST });
  const [first, total] = [latest[0]?.position ?? 1, latest.at(-1)?.position ?? 0];
  if (first === 1) return { beginning: [], entries: latest, hidden: 0, total, latest, pages: null };
  if (searchParams.get('semua') !== '1') {
    const beginning = (await api.getTimeline({ number, from: 1, limit: BEGINNING })).filter(
      ({ position }) => position < first,
    );
    return { beginning, entries: latest, hidden: first - 1 - beginning.length, total, latest, pages: null };
  }
  const count = Math.ceil(total / WHOLE_PAGE);
  const page = Math.min(count, Math.max(1, Math.trunc(Number(searchParams.get('hal'))) || 1));
  return {
    beginning: [],
    entries: await api.getTimeline({ number, from: (page - 1) * WHOLE_PAGE + 1, limit: WHOLE_PAGE }),
    hidden: 0,
    total,
    latest,
    pages: { page, count },
  };
}
