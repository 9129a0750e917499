import fs from 'node:fs';
import path from 'node:path';
import { wibDay } from 'strapi-plugin-ticketing/domain';
import { refusal } from '../../support/desk';
import { runJob } from '../../support/jobs';
import { world, clerk, leader, resolved, pdf } from './stage';

test('all Berita Acara of a period are one ZIP, byte for byte, for whoever asked and may; it goes after a week', async () => {
  const [coordinator, today] = [await world.staff('Laila Safitri'), wibDay(Date.now())];
  const [plain, secret, reopened] = [await resolved(), await resolved(), await resolved()];
  await world.database.query('update tickets set is_confidential = true where number = $1', [secret]);
  await clerk.actOnTicket({ number: reopened, action: 'reopen', reason: 'Masih putus setiap sore.' });
  await coordinator.requestBundle({ from: today, to: today });
  expect(await runJob(world.database, 'bundles')).toBe('completed');

  const [bundle] = await coordinator.listBundles({});
  expect(bundle).toMatchObject({ state: 'READY', from: today, to: today, skipped: 0, done: bundle?.total });
  const id = bundle?.id ?? '';
  const zip = Buffer.from(await (await coordinator.readBundle({ id })).arrayBuffer());
  expect(zip.length).toBe(bundle?.size);
  expect(zip.includes(await pdf(coordinator, plain, 'completion-report'))).toBe(true);
  const list = zip.subarray(zip.indexOf('Nomor;Judul')).toString();
  expect(list).toContain(plain);
  expect(list).not.toContain(secret);
  expect(list).not.toContain(reopened);

  for (const other of [leader, await world.staff('Galih Ramadhan')])
    expect(await refusal(other.readBundle({ id }))).toBe('404 notFound');
  expect(await refusal(coordinator.requestBundle({ from: today, to: '2026-01-01' }))).toBe('400 invalid');
  expect(await refusal(coordinator.requestBundle({ from: '2026-01-01', to: '2026-12-31' }))).toBe('400 invalid');

  await world.database.query("update document_bundles set finished_at = finished_at - interval '8 days'");
  expect(await runJob(world.database, 'old-bundles')).toBe('completed');
  expect(await coordinator.listBundles({})).toEqual([]);
  expect(fs.readdirSync(path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName, 'bundles'))).toEqual([]);
});

test('a bundle of somebody who may not any more holds nothing', async () => {
  const [coordinator, today] = [await world.staff('Laila Safitri'), wibDay(Date.now())];
  await coordinator.requestBundle({ from: today, to: today });
  await world.database.query("update admin_users set is_active = false where firstname = 'Laila'");
  try {
    expect(await runJob(world.database, 'bundles')).toBe('completed');
    const { rows } = await world.database.query<{ state: string }>(
      'select state from document_bundles order by requested_at desc limit 1',
    );
    expect(rows).toEqual([{ state: 'FAILED' }]);
  } finally {
    await world.database.query("update admin_users set is_active = true where firstname = 'Laila'");
  }
});
