import type { Reply, Request } from 'strapi-plugin-ticketing/contract';
import { Refusal, REFUSALS, type Action } from 'strapi-plugin-ticketing/domain';
import { linkTo } from './content';
import type { Person, World } from './world';

type Detail = Reply<'submitTicket'>;
type Submission = Request<'submitTicket'>;

/** Something for each field a service asks for; an event is three weeks ahead, so that its notice is long enough. */
async function formOf(person: Person, code: string): Promise<Record<string, unknown>> {
  const { categories } = await person.getCatalog({});
  const service = categories.flatMap(({ services }) => services).find((each) => each.code === code);
  if (!service) throw new Error(`no such service: ${code}`);
  let hour = 9;
  const moment = () =>
    `${new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)}T${String((hour += 1)).padStart(2, '0')}:00`;
  return Object.fromEntries(
    service.fields
      .filter(({ type, required }) => required && type !== 'file')
      .map(({ key, type, options, min }): [string, unknown] => {
        const values: Partial<Record<typeof type, unknown>> = {
          select: options[0],
          multiselect: [options[0]],
          number: min ?? 1,
          boolean: true,
          date: moment().slice(0, 10),
          datetime: type === 'datetime' ? moment() : undefined,
          domain: 'contoh.bukittinggi.test',
        };
        return [key, values[type] ?? 'Seperti biasa'];
      }),
  );
}

/** Files a request for any service of the catalogue. */
export const file = async (person: Person, category: string, over: Partial<Submission> = {}): Promise<Detail> =>
  person.submitTicket({
    title: `Permintaan layanan ${category}`,
    description: 'Kami memerlukan bantuan untuk layanan ini.',
    category,
    impact: 'SMALL',
    urgency: 'LOW',
    contact: { name: 'Ratih Kusuma', phone: '0840-0000-0201', email: null },
    form: await formOf(person, category),
    ...over,
  });

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
