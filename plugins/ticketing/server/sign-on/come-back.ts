import {
  dayNumber,
  isOnAt,
  matchAccount,
  Refusal,
  soughtBy,
  toDay,
  type RefusalCode,
  type SignOnAccount,
  type SignOnDoor,
  type SignOnPerson,
} from '../../domain';
import { append } from '../audit/append';
import type { Author } from '../audit/author';
import type { Caller } from '../database/caller';
import { rowsOf, sql, type Sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import type { KeptSignOn } from '../desk/in-force';
import { limitsOf } from '../desk/limits';
import { spendAttempt } from './attempts';
import { personFrom } from './client';
import { returnTo } from './settings';

/** What the browser brings back: its own secret, and the part of the address behind the question mark. */
export interface Back {
  readonly ticket: string;
  readonly query: string;
}
/** Who came back, and whose account that is. */
export interface Arrival {
  readonly id: number;
  readonly person: SignOnPerson;
  readonly issuer: string;
}

/** The service for one door; where it is off there is nothing. */
export async function demandOn(desk: Desk, door: SignOnDoor): Promise<KeptSignOn> {
  const { signOn } = await desk.inForce();
  if (!isOnAt(signOn, door)) throw new Refusal('notFound');
  return signOn;
}

/** Why somebody did not come in, as sign-ins with a password name it. What is not here is nobody's failure. */
const REASONS: Partial<Record<RefusalCode, string>> = {
  signOnUnverified: 'unverifiedEmail',
  signOnUnknown: 'unknownAccount',
  signOnAmbiguous: 'severalAccounts',
  signOnClosed: 'blockedAccount',
  signOnRefused: 'refusedByService',
};

/** More than one is too many already. */
const MOST_FITTING = 3;
const accountsBy = (door: SignOnDoor, email: string | null, nip: string | null): Sql =>
  door === 'portal'
    ? sql`select id, email, regexp_replace(nip, '[\\s.]', '', 'g') as nip, not blocked as "isInUse" from desk_accounts()
        where lower(email) = lower(${email}::text) or regexp_replace(nip, '[\\s.]', '', 'g') = ${nip}::text
        order by id limit ${MOST_FITTING}`
    : sql`select s.id, a.email, null as nip, s.is_in_use as "isInUse" from desk_staff_addresses() a
        join desk_staff() s on s.id = a.staff_id where lower(a.email) = lower(${email}::text)
        order by s.id limit ${MOST_FITTING}`;

const someone = ({ address, requestId }: Caller): Author => ({
  kind: 'anonymous',
  id: null,
  name: 'Tanpa sesi',
  role: 'ANONYMOUS',
  address,
  requestId,
});

interface Failure {
  readonly reason: string;
  readonly account: number | null;
  readonly person: SignOnPerson | null;
}
const writeFailure = (desk: Desk, caller: Caller, door: SignOnDoor, { reason, account, person }: Failure) =>
  inTransaction(desk.strapi, (trx) =>
    append(trx, someone(caller), caller.now, {
      ...(account === null
        ? { subjectType: `${door}-door`, subjectId: toDay(dayNumber(caller.now)) }
        : { subjectType: `${door}-account`, subjectId: String(account) }),
      event: 'signInFailed',
      payload: { ...(person?.email && { identifier: person.email.slice(0, 100) }), reason, by: 'signOn' },
    }),
  );

async function identify(desk: Desk, caller: Caller, door: SignOnDoor, { ticket, query }: Back): Promise<Arrival> {
  const choice = await demandOn(desk, door);
  await inTransaction(desk.strapi, (trx) => spendAttempt(trx, door, ticket, caller.now));
  let person: SignOnPerson | null = null;
  let account: number | null = null;
  try {
    // No connection is held while the service is asked.
    const back = new URL(returnTo(desk, door));
    back.search = query;
    person = await personFrom(desk, choice, { ticket, back, now: caller.now });
    const { email, nip } = soughtBy(person, choice);
    const fitting = await rowsOf<SignOnAccount>(connection(desk.strapi), accountsBy(door, email, nip));
    const found = matchAccount(person, choice, fitting);
    account = found.id;
    if ('mismatch' in found) throw new Refusal(found.mismatch);
    return { id: found.id, person, issuer: choice.issuer };
  } catch (error) {
    const reason = error instanceof Refusal ? REASONS[error.code] : undefined;
    if (reason) await writeFailure(desk, caller, door, { reason, account, person });
    throw error;
  }
}

/**
 * Ends an attempt: who came back, and which account is theirs. What fails is written down and counted by the address it
 * came from; an attempt is spent in any case.
 */
export async function comeBack(desk: Desk, caller: Caller, door: SignOnDoor, back: Back): Promise<Arrival> {
  const limits = limitsOf(desk.strapi);
  // Each ticket is one of a kind: only the address adds up, so that nobody makes a colleague wait.
  const attempt = { door, address: caller.address ?? '', account: back.ticket };
  const seconds = await limits.wait(attempt);
  if (seconds > 0) throw new Refusal('tooManyRequests', { seconds });
  try {
    return await identify(desk, caller, door, back);
  } catch (error) {
    if (error instanceof Refusal && !['notFound', 'signOnUnreachable'].includes(error.code))
      await limits.failed(attempt);
    throw error;
  }
}

/** What an entry tells of a sign-in by the service. */
export const entryOf = (door: SignOnDoor, { id, person, issuer }: Arrival) => ({
  subjectType: `${door}-account`,
  subjectId: String(id),
  event: 'signIn',
  payload: {
    ...(person.email && { identifier: person.email.slice(0, 100) }),
    by: 'signOn',
    issuer,
    subject: person.subject,
  },
});
