import { z } from 'zod';
import { parseDay } from '../wib';
import { day, reply, type Endpoints } from './shapes';

/** Days that one bundle may span: a quarter and a bit. */
const MOST_DAYS = 100;

/**
 * All Berita Acara of the tickets that were resolved in a period (days in WIB, both included), in one ZIP, made in the
 * background. `done` of `total` papers lie in it so far; `skipped` are those its owner may not have.
 */
export interface PaperBundle {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly state: 'WAITING' | 'WORKING' | 'READY' | 'FAILED';
  readonly total: number | null;
  readonly done: number;
  readonly skipped: number;
  /** In bytes, once it is ready. */
  readonly size: number | null;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
  /** When the file is removed; the papers themselves stay. */
  readonly expiresAt: string | null;
}

/** Papers of a whole period at once, for whoever may take tickets away. */
export const bundles = {
  listBundles: {
    method: 'GET',
    path: '/document-bundles',
    permission: 'ticket:export',
    reply: reply<PaperBundle[]>(),
  },
  requestBundle: {
    method: 'POST',
    path: '/document-bundles',
    permission: 'ticket:export',
    limit: 6,
    body: z
      .strictObject({ from: day, to: day })
      .refine(({ from, to }) => from <= to, { path: ['to'] })
      .refine(({ from, to }) => parseDay(to) - parseDay(from) < MOST_DAYS, { path: ['to'] }),
    reply: reply<PaperBundle[]>(),
  },
  readBundle: {
    method: 'GET',
    path: '/document-bundles/:id.zip',
    permission: 'ticket:export',
    stream: true,
    limit: 20,
    params: z.strictObject({ id: z.uuid() }),
    reply: reply<Response>(),
  },
} as const satisfies Endpoints;
