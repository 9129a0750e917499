import { NO_PARTS, type Report, type ReportRow } from '../../domain';
import { all, rowsOf, sql } from '../database/sql';
import { TICKET_FROM } from '../tickets/rows';
import { clausesOf, scopeOf, type Asked } from './asked';
import { branchesOf, framed, totalsOf } from './cells';
import { findParts } from './found';
import { ALL_TICKETS } from './ground';

/** Most tickets one answer tells one by one, the latest first. */
const MOST = 500;
interface Done {
  readonly number: string;
  readonly title: string;
  readonly skpd: string;
  readonly service: string;
  readonly officer: string | null;
  readonly resolvedOn: string;
  readonly result: string | null;
}

/** Rekap pekerjaan selesai: each ticket with its result, and beside them the numbers of all. */
export async function completed(asked: Asked): Promise<Report> {
  const { days, caller, on, definition } = asked;
  const found = await findParts(
    asked,
    branchesOf(asked),
    definition.columns.map(([, id]) => id),
  );
  const where = all([
    clausesOf({ status: 'RESOLVED', resolvedFrom: days.from, resolvedTo: days.to }, caller),
    scopeOf(asked, 'RESOLVED', 'seen') ?? sql`false`,
  ]);
  const done = await rowsOf<Done>(
    on,
    // The latest are found among the facts, which are sorted by it; their words are read of those alone.
    sql`with latest as (select t.id from ${ALL_TICKETS} where ${where} order by t.resolved_at desc, t.id desc
      limit ${MOST + 1})
    select t.number, t.title, s.name as skpd, c.name as service, a.name as officer,
      wib_day(t.resolved_at)::text as "resolvedOn", t.resolution_summary as result
    ${TICKET_FROM} where t.id in (select id from latest) order by t.resolved_at desc, t.id desc`,
  );
  const rows = done.slice(0, MOST).map((ticket): ReportRow => ({ cells: { ...ticket }, drill: null }));
  const words = (['number', 'title', 'skpd', 'service', 'officer', 'resolvedOn', 'result'] as const).map((key) => ({
    key,
    unit: key === 'resolvedOn' ? ('day' as const) : ('text' as const),
    measure: null,
    leads: null,
  }));
  const parts = { counted: found.counted.get('all') ?? NO_PARTS, before: found.before.get('all') ?? NO_PARTS };
  const totals = totalsOf(asked, { part: 'now', days }, found.now.get('all') ?? NO_PARTS);
  const report = framed(asked, parts, { rows, columns: words, totals });
  return done.length > MOST ? { ...report, notes: [...report.notes, { code: 'cut', facts: { limit: MOST } }] } : report;
}
