import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { shiftedBy } from '../support/clock';
import { urlOf } from '../support/databases';
import { startCms, type Server } from '../support/servers';
import { openWorld, outage, signInPortal, type Person, type PortalAccount, type World } from '../support/world';

/** New Year at Bukittinggi, five years on: no sample ticket has a number in either of the two years. */
const MIDNIGHT = Date.parse('2031-12-31T17:00:00Z');
const OLD = 2031;

let world: World;
let offset: number;
const servers: Server[] = [];
let people: Person[];
const now = (): number => Date.now() + offset;

beforeAll(async () => {
  const began = Date.now();
  world = await openWorld();
  // So long as the first server took, and half a minute, the other two have time before midnight.
  offset = MIDNIGHT - Date.now() - (Date.now() - began) * 2 - 30_000;
  const start = (name: string) =>
    startCms(
      urlOf(world.databaseName),
      path.join(process.env['TEST_DATA_DIR'] ?? '', `${world.databaseName}-${name}`),
      shiftedBy(offset),
    );
  servers.push(...(await Promise.all([start('a'), start('b')])));
  people = await Promise.all(
    servers.flatMap(({ url }) =>
      [0, 1, 2].map((index) => signInPortal(url, world.accounts.portal[index] as PortalAccount)),
    ),
  );
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await world.close();
});

test('around midnight each request gets a number of the year it was made in, each year counts from one, and none comes twice', async () => {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, MIDNIGHT - 1500 - now())));
  const filed: Promise<{ number: string; submittedAt: string }>[] = [];
  for (let turn = 0; now() < MIDNIGHT + 1200; turn += 1) {
    filed.push(
      (people[turn % people.length] as Person).submitTicket(outage({ title: `Gangguan malam tahun baru ${turn}` })),
    );
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  const tickets = await Promise.all(filed);
  const yearOf = (at: string): number => (Date.parse(at) < MIDNIGHT ? OLD : OLD + 1);
  for (const { number, submittedAt } of tickets) expect(number.slice(0, 8)).toBe(`TIK-${yearOf(submittedAt)}`);
  for (const year of [OLD, OLD + 1]) {
    const numbers = tickets
      .map(({ number }) => number)
      .filter((number) => number.startsWith(`TIK-${year}`))
      .sort();
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers).toEqual(numbers.map((_, index) => `TIK-${year}-${String(index + 1).padStart(5, '0')}`));
  }
});

test('the first request of a year, sent by everybody at once to both servers, starts one count', async () => {
  await world.database.query("drop sequence ticket_numbers_2032; delete from tickets where number like 'TIK-2032-%'");
  const tickets = await Promise.all(people.map((person) => person.submitTicket(outage())));
  expect(tickets.map(({ number }) => number).sort()).toEqual(people.map((_, index) => `TIK-2032-0000${index + 1}`));
});

test('a request that is retried at the other server is the same ticket', async () => {
  const [here, , , there] = people as [Person, Person, Person, Person];
  const idempotencyKey = randomUUID();
  const tickets = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      (index % 2 ? here : there).submitTicket(outage({ title: 'Dikirim ke dua server' }), { idempotencyKey }),
    ),
  );
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(1);
  await expect(there.submitTicket(outage({ title: 'Isi lain' }), { idempotencyKey })).rejects.toMatchObject({
    code: 'idempotencyKeyReused',
    details: { number: tickets[0]?.number },
  });
});
