import path from 'node:path';
import { median, middle, table } from '../support/bench';
import { connect, createDatabase, dropDatabase, newName, urlOf } from '../support/databases';
import { calling, rateOf, type Call, type Work } from '../support/load';
import { startCms, type Server } from '../support/servers';
import { spying, statementsOf, type Statement } from '../support/statements';
import { TEMPLATE } from '../support/template';
import { openWorld, outage, type Person, type World } from '../support/world';
import { fill, filledIn, type Filled } from './fill';
import { bareNode, bareStrapi, straight } from './references';

/** How many tickets there are, how long one measurement lasts in ms, and how often each is taken. */
const TICKETS = 50_000;
const LASTS = 1500;
const TIMES = 3;
const HANDS = [1, 16] as const;
/** A connection plans a named statement five times before it keeps a plan; only then is it warm. */
const WARM_UPS = 8;
/** What a machine's `_health` answers a second for which there is a sign, and the sign: tickets and requests a second. */
const HEALTH = 1500;
const SIGN = 300;

/** What each server of a run starts from a copy of. */
const FILLED = newName();
let world: World;
let filled: Filled;
let watched: Server;
let file: string;
beforeAll(async () => {
  await createDatabase(FILLED, TEMPLATE);
  const database = await connect(FILLED);
  await fill(database, TICKETS);
  await database.end();
  world = await openWorld({}, FILLED);
  filled = await filledIn(world.database);
  const dataDir = path.join(process.env['TEST_DATA_DIR'] ?? '', `${world.databaseName}-watched`);
  file = path.join(dataDir, 'statements');
  watched = await startCms(urlOf(world.databaseName), dataDir, spying(file));
});

const rows: (string | number)[][] = [];
/** Ours and the reference's, a second, at the most connections. */
const medians = new Map<string, readonly [number, number]>();
afterAll(async () => {
  await watched.stop();
  await world.close();
  await dropDatabase(FILLED);
  table(
    `Each row beside its reference, ${TICKETS} tickets; a second: median (least–most) of ${TIMES}`,
    ['what', 'connections', 'ours', 'reference', 'ours / reference', 'aim', 'statements', 'round trips'],
    rows,
  );
  const [, health] = medians.get('me, clerk') ?? [];
  for (const what of ['ticket, officer', 'ticket, clerk', 'create, clerk', 'create, coordinator']) {
    const [ours] = medians.get(what) ?? [];
    if (ours && health)
      process.stderr.write(
        `  ${what}: ${((ours * HEALTH) / health).toFixed(0)} a second where _health answers ${HEALTH}; sign ${SIGN}\n`,
      );
  }
});

/** One side of a comparison, ready to be measured with so many hands. */
type Side = (hands: number) => Promise<{ readonly work: Work; readonly close: () => unknown }>;
const byHttp =
  (callOf: (index: number) => Call): Side =>
  async (hands) =>
    calling(hands, callOf);

/** Warm, in turns, so that what else the machine does meets both. */
async function compare(
  what: string,
  aim: string,
  own: Side,
  reference: Side,
  sent: readonly Statement[],
): Promise<void> {
  const next = [0, 0];
  for (const hands of HANDS) {
    const sides = [await own(hands), await reference(hands)];
    const rates: number[][] = [[], []];
    const measure = async (side: number, lasts: number): Promise<number> => {
      const [rate, at] = await rateOf(hands, lasts, next[side] ?? 0, sides[side]?.work as Work);
      next[side] = at;
      return rate;
    };
    for (const side of sides.keys()) {
      const enough = (next[side] ?? 0) + WARM_UPS * hands;
      while ((next[side] ?? 0) < enough) await measure(side, LASTS / 2);
    }
    for (let time = 0; time < TIMES; time += 1)
      for (const side of sides.keys()) rates[side]?.push(await measure(side, LASTS));
    await Promise.all(sides.map(({ close }) => close()));
    const [ours = [], theirs = []] = rates;
    medians.set(what, [median(ours), median(theirs)]);
    rows.push([
      what,
      hands,
      middle(ours),
      middle(theirs),
      (median(ours) / median(theirs)).toFixed(2),
      aim,
      sent.length,
      new Set(sent.map(({ round }) => round)).size,
    ]);
    process.stderr.write(`${rows.at(-1)?.join(' | ')}\n`);
  }
}

const people: Record<string, () => Promise<Person>> = {
  clerk: () => world.clerk(),
  leader: () => world.leader(),
  officer: () => world.staff('Galih Ramadhan'),
  coordinator: () => world.staff('Laila Safitri'),
};
const callBy =
  ({ door, token }: Person, url = world.cms.url) =>
  (place: string, body?: object): Call => ({
    url: `${url}${door}${place}`,
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}` },
    ...(body && { body }),
  });
/** What the product sends for this call, once it is warm. */
async function sentFor(calls: readonly Call[]): Promise<Statement[]> {
  const { work, close } = calling(1, (index) => calls[index] as Call);
  for (let index = 0; index + 1 < calls.length; index += 1) await work(index);
  const sent = await statementsOf(file, () => work(calls.length - 1));
  close();
  return sent;
}
const around = (numbers: readonly string[], index: number): string => numbers[index % numbers.length] ?? '';

test.each(['clerk', 'officer'])('GET /me, %s', async (who) => {
  const person = await (people[who] as () => Promise<Person>)();
  const sent = await sentFor([callBy(person, watched.url)('/me'), callBy(person, watched.url)('/me')]);
  await compare(
    `me, ${who}`,
    '0.5',
    byHttp(() => callBy(person)('/me')),
    byHttp(() => ({ url: `${world.cms.url}/_health` })),
    sent,
  );
});

/** Reading, beside a bare server that sends the same statements. */
async function read(what: string, person: Person, placeOf: (number: string) => string, numbers: readonly string[]) {
  const [first = ''] = numbers;
  const call = callBy(person, watched.url)(placeOf(first));
  const sent = await sentFor([call, call]);
  const bare = await bareNode(world.databaseName, path.dirname(file), sent, first);
  await compare(
    what,
    '0.5',
    byHttp((index) => callBy(person)(placeOf(around(numbers, index)))),
    byHttp((index) => ({ url: `${bare.url}/?number=${around(numbers, index)}` })),
    sent,
  );
  await bare.stop();
}

test.each(['clerk', 'leader', 'officer'])('a ticket, %s', async (who) => {
  const person = await (people[who] as () => Promise<Person>)();
  const numbers = who === 'clerk' ? await filled.of('DISDIKBUD') : filled.ended;
  await read(`ticket, ${who}`, person, (number) => `/tickets/${number}`, numbers);
});
test.each(['clerk', 'leader', 'officer'])('a list of 25, %s', async (who) => {
  const person = await (people[who] as () => Promise<Person>)();
  await read(`list of 25, ${who}`, person, () => '/tickets?pageSize=25', ['']);
});
test.each(['clerk', 'officer'])('a search, %s', async (who) => {
  const person = await (people[who] as () => Promise<Person>)();
  await read(`search, ${who}`, person, () => '/tickets?q=perpustakaan&pageSize=25', ['']);
});

test.each(['clerk', 'coordinator'])('a request is filed, %s', async (who) => {
  const person = await (people[who] as () => Promise<Person>)();
  const body = outage(who === 'clerk' ? {} : { skpd: 'DISDIKBUD', channel: 'PHONE', priority: 'HIGH' });
  const there = callBy(person, watched.url)('/tickets', body);
  const sent = await sentFor([there, there]);
  const bare = await bareStrapi(FILLED, path.dirname(file));
  const { rows: ids } = await world.database.query<{ category: number; skpd: number; requester: number }>(
    `select c.id as category, s.id as skpd, u.id as requester
     from categories c, skpd s, up_users u where c.code = 'NET-01' and s.code = 'DISDIKBUD' and u.email = $1`,
    [(await world.clerk()).email],
  );
  const { contact, form, title, description, impact, urgency } = body;
  const given = {
    ...{ title, description, impact, urgency, ...ids[0], form: Object.values(form) },
    ...{ status: 'NEW', priority: 'HIGH', channel: 'WEB', submittedAt: new Date().toISOString() },
    ...{ contactName: contact.name, contactPhone: contact.phone, contactEmail: contact.email },
  };
  try {
    await compare(
      `create, ${who}`,
      '2.0',
      byHttp(() => callBy(person)('/tickets', body)),
      byHttp((index) => ({ url: `${bare.url}/api/bare`, method: 'POST', body: { ...given, number: `BARE-${index}` } })),
      sent,
    );
  } finally {
    await bare.stop();
  }
});

/** Changing a ticket, beside connections that send the same statements. */
async function change(
  what: string,
  person: Person,
  placeOf: (number: string) => string,
  body: object,
  numbers: readonly string[],
) {
  const [warm = '', first = '', ...others] = numbers;
  const calls = [warm, first].map((number) => callBy(person, watched.url)(placeOf(number), body));
  const sent = await sentFor(calls);
  const { rows: found } = await world.database.query<{ id: number; number: string }>('select id, number from tickets');
  const idOf = new Map(found.map(({ id, number }) => [number, id]));
  const half = Math.floor(others.length / 2);
  await compare(
    what,
    '0.4',
    byHttp((index) => callBy(person)(placeOf(around(others.slice(0, half), index)), body)),
    async (hands) => {
      const { send, close } = await straight(world.databaseName, hands);
      return {
        work: (index) => {
          const number = around(others.slice(half), index);
          return send(
            sent,
            new Map<unknown, unknown>([
              [first, number],
              [idOf.get(first), idOf.get(number)],
            ]),
          );
        },
        close,
      };
    },
    sent,
  );
}
test('an officer claims', async () => {
  const officer = await world.staff('Galih Ramadhan');
  await change('claim, officer', officer, (number) => `/tickets/${number}/actions/claim`, {}, filled.fresh);
});
test.each(['clerk', 'officer'])('a comment, %s', async (who) => {
  const person = await (people[who] as () => Promise<Person>)();
  const numbers = who === 'clerk' ? await filled.of('DISDIKBUD') : filled.fresh.toReversed();
  await change(
    `comment, ${who}`,
    person,
    (number) => `/tickets/${number}/comments`,
    { body: 'Sudah kami periksa.' },
    numbers,
  );
});
