import type { FormField } from './form';
import type { Named } from './named';
import type { Impact, Priority, Urgency } from './priority';
import { fold, searchTerms, startsAlmost, synonymsOf, wordForms } from './text';

/** What a service asks for: ITIL's words for the catalogue's `jenis`. */
export const WORK_KINDS = ['INCIDENT', 'REQUEST', 'CHANGE', 'CONSULTATION'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** A service an SKPD may ask for: a leaf of the category tree. Durations are working minutes. */
export interface Service {
  readonly code: string;
  readonly name: string;
  readonly kind: WorkKind;
  readonly team: Named;
  readonly defaultPriority: Priority;
  readonly isConfidential: boolean;
  readonly hasSensitiveAttachments: boolean;
  /** Endings of `ACCEPTED_EXTENSIONS` that attachments may have where no field of the form says; empty means all. */
  readonly attachmentKinds: readonly string[];
  readonly requiresLetter: boolean;
  /** Who must approve before work starts, in the city's words; null when nobody. */
  readonly approver: string | null;
  /** Work waits for a disposition before it starts, or for a duty letter before it ends. */
  readonly requiresDisposition: boolean;
  readonly requiresAssignmentLetter: boolean;
  readonly keywords: readonly string[];
  readonly sla: {
    readonly calendar: string;
    readonly responseMinutes: number;
    readonly resolutionMinutes: number;
    readonly mode: 'DURATION' | 'EVENT';
    readonly minimumNoticeDays: number | null;
    readonly scope: string | null;
  };
  readonly fields: readonly FormField[];
  /** Name and scope in English; null where nobody has written it. */
  readonly englishName: string | null;
  readonly englishScope: string | null;
}

export interface Category {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly icon: string;
  readonly englishName: string | null;
  readonly englishDescription: string | null;
  readonly services: readonly Service[];
}

export interface Catalog {
  readonly categories: readonly Category[];
  readonly priorities: readonly {
    readonly code: Priority;
    readonly name: string;
    readonly example: string;
    readonly responseMinutes: number;
    readonly resolutionMinutes: number;
  }[];
  readonly teams: readonly Named[];
  /** Units that may ask for work now. */
  readonly skpd: readonly Named[];
  readonly matrix: Readonly<Record<Impact, Readonly<Record<Urgency, Priority>>>>;
}

/** How well a typed word matches a service, from not at all to in its very name. */
const MATCH = { NO: 0, TYPO: 1, SYNONYM: 2, CATEGORY: 3, KEYWORD: 4, NAME: 5 } as const;

/** What search reads of a service and its category: a page need not carry more. */
export type Findable = Pick<Service, 'code' | 'name' | 'keywords'>;
export interface CategoryWords<S> {
  readonly name: string;
  readonly description: string;
  readonly services: readonly S[];
}

interface ServiceWords {
  readonly name: readonly string[];
  readonly keywords: readonly string[];
  readonly category: readonly string[];
}
const matchOf = (want: string, { name, keywords, category }: ServiceWords): number => {
  const forms = wordForms(want);
  const has = (words: readonly string[], typed = forms): boolean =>
    words.some((word) => typed.some((form) => word.startsWith(form)));
  const all = [...name, ...keywords, ...category];
  if (has(name)) return MATCH.NAME;
  if (has(keywords)) return MATCH.KEYWORD;
  if (has(category)) return MATCH.CATEGORY;
  if (has(all, forms.flatMap(synonymsOf))) return MATCH.SYNONYM;
  return all.some((word) => forms.some((form) => startsAlmost(word, form))) ? MATCH.TYPO : MATCH.NO;
};

const wordsOf = (text: string): string[] => fold(text).split(' ');
const serviceWordsOf = ({ name, description }: CategoryWords<Findable>, service: Findable): ServiceWords => ({
  name: wordsOf(service.name),
  keywords: wordsOf([service.code, ...service.keywords].join(' ')),
  category: wordsOf(`${name} ${description}`),
});

/**
 * Services whose words, or words that mean the same, begin with every word typed; the closest first. When there is
 * none, one letter per word may be mistyped; when there is still none, half of the words will do, and a word that few
 * services have says more than one that many have.
 */
export function findServices<S extends Findable, C extends CategoryWords<S>>(
  categories: readonly (C & CategoryWords<S>)[],
  typed: string,
): { category: C; service: S }[] {
  const wanted = searchTerms(typed);
  const all = categories.flatMap((category) => category.services.map((service) => ({ category, service })));
  if (!wanted.length) return all;
  const scored = all.map((hit) => {
    const matches = wanted.map((want) => matchOf(want, serviceWordsOf(hit.category, hit.service)));
    return {
      ...hit,
      matches,
      sum: matches.reduce((one, other) => one + other, 0),
      count: (least: number) => matches.filter((match) => match >= least).length,
    };
  });
  const tiers = [
    [MATCH.SYNONYM, wanted.length],
    [MATCH.TYPO, wanted.length],
    [MATCH.TYPO, Math.ceil(wanted.length / 2)],
  ] as const;
  const hits =
    tiers
      .map(([least, needed]) => scored.filter(({ count }) => count(least) >= needed))
      .find(({ length }) => length > 0) ?? [];
  const shareOf = wanted.map((_, index) => scored.filter(({ matches }) => (matches[index] ?? 0) > MATCH.NO).length);
  const weight = ({ matches, sum, count }: (typeof scored)[number]): number =>
    count(MATCH.TYPO) === wanted.length
      ? sum
      : matches.reduce((one, match, index) => one + match / (shareOf[index] || 1), 0);
  return hits
    .sort((a, b) => weight(b) - weight(a) || a.service.name.length - b.service.name.length)
    .map(({ category, service }) => ({ category, service }));
}
