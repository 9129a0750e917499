import type { Client } from 'strapi-plugin-ticketing/client';
import { Refusal, REQUEST_LIMITS, type SimilarTicket, type Suggestions } from 'strapi-plugin-ticketing/domain';
import { refusalOr } from '../refusals/problem';

/**
 * Hints about a title: open tickets of the own unit, and guides beyond those the service shows anyway.
 */
export interface Hints {
  readonly tickets: readonly SimilarTicket[];
  readonly guides: Suggestions['guides'];
}
export const NO_HINTS: Hints = { tickets: [], guides: [] };

/** A hint that cannot be given is an empty one; nobody is kept from filing. */
export async function hintsFor(api: Client, typed: string, category: string | undefined): Promise<Hints> {
  const title = typed.trim().slice(0, REQUEST_LIMITS.title[1]);
  if (!title) return NO_HINTS;
  const about = category ? { category } : {};
  const [tickets, byTitle, always] = await Promise.all([
    refusalOr(api.findSimilar({ title, ...about }), () => true),
    refusalOr(api.suggestHelp({ title, ...about }), () => true),
    category ? refusalOr(api.suggestHelp(about), () => true) : null,
  ]);
  const shown = always && !(always instanceof Refusal) ? always.guides.map(({ slug }) => slug) : [];
  return {
    tickets: tickets instanceof Refusal ? [] : tickets,
    guides: byTitle instanceof Refusal ? [] : byTitle.guides.filter(({ slug }) => !shown.includes(slug)),
  };
}
