import { randomInt, randomUUID } from 'node:crypto';
import { signInPortal, outage, type Person, type World } from './world';
import { until } from './jobs';
import type { Letter, Mailbox } from './mail';

/** What may die at any moment. */
export const VICTIMS = ['cms', 'database', 'mail server'] as const;
export type Victim = (typeof VICTIMS)[number];

export interface Storm {
  readonly world: World;
  readonly changes: number;
  readonly kills: readonly Victim[];
  /** Ends a victim without a word, and has it back. */
  readonly kill: (victim: Victim) => Promise<void>;
  readonly mailbox: () => Mailbox;
  /** How long a letter may take once the storm is over, in ms. */
  readonly patience: number;
}

/** What was found once everything that is due had the time to leave. */
export interface Aftermath {
  /** Numbers of tickets whose filing was answered. */
  readonly filed: readonly string[];
  /** Those of which the requester was written nothing. */
  readonly untold: readonly string[];
  /** Letters of which the database knows nothing: told of what was rolled back. */
  readonly strangers: readonly string[];
  /** Letters that came more than once, counted beyond the first. */
  readonly duplicates: number;
  readonly letters: number;
  /** How many letters were due by the database's own ledger, and those of them that never came. */
  readonly due: number;
  readonly lost: readonly string[];
  /** Attempts at filing that had no answer: refused, cut off, or rolled back with whoever died. */
  readonly unanswered: number;
}

const nameOf = ({ headers, id }: Letter): string => headers['message-id'] ?? id;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Files one request as a stubborn clerk does: again and again under one key, until it is answered. */
async function fileStubbornly(
  world: World,
  clerk: () => Promise<Person>,
  nth: number,
  onUnanswered: () => void,
): Promise<string> {
  const idempotencyKey = randomUUID();
  for (let attempt = 0; attempt < 600; attempt += 1) {
    try {
      const person = await clerk();
      const title = `Badai ${nth}: ${idempotencyKey.slice(0, 8)}`;
      return (await person.submitTicket(outage({ title }), { idempotencyKey })).number;
    } catch {
      onUnanswered();
      await pause(200);
    }
  }
  throw new Error(`change ${nth} was never answered by ${world.cms.url}`);
}

/** Each look signs in at whatever address the cms has now, as the same person. */
function clerksOf(world: World): (nth: number) => () => Promise<Person> {
  const sessions = new Map<string, Promise<Person>>();
  return (nth) => () => {
    const account = world.accounts.portal[nth % 3];
    if (!account) throw new Error('three clerks are needed');
    const key = `${world.cms.url} ${account.email}`;
    const session = sessions.get(key) ?? signInPortal(world.cms.url, account);
    sessions.set(key, session);
    session.catch(() => sessions.delete(key));
    return session;
  };
}

/** Changes and kills at once, in no order; then what became of every letter. */
export async function weather({ world, changes, kills, kill, mailbox, patience }: Storm): Promise<Aftermath> {
  const clerkOf = clerksOf(world);
  const numbers = Array.from({ length: changes }, (_, nth) => nth);
  const filed: string[] = [];
  let unanswered = 0;
  const work = async (): Promise<void> => {
    for (let nth = numbers.shift(); nth !== undefined; nth = numbers.shift())
      filed.push(await fileStubbornly(world, clerkOf(nth), nth, () => (unanswered += 1)));
  };
  const havoc = async (): Promise<void> => {
    for (const [index, victim] of kills.entries()) {
      // Somewhere within its share of the changes, so that the last one falls among them too.
      const at = Math.floor((changes * (index + randomInt(1, 100) / 100)) / kills.length);
      while (filed.length < at) await pause(20);
      await kill(victim);
    }
  };
  await Promise.all([havoc(), ...Array.from({ length: 4 }, work)]);
  const open = async (): Promise<number> => {
    await world.database.query("update pgboss.job set start_after = now() where name = 'letters' and state < 'active'");
    const { rows } = await world.database.query<{ open: number }>(
      "select count(*)::int as open from letters where state in ('WAITING', 'SENDING')",
    );
    return rows[0]?.open ?? 0;
  };
  await until('no letter is open any more', async () => (await open()) === 0, patience);
  const arrived = await mailbox().all();
  const { rows } = await world.database.query<{ name: string; is_due: boolean }>(
    "select 'surat-' || id || '-' as name, state <> 'DROPPED' as is_due from letters",
  );
  const known = new Set(rows.map(({ name }) => name));
  const due = rows.filter(({ is_due }) => is_due).map(({ name }) => name);
  const ours = arrived.filter((letter) => nameOf(letter).includes('surat-'));
  const nameIn = (letter: Letter): string => /surat-\d+-/.exec(nameOf(letter))?.[0] ?? '';
  const came = new Set(ours.map(nameIn));
  const clerks = new Set(world.accounts.portal.slice(0, 3).map(({ email }) => email));
  const told = ours.filter(({ to }) => to.some(({ address }) => clerks.has(address)));
  return {
    filed,
    untold: filed.filter((number) => !told.some(({ subject }) => subject.includes(number))),
    strangers: ours.filter((letter) => !known.has(nameIn(letter))).map(nameOf),
    duplicates: ours.length - new Set(ours.map(nameOf)).size,
    letters: ours.length,
    due: due.length,
    lost: due.filter((name) => !came.has(name)),
    unanswered,
  };
}
