import path from 'node:path';
import request from 'supertest';
import { connect, urlOf } from '../../support/databases';
import { until } from '../../support/jobs';
import { openReplica, type Replica } from '../../support/replica';
import { startCms, type Server } from '../../support/servers';
import { outage, signInPortal, signInStaff, type Person, type World } from '../../support/world';

const TOKEN = 'hanya-untuk-pengumpul';
let replica: Replica;
let cms: Server;
let clerk: Person;
let leader: Person;
let admin: Person;

/** Numbers are counted at once on the replica, by whoever has just written. */
export function testReplica(world: () => World): void {
  const database = (): string => world().databaseName;
  const figure = async (name: string): Promise<number> => {
    const { text } = await request(cms.url)
      .get('/metrics')
      .set({ authorization: `Bearer ${TOKEN}` });
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  };
  const fromReplica = () => figure('ticketing_reports_read_total\\{from="replica"\\}');
  const received = async (): Promise<number> =>
    Number((await leader.getReport({ report: 'by-skpd' })).totals?.['received']);
  const idle = async () => (await admin.getOperations({})).replica?.idle;

  test('reports and exports are read from a streaming replica, and whoever has just written reads it there', async () => {
    // Tests commit without waiting for their log; who promises something waits.
    await world().database.query(`alter database ${database()} set synchronous_commit = on`);
    replica = await openReplica(`replica-${database()}`);
    cms = await startCms(urlOf(database()), path.join(process.env['TEST_DATA_DIR'] ?? '', database(), 'r'), {
      METRICS_TOKEN: TOKEN,
      DATABASE_REPLICA_URL: replica.urlOf(database()),
      DATABASE_REPLICA_SECONDS: '4',
    });
    const { portal, staff } = world().accounts;
    const byRole = <T extends { role: string }>(list: readonly T[], role: string): T => {
      const found = list.find((one) => one.role === role);
      if (!found) throw new Error(`there is no ${role}`);
      return found;
    };
    clerk = await signInPortal(cms.url, byRole(portal, 'REQUESTER'));
    leader = await signInPortal(cms.url, byRole(portal, 'LEADER'));
    admin = await signInStaff(cms.url, byRole(staff, 'ADMIN'));
    const before = await received();
    for (let nth = 1; nth <= 5; nth += 1) {
      await clerk.submitTicket(outage());
      expect(await received()).toBe(before + nth);
    }
    expect(await fromReplica()).toBeGreaterThanOrEqual(5);
    expect(await figure('ticketing_replica_up')).toBe(1);
    expect(await idle()).toBe(null);
    const reads = await fromReplica();
    const file = await leader.exportTickets({ format: 'csv' });
    expect((await file.text()).trim().split('\r\n').length).toBeGreaterThan(5);
    expect(await fromReplica()).toBe(reads + 1);
    const there = await connect(database(), replica.urlOf(database()));
    const { rows } = await there.query(`select 1 from pg_stat_activity where application_name = 'ticketing-reports'`);
    await there.end();
    expect(rows.length).toBeGreaterThan(0);
  }, 240_000);

  test('an older transaction that ends after a newer one is seen, though the replica’s snapshot reads the same', async () => {
    const [oldest, older] = [await connect(database()), await connect(database())];
    const labels = async () =>
      (await leader.getReport({ report: 'by-skpd' })).rows.map(({ cells }) => String(cells['label']));
    try {
      for (const each of [oldest, older]) await each.query('begin; select pg_current_xact_id()');
      await older.query(`update skpd set name = name || ' (baru)'`);
      await world().database.query('select pg_current_xact_id()');
      expect((await labels()).some((label) => label.endsWith('(baru)'))).toBe(false);
      await older.query('commit');
      expect((await labels()).every((label) => label.endsWith('(baru)'))).toBe(true);
      expect(await idle()).toBe(null);
    } finally {
      for (const each of [oldest, older]) await each.end();
      await world().database.query(`update skpd set name = replace(name, ' (baru)', '')`);
    }
  });

  test('one that is behind, down or a system of its own is not read: numbers are right, and it is said', async () => {
    const rightAfterWriting = async (): Promise<void> => {
      const before = await received();
      await clerk.submitTicket(outage());
      expect(await received()).toBe(before + 1);
    };
    await replica.run('select pg_wal_replay_pause()');
    await rightAfterWriting();
    expect(await idle()).toBe('behind');
    expect((await admin.getOperations({})).replica?.behind).toBeGreaterThan(0);
    expect(await figure('ticketing_replica_up')).toBe(0);
    await replica.run('select pg_wal_replay_resume()');
    const isRead = async (): Promise<boolean> => {
      const reads = await fromReplica();
      await received();
      return (await fromReplica()) > reads;
    };
    await until('it is read again', isRead);

    await replica.down();
    await rightAfterWriting();
    expect(await idle()).toBe('unreachable');
    expect((await admin.getOperations({})).errors.some(({ message }) => message.includes('not the replica'))).toBe(
      true,
    );
    await replica.up();
    await until('it is read again', isRead);

    // Made a primary of its own it goes its own way, and is no replica any more.
    await replica.run('select pg_promote()');
    await rightAfterWriting();
    expect(await idle()).toBe('foreign');
    await cms.stop();
    await replica.close();
  }, 240_000);
}
