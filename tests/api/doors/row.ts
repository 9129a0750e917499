import request from 'supertest';
import { statementsOf } from '../../support/statements';
import { outage, type Person } from '../../support/world';
import { world, sent } from './stage';

describe('the way to the row', () => {
  /** What a person does twice: the second time all is warm that can be. */
  const DEEDS: Record<string, (person: Person, number: string) => Promise<unknown>> = {
    'asks who they are': (person) => person.getMe({}),
    'reads a ticket': (person, number) => person.getTicket({ number }),
    'reads a list': (person) => person.listTickets({}),
    'files a request': (person) => person.submitTicket(outage()),
    'says something': (person, number) => person.commentOnTicket({ number, body: 'Sudah kami periksa.' }),
    'takes a ticket': (person, number) => person.actOnTicket({ number, action: 'claim' }),
  };
  /** Statements, begin and commit among them: who calls; then what the deed itself cannot do without. */
  test.each([
    ['clerk', 'asks who they are', 1],
    ['officer', 'asks who they are', 1],
    ['clerk', 'reads a ticket', 2],
    ['leader', 'reads a ticket', 2],
    ['officer', 'reads a ticket', 2],
    ['leader', 'reads a list', 2],
    ['officer', 'reads a list', 2],
    ['clerk', 'files a request', 3],
    ['clerk', 'says something', 8],
    ['officer', 'says something', 8],
    ['officer', 'takes a ticket', 8],
  ] as const)('of a %s who %s is %i statements long', async (who, deed, most) => {
    const person = await { clerk: world.clerk, leader: world.leader, officer: () => world.staff('Galih Ramadhan') }[
      who
    ]();
    const act = DEEDS[deed] as (typeof DEEDS)[string];
    const clerk = await world.clerk();
    const [first, second] = [await clerk.submitTicket(outage()), await clerk.submitTicket(outage())];
    await act(person, first.number);
    const texts = (await statementsOf(sent, () => act(person, second.number))).map(({ text }) => text);
    expect({ statements: texts.length, texts }).toEqual({ statements: most, texts });
  });

  test('without a session nothing is asked at all', async () => {
    const texts = await statementsOf(sent, async () => {
      for (const door of ['/api/ticketing', '/ticketing']) await request(world.cms.url).get(`${door}/me`).expect(401);
    });
    expect(texts).toEqual([]);
  });

  test('settings that change are in force at the next request, though they are kept in memory', async () => {
    const [admin, clerk] = [await world.staff('Administrator Demo'), await world.clerk()];
    const { priorityMatrix } = (await admin.getSettings({})).settings;
    expect((await clerk.getCatalog({})).matrix).toEqual(priorityMatrix);
    const changed = { ...priorityMatrix, LARGE: { ...priorityMatrix.LARGE, HIGH: 'LOW' as const } };
    const { version } = await admin.getSettings({});
    await admin.saveSettings({ version, changes: { priorityMatrix: changed } });
    expect((await clerk.getCatalog({})).matrix).toEqual(changed);
    await world.database.query("update categories set name = 'Internet kota' where code = 'NET-01'");
    const names = (await clerk.getCatalog({})).categories.flatMap(({ services }) => services.map(({ name }) => name));
    expect(names).toContain('Internet kota');
  });
});
