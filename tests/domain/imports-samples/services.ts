import fs from 'node:fs';
import path from 'node:path';
import { parseCsv } from 'strapi-plugin-ticketing/domain';
import {
  judgeService,
  durationIn,
  missingServiceColumns,
  serviceColumnsOf,
  type ServiceGround,
} from '../../../plugins/ticketing/domain/imports';
import { FIXTURES } from '../fixtures/imports';

describe('a list of services', () => {
  const said = {
    ...{ approver: null, requiresLetter: false, requiresDisposition: false, requiresAssignmentLetter: false },
    ...{ isConfidential: false, hasSensitiveAttachments: false, attachmentKinds: [], keywords: ['wifi'] },
    ...{ reference: null, englishName: null, englishScope: null, fields: [], sla: null },
  };
  const service = (code: string, name: string) => ({
    ...{ ...said, id: 2, code, version: 'v', isActive: true, group: 'NET', name, team: 'TIM-INFRA' },
    ...{ kind: 'INCIDENT' as const, defaultPriority: 'HIGH' as const },
  });
  const ground: ServiceGround = {
    book: {
      categories: [
        {
          ...{ id: 1, code: 'NET', name: 'Jaringan & Internet', version: 'v', description: null, englishName: null },
          ...{ englishDescription: null, icon: 'wifi', isActive: true, services: [] },
        },
      ],
      teams: [{ code: 'TIM-INFRA', name: 'Tim Infrastruktur' }],
      calendars: [
        { code: 'JAM_KERJA', name: 'Jam kerja', isAroundTheClock: false },
        { code: '24X7', name: '24 jam', isAroundTheClock: true },
      ],
    },
    services: new Map(
      [service('NET-01', 'Gangguan internet'), service('NET-02', 'VPN'), service('NET-03', 'LAN')].map((one) => [
        one.code,
        one,
      ]),
    ),
    calendar: 'JAM_KERJA',
    isPattern: () => true,
  };
  const [, head, ...lines] = parseCsv(fs.readFileSync(path.join(FIXTURES, 'layanan.csv'), 'utf8'));
  const columns = serviceColumnsOf(head?.cells ?? []);
  const above = { codes: new Map<string, number>(), groups: [] };
  const judged = lines.map((line) => judgeService(line, columns, above, ground));
  const listed = judged.flatMap((one) => ('listed' in one ? [one.listed] : []));

  test('has a category above its services, which take from it what they are', () => {
    expect(missingServiceColumns(columns)).toEqual([]);
    expect(missingServiceColumns(serviceColumnsOf(['Kode', 'Nama']))).toEqual(['group']);
    expect(listed.map(({ is, code, before }) => [is, code, before !== null])).toEqual([
      ['group', 'CTH', false],
      ['service', 'CTH-01', false],
      ['service', 'CTH-02', false],
      ['service', 'CTH-03', false],
      ['service', 'NET-01', true],
      ['group', 'NET', true],
    ]);
    expect(listed[1]?.said).toMatchObject({
      ...{ group: 'CTH', kind: 'REQUEST', defaultPriority: 'LOW', reference: 'Perwako contoh' },
      sla: { calendar: 'JAM_KERJA', responseMinutes: 120, resolutionMinutes: 675, mode: 'DURATION' },
    });
    expect(listed[2]?.said).toMatchObject({ sla: { calendar: '24X7', responseMinutes: 30, resolutionMinutes: 240 } });
    expect(listed[3]).toMatchObject({ isActive: false, said: { sla: null } });
  });
  test('names what it changes of what is here, and leaves alone what it does not say', () => {
    expect(listed[4]?.changes).toEqual([{ field: 'name', from: 'Gangguan internet', to: 'Gangguan internet kantor' }]);
    expect(listed[4]?.said).toMatchObject({ team: 'TIM-INFRA', keywords: ['wifi'], defaultPriority: 'HIGH' });
    expect(listed[5]?.changes).toEqual([]);
  });
  test('has each bad line named', () => {
    const faults = judged.flatMap((one) => ('faults' in one ? one.faults : []));
    expect(faults.map(({ line, code, column }) => [line, code, column])).toEqual([
      [8, 'required', 'Nama Layanan'],
      [9, 'unknownGroup', 'Kategori'],
      [10, 'unknownTeam', 'Tim Pelaksana'],
      [10, 'unknownKind', 'Jenis'],
      [10, 'unknownServicePriority', 'Prioritas'],
      [10, 'notYesOrNo', 'Aktif'],
      [11, 'responseAfterResolution', 'Respons (jam)'],
      [12, 'unknownCalendar', 'Kalender'],
      [12, 'wrongDuration', 'Respons (jam)'],
      [13, 'twice', 'Kode Layanan'],
      [14, 'groupAsService', 'Kode Layanan'],
      [15, 'serviceAsGroup', 'Kode Layanan'],
      [16, 'notForGroup', 'Tim Pelaksana'],
      [17, 'required', 'Selesai (hari kerja)'],
    ]);
  });
  test.each<[string, string, boolean, number | null]>([
    ['1 hari kerja 2 jam', '', false, 570],
    ['1 hari', '', true, 1440],
    ['7,5', 'SLA (jam)', false, 450],
    ['2', 'SLA (hari kerja)', false, 900],
    ['45', 'Respons menit', false, 45],
    ['2 jam lebih', '', false, null],
    ['0', '', false, null],
    ['1400 hari', '', false, null],
  ])('%s under "%s" is %s', (text, under, isAroundTheClock, minutes) =>
    expect(durationIn(text, under, isAroundTheClock)).toBe(minutes),
  );
});
