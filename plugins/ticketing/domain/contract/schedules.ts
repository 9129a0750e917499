import { z } from 'zod';
import { LANGUAGES, type Language } from '../language';
import { LIMITS } from '../limits';
import {
  CADENCES,
  REPORTS,
  SCHEDULE_LIMITS,
  SENT_FORMATS,
  type Filters,
  type ReportName,
  type Rhythm,
  type SentFormat,
} from '../report';
import { reply, text, whole, type Endpoints } from './shapes';
import { dimensionFilters } from './ticket-list';
import type { LetterState } from './mail';

const ACCOUNTS = ['portal', 'staff'] as const;

/** Somebody who is sent a scheduled report. */
export interface ScheduleRecipient {
  readonly door: (typeof ACCOUNTS)[number];
  readonly id: number;
  readonly name: string;
}
export const COPY_STATES = ['WAITING', 'WORKING', 'READY', 'SKIPPED', 'FAILED'] as const;
/**
 * What one person was sent: made under their own rights, and kept. SKIPPED: they have no account in use, or may read no
 * reports. `letter` is how the last letter with it stands. `size` in bytes.
 */
export interface ReportCopy {
  readonly id: string;
  readonly name: string;
  readonly state: (typeof COPY_STATES)[number];
  readonly letter: LetterState | null;
  readonly files: readonly { readonly id: number; readonly name: string; readonly size: number }[];
}
/** One run: the days it tells of (WIB, both included), and what each recipient was sent. */
export interface ReportRun {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly startedAt: string;
  readonly copies: readonly ReportCopy[];
}
/** Reports that are made and sent by themselves. `next` is null while it rests; `runs` are the latest ones. */
export interface ReportSchedule extends Rhythm {
  readonly id: string;
  readonly name: string;
  readonly reports: readonly ReportName[];
  readonly formats: readonly SentFormat[];
  readonly language: Language;
  /** What its reports are narrowed to, as `/reports` takes it. */
  readonly filters: Filters;
  readonly recipients: readonly ScheduleRecipient[];
  readonly isActive: boolean;
  readonly next: { readonly at: string; readonly from: string; readonly to: string } | null;
  readonly runs: readonly ReportRun[];
}

const some = <T extends string>(values: readonly [T, ...T[]], most: number) =>
  z
    .array(z.enum(values))
    .min(1)
    .max(most)
    .refine((chosen) => new Set(chosen).size === chosen.length);
/** As an address writes them, so that a run asks for its report as a page would. */
const filters = z
  .record(z.string().max(40), z.string().max(5000))
  .refine((given) => z.strictObject(dimensionFilters).safeParse(given).success)
  .default({});
const said = z.strictObject({
  name: text(LIMITS.name),
  reports: some(REPORTS, SCHEDULE_LIMITS.reports),
  formats: some(SENT_FORMATS, SENT_FORMATS.length),
  language: z.enum(LANGUAGES),
  filters,
  cadence: z.enum(CADENCES),
  workingDay: z.number().int().min(1).max(SCHEDULE_LIMITS.workingDay),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  recipients: z
    .array(z.strictObject({ door: z.enum(ACCOUNTS), id: z.number().int().min(1).max(2_147_483_647) }))
    .min(1)
    .max(SCHEDULE_LIMITS.recipients),
  isActive: z.boolean(),
});
const byId = z.strictObject({ id: z.uuid() });

/** Who is sent which reports, when, in which language and as which files; and every run there was. */
export const schedules = {
  listSchedules: {
    method: 'GET',
    path: '/report-schedules',
    permission: 'settings:read',
    reply: reply<ReportSchedule[]>(),
  },
  createSchedule: {
    method: 'POST',
    path: '/report-schedules',
    permission: 'settings:manage',
    status: 201,
    limit: 20,
    body: said,
    reply: reply<ReportSchedule[]>(),
  },
  changeSchedule: {
    method: 'PUT',
    path: '/report-schedules/:id',
    permission: 'settings:manage',
    limit: 60,
    params: byId,
    body: said,
    reply: reply<ReportSchedule[]>(),
  },
  /** Makes and sends it now, of the period that its last due run told of. */
  runSchedule: {
    method: 'POST',
    path: '/report-schedules/:id/runs',
    permission: 'settings:manage',
    limit: 6,
    params: byId,
    reply: reply<ReportSchedule[]>(),
  },
  /** Sends what was made then once more, byte for byte, to those who may still read it. */
  resendRun: {
    method: 'POST',
    path: '/report-runs/:id/letters',
    permission: 'settings:manage',
    limit: 6,
    params: byId,
    reply: reply<ReportSchedule[]>(),
  },
  readSentFile: {
    method: 'GET',
    path: '/report-files/:id',
    permission: 'settings:manage',
    stream: true,
    limit: 60,
    params: z.strictObject({ id: whole(1, Number.MAX_SAFE_INTEGER) }),
    reply: reply<Response>(),
  },
} as const satisfies Endpoints;
