import path from 'node:path';
import { SAMPLES, startImport } from '../../support/imports';
import { world, dataDir, count } from './stage';

test('people become accounts once, and are invited when that is asked', async () => {
  const admin = await world.staff('Administrator Demo');
  const letters = async () =>
    (
      await world.database.query<{ address: string }>(
        `select address from letters where kind = 'invite' and address like '%@contoh.test' order by id`,
      )
    ).rows.map(({ address }) => address);
  const people = async () =>
    (await admin.listAccounts({ q: 'contoh.test' })).rows.map(({ email, state }) => [email, state]);
  const errand = (preset: string, isApplied: boolean, isInvited: boolean) => ({
    ...{ file: path.join(SAMPLES, `${preset}.csv`), preset, map: null, isApplied, isInvited, language: 'id' },
  });
  const before = await count('audit_entries');
  const dry = await startImport(world, dataDir, [errand('akun', false, true), errand('petugas', false, false)]).ended;
  expect(dry.code).toBe(2);
  for (const line of [
    'Baris 7, kolom "Unit Kerja": SKPD "Dinas Antah Berantah" tidak dikenal atau tidak aktif.',
    'Baris 9, kolom "NIP": "1985" bukan NIP.',
    '2 akun akan dibuat · 0 sudah ada · 2 akan diundang · 7 baris perlu diperbaiki',
    'Baris 2, kolom "Tim": tim "TIM-INFRA | Tim Sandi Contoh" tidak ada',
    '2 petugas akan dibuat · 0 sudah ada · 0 akan diundang · 3 baris perlu diperbaiki',
  ])
    expect(dry.said).toContain(line);
  expect([await count('audit_entries'), await people()]).toEqual([before, []]);

  const quiet = await startImport(world, dataDir, [errand('akun', true, false), errand('petugas', true, false)]).ended;
  expect(quiet.said).toContain('2 akun dibuat · 0 sudah ada · 0 diundang');
  expect(await letters()).toEqual([]);
  expect(await people()).toEqual([
    ['doni.eka@contoh.test', 'uninvited'],
    ['hendra.koto@contoh.test', 'uninvited'],
    ['sri.wahyuni@contoh.test', 'uninvited'],
    ['wulan.sari@contoh.test', 'uninvited'],
  ]);
  // Whoever was changed here meanwhile is somebody's care: a list invites them no more.
  const hendra = (await admin.listAccounts({ q: 'hendra.koto' })).rows[0];
  await admin.deactivateAccount({ door: 'portal', id: hendra?.id ?? 0 });

  const asked = [errand('akun', true, true), errand('petugas', true, true), errand('akun', true, true)];
  const invited = await startImport(world, dataDir, asked).ended;
  expect(invited.said.match(/^\d+ (?:akun|petugas) dibuat .*$/gm)).toEqual([
    '0 akun dibuat · 2 sudah ada · 1 diundang · 7 baris perlu diperbaiki',
    '0 petugas dibuat · 2 sudah ada · 2 diundang · 3 baris perlu diperbaiki',
    '0 akun dibuat · 2 sudah ada · 0 diundang · 7 baris perlu diperbaiki',
  ]);
  expect((await letters()).sort()).toEqual([
    'doni.eka@contoh.test',
    'sri.wahyuni@contoh.test',
    'wulan.sari@contoh.test',
  ]);
  const [sri] = (await admin.listAccounts({ q: 'sri.wahyuni@contoh.test' })).rows;
  expect(sri).toMatchObject({ state: 'invited', roles: ['OFFICER', 'COORDINATOR'], teams: [{ code: 'TIM-INFRA' }] });
  const [wulan] = (await admin.listAccounts({ q: 'wulan.sari' })).rows;
  expect(wulan).toMatchObject({ state: 'invited', skpd: { code: 'DINKES' }, position: 'Pranata Komputer' });
  const { rows } = await world.database.query(`select nip from up_users where email = 'wulan.sari@contoh.test'`);
  expect(rows).toEqual([{ nip: '198501012010012001' }]);
});
