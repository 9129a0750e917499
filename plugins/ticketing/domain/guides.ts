import type { ExcerptPart } from './excerpt';
import { LIMITS } from './limits';
import type { Language } from './language';
import type { Named } from './named';
import { searchTerms } from './text';

/** What kind of document a guide is. Source: requirements 3.7, "SOP & Panduan Pengguna". */
export const GUIDE_KINDS = ['SOP', 'GUIDE', 'FAQ'] as const;
export type GuideKind = (typeof GUIDE_KINDS)[number];

/**
 * A guide in a list. Instants are ISO 8601 in UTC. `excerpt` is where the words searched for stand; null without a
 * search.
 */
export interface GuideSummary {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: GuideKind;
  readonly updatedAt: string;
  /** What its title, summary and body are in: the reader's, or Indonesian where nobody has translated it. */
  readonly language: Language;
  readonly services: readonly GuideService[];
  readonly excerpt: readonly ExcerptPart[] | null;
}
/** A category or service a guide belongs to; only what is not a mere category can be asked for. */
export interface GuideService extends Named {
  readonly isService: boolean;
}
export interface GuideLink {
  readonly slug: string;
  readonly title: string;
}
/** The same with what its title is in. */
export interface ReadableGuide extends GuideLink {
  readonly language: Language;
}

/** A person's answer to "was this helpful?". */
export interface GuideRating {
  readonly isHelpful: boolean;
  readonly comment: string | null;
  readonly at: string;
}
/** The same as those who look after the guides read it. */
export interface GuideRatingOf extends GuideRating {
  readonly guide: GuideLink;
  readonly by: { readonly name: string; readonly kind: 'portal' | 'staff' };
}

export interface GuideDetail extends Omit<GuideSummary, 'excerpt'> {
  /** Markdown; raw HTML in it is text. */
  readonly body: string;
  readonly helpful: { readonly yes: number; readonly no: number };
  /** What the caller answered; null when they did not, or have no session. */
  readonly mine: GuideRating | null;
  readonly previous: ReadableGuide | null;
  readonly next: ReadableGuide | null;
}

/**
 * How many guides there are under the filters in force: by kind without its own filter, by category and service without
 * theirs.
 */
export interface GuideFacets {
  readonly kinds: Readonly<Record<GuideKind, number>>;
  readonly services: readonly (Named & { readonly count: number })[];
}

/** Longest texts, in characters; the contract, Strapi's screens and the forms read them here. */
export const GUIDE_LIMITS = {
  title: 200,
  slug: 120,
  summary: 300,
  keywords: 500,
  body: 100_000,
  comment: 1000,
  q: LIMITS.search,
} as const;
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const MOST_WORDS = 12;

/**
 * The words of what somebody typed that a search should look for; when all are stop words, they count after all. At
 * most twelve.
 */
export const searchWords = (typed: string): string[] => searchTerms(typed).slice(0, MOST_WORDS);
