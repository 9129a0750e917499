import type { Pagination } from '../../domain/contract';
import { sql, type Sql } from '../database/sql';
import { COUNTED_FROM } from './rows';

/** Beyond so many a list says that there are more, and counts no further. */
const MOST_COUNTED = 10_000;
/** How long it is known of a filter that it finds more, and of how many filters. */
const KNOWN_MS = 60_000;
const MOST_KNOWN = 1000;

export interface Counted {
  readonly total: number;
}

/** Filters that found more than is counted, and until when (epoch ms) that is known; each instance for itself. */
const vast = new Map<string, number>();
/** The instant of the question is no part of what is asked. */
const keyOf = ({ text, values }: Sql): string =>
  JSON.stringify([text, ...values.map((value) => (value instanceof Date ? null : value))]);

/**
 * How many tickets fit, as a column `total`: counted up to ten thousand and one. Not at all where that many were found
 * within the last minute: tickets are never deleted.
 */
export const howManyOf = (where: Sql, now: number): Sql =>
  (vast.get(keyOf(where)) ?? 0) > now
    ? sql`${MOST_COUNTED + 1}::int as total`
    : sql`(select count(*)::int from (select 1 ${COUNTED_FROM} where ${where} limit ${MOST_COUNTED + 1}) found) as total`;

export function remember(where: Sql, found: number, now: number): void {
  if (found <= MOST_COUNTED || (vast.get(keyOf(where)) ?? 0) > now) return;
  if (vast.size >= MOST_KNOWN) vast.clear();
  vast.set(keyOf(where), now + KNOWN_MS);
}

export function paginationOf(page: number, pageSize: number, shown: number, found: number): Pagination {
  const total = Math.min(found, MOST_COUNTED);
  const pages = Math.ceil(total / pageSize);
  if (found <= MOST_COUNTED) return { page, pageSize, pageCount: pages, total };
  // Whoever turns on beyond what was counted finds the next page while this one is full.
  return { page, pageSize, pageCount: Math.max(pages, shown === pageSize ? page + 1 : page), total, isMore: true };
}
