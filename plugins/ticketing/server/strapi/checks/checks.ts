import { UID } from '../../database/content-types';
import { boundCalendars } from '../../desk/calendar-uses';
import { calendarFaults, holidayFaults, priorityFaults, slaFaults } from './calendars';
import type { Check } from './fault';
import { announcementFaults, guideFaults } from './help';
import { identityFaults } from './identity';
import { byCode, byId, type InUse } from './in-use';
import { kindFaults, missingCalendar, takenDay, takenSlug } from './others';
import { passwordFaults } from './password';
import { surveyFaults } from './survey';

interface Checks {
  /** What is asked before a save. Strapi's own checks come after, and speak English. */
  readonly checks?: readonly Check[];
  /** Parts that checks look into are read along; a save may leave them out. */
  readonly parts?: object;
  /** What may not be deleted while something leads to it; `database/sql/030-in-use.sql` guards the same keys below. */
  readonly inUse?: InUse;
}

const DEACTIVATE = 'Nonaktifkan saja, agar riwayatnya tetap utuh.';
const BLOCK = 'Blokir saja akunnya, agar riwayatnya tetap utuh.';

/** What is checked of each content type. */
export const CHECKS: Readonly<Record<string, Checks>> = {
  [UID.guide]: {
    checks: [guideFaults, takenSlug],
    inUse: { what: 'Panduan', instead: DEACTIVATE, uses: [byId('penilaian pembaca', 'guide_ratings', 'guide_id')] },
  },
  [UID.announcement]: { checks: [announcementFaults] },
  [UID.calendar]: {
    checks: [calendarFaults],
    parts: { slots: true, periods: { populate: { slots: true } } },
    inUse: {
      what: 'Kalender kerja',
      instead: 'Ubah saja isinya.',
      uses: [
        byCode('layanan', 'components_service_slas', 'calendar', 'working_calendars'),
        { of: 'kalender kantor atau janji tiket yang lalu', count: boundCalendars },
      ],
    },
  },
  [UID.identity]: {
    checks: [identityFaults],
    parts: { head: true, completionSigner: true, assignmentSigner: true, incidentSigner: true },
  },
  [UID.holiday]: { checks: [holidayFaults, takenDay] },
  [UID.category]: {
    checks: [slaFaults, kindFaults, missingCalendar],
    parts: { sla: true },
    inUse: {
      what: 'Kategori atau layanan',
      instead: DEACTIVATE,
      uses: [byId('tiket', 'tickets', 'category_id'), byId('layanan di bawahnya', 'categories', 'parent_id')],
    },
  },
  [UID.priority]: {
    checks: [priorityFaults],
    inUse: {
      what: 'Prioritas',
      instead: 'Ubah saja nama atau targetnya.',
      uses: [
        byCode('tiket', 'tickets', 'priority', 'priorities'),
        byCode('layanan', 'categories', 'default_priority', 'priorities'),
      ],
    },
  },
  [UID.skpd]: {
    inUse: {
      what: 'SKPD',
      instead: DEACTIVATE,
      uses: [
        byId('tiket', 'tickets', 'skpd_id'),
        byId('akun portal', 'desk_accounts()', 'skpd_id'),
        byId('SKPD lain', 'skpd', 'parent_id'),
        byId('SKPD lain', 'skpd', 'replaced_by_id'),
      ],
    },
  },
  [UID.team]: {
    inUse: {
      what: 'Tim',
      instead: DEACTIVATE,
      uses: [byId('tiket', 'tickets', 'team_id'), byId('layanan', 'categories', 'team_id')],
    },
  },
  [UID.surveyPeriod]: {
    checks: [surveyFaults],
    inUse: {
      what: 'Periode survei',
      instead: 'Nonaktifkan saja, agar jawabannya tetap ada.',
      uses: [byId('jawaban', 'survey_responses', 'period_id')],
    },
  },
  [UID.portalUser]: {
    checks: [passwordFaults],
    inUse: { what: 'Akun portal', instead: BLOCK, uses: [byId('tiket', 'tickets', 'requester_id')] },
  },
  [UID.staffUser]: {
    inUse: { what: 'Akun staf', instead: BLOCK, uses: [byId('tiket', 'tickets', 'assignee_id')] },
  },
};
