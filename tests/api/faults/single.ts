import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { shiftedBy } from '../../support/clock';
import { refusal } from '../../support/desk';
import { fileOf, PNG } from '../../support/files';
import { until } from '../../support/jobs';
import { startCms } from '../../support/servers';
import { verifyFactsAt, verifyLogAt } from '../../support/verify';
import { outage, readAccounts, signInPortal, signInStaff, type Person, type PortalAccount } from '../../support/world';
import { childrenOf, type Bed } from './bed';

/** Whether a small disk can be had here: not without root, nor in a container that may not mount. */
function canMount(): boolean {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'ticketing-mount-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', place]).status === 0;
  if (isMounted) spawnSync('umount', [place]);
  fs.rmdirSync(place);
  return isMounted;
}
const HOUR_MS = 3_600_000;
const PATIENCE = 120_000;

interface Readiness {
  readonly status: number;
  readonly failing?: readonly string[];
}
const readiness = async (bed: Bed): Promise<Readiness> => {
  const answer = await fetch(`${bed.cmsUrl}/readyz`, { signal: AbortSignal.timeout(8000) });
  const { failing } = (await answer.json()) as { failing?: string[] };
  return { status: answer.status, ...(failing && { failing }) };
};
const isReady = (bed: Bed): Promise<boolean> =>
  readiness(bed).then(
    ({ status }) => status === 200,
    () => false,
  );

/** One thing goes wrong at a time: what people are told, what a proxy is told, and that it passes without a restart. */
export function singleFaults(bedOf: () => Bed): void {
  let bed: Bed;
  let clerk: Person;
  const { portal, staff } = readAccounts();
  beforeAll(async () => {
    bed = bedOf();
    clerk = await signInPortal(bed.cmsUrl, portal[0] as PortalAccount);
  });

  test('a database that may only be read lets people read, refuses changes in a sentence, and takes them again', async () => {
    const { number } = await clerk.submitTicket(outage());
    const turn = async (value: 'on' | 'off') => {
      await bed.ask(`begin read write; alter database ticketing set default_transaction_read_only = ${value}; commit`);
      await bed.ask(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
           and backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
    };
    await turn('on');
    await until('a proxy is told', async () => (await readiness(bed)).failing?.join() === 'readOnly', PATIENCE);
    expect(await refusal(clerk.submitTicket(outage()))).toBe('503 readOnly');
    await expect(clerk.submitTicket(outage())).rejects.toThrow('dapat dibaca, tetapi belum dapat diubah');
    expect((await clerk.getTicket({ number })).number).toBe(number);
    await turn('off');
    await until('it takes changes again', () => isReady(bed), PATIENCE);
    await clerk.submitTicket(outage());
  }, 300_000);

  test('while the database is started again everybody is told to wait, and nobody that the program failed', async () => {
    const told = new Set<string>();
    let isOver = false;
    const asking = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!isOver) told.add(await refusal(clerk.getCatalog({})).catch((error: unknown) => String(error)));
      }),
    );
    await bed.kill('database');
    await bed.whole();
    await until('somebody was answered', () => Promise.resolve(told.has('accepted')), PATIENCE);
    isOver = true;
    await asking;
    told.delete('503 unavailable');
    expect([...told]).toEqual(['accepted']);
  }, 300_000);

  test('when every connection is taken, callers are told to wait, a proxy too, and it passes with what took them', async () => {
    const holder = new Client({ connectionString: bed.databaseUrl });
    await holder.connect();
    await holder.query('begin; lock table tickets in access exclusive mode');
    const told = new Set<string>();
    const answers = Array.from({ length: 80 }, async () => void told.add(await refusal(clerk.submitTicket(outage()))));
    const all = Promise.all(answers);
    all.catch(() => undefined);
    try {
      await until('a proxy is told', async () => (await readiness(bed)).failing?.join() === 'database', PATIENCE);
      await until('somebody was told', () => Promise.resolve(told.has('503 unavailable')), PATIENCE);
    } finally {
      await holder.query('rollback');
      await holder.end();
    }
    await all;
    told.delete('accepted');
    // Who stood in line for a connection, and who writes faster than anybody may.
    told.delete('429 tooManyRequests');
    expect([...told]).toEqual(['503 unavailable']);
    await until('it is ready again', () => isReady(bed), PATIENCE);
  }, 300_000);

  test('a process that stands still is ended and replaced', async () => {
    const workers = () => childrenOf(bed.cmsPid());
    await until('both are there', () => Promise.resolve(workers().length === 2), PATIENCE);
    const [stuck = 0] = workers();
    process.kill(stuck, 'SIGSTOP');
    await until('it is gone', () => Promise.resolve(!workers().includes(stuck)), PATIENCE);
    await until('both are there again', () => Promise.resolve(workers().length === 2), PATIENCE);
    await bed.whole();
  }, 300_000);

  (canMount() ? test : test.skip)(
    'a full disk refuses a file in a sentence, leaves nothing of it, and takes it once there is room',
    async () => {
      const { number } = await clerk.submitTicket(outage());
      const folder = path.join(bed.dataDir, 'attachments', 'uploads');
      const small = (...args: string[]) => expect(spawnSync(args[0] ?? '', args.slice(1)).status).toBe(0);
      const large = fileOf('besar.png', Buffer.concat([PNG, Buffer.alloc(2 * 1024 * 1024, 7)]));
      const csv = fileOf('besar.csv', Buffer.from('kolom;nilai\n'.repeat(100_000)));
      for (const place of [folder, path.join(bed.dataDir, 'incoming')]) {
        small('mount', '-t', 'tmpfs', '-o', 'size=64k,mode=700', 'none', place);
        try {
          expect(await refusal(clerk.addAttachment({ number, file: csv }))).toBe('503 storageFull');
          expect(await refusal(clerk.addAttachment({ number, file: large }))).not.toBe('500 unexpected');
          expect(fs.readdirSync(place)).toEqual([]);
        } finally {
          small('umount', place);
        }
      }
      expect(
        await bed.ask('select 1 from attachments a join tickets t on t.id = a.ticket_id where number = $1', [number]),
      ).toEqual([]);
      await clerk.addAttachment({ number, file: csv });
      await clerk.commentOnTicket({ number, body: 'Sekarang berkasnya masuk.' });
    },
    300_000,
  );

  test('a database without room refuses in a sentence and goes on when there is some', async () => {
    await bed.ask(`create function no_room() returns trigger language plpgsql as $$ begin
      raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`);
    await bed.ask('create trigger no_room before insert on tickets for each row execute function no_room()');
    expect(await refusal(clerk.submitTicket(outage()))).toBe('503 storageFull');
    await bed.ask('drop function no_room() cascade');
    await clerk.submitTicket(outage());
  });

  test('a clock that is set back two hours breaks no history and makes no negative time', async () => {
    const galih = staff.find(({ name }) => name === 'Galih Ramadhan');
    if (!galih) throw new Error('there is no officer');
    const { number } = await clerk.submitTicket(outage());
    const late = await startCms(bed.databaseUrl, path.join(bed.dataDir, 'late'), shiftedBy(-2 * HOUR_MS));
    const officer = await signInStaff(late.url, galih);
    const there = await signInPortal(late.url, portal[0] as PortalAccount);
    await officer.actOnTicket({ number, action: 'claim' });
    await there.commentOnTicket({ number, body: 'Terima kasih.' });
    await officer.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Kabel diganti.' });
    const filed = await there.submitTicket(outage());
    await late.stop();
    // The clock is right again.
    await clerk.commentOnTicket({ number: filed.number, body: 'Masih terjadi.' });
    const events = (await clerk.getTimeline({ number })).map(({ event }) => event);
    expect(events).toEqual(expect.arrayContaining(['submit', 'claim', 'comment', 'resolve']));
    expect(
      await bed.ask(
        'select number from tickets where response_minutes < 0 or resolution_minutes < 0 or paused_minutes < 0',
      ),
    ).toEqual([]);
    expect(await verifyLogAt(bed.databaseUrl)).toMatchObject({ code: 0 });
    expect(await verifyFactsAt(bed.databaseUrl)).toMatchObject({ code: 0 });
  }, 300_000);
}
