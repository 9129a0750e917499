import { randomUUID } from 'node:crypto';
import { can, Refusal, type Language, type ReplyToken } from '../../domain';
import type { Caller } from '../database/caller';
import { rowsByKey, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { actorAt } from '../desk/people';
import { findTicket, toFacts } from '../tickets/rows';

/** Whoever a token was made for, as they stand now, and the ticket it was made for. */
export interface Correspondent {
  readonly caller: Caller;
  readonly email: string;
  readonly number: string | null;
  readonly mayComment: boolean;
}

async function addressOf(desk: Desk, { kind, person }: ReplyToken) {
  const [row] = await rowsByKey<{ email: string; language: Language }>(
    connection(desk.strapi),
    kind === 'portal'
      ? sql`select email, case when language = 'en' then 'en' else 'id' end as language from desk_accounts() where id =
          ${person}`
      : sql`select email, language from desk_staff_addresses() where staff_id = ${person}`,
  );
  return row;
}

async function numberOf(desk: Desk, id: number): Promise<string | null> {
  const [row] = await rowsByKey<{ number: string }>(
    connection(desk.strapi),
    sql`select number from tickets where id = ${id}`,
  );
  return row?.number ?? null;
}

/** Null where there is no account, or one that is no longer in use. */
export async function correspondentOf(desk: Desk, token: ReplyToken, now: number): Promise<Correspondent | null> {
  const [address, number] = [await addressOf(desk, token), await numberOf(desk, token.ticket)];
  if (!address) return null;
  try {
    const actor = await actorAt(desk, token.kind, token.person, now);
    const { policy } = await desk.inForce();
    const ticket = number === null ? null : await findTicket(connection(desk.strapi), number);
    const caller: Caller = {
      actor,
      policy,
      now,
      language: address.language,
      address: null,
      requestId: randomUUID(),
      idempotencyKey: null,
    };
    return {
      caller,
      email: address.email.toLowerCase(),
      number,
      mayComment: ticket !== null && can(policy, actor, 'ticket:comment', toFacts(ticket), now).allowed,
    };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unauthenticated') return null;
    throw error;
  }
}
