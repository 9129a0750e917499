import fs from 'node:fs';
import path from 'node:path';
import { parseCsv } from 'strapi-plugin-ticketing/domain';
import { accountColumnsAt, judgeListedAccount, missingAccountColumns } from '../../../plugins/ticketing/domain/imports';
import { FIXTURES } from '../fixtures/imports';

describe('a list of people', () => {
  const ground = {
    units: [{ code: 'DINKES', name: 'Dinas Kesehatan' }],
    teams: [
      { code: 'TIM-INFRA', name: 'Tim Infrastruktur' },
      { code: 'TIM-APP', name: 'Tim Aplikasi' },
    ],
    isKnown: (email: string) => email === 'hendra.koto@contoh.test',
  };
  const read = (file: string, door: 'portal' | 'staff') => {
    const [head, ...lines] = parseCsv(fs.readFileSync(path.join(FIXTURES, file), 'utf8'));
    const columns = accountColumnsAt(door)(head?.cells ?? []);
    expect(missingAccountColumns(door)(columns)).toEqual([]);
    const seen = new Map<string, number>();
    return lines.map((line) => judgeListedAccount(line, columns, door, seen, ground));
  };
  const faultsIn = (judged: ReturnType<typeof read>) =>
    judged.flatMap((one) => ('faults' in one ? one.faults : [])).map(({ line, code, column }) => [line, code, column]);

  test('of the portal gives its accounts, and names each bad line with its column', () => {
    const judged = read('akun.csv', 'portal');
    expect(judged[0]).toEqual({
      account: {
        ...{ fullName: 'Wulan Sari', email: 'wulan.sari@contoh.test', roles: ['REQUESTER'], skpd: 'DINKES', teams: [] },
        ...{ position: 'Pranata Komputer', phone: '0840-0000-0401', nip: '198501012010012001' },
      },
      isKnown: false,
    });
    expect(judged[1]).toMatchObject({ account: { roles: ['LEADER'], skpd: null }, isKnown: true });
    expect(faultsIn(judged)).toEqual([
      [4, 'wrongName', 'Nama Lengkap'],
      [5, 'wrongAddress', 'Email'],
      [6, 'unknownRole', 'Peran'],
      [7, 'noUnit', 'Unit Kerja'],
      [8, 'wrongPhone', 'No. HP/WA'],
      [9, 'wrongNip', 'NIP'],
      [10, 'twice', 'Email'],
    ]);
  });
  test('of staff has roles, of which there may be several, and teams', () => {
    const judged = read('petugas.csv', 'staff');
    expect(faultsIn(judged)).toEqual([
      [2, 'unknownTeam', 'Tim'],
      [5, 'required', 'Peran'],
      [6, 'unknownStaffRole', 'Peran'],
    ]);
    expect(judged[2]).toMatchObject({
      account: {
        email: 'sri.wahyuni@contoh.test',
        roles: ['OFFICER', 'COORDINATOR'],
        teams: ['TIM-INFRA'],
        skpd: null,
      },
    });
    expect(missingAccountColumns('staff')(accountColumnsAt('staff')(['Nama', 'SKPD']))).toEqual(['email', 'role']);
  });
});
