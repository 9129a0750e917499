import { carry, file, refusal } from '../support/desk';
import { verifyLog } from '../support/verify';
import { openWorld, type Person, type World } from '../support/world';

let world: World;
let clerk: Person, stranger: Person, galih: Person, ilham: Person, nisa: Person, laila: Person;
beforeAll(async () => {
  world = await openWorld();
  [clerk, stranger, galih, ilham, nisa, laila] = await Promise.all([
    world.clerk(),
    world.stranger(),
    world.staff('Galih Ramadhan'),
    world.staff('Ilham Syahputra'),
    world.staff('Nisa Azzahra'),
    world.staff('Laila Safitri'),
  ]);
});
afterAll(() => world.close());

const open = async (person = clerk, category = 'NET-06'): Promise<string> => (await file(person, category)).number;
const link = (number: string, ticket: string, relation: 'RELATED' | 'DUPLICATE_OF' | 'CHILD_OF', person = galih) =>
  person.actOnTicket({ number, action: 'link', ticket, relation });
const linksOf = async (person: Person, number: string) =>
  (await person.getTicket({ number })).links.map(({ relation, number: other }) => [relation, other]);

test('a link shows at both ends, is told in both histories, and goes from either', async () => {
  const [a, b] = [await open(), await open()];
  await galih.actOnTicket({ number: a, action: 'link', ticket: b, relation: 'CHILD_OF', reason: 'Gangguan yang sama' });
  expect([await linksOf(clerk, a), await linksOf(clerk, b)]).toEqual([[['CHILD_OF', b]], [['PARENT_OF', a]]]);
  for (const number of [a, b]) expect((await clerk.getTimeline({ number })).at(-1)?.event).toBe('link');
  expect(await refusal(galih.actOnTicket({ number: a, action: 'unlink', ticket: await open() }))).toBe('422 wrongLink');
  await ilham.actOnTicket({ number: b, action: 'unlink', ticket: a });
  expect([await linksOf(clerk, a), await linksOf(clerk, b)]).toEqual([[], []]);
  for (const number of [a, b]) expect((await clerk.getTimeline({ number })).at(-1)?.event).toBe('unlink');
});

test('rejected as a duplicate, it leads to the one it doubles', async () => {
  const [first, second] = [await open(), await open()];
  expect(
    await galih.actOnTicket({ number: second, action: 'reject', reason: 'Sudah dilaporkan', duplicateOf: first }),
  ).toMatchObject({ status: 'REJECTED', links: [{ relation: 'DUPLICATE_OF', number: first, status: 'NEW' }] });
  expect(await linksOf(clerk, first)).toEqual([['DUPLICATED_BY', second]]);
  const third = await open();
  expect(
    await refusal(galih.actOnTicket({ number: third, action: 'reject', reason: 'Sama', duplicateOf: third })),
  ).toBe('422 wrongLink');
  expect(
    await refusal(
      galih.actOnTicket({ number: third, action: 'reject', reason: 'Sama', duplicateOf: 'TIK-2026-99999' }),
    ),
  ).toBe('422 unknownTicket');
  expect((await clerk.getTicket({ number: third })).status).toBe('NEW');
});

test('knots are refused: itself, twice, two parents, a parent that is a child, a child that is a parent, one that is closed', async () => {
  const [parent, child, other] = [await open(), await open(), await open()];
  await link(child, parent, 'CHILD_OF');
  const problem = async (attempt: Promise<unknown>): Promise<unknown> =>
    attempt.then(
      () => 'accepted',
      (error: { details: { problem: string } }) => error.details.problem,
    );
  expect(await problem(link(parent, parent, 'RELATED'))).toBe('itself');
  expect(await problem(link(parent, child, 'RELATED'))).toBe('exists');
  expect(await problem(link(child, other, 'CHILD_OF'))).toBe('hasParent');
  expect(await problem(link(parent, other, 'CHILD_OF'))).toBe('isParent');
  expect(await problem(link(other, child, 'CHILD_OF'))).toBe('isChild');
  const closed = await open();
  await clerk.actOnTicket({ number: closed, action: 'cancel', reason: 'Batal' });
  expect(await problem(link(other, closed, 'CHILD_OF'))).toBe('closed');
  expect(await problem(link(closed, other, 'CHILD_OF'))).toBe('closed');
  expect(await problem(link(other, closed, 'RELATED'))).toBe('accepted');
});

test('a parent’s result closes and answers its children in whichever open status they are, and leaves the others alone', async () => {
  const parent = await open();
  await galih.actOnTicket({ number: parent, action: 'claim' });
  const children = await Promise.all(Array.from({ length: 6 }, () => open()));
  const [fresh = '', waiting = '', third = '', worked = '', rejected = '', returned = ''] = children;
  for (const child of children) await link(child, parent, 'CHILD_OF');
  await carry(waiting, [ilham, 'claim'], [ilham, 'askRequester', { question: 'Apa?' }]);
  await carry(third, [ilham, 'claim'], [ilham, 'waitThirdParty', { party: 'Vendor', reason: 'Suku cadang' }]);
  await carry(worked, [ilham, 'claim'], [clerk, 'requestCancel', { reason: 'Tidak perlu' }]);
  await carry(rejected, [galih, 'reject', { reason: 'Di luar lingkup' }]);
  await carry(returned, [galih, 'returnForCompletion', { question: 'Di mana?' }]);
  await galih.actOnTicket({ number: parent, action: 'resolve', resolutionSummary: 'Perangkat inti diganti.' });
  for (const number of [fresh, waiting, third, worked, returned]) {
    const untaken = number === fresh || number === returned;
    const ticket = await clerk.getTicket({ number });
    expect(ticket).toMatchObject({
      status: 'RESOLVED',
      resolutionSummary: 'Perangkat inti diganti.',
      isCancelRequested: false,
      assignee: { name: untaken ? galih.name : ilham.name },
      sla: { response: 'ON_TIME', resolution: 'ON_TIME' },
    });
    expect(ticket.verifiedAt).not.toBeNull();
    expect((await clerk.getTimeline({ number })).at(-1)).toMatchObject({
      event: 'resolveWithParent',
      text: 'Perangkat inti diganti.',
      status: { to: 'RESOLVED' },
    });
    expect(ticket.actions).toEqual(['reopen', 'rate']);
  }
  expect(await clerk.getTicket({ number: rejected })).toMatchObject({ status: 'REJECTED', resolutionSummary: null });
  expect(await clerk.actOnTicket({ number: fresh, action: 'reopen', reason: 'Masih putus' })).toMatchObject({
    status: 'IN_PROGRESS',
  });
});

test('parent and children close together or not at all', async () => {
  const [parent, child] = [await open(), await open()];
  await galih.actOnTicket({ number: parent, action: 'claim' });
  await link(child, parent, 'CHILD_OF');
  await world.database.query(
    `create function refuse_child() returns trigger language plpgsql as $$ begin if new.subject_id = ` +
      `'${child}' then raise exception 'disk full'; end if; return new; end $$; create trigger refuse_child ` +
      `before insert on audit_entries for each row execute function refuse_child()`,
  );
  expect(
    await refusal(galih.actOnTicket({ number: parent, action: 'resolve', resolutionSummary: 'Kabel diganti.' })),
  ).toBe('500 unexpected');
  await world.database.query('drop trigger refuse_child on audit_entries; drop function refuse_child');
  expect([
    (await clerk.getTicket({ number: parent })).status,
    (await clerk.getTicket({ number: child })).status,
  ]).toEqual(['IN_PROGRESS', 'NEW']);
  expect((await clerk.getTimeline({ number: parent })).map(({ event }) => event)).toEqual(['submit', 'claim', 'link']);
});

describe('what is confidential', () => {
  test('is no parent of what is not, neither at once nor by becoming so', async () => {
    const [secret, child, parent] = [await open(clerk, 'SEC-01'), await open(), await open()];
    await expect(link(child, secret, 'CHILD_OF', nisa)).rejects.toMatchObject({
      code: 'wrongLink',
      details: { problem: 'confidential' },
    });
    await link(child, parent, 'CHILD_OF');
    await expect(
      laila.actOnTicket({ number: parent, action: 'recategorize', category: 'SEC-01' }),
    ).rejects.toMatchObject({ code: 'wrongLink', details: { problem: 'confidential', ticket: child } });
    expect((await laila.getTicket({ number: parent })).category.code).toBe('NET-06');
    await laila.actOnTicket({ number: child, action: 'recategorize', category: 'SEC-01' });
    expect(await laila.actOnTicket({ number: parent, action: 'recategorize', category: 'SEC-01' })).toMatchObject({
      isConfidential: true,
    });
  });
  test('cannot be linked by who may not read it, and its links are hidden from them', async () => {
    const [secret, plain] = [await open(clerk, 'SEC-01'), await open()];
    expect(await refusal(link(plain, secret, 'RELATED', galih))).toBe('422 unknownTicket');
    await link(plain, secret, 'RELATED', nisa);
    expect([
      await linksOf(nisa, plain),
      await linksOf(clerk, plain),
      await linksOf(galih, plain),
      await linksOf(await world.colleague(), plain),
    ]).toEqual([[['RELATED', secret]], [['RELATED', secret]], [], []]);
    expect(JSON.stringify(await nisa.getTimeline({ number: plain }))).toContain(secret);
    for (const reader of [galih, await world.colleague()])
      expect(JSON.stringify(await reader.getTimeline({ number: plain }))).not.toContain(secret);
    expect(await refusal(galih.actOnTicket({ number: plain, action: 'unlink', ticket: secret }))).toBe(
      '422 unknownTicket',
    );
  });
});

test('a clerk sees no link to another SKPD’s ticket, and may tie none', async () => {
  const [mine, theirs] = [await open(), await open(stranger)];
  await link(mine, theirs, 'RELATED');
  expect([await linksOf(galih, mine), await linksOf(clerk, mine), await linksOf(stranger, theirs)]).toEqual([
    [['RELATED', theirs]],
    [],
    [],
  ]);
  expect(await refusal(link(mine, await open(), 'RELATED', clerk))).toBe('403 notAllowed');
});

test('the log is whole after all this', async () => {
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });
});
