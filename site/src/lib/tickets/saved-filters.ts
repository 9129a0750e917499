import type { AstroCookies } from 'astro';
import { isBehindTls } from '../config/settings';
import { filtersOf, isNarrowed, queryOf, toRequest } from './filters';

/** A list somebody comes back to: its name, and the filters as part of an address. */
export interface SavedFilter {
  readonly name: string;
  readonly query: string;
}

/** All of them fit into one cookie of 4 kB, whatever was typed. */
export const MOST_SAVED = 6;
export const LONGEST_NAME = 40;
const LONGEST_QUERY = 300;
const YEAR_SECONDS = 365 * 24 * 3600;

/** Each person has their own on this device; a cookie works without a script and outlives signing out. */
const cookieOf = (person: number): string => `filters-${person}`;
const isSaved = (value: unknown): value is SavedFilter =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'query' in value &&
  typeof value.name === 'string' &&
  typeof value.query === 'string';

export function savedFilters(cookies: AstroCookies, person: number): SavedFilter[] {
  const kept = cookies.get(cookieOf(person))?.value;
  if (!kept) return [];
  try {
    const found: unknown = JSON.parse(Buffer.from(kept, 'base64url').toString('utf8'));
    return Array.isArray(found) ? found.filter(isSaved).slice(0, MOST_SAVED) : [];
  } catch {
    return [];
  }
}

function write(cookies: AstroCookies, person: number, filters: readonly SavedFilter[]): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isBehindTls() } as const;
  if (filters.length)
    cookies.set(cookieOf(person), Buffer.from(JSON.stringify(filters)).toString('base64url'), {
      ...options,
      maxAge: YEAR_SECONDS,
    });
  else cookies.delete(cookieOf(person), options);
}

/** The same filters without the page they were turned to; null when they are none, or unknown. */
export function savable(query: string): string | null {
  const { page: _, ...filters } = filtersOf({ searchParams: new URLSearchParams(query) });
  const plain = queryOf(filters);
  return isNarrowed(filters) && toRequest(filters) && plain.length <= LONGEST_QUERY ? plain : null;
}

/**
 * Keeps or forgets one, as the posted form says. A name or a list that is there already is replaced; what is full keeps
 * what it has.
 */
export function changeSavedFilters(cookies: AstroCookies, person: number, form: FormData): void {
  const saved = savedFilters(cookies, person);
  const query = savable(String(form.get('filter') ?? ''));
  const name = String(form.get('filterName') ?? '')
    .trim()
    .slice(0, LONGEST_NAME);
  if (form.get('intent') === 'deleteFilter')
    return write(
      cookies,
      person,
      saved.filter((each) => each.name !== name),
    );
  if (form.get('intent') !== 'saveFilter' || !query || !name) return;
  const others = saved.filter((each) => each.name !== name && each.query !== query);
  if (others.length < MOST_SAVED) write(cookies, person, [...others, { name, query }]);
}
