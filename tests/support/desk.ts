import type { Reply, Request } from 'strapi-plugin-ticketing/contract';
import { Refusal, REFUSALS, type Action } from 'strapi-plugin-ticketing/domain';
import { linkTo } from './content';
import { fileOf, PDF } from './files';
import { localTime, type Person, type World } from './world';

type Detail = Reply<'submitTicket'>;
type Submission = Request<'submitTicket'>;

async function serviceOf(person: Person, code: string) {
  const { categories } = await person.getCatalog({});
  const service = categories.flatMap(({ services }) => services).find((each) => each.code === code);
  if (!service) throw new Error(`no such service: ${code}`);
  return service;
}

/** Something for each field a service asks for; an event is three weeks ahead, so that its notice is long enough. */
export async function formFor(person: Person, code: string): Promise<Record<string, unknown>> {
  const service = await serviceOf(person, code);
  let hour = 9;
  const moment = () =>
    `${new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)}T${String((hour += 1)).padStart(2, '0')}:00`;
  return Object.fromEntries(
    service.fields
      .filter(({ type, required }) => required && type !== 'file')
      .map(({ key, type, options, min, isPast }): [string, unknown] => {
        const values: Partial<Record<typeof type, unknown>> = {
          select: options[0],
          multiselect: [options[0]],
          number: min ?? 1,
          boolean: true,
          date: moment().slice(0, 10),
          datetime: type === 'datetime' ? moment() : undefined,
          domain: 'contoh.bukittinggi.test',
          nip: '198501012010011001',
        };
        return [
          key,
          isPast ? localTime(-1, '08:00').slice(0, type === 'date' ? 10 : 16) : (values[type] ?? 'Seperti biasa'),
        ];
      }),
  );
}

/** Attaches every document the service requires, as its form asks for them. */
export async function attachDocuments(person: Person, number: string, category: string): Promise<void> {
  const { fields } = await serviceOf(person, category);
  for (const { key, accept } of fields.filter(({ type, required }) => type === 'file' && required)) {
    const asPdf = accept.length === 0 || accept.includes('pdf');
    const document = asPdf ? fileOf(`${key}.pdf`, PDF) : fileOf(`${key}.csv`, Buffer.from('kolom;nilai\n1;2\n'));
    await person.addAttachment({ number, field: key, file: document });
  }
}

/** Files a request for any service of the catalogue, without the documents it requires. */
export const fileBare = async (person: Person, category: string, over: Partial<Submission> = {}): Promise<Detail> =>
  person.submitTicket({
    title: `Permintaan layanan ${category}`,
    description: 'Kami memerlukan bantuan untuk layanan ini.',
    category,
    impact: 'SMALL',
    urgency: 'LOW',
    contact: { name: 'Ratih Kusuma', phone: '0840-0000-0201', email: null },
    form: await formFor(person, category),
    ...over,
  });

/** The same with every document it requires. */
export async function file(person: Person, category: string, over: Partial<Submission> = {}): Promise<Detail> {
  const { number } = await fileBare(person, category, over);
  await attachDocuments(person, number, category);
  return person.getTicket({ number });
}

/** Carries one action out, and another, and answers with the ticket as the last one left it. */
export type Step = readonly [Person, Action, Omit<Request<'actOnTicket'>, 'number' | 'action'>?];
export async function carry(number: string, ...steps: readonly Step[]): Promise<Detail> {
  let last: Detail | undefined;
  for (const [person, action, given = {}] of steps) last = await person.actOnTicket({ number, action, ...given });
  if (!last) throw new Error('nothing was done');
  return last;
}

/** By which code, and with which status, something is refused; anything else fails the test. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Refusal || (error as { name?: string }).name === 'Refusal') {
      const { code } = error as Refusal;
      return `${REFUSALS[code]} ${code}`;
    }
    throw error;
  }
  return 'accepted';
}

/** What an administrator sets of a service in Strapi's screens, straight into its row. */
export async function setService(
  world: World,
  code: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(columns);
  await world.database.query(
    `update categories set ${names.map((name, index) => `${name} = $${index + 2}, `).join('')}updated_at = clock_timestamp() where code = $1`,
    [code, ...Object.values(columns)],
  );
}

/** A service whose targets come from its priority alone. */
export async function withoutOwnTargets(world: World, code: string): Promise<void> {
  const {
    connect: [row],
  } = await linkTo(world, code);
  await world.database.query("delete from categories_cmps where entity_id = $1 and field = 'sla'", [row?.id]);
  await setService(world, code, {});
}

/** What a staff account is called by number. */
export const staffId = async (world: World, name: string): Promise<number> => {
  const { rows } = await world.database.query<{ id: number }>(
    "select id from admin_users where concat_ws(' ', firstname, lastname) = $1",
    [name],
  );
  return rows[0]?.id ?? 0;
};

/** A moment of a ticket's row pushed into the past, as time would. */
export const letPass = async (world: World, number: string, column: 'locks_at' | 'unanswered_at'): Promise<void> => {
  await world.database.query(`update tickets set ${column} = now() - interval '1 minute' where number = $1`, [number]);
};
