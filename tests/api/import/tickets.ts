import fs from 'node:fs';
import path from 'node:path';
import type { Entry } from '../../support/entries';
import { SAMPLES, startImport } from '../../support/imports';
import { runJob } from '../../support/jobs';
import { world, dataDir, imported, numberOf, count } from './stage';

test('each is a ticket of its own year, with its own times and whoever handles it here', async () => {
  const rows = new Map((await imported()).map((row) => [`${row.source_system}:${row.source_id}`, row]));
  expect(rows.get('glpi:4711')).toMatchObject({
    number: expect.stringMatching(/^TIK-2024-\d{5}$/) as string,
    status: 'RESOLVED',
    submitted_at: new Date('2024-03-12T08:15:00+07:00'),
    resolved_at: new Date('2024-03-12T14:40:00+07:00'),
    resolution_due_at: null,
    assignee: 'Galih Ramadhan',
  });
  expect(rows.get('glpi:4714')).toMatchObject({ status: 'IN_PROGRESS', assignee: 'Galih Ramadhan' });
  expect(rows.get('glpi:4714')?.resolution_due_at).not.toBeNull();
  expect(rows.get('glpi:4715')?.status).toBe('WAITING_THIRD_PARTY');
  expect(rows.get('osticket:482918')).toMatchObject({
    submitted_at: new Date('2024-03-16T00:00:00+07:00'),
    resolved_at: new Date('2024-03-25T12:00:00+07:00'),
  });
  expect(rows.get('lembar-kerja:2025-5')).toMatchObject({ status: 'REJECTED', resolved_at: null });
  expect(rows.get('lembar-kerja:2026-1')?.number).toMatch(/^TIK-2026-/);
});

test('its page says where it came from, and its old number finds it', async () => {
  const coordinator = await world.staff('Laila Safitri');
  const number = await numberOf('4711');
  const ticket = await coordinator.getTicket({ number });
  expect(ticket).toMatchObject({
    source: { name: 'GLPI', number: '4711' },
    description: 'Seluruh komputer di lantai 2 tidak tersambung.\nLampu router merah.',
    resolutionSummary: 'Kabel fiber di tiang depan putus, sudah disambung ulang.',
    form: [{ label: 'Location', value: 'Lantai 2, ruang rekam medis' }],
    channel: 'PHONE',
    sla: { response: 'NOT_COUNTED', resolution: 'NOT_COUNTED' },
    isLate: false,
  });
  // The service of a former system is not ours to be rated, whoever asked for it.
  const clerk = await world.clerk();
  const own = await clerk.getTicket({ number: await numberOf('2026-1') });
  expect(own.source).toMatchObject({ name: 'lembar kerja', number: '1' });
  expect(own.actions).not.toContain('rate');
  for (const q of ['4711', 'GLPI 4711', '#482913', 'rekam medis'])
    expect((await coordinator.listTickets({ q })).rows).toHaveLength(1);
  const entries = await coordinator.getTimeline({ number });
  expect(entries.map(({ event, by, isInternal }) => [event, by.name, isInternal])).toEqual([
    ['submit', 'GLPI', false],
    ['comment', 'Galih Ramadhan (GLPI)', false],
    ['comment', 'Galih Ramadhan (GLPI)', true],
    ['resolve', 'GLPI', false],
    ['comment', 'Marlina Sutan (GLPI)', false],
    ['import', 'Sistem', false],
  ]);
  expect(entries[4]).toMatchObject({ at: '2024-03-12T09:00:00.000Z', text: 'Sudah normal,\nterima kasih.' });
  expect(entries[5]?.facts).toMatchObject({
    sourceSystem: 'GLPI',
    sourceNumber: '4711',
    sourceAssignee: 'Galih Ramadhan',
  });
  const { rows } = await world.database.query<Entry>(
    `select * from audit_entries where subject_id = $1 and event = 'import'`,
    [number],
  );
  expect(rows[0]).toMatchObject({
    request_id: 'import:glpi:4711',
    payload: {
      after: {
        source: { system: 'glpi', id: '4711', number: '4711' },
        original: {
          submittedAt: '2024-03-12T01:15:00.000Z',
          resolvedAt: '2024-03-12T07:40:00.000Z',
          closedAt: '2024-03-15T03:05:00.000Z',
        },
      },
    },
  });
});

test('what was said there since comes with the same list again, once', async () => {
  const number = await numberOf('4711');
  const later = path.join(dataDir, 'glpi-pesan-lagi.csv');
  fs.writeFileSync(
    later,
    `${fs.readFileSync(path.join(SAMPLES, 'glpi-pesan.csv'), 'utf8').trim()}\n` +
      '4711;2024-03-20 08:00;Marlina Sutan;Masih lancar.;No\n',
  );
  const errand = (isApplied: boolean) => ({
    ...{ file: path.join(SAMPLES, 'glpi.csv'), preset: 'glpi', map: path.join(SAMPLES, 'glpi.json'), messages: later },
    ...{ isApplied, language: 'id' },
  });
  const told = await count('notices');
  const { said } = await startImport(world, dataDir, [errand(false), errand(true), errand(true)]).ended;
  expect(said.match(/^ *\d+ pesan .*$/gm)).toEqual([
    '  1 pesan akan ikut pada tiketnya',
    '  1 pesan ikut pada tiketnya, dengan waktunya sendiri',
  ]);
  const entries = await (await world.staff('Laila Safitri')).getTimeline({ number });
  expect(entries.filter(({ event }) => event === 'comment').map(({ text }) => text)).toEqual([
    'Sedang menuju lokasi.',
    'Tiang depan milik ISP, sudah dihubungi.',
    'Sudah normal,\nterima kasih.',
    'Masih lancar.',
  ]);
  expect(entries.at(-1)).toMatchObject({ at: '2024-03-20T01:00:00.000Z', by: { name: 'Marlina Sutan (GLPI)' } });
  expect(await count('notices')).toBe(told);
});

test('what was open goes on here, promised from its import on', async () => {
  const galih = await world.staff('Galih Ramadhan');
  const number = await numberOf('4714');
  expect((await galih.getTicket({ number })).sla).toMatchObject({ response: 'RUNNING', resolution: 'RUNNING' });
  await galih.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Rol penarik kertas diganti.' });
  expect(await galih.getTicket({ number })).toMatchObject({
    status: 'RESOLVED',
    isLate: false,
    sla: { resolution: 'ON_TIME' },
  });
});

test('reports count it on its own dates, and in no share on time', async () => {
  const leader = await world.leader();
  const year = { from: '2024-01-01', to: '2024-12-31' };
  const read = async () => (await leader.getReport({ report: 'by-skpd', ...year })).totals;
  const expected = { received: 9, resolved: 8, unmeasured: 8, onTime: null };
  expect(await read()).toMatchObject(expected);
  const { pagination } = await leader.listTickets({ ...year, status: 'RESOLVED', measured: 'false' });
  expect(pagination.total).toBe(8);
  // The same from sums of whole months.
  expect(await runJob(world.database, 'sums')).toBe('completed');
  expect(await read()).toMatchObject(expected);
});
