import { carry, file, refusal } from '../support/desk';
import { verifyLog } from '../support/verify';
import { openWorld, type Person, type World } from '../support/world';

let world: World;
let [clerk, officer, mate, coordinator]: Person[] = [];
const people = () => ({
  clerk: clerk as Person,
  officer: officer as Person,
  mate: mate as Person,
  coordinator: coordinator as Person,
});
beforeAll(async () => {
  world = await openWorld();
  [clerk, officer, mate, coordinator] = await Promise.all([
    world.clerk(),
    world.staff('Galih Ramadhan'),
    world.staff('Ilham Syahputra'),
    world.staff('Laila Safitri'),
  ]);
});
afterAll(() => world.close());

const many = (count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, async () => (await file(people().clerk, 'NET-06')).number));
/** Codes of everything that was sent at once; a deadlock or a crash would be `500 unexpected`. */
const atOnce = (attempts: readonly Promise<unknown>[]): Promise<string[]> => Promise.all(attempts.map(refusal));
const parentOf = async (number: string): Promise<string | undefined> =>
  (await people().coordinator.getTicket({ number })).links.find(({ relation }) => relation === 'CHILD_OF')?.number;

test('as many claims at once as there are officers on a bad morning all come through', async () => {
  const numbers = await many(40);
  expect(
    new Set(await atOnce(numbers.map((number) => people().officer.actOnTicket({ number, action: 'claim' })))),
  ).toEqual(new Set(['accepted']));
}, 180_000);

test('two tickets that are linked with each other from both ends at once end with one link', async () => {
  const { officer: one, mate: other } = people();
  for (let round = 0; round < 6; round += 1) {
    const [a = '', b = ''] = await many(2);
    const results = await atOnce([
      one.actOnTicket({ number: a, action: 'link', ticket: b, relation: 'RELATED' }),
      other.actOnTicket({ number: b, action: 'link', ticket: a, relation: 'RELATED' }),
    ]);
    expect(results.sort()).toEqual(['422 wrongLink', 'accepted']);
    expect((await one.getTicket({ number: a })).links).toHaveLength(1);
  }
});

test('a link and work on the ticket at its far end do not stand in each other’s way', async () => {
  const { officer: one, mate: other, clerk: requester } = people();
  for (let round = 0; round < 6; round += 1) {
    const [a = '', b = ''] = await many(2);
    const results = await atOnce([
      one.actOnTicket({ number: a, action: 'link', ticket: b, relation: 'RELATED' }),
      other.actOnTicket({ number: b, action: 'claim' }),
      requester.commentOnTicket({ number: b, body: 'Masih putus.' }),
      requester.commentOnTicket({ number: a, body: 'Di sini juga.' }),
    ]);
    expect(results).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    expect(await one.getTicket({ number: b })).toMatchObject({
      status: 'IN_PROGRESS',
      assignee: { name: 'Ilham Syahputra' },
      links: [{ number: a }],
    });
  }
});

test('of two parents that want the same child at once one gets it', async () => {
  const { officer: one, mate: other } = people();
  for (let round = 0; round < 5; round += 1) {
    const [child = '', a = '', b = ''] = await many(3);
    const results = await atOnce([
      one.actOnTicket({ number: child, action: 'link', ticket: a, relation: 'CHILD_OF' }),
      other.actOnTicket({ number: child, action: 'link', ticket: b, relation: 'CHILD_OF' }),
    ]);
    expect(results.sort()).toEqual(['422 wrongLink', 'accepted']);
    expect([a, b]).toContain(await parentOf(child));
  }
});

test('a knot tied by two people at once, each a part of the other, comes undone', async () => {
  const { officer: one, mate: other } = people();
  const [a = '', b = ''] = await many(2);
  const results = await atOnce([
    one.actOnTicket({ number: a, action: 'link', ticket: b, relation: 'CHILD_OF' }),
    other.actOnTicket({ number: b, action: 'link', ticket: a, relation: 'CHILD_OF' }),
  ]);
  expect(results.sort()).toEqual(['422 wrongLink', 'accepted']);
});

test('a parent is resolved while its children are worked on: no deadlock, and each child ends in one piece', async () => {
  const { officer: one, mate: other, clerk: requester, coordinator: chief } = people();
  for (let round = 0; round < 5; round += 1) {
    const [parent = '', ...children] = await many(4);
    const [first = '', second = '', third = ''] = children;
    await one.actOnTicket({ number: parent, action: 'claim' });
    for (const child of children)
      await one.actOnTicket({ number: child, action: 'link', ticket: parent, relation: 'CHILD_OF' });
    await other.actOnTicket({ number: second, action: 'claim' });
    const results = await atOnce([
      one.actOnTicket({ number: parent, action: 'resolve', resolutionSummary: 'Perangkat inti diganti.' }),
      requester.commentOnTicket({ number: first, body: 'Masih putus.' }),
      other.actOnTicket({ number: second, action: 'resolve', resolutionSummary: 'Kabel diganti.' }),
      chief.actOnTicket({ number: third, action: 'unlink', ticket: parent }),
      requester.commentOnTicket({ number: parent, body: 'Terima kasih.' }),
    ]);
    expect(results).toEqual([
      'accepted',
      'accepted',
      expect.stringMatching(/accepted|409 wrongStatus/),
      'accepted',
      'accepted',
    ]);
    expect(await chief.getTicket({ number: first })).toMatchObject({
      status: 'RESOLVED',
      resolutionSummary: 'Perangkat inti diganti.',
    });
    expect((await chief.getTicket({ number: second })).status).toBe('RESOLVED');
    const history = async (number: string) => (await chief.getTimeline({ number })).map(({ event }) => event);
    // Whether it was cut loose before or after, what the row says is what its history says.
    const isClosed = (await chief.getTicket({ number: third })).status === 'RESOLVED';
    expect((await history(third)).includes('resolveWithParent')).toBe(isClosed);
    expect((await history(second)).filter((event) => event.startsWith('resolve'))).toHaveLength(1);
  }
});

test('children linked while their parent is resolved either close with it or are refused', async () => {
  const { officer: one, mate: other, coordinator: chief } = people();
  for (let round = 0; round < 5; round += 1) {
    const [child = '', parent = ''] = await many(2);
    await one.actOnTicket({ number: parent, action: 'claim' });
    const [, linked] = await atOnce([
      one.actOnTicket({ number: parent, action: 'resolve', resolutionSummary: 'Kabel diganti.' }),
      other.actOnTicket({ number: child, action: 'link', ticket: parent, relation: 'CHILD_OF' }),
    ]);
    expect(linked === 'accepted' ? 'RESOLVED' : 'NEW').toBe((await chief.getTicket({ number: child })).status);
  }
});

test('of two administrators who save the matrix at once one is told that it changed meanwhile', async () => {
  const admin = await world.staff('Administrator Demo');
  for (let round = 0; round < 4; round += 1) {
    const { version } = await admin.getAuthority({});
    const save = (alternatives: [] | [[]]) =>
      admin.saveAuthority({
        version,
        cells: [
          { role: 'LEADER', may: 'ticket:readInternal', alternatives },
          { role: 'LEADER', may: 'ticket:comment', alternatives: round % 2 ? [] : [[]] },
        ],
      });
    const results = await atOnce([save([]), save([[]])]);
    expect(results.sort()).toEqual(['409 settingsChanged', 'accepted']);
    expect((await admin.getAuthority({})).version).toBe(version + 1);
  }
});

test('an assignment and a claim at once leave one accountable officer, and the loser knows who', async () => {
  const { officer: one, coordinator: chief, clerk: requester } = people();
  for (let round = 0; round < 4; round += 1) {
    const { number } = await file(requester, 'NET-06');
    const helper = (await chief.listOfficers({})).find(({ name }) => name === 'Ilham Syahputra')?.id ?? 0;
    const results = await atOnce([
      one.actOnTicket({ number, action: 'claim' }),
      chief.actOnTicket({ number, action: 'assign', assignee: helper }),
    ]);
    expect(results[1]).toBe('accepted');
    expect((await chief.getTicket({ number })).assignee?.name).toBe('Ilham Syahputra');
  }
});

test('a helper who is made accountable twice at once helps no longer', async () => {
  const { officer: one, mate: other, coordinator: chief, clerk: requester } = people();
  const { number } = await file(requester, 'NET-06');
  const id = (await chief.listOfficers({})).find(({ name }) => name === other.name)?.id ?? 0;
  await carry(number, [one, 'claim']);
  await atOnce([
    one.actOnTicket({ number, action: 'addHelper', helper: id }),
    chief.actOnTicket({ number, action: 'addHelper', helper: id }),
  ]);
  expect((await chief.getTicket({ number })).helpers.map(({ name }) => name)).toEqual([other.name]);
  await atOnce([
    chief.actOnTicket({ number, action: 'assign', assignee: id }),
    chief.actOnTicket({ number, action: 'assign', assignee: id }),
  ]);
  expect(await chief.getTicket({ number })).toMatchObject({ assignee: { name: other.name }, helpers: [] });
});

test('the log is whole after all this', async () => {
  expect(await verifyLog(world.databaseName)).toMatchObject({ code: 0 });
});
