import { z } from 'zod';
import { COMPARISONS, DIMENSION_IDS, REPORTS, type Report } from '../report';
import { day, list, period, reply, type Endpoints } from './shapes';
import { dimensionFilters, staffId } from './ticket-list';

/** What every report may be asked with; the filters are those of `/tickets`, and mean the same. */
const asked = {
  ...period,
  ...dimensionFilters,
  assignee: z.union([z.literal('none'), staffId]).optional(),
  /** The summary is compared with the period before unless asked otherwise; `range` wants both of its days. */
  compare: z.enum(COMPARISONS).optional(),
  compareFrom: day.optional(),
  compareTo: day.optional(),
  /** Units that were replaced are counted under their successors. */
  rollUp: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
};

export const reports = {
  getReport: {
    method: 'GET',
    path: '/reports/:report',
    permission: 'report:read',
    params: z.strictObject({ report: z.enum(REPORTS) }),
    query: z.strictObject({ ...asked, by: z.enum(DIMENSION_IDS).optional() }),
    reply: reply<Report>(),
  },
  /** Several at once, with the same period and filters. */
  listReports: {
    method: 'GET',
    path: '/reports',
    permission: 'report:read',
    query: z.strictObject({ ...asked, names: list(REPORTS) }),
    reply: reply<Report[]>(),
  },
} as const satisfies Endpoints;
