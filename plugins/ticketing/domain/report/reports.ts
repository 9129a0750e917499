import type { DimensionId } from './dimensions';
import type { MeasureId } from './measures';

/** A column's key in cells, and the measure it shows. */
export type MeasuredColumn = readonly [key: string, measure: MeasureId];
/**
 * One report. `by` is what its rows may stand for, the first unless asked otherwise: a dimension; `measure`, one row for
 * each; `ticket`, one row for each; `period`, one row for each survey. `rank` is the measure that orders rows, and that a
 * row's own link leads to.
 */
export interface ReportDefinition {
  readonly version: number;
  readonly by: readonly (DimensionId | 'measure' | 'ticket' | 'period')[];
  readonly columns: readonly MeasuredColumn[];
  readonly rank: MeasureId;
}

const same = (...measures: readonly MeasureId[]): MeasuredColumn[] => measures.map((id) => [id, id]);

/** The city's spine: what was filed in the period, and what became of it. */
const SPINE: readonly MeasuredColumn[] = [
  ['received', 'received'],
  ['new', 'receivedNew'],
  ['inProgress', 'receivedInProgress'],
  ['resolved', 'receivedResolved'],
  ['rejected', 'receivedRejected'],
  ['cancelled', 'receivedCancelled'],
  ['overdue', 'receivedOverdue'],
  ['unmeasured', 'receivedUnmeasured'],
  ['onTime', 'receivedOnTime'],
];
const grouped = (by: DimensionId): ReportDefinition => ({ version: 2, by: [by], columns: SPINE, rank: 'received' });

const RESPONSE = same(
  ...(['responseMinutes', 'responseMedian', 'responseP90'] as const),
  ...(['responseMinutesAlways', 'responseMedianAlways', 'responseP90Always'] as const),
);
const RESOLUTION = same(
  ...(['resolutionMinutes', 'resolutionMedian', 'resolutionP90'] as const),
  ...(['resolutionMinutesAlways', 'resolutionMedianAlways', 'resolutionP90Always'] as const),
);
const WHOSE = ['skpd', 'category', 'service', 'priority', 'channel'] as const;
const BY_WHOM = ['officer', 'team'] as const;

export const REPORT_TABLE = {
  summary: {
    version: 3,
    by: ['measure'],
    columns: [
      ['open', 'open'],
      ['new', 'openNew'],
      ['inProgress', 'openInProgress'],
      ['inHand', 'inHand'],
      ['waitingRequester', 'waitingRequester'],
      ['waitingThirdParty', 'waitingThirdParty'],
      ['overdue', 'overdue'],
      ['dueToday', 'dueToday'],
      ['unassigned', 'unassigned'],
      ['submitted', 'received'],
      ['resolved', 'resolved'],
      ['rejected', 'receivedRejected'],
      ['cancelled', 'receivedCancelled'],
      ['onTime', 'resolvedOnTime'],
      ['unmeasured', 'resolvedUnmeasured'],
      ['responseOnTime', 'answeredOnTime'],
      ...RESPONSE,
      ...RESOLUTION,
      ['rating', 'rating'],
      ['reopened', 'reopened'],
      ['effortMinutes', 'effortMinutes'],
    ],
    rank: 'received',
  },
  'by-status': grouped('status'),
  'by-skpd': grouped('skpd'),
  'by-category': grouped('category'),
  'by-service': grouped('service'),
  'by-priority': grouped('priority'),
  'by-channel': grouped('channel'),
  'by-officer': grouped('officer'),
  'by-team': grouped('team'),
  workload: {
    version: 3,
    by: BY_WHOM,
    columns: [
      ['open', 'open'],
      ['inProgress', 'openInProgress'],
      ['resolved', 'resolved'],
      ['overdue', 'overdue'],
      ['dueToday', 'dueToday'],
      ['resolutionMinutes', 'resolutionMinutes'],
      ['resolutionMinutesAlways', 'resolutionMinutesAlways'],
      ...same('effortMinutes', 'capacityMinutes', 'capacityUsed'),
    ],
    rank: 'open',
  },
  sla: {
    version: 1,
    by: ['service', 'category', 'skpd', 'priority', 'channel', ...BY_WHOM, 'month'],
    columns: [
      ...same('answered', 'answeredLate', 'answeredOnTime', 'resolved', 'resolvedUnmeasured', 'resolvedLate'),
      ['onTime', 'resolvedOnTime'],
      ...RESOLUTION,
    ],
    rank: 'resolved',
  },
  trend: {
    version: 2,
    by: ['month'],
    columns: [
      ['submitted', 'received'],
      ['resolved', 'resolved'],
      ['onTime', 'resolvedOnTime'],
      ...same('opened', 'closed', 'open'),
    ],
    rank: 'received',
  },
  backlog: {
    version: 1,
    by: ['team', 'officer', ...WHOSE, 'month'],
    columns: [
      ...same('opened', 'closed', 'open', 'unassigned'),
      ...same('openOneDay', 'openFiveDays', 'openTwentyDays', 'openLonger', 'oldest'),
    ],
    rank: 'open',
  },
  completed: {
    version: 1,
    by: ['ticket', ...BY_WHOM, ...WHOSE, 'month'],
    columns: same('resolved', 'resolvedAgain', 'resolvedOnTime', 'resolutionMedian', 'resolutionMedianAlways'),
    rank: 'resolved',
  },
  reopened: {
    version: 1,
    by: ['service', 'category', 'skpd', 'priority', 'channel', ...BY_WHOM, 'month'],
    columns: same('reopened', 'resolved', 'resolvedAgain'),
    rank: 'reopened',
  },
  waiting: {
    version: 1,
    by: [...WHOSE, ...BY_WHOM],
    columns: same('waitingRequester', 'oldestForRequester', 'waitingThirdParty', 'oldestForThirdParty'),
    rank: 'waitingRequester',
  },
  'first-response': {
    version: 1,
    by: ['team', 'officer', ...WHOSE, 'month'],
    columns: [...same('answered', 'answeredLate', 'answeredOnTime'), ...RESPONSE],
    rank: 'answered',
  },
  'requester-response': {
    version: 1,
    by: [...WHOSE, 'month'],
    columns: same('replies', 'replyMinutes', 'replyMedian', 'replyP90'),
    rank: 'replies',
  },
  effort: {
    version: 1,
    by: [...BY_WHOM, ...WHOSE, 'month'],
    columns: same('effortMinutes', 'effortEntries'),
    rank: 'effortEntries',
  },
  satisfaction: {
    version: 2,
    by: ['service', 'month', 'category', 'skpd', ...BY_WHOM],
    columns: same('resolved', 'rated', 'rating', 'satisfied'),
    rank: 'resolved',
  },
  survey: { version: 1, by: ['period'], columns: [], rank: 'rated' },
} as const satisfies Record<string, ReportDefinition>;
export type ReportName = keyof typeof REPORT_TABLE;
export const REPORTS = Object.keys(REPORT_TABLE) as [ReportName, ...ReportName[]];
export const definitionOf = (report: ReportName): ReportDefinition => REPORT_TABLE[report];
