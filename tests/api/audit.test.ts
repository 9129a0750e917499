import { createHash } from 'node:crypto';
import { parseCsv } from 'strapi-plugin-ticketing/domain';
import { canonical } from '../support/canonical';
import { openWorld, outage, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('what is written stays written: no change, no deletion, no truncation, not even for the owner', async () => {
  for (const sql of [
    "update audit_entries set actor_name = 'x'",
    'delete from audit_entries',
    'truncate audit_entries',
  ])
    await expect(world.database.query(sql)).rejects.toThrow('append-only');
});

test('every entry says who, in which hat, from where and by which request', async () => {
  const [clerk, officer] = [await world.clerk(), await world.staff('Galih Ramadhan')];
  const { number } = await clerk.submitTicket(outage());
  await officer.actOnTicket({ number, action: 'claim', priority: 'URGENT' });
  const { rows } = await world.database.query('select * from audit_entries where subject_id = $1 order by id', [
    number,
  ]);
  expect(rows).toMatchObject([
    {
      event: 'submit',
      actor_kind: 'portal',
      actor_name: 'Ratih Kusuma',
      actor_role: 'REQUESTER',
      address: expect.stringMatching(/127\.0\.0\.1|::1/),
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      previous_hash: null,
    },
    {
      event: 'claim',
      actor_kind: 'staff',
      actor_role: 'OFFICER',
      payload: {
        from: 'NEW',
        to: 'IN_PROGRESS',
        before: { assignee_id: null, priority: 'HIGH' },
        after: { priority: 'URGENT' },
      },
    },
  ]);
});

test('each entry carries the hash of the one before, computed from what it says', async () => {
  const { rows } = await world.database.query(
    'select *, to_char(at, \'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\') as instant from audit_entries order by id',
  );
  const last = new Map<string, string>();
  for (const row of rows) {
    const subject = `${row.subject_type}:${row.subject_id}`;
    const facts = {
      subject_type: row.subject_type,
      subject_id: row.subject_id,
      event: row.event,
      at: row.instant,
      actor_kind: row.actor_kind,
      actor_id: row.actor_id,
      actor_name: row.actor_name,
      actor_role: row.actor_role,
      address: row.address,
      request_id: row.request_id,
      payload: row.payload,
    };
    expect(row.previous_hash).toBe(last.get(subject) ?? null);
    expect(row.hash).toBe(
      createHash('sha256')
        .update(row.previous_hash ?? '')
        .update(canonical(facts))
        .digest('hex'),
    );
    last.set(subject, row.hash);
  }
  expect(rows.length).toBeGreaterThan(100);
});

test('a use case that fails leaves neither a ticket nor an entry behind', async () => {
  const clerk = await world.clerk();
  const count = async () =>
    (
      await world.database.query(
        'select (select count(*) from tickets) as tickets, (select count(*) from audit_entries) as entries',
      )
    ).rows[0];
  const before = await count();
  await world.database.query(
    "create function refuse_entries() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$; create trigger refuse_entries before insert on audit_entries for each row execute function refuse_entries()",
  );
  await expect(clerk.submitTicket(outage())).rejects.toMatchObject({
    code: 'unexpected',
    details: { requestId: expect.any(String) },
  });
  await world.database.query('drop trigger refuse_entries on audit_entries; drop function refuse_entries');
  expect(await count()).toEqual(before);
});

test('an administrator reads the log by person, subject and day; a ticket’s words and confidential tickets stay out', async () => {
  const [clerk, officer, admin] = [
    await world.clerk(),
    await world.staff('Galih Ramadhan'),
    await world.staff('Administrator Demo'),
  ];
  const [open, secret] = [
    await clerk.submitTicket(outage({ title: 'Judul yang dicari' })),
    await clerk.submitTicket(outage()),
  ];
  await officer.actOnTicket({ number: open.number, action: 'claim' });
  await world.database.query('update tickets set is_confidential = true where number = $1', [secret.number]);

  const { entries } = await admin.listAudit({ subject: open.number.toLowerCase() });
  expect(entries.map(({ event, actor }) => [event, actor.name])).toEqual([
    ['claim', 'Galih Ramadhan'],
    ['submit', 'Ratih Kusuma'],
  ]);
  expect(entries[0]?.changes).toEqual([{ name: 'status', before: 'NEW', after: 'IN_PROGRESS' }]);
  expect(JSON.stringify(entries)).not.toContain('Judul yang dicari');
  expect((await admin.listAudit({ subject: secret.number })).entries).toEqual([]);
  expect((await admin.listAudit({ person: 'galih', subject: open.number })).entries).toHaveLength(1);
  expect((await admin.listAudit({ subject: open.number, to: '2020-01-01' })).entries).toEqual([]);
  expect(await admin.checkChain({ type: 'ticket', subject: open.number })).toEqual({ entries: 2, broken: null });

  // Page by page nothing is missed and nothing told twice.
  const ids: number[] = [];
  for (let before: number | null | undefined; before !== null && ids.length < 120;) {
    const page = await admin.listAudit(before ? { before } : {});
    ids.push(...page.entries.map(({ id }) => id));
    before = page.next;
  }
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));

  // The same leaves as a file, oldest first; that it left is an entry itself.
  const lines = parseCsv(await (await admin.exportAudit({ subject: open.number })).text());
  expect(lines.map(({ cells }) => [cells[2], cells[4], cells[5], cells[6], cells[9]])).toEqual([
    ['Kejadian', 'Subjek', 'Pelaku', 'Peran', 'Perubahan'],
    ['mengajukan permintaan', open.number, 'Ratih Kusuma', 'Pemohon SKPD', 'status: – → NEW'],
    ['mengambil tiket', open.number, 'Galih Ramadhan', 'Petugas', 'status: NEW → IN_PROGRESS'],
  ]);
  expect(parseCsv(await (await admin.exportAudit({ subject: secret.number })).text())).toHaveLength(1);
  expect((await admin.listAudit({ type: 'export' })).entries[0]).toMatchObject({
    event: 'export',
    subject: { id: 'audit' },
    actor: { name: 'Administrator Demo' },
  });

  for (const other of [clerk, officer, await world.leader(), await world.staff('Laila Safitri')])
    for (const ask of [() => other.listAudit({}), () => other.exportAudit({})])
      await expect(ask()).rejects.toMatchObject({ code: 'notAllowed' });
});
