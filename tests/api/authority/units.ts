import { DAY_MS, wibDay } from 'strapi-plugin-ticketing/domain';
import { file, fileBare } from '../../support/desk';
import type { Person } from '../../support/world';
import { people, world } from './stage';

test('who stands in the place of another unit sees what that one filed, from the day of the merger and until it is taken back', async () => {
  const { R, S, D, C } = people;
  const listed = async (person: Person): Promise<string[]> => {
    const { rows } = await person.listTickets({ pageSize: 100, sort: 'number', q: 'Rawat inap' });
    return rows.map(({ number }) => number);
  };
  const names = async () => (await R.getCatalog({})).skpd.map(({ code }) => code);
  const old = await file(S, 'NET-01', { title: 'Rawat inap tanpa jaringan' });
  expect([await listed(R), await listed(S)]).toEqual([[], [old.number]]);
  const today = wibDay(Date.now());
  const later = wibDay(Date.now() + 40 * DAY_MS);
  const merge = { from: ['DINKES'], into: 'DISDIKBUD' };

  // Announced, it changes nothing yet; it can no more be announced the other way round.
  await D.replaceUnits({ ...merge, day: later });
  expect([await listed(R), (await names()).includes('DINKES')]).toEqual([[], true]);
  await expect(D.replaceUnits({ from: ['DISDIKBUD'], into: 'DINKES', day: later })).rejects.toMatchObject({
    details: { issues: [expect.objectContaining({ field: 'into', code: 'unsuitable' })] },
  });
  await expect(C.replaceUnits({ ...merge, day: today })).rejects.toMatchObject({ code: 'notAllowed' });

  await D.replaceUnits({ ...merge, day: today });
  expect([await listed(R), await listed(S)]).toEqual([[old.number], [old.number]]);
  expect((await R.getTicket({ number: old.number })).skpd.name).toBe('Dinas Kesehatan');
  const { rows: cells } = await R.getReport({ report: 'by-skpd', from: today, to: today, skpd: 'DINKES' });
  expect(cells.map((row) => row.cells['code'])).toEqual(['DINKES']);
  expect(await S.getMe({})).toMatchObject({ skpdName: 'Dinas Pendidikan dan Kebudayaan' });
  expect((await D.listAccounts({ q: S.email })).rows).toMatchObject([{ skpd: { code: 'DISDIKBUD' } }]);
  expect((await names()).includes('DINKES')).toBe(false);
  await expect(fileBare(C, 'NET-01', { skpd: 'DINKES' })).rejects.toMatchObject({ code: 'inactiveSkpd' });
  const young = await file(S, 'NET-01', { title: 'Rawat inap tanpa telepon' });
  expect(young.skpd.code).toBe('DISDIKBUD');

  // A new name is a new unit: whoever stood in the old one, or in one before it, stands in the new one.
  await D.replaceUnits({ from: ['DISDIKBUD'], into: 'DIKBUDKES', name: 'Dinas Pendidikan dan Kesehatan', day: today });
  expect(await S.getMe({})).toMatchObject({ skpdName: 'Dinas Pendidikan dan Kesehatan' });
  expect([await listed(R), await listed(S)]).toEqual([
    [old.number, young.number],
    [old.number, young.number],
  ]);

  for (const { id, code } of await D.listUnits({}))
    if (['DISDIKBUD', 'DINKES'].includes(code)) await D.restoreUnit({ id });
  expect([await listed(R), await listed(S)]).toEqual([[young.number], [old.number]]);
  const { rows: told } = await world.database.query<{ event: string; actor_name: string }>(
    "select event, actor_name from audit_entries where subject_type = 'skpd' and actor_kind = 'staff' order by id",
  );
  expect(told.map(({ event, actor_name }) => `${event}: ${actor_name}`)).toEqual(
    ['update', 'update', 'create', 'update', 'update', 'update'].map((event) => `${event}: ${D.name}`),
  );
});
