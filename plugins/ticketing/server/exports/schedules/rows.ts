import type { Knex } from 'knex';
import { type Cadence, type Filters, type Language, type ReportName, type SentFormat } from '../../../domain';
import type { ReportRun, ScheduleRecipient } from '../../../domain/contract';
import { rowsOf, sql } from '../../database/sql';

/** So many runs of each schedule are shown; older ones stay in the table. */
const SHOWN_RUNS = 6;

export interface ScheduleRow {
  readonly id: string;
  readonly name: string;
  readonly reports: ReportName[];
  readonly formats: SentFormat[];
  readonly language: Language;
  readonly filters: Filters;
  readonly cadence: Cadence;
  readonly working_day: number;
  readonly at_time: string;
  readonly is_active: boolean;
  readonly begun_until: Date;
}
export type ListedRow = ScheduleRow & {
  readonly recipients: readonly ScheduleRecipient[];
  readonly runs: readonly ReportRun[];
};

/** Everybody with an account, in use or not, under `p`. */
export const PEOPLE = sql`(
  select 'staff' as kind, u.id, u.name, a.email, u.is_in_use from desk_staff() u
    left join desk_staff_addresses() a on a.staff_id = u.id
  union all
  select 'portal', u.id, u.name, u.email, not u.blocked from desk_accounts() u) p`;

const COPIES = sql`select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'state', c.state, 'letter',
    (select l.state from letters l where l.id = c.letter_id), 'files', (select coalesce(json_agg(json_build_object('id',
    f.id, 'name', f.name, 'size', length(f.bytes)) order by f.id), '[]') from letter_files f where f.id = any(c.files)))
    order by c.name), '[]') from report_copies c where c.run_id = r.id`;
const RUNS = sql`select coalesce(json_agg(json_build_object('id', r.id, 'from', r.first_day, 'to', r.last_day, 'startedAt',
    to_char(r.started_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'copies', (${COPIES})) order by r.started_at desc), '[]')
  from (select * from report_runs where schedule_id = s.id order by started_at desc limit ${SHOWN_RUNS}) r`;

/** All of them, with who is sent what, and their latest runs. */
export const listedRows = (on: Knex): Promise<ListedRow[]> =>
  rowsOf<ListedRow>(
    on,
    sql`select s.*, (${RUNS}) as runs, (select coalesce(json_agg(json_build_object('door', q.kind, 'id', q.person_id,
        'name', p.name) order by q.place), '[]') from report_recipients q join ${PEOPLE} on p.kind = q.kind and p.id =
        q.person_id where q.schedule_id = s.id) as recipients
      from report_schedules s order by s.created_at, s.id`,
  );

export const activeRows = (on: Knex): Promise<ScheduleRow[]> =>
  rowsOf<ScheduleRow>(on, sql`select * from report_schedules where is_active order by created_at, id`);

/** What one recipient of a run is to be sent. */
export interface CopyRow {
  readonly id: string;
  readonly kind: 'portal' | 'staff';
  readonly person_id: number;
  readonly name: string;
  readonly email: string;
  readonly attempts: number;
  readonly files: string[];
  readonly title: string;
  readonly reports: ReportName[];
  readonly formats: SentFormat[];
  readonly language: Language;
  readonly filters: Filters;
  readonly first_day: string;
  readonly last_day: string;
}
/** Copies as `CopyRow`, under `c`. */
export const COPY = sql`c.id, c.kind, c.person_id, c.attempts, c.files, p.name, p.email, r.name as title, r.reports,
  r.formats, r.language, r.filters, r.first_day::text, r.last_day::text`;
export const COPY_FROM = sql`report_copies c join report_runs r on r.id = c.run_id join ${PEOPLE} on p.kind = c.kind and
  p.id = c.person_id`;
