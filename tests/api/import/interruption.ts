import fs from 'node:fs';
import path from 'node:path';
import { startImport } from '../../support/imports';
import { runJob, until } from '../../support/jobs';
import { verifyFacts, verifyLog } from '../../support/verify';
import { world, dataDir, imported } from './stage';

test('killed in the middle and started again, it takes over each ticket once', async () => {
  const file = path.join(dataDir, 'lama.csv');
  const lines = Array.from({ length: 350 }, (_, place) => {
    const end = place % 3 === 0 ? 'Selesai;04-05-2023 10:00' : 'Proses;';
    return `${place + 1};Printer ruang ${place + 1} macet;03-05-2023 08:00;${end}`;
  });
  fs.writeFileSync(file, ['ID;Title;Opening date;Status;Solution date', ...lines].join('\n'));
  const map = path.join(dataDir, 'lama.json');
  const mapping = { source: { code: 'lama', name: 'Sistem Lama' }, defaults: { category: 'HWR-01', unit: 'DINKES' } };
  fs.writeFileSync(map, JSON.stringify(mapping));
  const command = { file, preset: 'glpi', map, isApplied: true, language: 'id' };
  const here = async () => (await imported()).filter(({ source_system }) => source_system === 'lama');

  // Its 250th ticket waits for the test, which kills it there: after two batches, in the middle of the third.
  await world.database.query(`create function hold_on() returns trigger language plpgsql as $$ begin
      if new.source_id = '250' then perform pg_advisory_xact_lock(20231); end if; return new; end $$`);
  await world.database.query('create trigger hold_on before insert on tickets for each row execute function hold_on()');
  await world.database.query('select pg_advisory_lock(20231)');
  const { child, ended } = startImport(world, dataDir, [command]);
  const waiting = `select 1 from pg_locks where locktype = 'advisory' and objid = 20231 and not granted`;
  await until('it has come to its 250th ticket', async () => (await world.database.query(waiting)).rows.length > 0);
  child.kill('SIGKILL');
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  await world.database.query('select pg_advisory_unlock(20231)');
  await world.database.query('drop function hold_on() cascade');
  expect((await here()).map(({ source_id }) => Number(source_id))).toEqual(lines.slice(0, 200).map((_, at) => at + 1));
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });

  const again = await startImport(world, dataDir, [command]).ended;
  expect([again.code, again.said]).toEqual([0, expect.stringContaining('150 tiket dibuat · 200 sudah ada')]);
  const rows = await here();
  expect(rows.map(({ source_id }) => Number(source_id))).toEqual(lines.map((_, at) => at + 1));
  expect(new Set(rows.map(({ number }) => number)).size).toBe(350);
  const { rows: told } = await world.database.query<{ event: string; count: number }>(
    `select event, count(*)::int as count from audit_entries where request_id like 'import:lama:%'
     group by 1 order by 1`,
  );
  expect(told).toEqual([
    { event: 'import', count: 350 },
    { event: 'resolve', count: 117 },
    { event: 'submit', count: 350 },
  ]);
});

test('the log and the facts behind reports hold', async () => {
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });
  expect(await verifyFacts(world.databaseName)).toMatchObject({ code: 0 });
  expect(await runJob(world.database, 'facts')).toBe('completed');
});
