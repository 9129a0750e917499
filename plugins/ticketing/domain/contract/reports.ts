import { z } from 'zod';
import { REPORTS, SATISFACTION_ROWS, type Report } from '../report';
import { codes, period, reply, type Endpoints } from './shapes';

export const reports = {
  getReport: {
    method: 'GET',
    path: '/reports/:report',
    permission: 'report:read',
    params: z.strictObject({ report: z.enum(REPORTS) }),
    query: z.strictObject({
      ...period,
      skpd: codes.optional(),
      category: codes.optional(),
      by: z.enum(SATISFACTION_ROWS).optional(),
    }),
    reply: reply<Report>(),
  },
} as const satisfies Endpoints;
