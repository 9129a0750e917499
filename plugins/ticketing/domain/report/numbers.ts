import { COHORTS } from './cohorts';
import { quantileOf, sumOfHistograms, type Histogram } from './histogram';
import { COUNTS, measureOf, type CountId, type Measure, type MeasureId } from './measures';
import { share, SMALL } from './report';

/** What all cells of a row are made of; parts of several rows add up. Keys of `amounts` and `histograms`: `amountKey`. */
export interface Parts {
  readonly counts: Readonly<Partial<Record<CountId, number>>>;
  readonly amounts: Readonly<Record<string, { readonly sum: number; readonly count: number }>>;
  readonly histograms: Readonly<Record<string, Histogram>>;
  /** Days in WIB, by measure. */
  readonly oldest: Readonly<Record<string, string>>;
  /** Working minutes of the people the row stands for; null where it stands for nobody. */
  readonly capacity: number | null;
}
export const NO_PARTS: Parts = { counts: {}, amounts: {}, histograms: {}, oldest: {}, capacity: null };

/** Averages and medians of one quantity within one clock share their parts. */
export function amountKey(measure: Measure): string | null {
  if (!('of' in measure) || measure.is === 'oldest') return null;
  const clock = measure.only['roundTheClock'];
  return clock === undefined ? measure.of : `${measure.of}:${clock === 'true' ? 'always' : 'working'}`;
}

const keysOf = (records: readonly object[]): string[] => [...new Set(records.flatMap((record) => Object.keys(record)))];

export function sumOfParts(all: readonly Parts[]): Parts {
  const capacities = all.flatMap(({ capacity }) => (capacity === null ? [] : [capacity]));
  return {
    counts: Object.fromEntries(
      keysOf(all.map(({ counts }) => counts)).map((id) => [
        id,
        all.reduce((sum, { counts }) => sum + (counts[id as CountId] ?? 0), 0),
      ]),
    ),
    amounts: Object.fromEntries(
      keysOf(all.map(({ amounts }) => amounts)).map((key) => [
        key,
        {
          sum: all.reduce((sum, { amounts }) => sum + (amounts[key]?.sum ?? 0), 0),
          count: all.reduce((sum, { amounts }) => sum + (amounts[key]?.count ?? 0), 0),
        },
      ]),
    ),
    histograms: Object.fromEntries(
      keysOf(all.map(({ histograms }) => histograms)).map((key) => [
        key,
        sumOfHistograms(all.map(({ histograms }) => histograms[key] ?? {})),
      ]),
    ),
    oldest: Object.fromEntries(
      keysOf(all.map(({ oldest }) => oldest)).map((id) => [
        id,
        all.flatMap(({ oldest }) => oldest[id] ?? []).reduce((least, day) => (day < least ? day : least)),
      ]),
    ),
    capacity: capacities.length === 0 ? null : capacities.reduce((sum, capacity) => sum + capacity, 0),
  };
}

const shareOf = ({ counts }: Parts, measure: Measure & { is: 'share' }): { part: number; whole: number } => {
  const whole = (counts[measure.whole] ?? 0) - (measure.apart ? (counts[measure.apart] ?? 0) : 0);
  return { part: whole - (counts[measure.missed] ?? 0), whole };
};

/** Marks keep two decimals, minutes none. */
const averageOf = (sum: number, count: number, decimals: 0 | 2): number | null =>
  count === 0 ? null : Math.round((sum / count) * 10 ** decimals) / 10 ** decimals;

/** The number of one cell; null where there is nothing to say, never 0 by pretence. */
export function numberOf(id: MeasureId, parts: Parts): number | string | null {
  const measure = measureOf(id);
  const key = amountKey(measure) ?? '';
  const { sum, count } = parts.amounts[key] ?? { sum: 0, count: 0 };
  switch (measure.is) {
    case 'count':
      return parts.counts[id as CountId] ?? 0;
    case 'share': {
      const { part, whole } = shareOf(parts, measure);
      return share(part, whole);
    }
    case 'average':
      return averageOf(sum, count, measure.unit === 'rating' ? 2 : 0);
    case 'median':
      return quantileOf(parts.histograms[key] ?? {}, 50);
    case 'p90':
      return quantileOf(parts.histograms[key] ?? {}, 90);
    case 'sum':
      return sum;
    case 'oldest':
      return parts.oldest[id] ?? null;
    case 'capacity':
      return parts.capacity;
    case 'used':
      return parts.capacity === null ? null : share(parts.amounts['effort']?.sum ?? 0, parts.capacity);
  }
}

/** Of how many tickets a share or average is; null of what is neither. */
export function basisOf(id: MeasureId, parts: Parts): number | null {
  const measure = measureOf(id);
  if (measure.is === 'share') return shareOf(parts, measure).whole;
  if (measure.is === 'median' || measure.is === 'p90')
    return Object.values(parts.histograms[amountKey(measure) ?? ''] ?? {}).reduce((sum, count) => sum + count, 0);
  return measure.is === 'average' ? (parts.amounts[amountKey(measure) ?? '']?.count ?? 0) : null;
}
/** Whether a share or average says something of too few tickets to lean on. */
export function isSmall(id: MeasureId, parts: Parts): boolean {
  const basis = basisOf(id, parts);
  return basis !== null && basis > 0 && basis < SMALL;
}

/** The counts a measure is made of. */
export function countsOf(id: MeasureId): CountId[] {
  const measure = measureOf(id);
  if (measure.is === 'count') return [id as CountId];
  return measure.is === 'share' ? [measure.whole, measure.missed, ...(measure.apart ? [measure.apart] : [])] : [];
}
export const isCount = (id: MeasureId): id is CountId => Object.hasOwn(COUNTS, id);

/** Whether there is nothing to tell of a row at all. */
export const isEmpty = ({ counts, amounts, oldest }: Parts): boolean =>
  Object.values(counts).every((count) => count === 0) &&
  Object.values(amounts).every(({ count }) => count === 0) &&
  Object.keys(oldest).length === 0;

/** Whether a measure counts what happened, so that a ticket may count more than once. */
export function isTimes(id: MeasureId): boolean {
  const measure = measureOf(id);
  return measure.is === 'count' && COHORTS[measure.cohort].counts === 'times';
}

/** Whether a measure is of an instant. */
export function isStock(id: MeasureId): boolean {
  const measure = measureOf(id);
  return measure.is === 'oldest' || ('cohort' in measure && measure.cohort === 'OPEN');
}
