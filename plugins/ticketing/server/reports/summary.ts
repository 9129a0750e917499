import {
  filtersOf,
  isSmall,
  labelOf,
  leadOf,
  NO_PARTS,
  type CountId,
  type Days,
  type Filters,
  type MeasureId,
  type Report,
  type ReportRow,
} from '../../domain';
import type { Asked } from './asked';
import { branchesOf, framed, told } from './cells';
import { findParts } from './found';

/** Rows that are parts of the row before them. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  inProgress: ['inHand', 'waitingRequester', 'waitingThirdParty'],
};

/** One row for each measure, beside the period compared with. */
export async function summary(asked: Asked): Promise<Report> {
  const { definition, caller, comparison, days } = asked;
  const found = await findParts(
    asked,
    branchesOf(asked),
    definition.columns.map(([, id]) => id),
  );
  const now = found.now.get('all') ?? NO_PARTS;
  const before = found.before.get('all') ?? NO_PARTS;
  const drillOf = (id: CountId | null, span: Days): Filters | null =>
    id && filtersOf(id, span, asked.today, asked.filters, asked.daysOfAge);
  const rowOf = ([key, id]: readonly [string, MeasureId]): ReportRow => {
    const lead = leadOf(id);
    // What is counted leads to its tickets; a share or average is no list, and says apart where those are that miss.
    const counted = lead === id || key === 'onTime' ? lead : null;
    const finer = definition.columns.filter(([name]) => BELOW[key]?.includes(name));
    return {
      cells: {
        key,
        label: labelOf(caller.language, id),
        current: told(asked, { part: 'now', days }, id, now),
        previous: comparison && told(asked, { part: 'before', days: comparison }, id, before),
      },
      measure: id,
      drill: drillOf(counted, days),
      drillBefore: comparison && drillOf(counted, comparison),
      ...(lead && lead !== id && { misses: drillOf(lead, days) }),
      ...(finer.length > 0 && { below: finer.map(rowOf) }),
      ...(isSmall(id, now) && { isSmall: true }),
    };
  };
  const parts = Object.values(BELOW).flat();
  return framed(
    asked,
    { counted: found.counted.get('all') ?? NO_PARTS, before },
    {
      rows: definition.columns.filter(([key]) => !parts.includes(key)).map(rowOf),
      columns: [
        { key: 'key', unit: 'text', measure: null, leads: null },
        { key: 'current', unit: 'count', measure: null, leads: null },
        { key: 'previous', unit: 'count', measure: null, leads: null },
      ],
      totals: null,
    },
  );
}
