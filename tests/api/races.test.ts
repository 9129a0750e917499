import { randomUUID } from 'node:crypto';
import { connect } from '../support/databases';
import { staffId } from '../support/desk';
import { until } from '../support/jobs';
import { openWorld, outage, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('of officers who claim at once one wins, and the others learn who', async () => {
  const clerk = await world.clerk();
  const officers = await Promise.all(
    ['Galih Ramadhan', 'Ilham Syahputra', 'Tari Puspita', 'Dimas Prakoso'].map((name) => world.staff(name)),
  );
  for (let round = 0; round < 5; round += 1) {
    const { number } = await clerk.submitTicket(outage());
    const results = await Promise.allSettled(
      officers.map((officer) => officer.actOnTicket({ number, action: 'claim' })),
    );
    const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.assignee?.name] : []));
    expect(winners).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'wrongStatus', details: { assignee: winners[0] } });
  }
});

test('claiming twice by double click is answered, not refused', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  const results = await Promise.all([
    officer.actOnTicket({ number, action: 'claim' }),
    officer.actOnTicket({ number, action: 'claim' }),
  ]);
  expect(results.map(({ assignee }) => assignee?.name)).toEqual(['Galih Ramadhan', 'Galih Ramadhan']);
  expect((await officer.getTimeline({ number })).filter(({ event }) => event === 'claim')).toHaveLength(1);
});

test('the same idempotency key makes one ticket, however often and however fast it is sent', async () => {
  const clerk = await world.clerk();
  const idempotencyKey = randomUUID();
  const tickets = await Promise.all(
    Array.from({ length: 6 }, () => clerk.submitTicket(outage({ title: 'Kirim berulang kali' }), { idempotencyKey })),
  );
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(1);
  const { rows } = await world.database.query(
    "select count(*)::int as count from tickets where title = 'Kirim berulang kali'",
  );
  expect(rows[0].count).toBe(1);
  await expect(clerk.submitTicket(outage({ title: 'Isi yang lain' }), { idempotencyKey })).rejects.toMatchObject({
    code: 'idempotencyKeyReused',
  });
});

test('a key that a filing keeps while a comment is under way is refused there in words, and nothing is said', async () => {
  const [clerk, idempotencyKey] = [await world.clerk(), randomUUID()];
  const { number } = await clerk.submitTicket(outage());
  const filing = await connect(world.databaseName);
  await filing.query('begin');
  await filing.query(
    `insert into idempotency_keys (owner, key, fingerprint, ticket_number, created_at)
       select 'portal:' || requester_id, $1, 'of a filing', number, submitted_at from tickets where number = $2`,
    [idempotencyKey, number],
  );
  const comment = clerk.commentOnTicket({ number, body: 'Dengan kunci yang sama.' }, { idempotencyKey });
  const refused = expect(comment).rejects.toMatchObject({ code: 'idempotencyKeyReused' });
  await until('the comment waits for the key', async () => {
    const { rows } = await world.database.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like '%idempotency_keys%'
        and datname = current_database()`,
    );
    return rows[0]?.n === 1;
  });
  await filing.query('commit');
  await filing.end();
  await refused;
  expect((await clerk.getTimeline({ number })).filter(({ event }) => event === 'comment')).toEqual([]);
});

test('another person may use the same key for a ticket of their own', async () => {
  const idempotencyKey = randomUUID();
  const [mine, theirs] = [
    await (await world.clerk()).submitTicket(outage(), { idempotencyKey }),
    await (await world.colleague()).submitTicket(outage(), { idempotencyKey }),
  ];
  expect(theirs.number).not.toBe(mine.number);
});

test('tickets filed at once get numbers that never repeat', async () => {
  const people = [await world.clerk(), await world.colleague(), await world.stranger()];
  const tickets = await Promise.all(
    Array.from({ length: 24 }, (_, index) => (people[index % 3] as (typeof people)[0]).submitTicket(outage())),
  );
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(24);
});

test('the year of a number rolls over by the wall clock, each year counting from one', async () => {
  const numbers = await world.database.query(
    'select next_ticket_number(2031) as a, next_ticket_number(2031) as b, next_ticket_number(2032) as c',
  );
  expect(numbers.rows[0]).toEqual({ a: 'TIK-2031-00001', b: 'TIK-2031-00002', c: 'TIK-2032-00001' });
});

test('words and actions sent again with their key are written once, at both doors, and other words are told apart', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim' });
  const told = async (event: string): Promise<number> =>
    (await officer.getTimeline({ number })).filter((entry) => entry.event === event).length;
  const sixTimes = (send: (idempotencyKey: string) => Promise<unknown>, key = randomUUID()) =>
    Promise.all(Array.from({ length: 6 }, () => send(key)));

  for (const [person, body] of [
    [clerk, 'Masih mati di loket dua.'],
    [officer, 'Kami periksa sekarang.'],
  ] as const)
    await sixTimes((idempotencyKey) => person.commentOnTicket({ number, body }, { idempotencyKey }));
  expect(await told('comment')).toBe(2);

  const helper = await staffId(world, 'Tari Puspita');
  for (const request of [
    { action: 'setPriority', priority: 'URGENT', reason: 'Loket tutup.' },
    { action: 'addHelper', helper },
    { action: 'dispose', level: 'DIVISION', recipient: 'Bidang TIK', instruction: 'Tindak lanjuti.' },
    { action: 'askRequester', question: 'Loket yang mana?' },
  ] as const) {
    await sixTimes((idempotencyKey) => officer.actOnTicket({ number, ...request }, { idempotencyKey }));
    expect([request.action, await told(request.action)]).toEqual([request.action, 1]);
  }

  // The answer has moved the ticket on; sent again, it is still the one answer.
  const idempotencyKey = randomUUID();
  await clerk.commentOnTicket({ number, body: 'Loket dua.' }, { idempotencyKey });
  expect((await clerk.commentOnTicket({ number, body: 'Loket dua.' }, { idempotencyKey })).status).toBe('IN_PROGRESS');
  expect(await told('comment')).toBe(3);
  for (const attempt of [
    () => clerk.commentOnTicket({ number, body: 'Loket tiga.' }, { idempotencyKey }),
    () => clerk.submitTicket(outage(), { idempotencyKey }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'idempotencyKeyReused' });
  // Somebody else's key is somebody else's.
  await officer.commentOnTicket({ number, body: 'Loket dua.' }, { idempotencyKey });
  expect(await told('comment')).toBe(4);
});
