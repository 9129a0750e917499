import type { Core } from '@strapi/strapi';
import type { Language, NewsKind } from '../../domain';
import { rowsByKey, run, sql } from '../database/sql';
import type { Trx } from '../database/transaction';
import type { LetterKind } from './wording';
import { enqueue } from './queue';
import { seal } from './secret';

export type RecipientKind = 'portal' | 'staff' | 'contact';

/** A letter as the ledger holds it. Times are UTC. */
export interface LetterRow {
  readonly id: number;
  readonly kind: 'ticket' | NewsKind | LetterKind;
  readonly recipient_kind: RecipientKind;
  readonly recipient_id: number;
  readonly address: string;
  readonly name: string;
  readonly language: Language;
  readonly ticket_number: string | null;
  readonly state: 'WAITING' | 'SENDING' | 'SENT' | 'FAILED' | 'DROPPED';
  readonly due_at: Date;
  readonly attempts: number;
  readonly reason: string | null;
  readonly is_refused: boolean;
  readonly sealed: string | null;
  readonly subject: string | null;
  readonly created_at: Date;
  readonly tried_at: Date | null;
  readonly ended_at: Date | null;
}

/** A finished letter that is not about a ticket: what it says travels encrypted, for it may hold a one-time link. */
export interface FinishedLetter extends Pick<LetterRow, 'address' | 'name' | 'language'> {
  readonly kind: Exclude<LetterRow['kind'], 'ticket'>;
  readonly to: { readonly kind: RecipientKind; readonly id: number };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The ticket it is about: it hangs in its thread, and in its ledger. */
  readonly ticket?: string;
  /** Files that travel with it, by their ids. */
  readonly files?: readonly number[];
  /** Where mail programs send one click to get no more of these. */
  readonly stop?: string;
  /** Tried once also at an address that is paused. */
  readonly isTrial?: boolean;
}

/**
 * Puts a finished letter into the outbox, inside the transaction of what it tells of, to leave once it is `due`. Instants
 * in epoch ms. Answers its id.
 */
export async function post(
  strapi: Core.Strapi,
  trx: Trx,
  { kind, to, address, name, language, subject, text, html, stop, ticket, files = [], isTrial = false }: FinishedLetter,
  now: number,
  due = now,
): Promise<number> {
  const at = new Date(now);
  // Of a ticket it is in hand at once: beside it another one may still be gathering what happens.
  const rows = await rowsByKey<{ id: string }>(
    trx,
    sql`insert into letters (kind, recipient_kind, recipient_id, address, name, language, ticket_number, state, due_at,
      sealed, subject, attempts, created_at) values (${kind}, ${to.kind}, ${to.id}, ${address}, ${name}, ${language},
      ${ticket ?? null}, ${ticket ? 'SENDING' : 'WAITING'}, ${new Date(due)}, ${seal(strapi, JSON.stringify({ subject, text, html, stop }))}, ${subject},
      ${isTrial ? 1 : 0}, ${at}) returning id`,
  );
  const id = Number(rows[0]?.id);
  if (files.length > 0)
    await run(trx, sql`insert into files_of_letters select ${id}, f from unnest(${files}::bigint[]) f`);
  await enqueue(strapi, trx, [{ id, inSeconds: (due - now) / 1000 }]);
  return id;
}
