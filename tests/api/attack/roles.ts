import { ENDPOINT_NAMES, endpointOf } from 'strapi-plugin-ticketing/contract';
import { ACTIONS } from 'strapi-plugin-ticketing/domain';
import { OFFICE } from '../../support/knock';
import { outage, type Person } from '../../support/world';
import { all, knock, world } from './stage';

export type Who = 'clerk' | 'colleague' | 'stranger' | 'leader' | 'officer' | 'other' | 'coordinator' | 'admin';
const STAFF: readonly Who[] = ['officer', 'other', 'coordinator', 'admin'];
type Owned = 'plain' | 'secret' | 'foreign' | 'foreignSecret';

/**
 * Who may see which of four tickets, as the rules say it (domain rules 5.4): a plain and a confidential one of the
 * clerk's unit, and two of another unit; the officer works on all of them.
 */
const SEES: Readonly<Record<Who, readonly Owned[]>> = {
  clerk: ['plain', 'secret'],
  colleague: ['plain'],
  stranger: ['foreign', 'foreignSecret'],
  leader: ['plain', 'foreign'],
  officer: ['plain', 'secret', 'foreign', 'foreignSecret'],
  other: ['plain', 'foreign'],
  coordinator: ['plain', 'secret', 'foreign', 'foreignSecret'],
  admin: ['plain', 'foreign'],
};

export const people = async (): Promise<Record<Who, Person>> => ({
  clerk: await world.clerk(),
  colleague: await world.colleague(),
  stranger: await world.stranger(),
  leader: await world.leader(),
  officer: await world.staff(OFFICE.officer),
  other: await world.staff(OFFICE.other),
  coordinator: await world.staff(OFFICE.coordinator),
  admin: await world.staff(OFFICE.admin),
});

const marked = (name: Owned): string => `penanda-${name.toLowerCase()}-7f3a`;

async function fourTickets(who: Record<Who, Person>): Promise<Record<Owned, string>> {
  const file = async (person: Person, name: Owned): Promise<string> => {
    const { number } = await person.submitTicket(
      outage({ title: `Gangguan ${marked(name)}`, description: `Isi yang hanya untuk yang berhak: ${marked(name)}` }),
    );
    await who.officer.actOnTicket({ number, action: 'claim' });
    await who.officer.commentOnTicket({ number, body: `Catatan dalam ${marked(name)}`, internal: true });
    if (name.toLowerCase().endsWith('secret'))
      await world.database.query('update tickets set is_confidential = true where number = $1', [number]);
    return number;
  };
  return {
    plain: await file(who.clerk, 'plain'),
    secret: await file(who.clerk, 'secret'),
    foreign: await file(who.stranger, 'foreign'),
    foreignSecret: await file(who.stranger, 'foreignSecret'),
  };
}

export const UNKNOWN = {
  id: '00000000-0000-4000-8000-000000000000',
  token: 'AAAAAAAAAAAAAAAAAAAAAA',
  slug: 'tidak-ada',
};
/** Every call there is about one ticket; each action is a call of its own. */
function callsAbout(number: string): { name: string; method: string; place: string }[] {
  const about = ENDPOINT_NAMES.filter((name) => endpointOf(name).path.includes(':number'));
  return about.flatMap((name) => {
    const { method, path: address } = endpointOf(name);
    const actions = address.includes(':action') ? ACTIONS : [''];
    return actions.map((action) => ({
      name: `${name} ${action}`,
      method,
      place: address
        .replace(':number', number)
        .replace(':action', action)
        .replace(/:(\w+)/g, (_, key: string) => UNKNOWN[key as keyof typeof UNKNOWN] ?? key),
    }));
  });
}

test('call × role × door × ownership: nobody does or sees what the rules do not give them', async () => {
  const who = await people();
  const tickets = await fourTickets(who);
  const doors = ['/api/ticketing', '/ticketing'] as const;
  const tries = (Object.keys(SEES) as Who[]).flatMap((name) =>
    doors.flatMap((door) =>
      (Object.keys(tickets) as Owned[]).flatMap((ticket) =>
        callsAbout(tickets[ticket]).map((call) => ({ name, door, ticket, call })),
      ),
    ),
  );
  const wrong: string[] = [];
  await all(tries, async ({ name, door, ticket, call }) => {
    // What no call takes: whoever comes as far as this was let in, and nothing is changed.
    const body = call.method === 'POST' || call.method === 'PUT' ? { bukanIsian: 1 } : undefined;
    const { status, text } = await knock({
      method: call.method,
      place: `${door}${call.place}`,
      token: who[name].token,
      body,
    });
    const isAtDoor = (door === '/ticketing') === STAFF.includes(name);
    const isSeen = SEES[name].includes(ticket);
    const isRight = !isAtDoor
      ? status === 401
      : isSeen
        ? status !== 401 && status < 500
        : status === 403 || status === 404 || (body !== undefined && status === 400);
    const mayNotHold = isAtDoor ? (Object.keys(tickets) as Owned[]).filter((one) => !SEES[name].includes(one)) : [];
    const leaks = (isAtDoor ? mayNotHold : (Object.keys(tickets) as Owned[])).filter((one) =>
      text.includes(marked(one)),
    );
    if (!isRight || leaks.length > 0) wrong.push(`${name} ${door} ${ticket} ${call.name}: ${status} ${leaks.join()}`);
  });
  expect(wrong).toEqual([]);
  expect(tries.length).toBeGreaterThanOrEqual(2000);

  // And every list, report and search there is: none of them holds a word of what its reader may not see.
  const lists = ENDPOINT_NAMES.filter(
    (name) => endpointOf(name).method === 'GET' && !endpointOf(name).path.includes(':number'),
  );
  const views = ['', '?q=penanda', '?category=NET-01', '?page=2'] as const;
  const readings = (Object.keys(SEES) as Who[]).flatMap((name) =>
    doors.flatMap((door) => lists.flatMap((list) => views.map((view) => ({ name, door, list, view })))),
  );
  await all(readings, async ({ name, door, list, view }) => {
    const address = endpointOf(list).path.replace(
      /:(\w+)/g,
      (_, key: string) => UNKNOWN[key as keyof typeof UNKNOWN] ?? key,
    );
    const { status, text } = await knock({
      method: 'GET',
      place: `${door}${address}${view}`.replace('.id', '.csv'),
      token: who[name].token,
    });
    const isAtDoor = (door === '/ticketing') === STAFF.includes(name);
    const leaks = (Object.keys(tickets) as Owned[]).filter(
      (one) => (!isAtDoor || !SEES[name].includes(one)) && text.includes(marked(one)),
    );
    if (leaks.length > 0 || status >= 500 || (!isAtDoor && status < 400 && !endpointOf(list).isPublic))
      wrong.push(`${name} ${door} ${list}${view}: ${status} ${leaks.join()}`);
  });
  expect(wrong).toEqual([]);
  expect(tries.length + readings.length).toBeGreaterThanOrEqual(4000);
});
