import { z } from 'zod';
import { DIMENSION_IDS, type Report } from '../report';
import { codes, period, reply, type Endpoints } from './shapes';

const ANSWERED = [
  'summary',
  'by-status',
  'by-skpd',
  'by-category',
  'by-priority',
  'workload',
  'trend',
  'satisfaction',
] as const;

export const reports = {
  getReport: {
    method: 'GET',
    path: '/reports/:report',
    permission: 'report:read',
    params: z.strictObject({ report: z.enum(ANSWERED) }),
    query: z.strictObject({
      ...period,
      skpd: codes.optional(),
      category: codes.optional(),
      by: z.enum(DIMENSION_IDS).optional(),
    }),
    reply: reply<Report>(),
  },
} as const satisfies Endpoints;
