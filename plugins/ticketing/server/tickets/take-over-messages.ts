import type { ImportedMessage, ImportedTicket } from '../../domain/imports';
import { append } from '../audit/append';
import { rowsByKey, run, sql } from '../database/sql';
import type { Trx } from '../database/transaction';
import { authorOf, payloadOf, type Source } from './take-over';

/** A message is known again by when it was said, by whom and in which words: few systems number theirs. */
const keyOf = (at: number, name: string, text: string): string => `${new Date(at).toISOString()} ${name}\n${text}`;

/** Messages that tickets of this source have here, by number. */
async function told(trx: Trx, numbers: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await rowsByKey<{ number: string; at: Date; name: string; text: string }>(
    trx,
    sql`select subject_id as number, at, actor_name as name, payload ->> 'text' as text from audit_entries
      where subject_type = 'ticket' and subject_id = any(${[...numbers]}) and event = 'comment' and actor_kind = 'system'
        and request_id like 'import:%'`,
  );
  const known = new Map<string, Set<string>>();
  for (const { number, at, name, text } of rows) {
    const of = known.get(number) ?? new Set();
    known.set(number, of.add(keyOf(at.getTime(), name, text)));
  }
  return known;
}

/** A ticket that is here, and which of its messages there are not. */
export interface Behind {
  readonly number: string;
  readonly ticket: ImportedTicket;
  readonly messages: readonly ImportedMessage[];
}

/** Which of these tickets, each with its number here, were spoken on there since they were taken over. */
export async function behindOf(
  trx: Trx,
  source: Source,
  tickets: readonly { readonly number: string; readonly ticket: ImportedTicket }[],
): Promise<readonly Behind[]> {
  const spoken = tickets.filter(({ ticket }) => ticket.messages.length > 0);
  if (spoken.length === 0) return [];
  const known = await told(
    trx,
    spoken.map(({ number }) => number),
  );
  return spoken
    .map(({ number, ticket }) => ({
      number,
      ticket,
      messages: ticket.messages.filter(
        ({ at, author, text }) => !known.get(number)?.has(keyOf(at, `${author} (${source.name})`, text)),
      ),
    }))
    .filter(({ messages }) => messages.length > 0);
}

/**
 * Adds what was said on a ticket there since it was taken over: at its own times, behind what its history here has, and
 * nobody is told. In the transaction of whoever calls.
 */
export async function addMessages(trx: Trx, source: Source, { number, ticket, messages }: Behind): Promise<void> {
  for (const { at, author, text, isInternal } of messages) {
    const retold = { event: 'comment' as const, at, author, text, isInternal };
    await append(trx, authorOf(retold, ticket, source), at, {
      ...{ subjectType: 'ticket', subjectId: number, event: 'comment', payload: payloadOf(retold, {}) },
    });
  }
  const last = new Date(Math.max(...messages.map(({ at }) => at)));
  await run(trx, sql`update tickets set updated_at = greatest(updated_at, ${last}) where number = ${number}`);
}
