import { facts } from '../support/facts';
import {
  accountIssues,
  areSound,
  readAccounts,
  can,
  DEFAULT_POLICY,
  PERMISSIONS,
  ROLES,
  scopeOf,
  TOKEN_GRANTS,
  type Actor,
  type Permission,
  type Role,
  type TicketFacts,
} from 'strapi-plugin-ticketing/domain';

const actor = (role: Role, over: Partial<Actor> = {}): Actor => ({
  kind: role === 'REQUESTER' || role === 'LEADER' ? 'portal' : 'staff',
  id: 7,
  name: role,
  roles: [role],
  skpdCode: role === 'REQUESTER' ? 'DISDIKBUD' : null,
  teamCodes: [],
  ...over,
});
const ticket = facts({ status: 'IN_PROGRESS', assigneeId: 8, teamCode: 'TIM-SANDI' });
const may = (role: Role, permission: Permission, over: Partial<TicketFacts> = {}, who: Partial<Actor> = {}) =>
  can(DEFAULT_POLICY, actor(role, who), permission, { ...ticket, ...over }, 0).allowed;

test('everyone who may read reads: the own SKPD, all officers, administrators and leaders', () => {
  expect(ROLES.map((role) => may(role, 'ticket:read'))).toEqual([true, true, true, true, true]);
  expect(may('REQUESTER', 'ticket:read', { skpdCode: 'DINKES' })).toBe(false);
});

test('a clerk reads what a unit filed whose place their own one holds, and nothing else of it by that', () => {
  const heir = { formerSkpdCodes: ['DINKES'] };
  expect(may('REQUESTER', 'ticket:read', { skpdCode: 'DINKES' }, heir)).toBe(true);
  expect(may('REQUESTER', 'ticket:read', { skpdCode: 'RSUD' }, heir)).toBe(false);
  expect(may('REQUESTER', 'ticket:read', { skpdCode: 'DINKES', isConfidential: true }, heir)).toBe(false);
  // Whoever has no unit inherits nothing.
  expect(may('REQUESTER', 'ticket:read', { skpdCode: 'DINKES' }, { ...heir, skpdCode: null })).toBe(false);
});

test('internal notes and files are for the staff; no token of another system reads them', () => {
  expect(ROLES.map((role) => may(role, 'ticket:readInternal'))).toEqual([false, true, true, true, false]);
  const system = { kind: 'system', roles: [], grants: TOKEN_GRANTS } as const;
  expect(may('REQUESTER', 'ticket:read', {}, system)).toBe(true);
  for (const permission of ['ticket:readInternal', 'ticket:commentInternally', 'attachment:show'] as const)
    expect(may('REQUESTER', permission, {}, system)).toBe(false);
});

test('an officer shows internal files of their own and of the tickets they work on', () => {
  expect(may('OFFICER', 'attachment:show', { isOwnFile: true })).toBe(true);
  expect(may('OFFICER', 'attachment:show', { isOwnFile: false })).toBe(false);
  expect(may('OFFICER', 'attachment:show', { isOwnFile: false, assigneeId: 7 })).toBe(true);
  expect(ROLES.filter((role) => may(role, 'attachment:show', { isOwnFile: false }))).toEqual(['COORDINATOR']);
});

test('an officer works on what is assigned to them or to their team, and on nothing else', () => {
  expect(may('OFFICER', 'ticket:process')).toBe(false);
  expect(may('OFFICER', 'ticket:process', { assigneeId: 7 })).toBe(true);
  expect(may('OFFICER', 'ticket:process', {}, { teamCodes: ['TIM-SANDI'] })).toBe(true);
  expect(may('COORDINATOR', 'ticket:process')).toBe(true);
});

test('assigning is the coordinator’s; nobody else has it by default', () =>
  expect(ROLES.filter((role) => may(role, 'ticket:assign'))).toEqual(['COORDINATOR']));

test('a confidential ticket is seen by its requester, its team and the coordinator only', () => {
  const secret = { isConfidential: true };
  expect(ROLES.map((role) => may(role, 'ticket:read', secret))).toEqual([false, false, true, false, false]);
  expect(may('REQUESTER', 'ticket:read', { ...secret, requesterId: 7 })).toBe(true);
  expect(may('OFFICER', 'ticket:read', secret, { teamCodes: ['TIM-SANDI'] })).toBe(true);
  expect(may('OFFICER', 'ticket:claim', secret)).toBe(false);
});

test('a refusal names the lines that would have allowed it, so that a screen can say why not', () => {
  const decision = can(DEFAULT_POLICY, actor('OFFICER'), 'ticket:process', ticket, 0);
  expect(decision).toMatchObject({
    allowed: false,
    missing: [
      { role: 'OFFICER', when: ['assignedToMe'] },
      { role: 'OFFICER', when: ['myTeam'] },
      { role: 'OFFICER', when: ['helping'] },
    ],
  });
});

test('two hats: the rule that decided tells which one acted', () => {
  const both = actor('ADMIN', { roles: ['OFFICER', 'ADMIN'] });
  expect(can(DEFAULT_POLICY, both, 'ticket:claim', ticket, 0)).toMatchObject({
    allowed: true,
    rule: { role: 'OFFICER' },
  });
});

test('nobody may do what no line allows', () => {
  for (const permission of PERMISSIONS) expect(can([], actor('ADMIN'), permission, ticket, 0).allowed).toBe(false);
  expect(scopeOf([], actor('ADMIN'), 'ticket:read')).toEqual({ anyOf: [], confidentialAnyOf: [] });
});

test('every permission is somebody’s', () => {
  const unheld = PERMISSIONS.filter((permission) => !DEFAULT_POLICY.some(({ may: held }) => held === permission));
  expect(unheld).toEqual([]);
});

test('an account has a role of its door, and a clerk a unit', () => {
  const wrong = (...given: Parameters<typeof accountIssues>) =>
    accountIssues(...given).map(({ field, code }) => `${field} ${code}`);
  expect(wrong('portal', { roles: ['REQUESTER'], skpd: 'DINKES' })).toEqual([]);
  expect(wrong('portal', { roles: ['LEADER'] })).toEqual([]);
  expect(wrong('staff', { roles: ['OFFICER', 'ADMIN'], teams: ['TIM-APP'] })).toEqual([]);
  expect(wrong('portal', { roles: ['REQUESTER'] })).toEqual(['skpd required']);
  expect(wrong('portal', { roles: ['REQUESTER', 'LEADER'], skpd: 'DINKES' })).toEqual(['roles notInList']);
  expect(wrong('portal', { roles: ['ADMIN'], teams: ['TIM-APP'] })).toEqual(['roles notInList', 'teams unknown']);
  expect(wrong('staff', { roles: ['REQUESTER'], skpd: 'DINKES' })).toEqual(['roles notInList', 'skpd unknown']);
});

test('every bad line of a list of accounts is named; who is known already is passed over', () => {
  const units = [{ code: 'DINKES', name: 'Dinas Kesehatan' }];
  const teams = [
    { code: 'TIM-APP', name: 'Tim Aplikasi' },
    { code: 'TIM-DATA', name: 'Tim Data' },
  ];
  const list = [
    'Nama;Email;Peran;SKPD;Jabatan;Telepon',
    'Rudi Hartono;Rudi@kota.test;pemohon;dinkes;Staf;0840-0000-0299',
    ';tanpa@kota.test;pemohon;DINKES',
    'Tanpa Email;bukan-email;pemohon;DINKES',
    'Peran Aneh;aneh@kota.test;raja;DINKES',
    'Tanpa Unit;unit@kota.test;pemohon;',
    'Unit Aneh;unit2@kota.test;pimpinan;Entah',
    'Telepon Aneh;tel@kota.test;;Dinas Kesehatan;;abc',
    'Rudi Lagi;rudi@kota.test;pemohon;DINKES',
    'Lama;lama@kota.test;pemohon;DINKES',
    'Kepala;kepala@kota.test;Pimpinan;',
    'Dua Peran;dua@kota.test;Petugas|Koordinator;tim-app | Tim Data',
    'Tanpa Tim;tim@kota.test;administrator;',
    'Tim Aneh;tim2@kota.test;petugas;TIM-APP|Entah',
    'Dua Pintu;rudi@kota.test;petugas, pemohon;',
    'Rudi Petugas;rudi@kota.test;petugas;',
  ].join('\n');
  const read = readAccounts(list, { units, teams }, (door, email) => door === 'portal' && email === 'lama@kota.test');
  expect(read.map(({ line, fault }) => [line, fault])).toEqual([
    [2, null],
    [3, 'name'],
    [4, 'email'],
    [5, 'role'],
    [6, 'skpd'],
    [7, 'skpd'],
    [8, 'phone'],
    [9, 'twice'],
    [10, 'known'],
    [11, null],
    [12, null],
    [13, null],
    [14, 'team'],
    [15, 'role'],
    [16, 'twice'],
  ]);
  expect(read[0]).toMatchObject({
    email: 'rudi@kota.test',
    door: 'portal',
    roles: ['REQUESTER'],
    skpd: { code: 'DINKES' },
  });
  expect(read[10]).toMatchObject({ door: 'staff', roles: ['OFFICER', 'COORDINATOR'], skpd: null, teams });
  // Columns are known by their heads as well, in any order.
  const [headed] = readAccounts(
    'Tim,Surel,Peran,Nama\nTIM-DATA,Baru@kota.test,teknisi,Baru',
    { units, teams },
    () => false,
  );
  expect(headed).toMatchObject({
    fullName: 'Baru',
    email: 'baru@kota.test',
    roles: ['OFFICER'],
    teams: [teams[1]],
    fault: null,
  });
  expect(areSound(read)).toBe(false);
  expect(areSound(read.filter(({ fault }) => fault === null || fault === 'known'))).toBe(true);
  const many = Array.from({ length: 101 }, (_, index) => `Nama ${index};n${index}@kota.test;;DINKES`).join('\n');
  expect(readAccounts(many, { units, teams }, () => false).at(-1)?.fault).toBe('tooMany');
});
