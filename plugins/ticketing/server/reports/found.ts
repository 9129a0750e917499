import { histogramFrom, isCount, NO_PARTS, sumOfParts, type MeasureId, type Parts } from '../../domain';
import { joined, rowsOf, sql } from '../database/sql';
import type { Asked } from './asked';
import { periodsOf, type Branch } from './ground';
import { statementsOf } from './statements';

interface Fragment {
  readonly part: Branch['part'];
  readonly key: string | null;
  readonly found: Partial<Omit<Parts, 'histograms'>> & {
    /** As one number each; null where there is nothing. */
    readonly histograms?: Readonly<Record<string, string | null>>;
  };
}
/** What was found for each row, by key; null for what belongs to nobody. */
export type FoundParts = ReadonlyMap<string | null, Parts>;
export type Found = Readonly<Record<Branch['part'], FoundParts>>;

const whole = ({ counts, amounts, histograms, oldest }: Fragment['found']): Parts => ({
  ...NO_PARTS,
  counts: counts ?? {},
  amounts: amounts ?? {},
  histograms: Object.fromEntries(
    Object.entries(histograms ?? {}).map(([key, digits]) => [key, histogramFrom(digits ?? '')]),
  ),
  // Where there is nothing, there is no oldest.
  oldest: Object.fromEntries(Object.entries(oldest ?? {}).filter(([, day]) => (day as string | null) !== null)),
});

/** All parts in one statement, so that all numbers are of the same moment. */
export async function findParts(
  asked: Asked,
  branches: readonly Branch[],
  measures: readonly MeasureId[],
): Promise<Found> {
  // Of confidential tickets there are counts alone.
  const of = {
    now: measures,
    before: measures,
    counted: measures.filter(isCount),
    base: ['opened', 'closed'],
  } as const;
  const statements = branches.flatMap((branch) => statementsOf(asked, branch, of[branch.part]));
  const fragments =
    statements.length === 0
      ? []
      : await rowsOf<Fragment>(asked.on, sql`with ${periodsOf(branches)} ${joined(statements, ' union all ')}`);
  const foundIn = (part: Branch['part']): FoundParts => {
    const own = Map.groupBy(
      fragments.filter((fragment) => fragment.part === part),
      ({ key }) => key,
    );
    return new Map([...own].map(([key, parts]) => [key, sumOfParts(parts.map(({ found }) => whole(found)))]));
  };
  return { now: foundIn('now'), before: foundIn('before'), counted: foundIn('counted'), base: foundIn('base') };
}
