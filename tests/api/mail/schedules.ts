import { wibDay } from 'strapi-plugin-ticketing/domain';
import { staffId } from '../../support/desk';
import { runJob } from '../../support/jobs';
import { readPdf } from '../../support/pdf';
import type { Person } from '../../support/world';
import { readWorkbook } from '../../support/xlsx';
import { mailbox, world } from './stage';

test('a scheduled report falls due, reaches each recipient under their own rights as PDF and workbook, and is sent again as it was', async () => {
  const [admin, leader, clerk] = [await world.staff('Administrator Demo'), await world.leader(), await world.clerk()];
  const officer = await staffId(world, 'Galih Ramadhan');
  const account = async (person: Person) => ({ door: 'portal' as const, id: (await person.getMe({})).actor.id });
  const said = {
    ...{ name: 'Laporan bulanan pimpinan', reports: ['by-skpd' as const], formats: ['pdf' as const, 'xlsx' as const] },
    ...{ language: 'id' as const, cadence: 'MONTHLY' as const, workingDay: 1, time: '00:01', isActive: true },
    filters: { priority: 'HIGH,MEDIUM', team: 'TIM-INFRA' },
    recipients: [await account(leader), await account(clerk), { door: 'staff' as const, id: officer }],
  };
  await expect(leader.listSchedules({})).rejects.toMatchObject({ code: 'notAllowed' });
  await expect(admin.createSchedule({ ...said, reports: [] })).rejects.toMatchObject({ code: 'invalid' });
  await expect(admin.createSchedule({ ...said, recipients: [{ door: 'portal', id: 999_999 }] })).rejects.toMatchObject({
    details: { issues: [{ field: 'recipients' }] },
  });
  await expect(admin.createSchedule({ ...said, filters: { team: 'TIM-X' } })).rejects.toMatchObject({
    details: { issues: [{ field: 'team', code: 'unknown' }] },
  });
  await expect(admin.createSchedule({ ...said, filters: { q: 'kabel' } })).rejects.toMatchObject({ code: 'invalid' });
  const [made] = await admin.createSchedule(said);
  expect(made).toMatchObject({ ...said, recipients: [{ name: leader.name }, { name: clerk.name }, {}], runs: [] });
  const runs = async () => (await admin.listSchedules({}))[0]?.runs ?? [];
  // What was made today owes nothing for the days before; a month later one run is due, and one only.
  expect(await runJob(world.database, 'scheduled-reports')).toBe('completed');
  expect(await runs()).toEqual([]);
  await world.database.query("update report_schedules set begun_until = begun_until - interval '90 days'");
  for (const _ of [1, 2]) expect(await runJob(world.database, 'scheduled-reports')).toBe('completed');
  const [run, ...others] = await runs();
  expect(others).toEqual([]);
  const month = wibDay(Date.now()).slice(0, 7);
  expect([run?.from.slice(-3), (run?.to ?? month) < month]).toEqual(['-01', true]);
  expect(run?.copies.map(({ name, state, files }) => [name, state, files.length]).sort()).toEqual(
    [leader.name, clerk.name, 'Galih Ramadhan'].sort().map((name) => [name, 'READY', 2]),
  );

  const letter = await mailbox.next(leader.email, 'Laporan bulanan pimpinan');
  expect(letter.text).toContain('Administrator memasukkan Anda sebagai penerima');
  const period = `${run?.from}-${run?.to}`;
  expect(letter.attachments?.map(({ filename }) => filename)).toEqual([
    ...[`laporan-by-skpd-${period}.pdf`, `laporan-by-skpd-${period}.xlsx`],
  ]);
  const rowsFor = async (name: string) => {
    const file = run?.copies.find((copy) => copy.name === name)?.files[1];
    const bytes = await (await admin.readSentFile({ id: file?.id ?? 0 })).arrayBuffer();
    return (await readWorkbook(bytes))[0]?.rows ?? [];
  };
  const asked = {
    ...{ report: 'by-skpd' as const, from: run?.from, to: run?.to },
    ...{ priority: 'HIGH,MEDIUM', team: 'TIM-INFRA' },
  };
  for (const [person, name] of [
    [leader, leader.name],
    [clerk, clerk.name],
  ] as const) {
    const own = await person.getReport(asked);
    expect((await rowsFor(name)).slice(1, 1 + own.rows.length).map(([, count]) => count)).toEqual(
      own.rows.map(({ cells }) => cells['received']),
    );
  }

  // What it is narrowed to stands on the paper, by name.
  const paper = run?.copies.find(({ name }) => name === leader.name)?.files[0];
  const { text } = await readPdf(
    new Uint8Array(await (await admin.readSentFile({ id: paper?.id ?? 0 })).arrayBuffer()),
  );
  const team = (await leader.getCatalog({})).teams.find(({ code }) => code === 'TIM-INFRA')?.name ?? '';
  for (const words of ['Prioritas: Tinggi, Sedang', `Tim: ${team}`])
    expect(text.replace(/\s+/g, '')).toContain(words.replace(/\s+/g, ''));

  // Sent again it is the same bytes in a new letter; whoever may read no reports any more is left out.
  await mailbox.empty();
  await world.database.query('update up_users set blocked = true where email = $1', [clerk.email]);
  const [after] = await admin.resendRun({ id: run?.id ?? '' });
  expect(after?.runs[0]?.copies.map(({ files }) => files)).toEqual(run?.copies.map(({ files }) => files));
  expect((await mailbox.next(leader.email, 'Laporan bulanan pimpinan')).attachments).toHaveLength(2);
  await admin.runSchedule({ id: made?.id ?? '' });
  expect(await runJob(world.database, 'scheduled-reports')).toBe('completed');
  await world.database.query('update up_users set blocked = false where email = $1', [clerk.email]);
  expect((await runs())[0]?.copies.find(({ name }) => name === clerk.name)).toMatchObject({ state: 'SKIPPED' });
  const toClerk = await mailbox.lettersTo(clerk.email);
  expect(toClerk.filter(({ subject }) => subject.includes('Laporan bulanan'))).toEqual([]);
  const [stopped] = await admin.changeSchedule({ ...said, id: made?.id ?? '', isActive: false });
  expect(stopped).toMatchObject({ isActive: false, next: null });
});
