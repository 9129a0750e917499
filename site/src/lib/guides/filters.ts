import { contract, type Request } from 'strapi-plugin-ticketing/contract';
import { GUIDE_KINDS, type GuideKind, type GuideSummary } from 'strapi-plugin-ticketing/domain';

/** Filters of the guides are those of the API, in the words of the address. */
export const GUIDE_FILTERS = { q: 'q', kind: 'jenis', category: 'layanan', page: 'halaman' } as const;
export type GuideFilters = Partial<Record<keyof typeof GUIDE_FILTERS, string>>;
const PAGE_SIZE = 20;

export function guideFiltersOf({ searchParams }: URL): GuideFilters {
  const entries = Object.entries(GUIDE_FILTERS).map(
    ([name, param]) => [name, searchParams.get(param)?.trim() ?? ''] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

export function guidesAddress(filters: GuideFilters): string {
  const query = new URLSearchParams(
    Object.entries(GUIDE_FILTERS).flatMap(([name, param]) => {
      const value = filters[name as keyof GuideFilters];
      return value && !(name === 'page' && value === '1') ? [[param, value]] : [];
    }),
  );
  return query.size ? `/panduan?${query}` : '/panduan';
}
export const withGuideFilter = (filters: GuideFilters, change: GuideFilters): string =>
  guidesAddress({ ...filters, page: '', ...change });

/** The filters as the client wants them; null when the address holds something no filter can be. */
export function toGuideRequest(filters: GuideFilters): Request<'listGuides'> | null {
  const request = { ...filters, pageSize: PAGE_SIZE };
  return contract.listGuides.query.safeParse(request).success ? (request as Request<'listGuides'>) : null;
}

/** Guides kind by kind, in the order they came. */
export const byKind = (guides: readonly GuideSummary[]): { kind: GuideKind; guides: GuideSummary[] }[] =>
  GUIDE_KINDS.map((kind) => ({ kind, guides: guides.filter((guide) => guide.kind === kind) })).filter(
    ({ guides: of }) => of.length > 0,
  );
