import { errors } from '@strapi/utils';
import { UID } from '../database/content-types';
import { rowsOf, sql, trusted, type Sql } from '../database/sql';
import { type Trx } from '../database/transaction';

interface Use {
  readonly of: string;
  readonly count: (ids: readonly number[]) => Sql;
}
interface Rule {
  readonly what: string;
  readonly instead: string;
  readonly uses: readonly Use[];
}

const by = (of: string, table: string, column: string): Use => ({
  of,
  count: (ids) =>
    sql`select count(*)::int as count from ${trusted(table)} where ${trusted(column)} = any(${ids}::int[])`,
});
/** Where a row is named by its code rather than by its id. */
const byCode = (of: string, table: string, column: string, owner: string): Use => ({
  of,
  count: (ids) =>
    sql`select count(*)::int as count from ${trusted(table)} where ${trusted(column)} in
      (select code from ${trusted(owner)} where id = any(${ids}::int[]))`,
});

const DEACTIVATE = 'Nonaktifkan saja, agar riwayatnya tetap utuh.';
const BLOCK = 'Blokir saja akunnya, agar riwayatnya tetap utuh.';

/** What may not be deleted while something leads to it; the same keys are guarded below us in `database/sql/030-in-use.sql`. */
const RULES: Readonly<Record<string, Rule>> = {
  [UID.skpd]: {
    what: 'SKPD',
    instead: DEACTIVATE,
    uses: [
      by('tiket', 'tickets', 'skpd_id'),
      by('akun portal', 'desk_accounts()', 'skpd_id'),
      by('SKPD lain', 'skpd', 'parent_id'),
      by('SKPD lain', 'skpd', 'replaced_by_id'),
    ],
  },
  [UID.category]: {
    what: 'Kategori atau layanan',
    instead: DEACTIVATE,
    uses: [by('tiket', 'tickets', 'category_id'), by('layanan di bawahnya', 'categories', 'parent_id')],
  },
  [UID.team]: {
    what: 'Tim',
    instead: DEACTIVATE,
    uses: [by('tiket', 'tickets', 'team_id'), by('layanan', 'categories', 'team_id')],
  },
  [UID.priority]: {
    what: 'Prioritas',
    instead: 'Ubah saja nama atau targetnya.',
    uses: [
      byCode('tiket', 'tickets', 'priority', 'priorities'),
      byCode('layanan', 'categories', 'default_priority', 'priorities'),
    ],
  },
  [UID.calendar]: {
    what: 'Kalender kerja',
    instead: 'Ubah saja isinya.',
    uses: [byCode('layanan', 'components_service_slas', 'calendar', 'working_calendars')],
  },
  [UID.guide]: { what: 'Panduan', instead: DEACTIVATE, uses: [by('penilaian pembaca', 'guide_ratings', 'guide_id')] },
  [UID.surveyPeriod]: {
    what: 'Periode survei',
    instead: 'Nonaktifkan saja, agar jawabannya tetap ada.',
    uses: [by('jawaban', 'survey_responses', 'period_id')],
  },
  [UID.portalUser]: { what: 'Akun portal', instead: BLOCK, uses: [by('tiket', 'tickets', 'requester_id')] },
  [UID.staffUser]: { what: 'Akun staf', instead: BLOCK, uses: [by('tiket', 'tickets', 'assignee_id')] },
};

/** Refuses, in a sentence Strapi's screens show, to delete what is in use: its foreign keys would be blanked without a word. */
export async function refuseInUse(trx: Trx, uid: string, ids: readonly number[]): Promise<void> {
  const rule = RULES[uid];
  if (!rule || ids.length === 0) return;
  for (const { of, count } of rule.uses) {
    const [row] = await rowsOf<{ count: number }>(trx, count(ids));
    if (row?.count)
      throw new errors.ApplicationError(
        `${rule.what} ini tidak dapat dihapus karena dipakai oleh ${row.count} ${of}. ${rule.instead}`,
        { code: 'inUse', usedBy: of, count: row.count },
      );
  }
}
