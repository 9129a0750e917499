import {
  DIMENSIONS,
  filtersOf,
  isEmpty,
  leadOf,
  monthsOf,
  narrowedTo,
  firstDayOf,
  lastDayOf,
  NO_PARTS,
  NOBODY,
  REPORTING_GROUP_CODES,
  scopeOf,
  statusesOfGroup,
  statusFilter,
  sumOfParts,
  type Days,
  type DimensionId,
  type Filters,
  type MeasureId,
  type Parts,
  type Report,
  type ReportRow,
} from '../../domain';
import type { Asked } from './asked';
import { capacitiesOf } from './capacity';
import { branchesOf, cellsOf, columnOf, framed, isSmallRow, totalsOf } from './cells';
import { findParts, type FoundParts } from './found';
import { labelsOf, LISTED } from './labels';

/** One row before it is written: what it is called, what narrows tickets to it, and what its numbers are made of. */
interface Group {
  readonly code: string;
  readonly label: string;
  readonly only: Filters;
  readonly days?: Days;
  readonly parts: Parts;
  readonly before: Parts;
}

const numberIn = (row: ReportRow, key: string): number => {
  const value = row.cells[key];
  return typeof value === 'number' ? value : 0;
};

function rowOf(asked: Asked, group: Group): ReportRow {
  const { code, label, only, days, parts, before } = group;
  const own = days ?? asked.days;
  const lead = leadOf(asked.definition.rank);
  const drill = lead && filtersOf(lead, own, asked.today, asked.filters, asked.daysOfAge);
  return {
    cells: {
      code,
      label,
      ...(asked.by === 'month' && { month: code }),
      ...cellsOf(asked, { part: 'now', days: own }, parts),
    },
    drill: lead && drill && narrowedTo(lead, drill, only),
    only,
    ...(days && { days }),
    ...(asked.comparison && !days && { before: cellsOf(asked, { part: 'before', days: asked.comparison }, before) }),
    ...(isSmallRow(asked, parts) && { isSmall: true }),
  };
}

/** What stands under one name: of a unit that was replaced, its successor's. */
async function groupsOf(asked: Asked, now: FoundParts, before: FoundParts): Promise<Group[]> {
  const by = asked.by as Exclude<DimensionId, 'month'>;
  const labels = await labelsOf(asked);
  const rootOf = (key: string | null): string | null => {
    let [root, steps] = [key, 0];
    for (let next = labels(root).under; asked.rollUp && next !== undefined && steps < 10; steps += 1) {
      root = next;
      next = labels(root).under;
    }
    return root;
  };
  const keys = [...new Set([...now.keys(), ...before.keys()])].filter((key) => key !== null || DIMENSIONS[by].none);
  const groups = Map.groupBy(keys, rootOf);
  return [...groups].map(([root, members]) => {
    const codes = members.map((key) => labels(key).code);
    const { code, label } = labels(root);
    return {
      code,
      label,
      only: { [DIMENSIONS[by].filter]: codes.join(',') },
      parts: sumOfParts(members.map((key) => now.get(key) ?? NO_PARTS)),
      before: sumOfParts(members.map((key) => before.get(key) ?? NO_PARTS)),
    };
  });
}

/** Rows by status folded to the city's groups; what a group is made of stands below it. */
const folded = (asked: Asked, groups: readonly Group[], labels: (status: string) => string): ReportRow[] =>
  REPORTING_GROUP_CODES.flatMap((code) => {
    const statuses = statusesOfGroup(code);
    const finer = statuses.flatMap((status) => groups.find((group) => group.code === status) ?? []);
    if (finer.length === 0) return [];
    const row = rowOf(asked, {
      code,
      label: labels(code),
      only: { status: statusFilter(statuses) },
      parts: sumOfParts(finer.map(({ parts }) => parts)),
      before: sumOfParts(finer.map(({ before }) => before)),
    });
    return [statuses.length === 1 ? row : { ...row, below: finer.map((group) => rowOf(asked, group)) }];
  });

function sorted(asked: Asked, rows: readonly ReportRow[]): ReportRow[] {
  const rank = asked.definition.columns.find(([, id]) => id === asked.definition.rank)?.[0] ?? '';
  const listed = LISTED[asked.by];
  const code = (row: ReportRow): string => String(row.cells['code']);
  return [...rows].sort((a, b) =>
    listed
      ? listed.indexOf(code(a)) - listed.indexOf(code(b))
      : Number(code(a) === NOBODY) - Number(code(b) === NOBODY) ||
        numberIn(b, rank) - numberIn(a, rank) ||
        String(a.cells['label']).localeCompare(String(b.cells['label']), 'id'),
  );
}

/** Everybody who could have worked has a row, also without work; whoever sees their own alone sees no one else's. */
async function withCapacity(asked: Asked, now: FoundParts): Promise<FoundParts> {
  const capacities = await capacitiesOf(asked);
  const { policy, actor } = asked.caller;
  const isWhole = scopeOf(policy, actor, 'report:read').anyOf.some((when) => when.length === 0);
  const isNarrowed = Object.keys(asked.filters).length > 0;
  const keys = new Set([...now.keys(), ...(isWhole && !isNarrowed ? capacities.keys() : [])]);
  return new Map(
    [...keys].map((key) => [
      key,
      { ...(now.get(key) ?? NO_PARTS), capacity: key === null ? null : (capacities.get(key) ?? null) },
    ]),
  );
}

const wantsCapacity = ({ definition }: Asked): boolean => definition.columns.some(([, id]) => id === 'capacityMinutes');
const measuresOf = ({ definition }: Asked): MeasureId[] => definition.columns.map(([, id]) => id);
const all = (found: FoundParts): Parts => sumOfParts([...found.values()]);

/** Tickets by one dimension. */
export async function grouped(asked: Asked): Promise<Report> {
  const found = await findParts(asked, branchesOf(asked), measuresOf(asked));
  const now = wantsCapacity(asked) ? await withCapacity(asked, found.now) : found.now;
  const groups = (await groupsOf(asked, now, found.before)).filter(
    ({ parts, before }) => !isEmpty(parts) || !isEmpty(before) || parts.capacity !== null,
  );
  const labels = await labelsOf(asked);
  const rows =
    asked.by === 'status'
      ? folded(asked, groups, (status) => labels(status).label)
      : sorted(
          asked,
          groups.map((group) => rowOf(asked, group)),
        );
  return framed(
    asked,
    { counted: all(found.counted), before: all(found.before) },
    {
      rows,
      columns: [
        { key: 'label', unit: 'text', measure: null, leads: null },
        ...asked.definition.columns.map(([key, id]) => columnOf(asked, key, id)),
      ],
      totals: totalsOf(asked, { part: 'now', days: asked.days }, sumOfParts(groups.map(({ parts }) => parts))),
    },
  );
}

/** Before the first ticket of any city. */
const BEGINNING = '2000-01-01';

/** Months of a period, clipped to it. A stock at each month's end is the stock before, and what came and went since. */
export async function byMonth(asked: Asked): Promise<Report> {
  const { days } = asked;
  const hasStock = measuresOf(asked).includes('open');
  const dayBefore = new Date(Date.parse(`${days.from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const base = { part: 'base' as const, days: { from: BEGINNING, to: dayBefore } };
  const measures = measuresOf(asked).filter((id) => id !== 'open');
  const found = await findParts(
    asked,
    [...branchesOf(asked), ...(hasStock ? [base] : [])],
    [...new Set([...measures, ...(hasStock ? (['opened', 'closed'] as const) : [])])],
  );
  const { opened = 0, closed = 0 } = all(found.base).counts;
  let open = opened - closed;
  const rows = monthsOf(days).map((month) => {
    const parts = found.now.get(month) ?? NO_PARTS;
    open += (parts.counts.opened ?? 0) - (parts.counts.closed ?? 0);
    const [first, last] = [firstDayOf(month), lastDayOf(month)];
    const own = { from: first < days.from ? days.from : first, to: last > days.to ? days.to : last };
    const group = { code: month, label: month, only: {}, days: own, before: NO_PARTS };
    return rowOf(asked, { ...group, parts: { ...parts, counts: { ...parts.counts, open } } });
  });
  const whole = { ...all(found.now) };
  return framed(
    asked,
    { counted: all(found.counted), before: all(found.before) },
    {
      rows,
      columns: [
        { key: 'month', unit: 'month', measure: null, leads: null },
        ...asked.definition.columns.map(([key, id]) => columnOf(asked, key, id)),
      ],
      totals: totalsOf(asked, { part: 'now', days }, { ...whole, counts: { ...whole.counts, open } }),
    },
  );
}
