import { append } from '../audit/append';
import { SYSTEM } from '../audit/author';
import { rowsByKey, rowsOf, run, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { filesOfLetter, forgetFilesOf, type LetterFile } from '../mail/files';
import { letterName } from '../mail/names';
import type { LetterRow } from '../mail/outbox';
import type { LetterJob } from '../mail/queue';
import { unseal } from '../mail/secret';
import { problemOf } from '../mail/server-words';
import { transport, type Outgoing } from '../mail/transport';
import { answeredAt, comingBack } from './answer';
import { compose, type Composed, type NoticeRow } from './compose';
import { tellableTicket, type Drop } from './obstacle';

const isDrop = (made: Composed | Drop): made is Drop => typeof made === 'string';

async function contentOf(desk: Desk, letter: LetterRow, now: number): Promise<Composed | Drop> {
  if (letter.sealed) return JSON.parse(unseal(desk.strapi, letter.sealed)) as Composed;
  const on = connection(desk.strapi);
  const ticket = await tellableTicket(desk, letter, letter.ticket_number ?? '', now);
  if (typeof ticket === 'string') return ticket;
  const [first, ...rest] = await rowsOf<NoticeRow>(
    on,
    sql`select * from notices where letter_id = ${letter.id} order by id`,
  );
  if (!first) return 'ticketGone';
  const replyTo = await answeredAt(desk, letter, ticket, now);
  const reader = {
    kind: letter.recipient_kind,
    name: letter.name,
    language: letter.language,
    mayAnswer: replyTo !== null,
  };
  const composed = await compose(desk, reader, ticket, [first, ...rest]);
  return { ...composed, ...(replyTo !== null && { replyTo }) };
}

/** The last letters to this address were all refused, and nobody has asked since that one be sent again. */
async function isPaused(desk: Desk, { address, attempts }: LetterRow): Promise<boolean> {
  if (attempts > 1) return false;
  const [row] = await rowsByKey<{ is_paused: boolean }>(
    connection(desk.strapi),
    sql`select mail_is_paused(${address}) as is_paused`,
  );
  return row?.is_paused === true;
}

/** One click in the mail program ends a digest. Source: RFC 2369, RFC 8058. */
const wayOut = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** Letters of one ticket hang together in a mail program, and no machine answers them. */
function outgoing(
  desk: Desk,
  letter: LetterRow,
  { subject, text, html, stop, replyTo }: Composed,
  files: readonly LetterFile[],
  domain: string,
): Outgoing {
  const thread = letter.ticket_number ? `<${letter.ticket_number}@${domain}>` : null;
  return {
    to: letter.address,
    subject,
    text,
    html,
    messageId: letterName(desk.strapi, letter.id, domain),
    ...(thread && { inReplyTo: thread, references: thread }),
    ...(replyTo && { replyTo }),
    ...(files.length > 0 && {
      attachments: files.map(({ name, mime, bytes }) => ({ filename: name, contentType: mime, content: bytes })),
    }),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...(stop && wayOut(stop)) },
  };
}
/** The server took the connection and the sender, but not this recipient, and says that this will stay so. */
const isRefused = (error: unknown): boolean => {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  return code === 'EENVELOPE' && (responseCode ?? 0) >= 500 && command === 'RCPT TO';
};

async function end(
  desk: Desk,
  { id, kind }: LetterRow,
  state: 'SENT' | 'DROPPED',
  now: number,
  { subject = null, reason = null }: { readonly subject?: string | null; readonly reason?: string | null },
): Promise<void> {
  await run(
    connection(desk.strapi),
    sql`update letters set state = ${state}, ended_at = ${new Date(now)}, reason = ${reason}, is_refused = false, sealed =
      null, subject = coalesce(${subject}, subject) where id = ${id}`,
  );
  if (kind !== 'ticket') await forgetFilesOf(desk.strapi, id);
}

/** In whose history a letter belongs. */
export const subjectOf = ({ ticket_number, recipient_kind, recipient_id }: LetterRow) =>
  ticket_number
    ? { subjectType: 'ticket-letter', subjectId: ticket_number }
    : { subjectType: recipient_kind === 'staff' ? 'staff-account' : 'portal-account', subjectId: String(recipient_id) };

/** Given up: an administrator sees it among the dead letters, with the server's own words. */
async function giveUp(desk: Desk, letter: LetterRow, error: unknown, now: number): Promise<void> {
  const reason = problemOf(error);
  await inTransaction(desk.strapi, async (trx) => {
    // Another attempt, which the queue made when it took this one for lost, may have come to its end before.
    const [given] = await rowsOf<{ id: number }>(
      trx,
      sql`update letters set state = 'FAILED', ended_at = ${new Date(now)}, reason = ${reason}, is_refused =
        ${isRefused(error)} where id = ${letter.id} and state = 'SENDING' returning id`,
    );
    if (!given) return;
    await append(trx, SYSTEM, now, {
      ...subjectOf(letter),
      event: 'mailFailed',
      payload: { mail: letter.kind, letter: letter.id, reason },
    });
  });
  desk.strapi.log.error(`letter ${letter.id} was given up: ${reason}`);
}

/**
 * Carries one letter. What fails is thrown again, for the queue to come back to it, unless this was the last attempt or
 * the address takes no mail. Cut off anywhere it is carried again: at least once, and under the same name.
 */
export async function deliver(desk: Desk, { letter: id }: LetterJob, isLast: boolean, now: number): Promise<void> {
  const on = connection(desk.strapi);
  const [letter] = await rowsByKey<LetterRow>(
    on,
    sql`update letters set state = 'SENDING', attempts = attempts + 1, tried_at = ${new Date(now)} where id = ${id} and
      state in ('WAITING', 'SENDING') returning *`,
  );
  if (!letter) return;
  if (await isPaused(desk, letter)) return end(desk, letter, 'DROPPED', now, { reason: 'addressPaused' });
  const content = await contentOf(desk, letter, now);
  if (isDrop(content)) return end(desk, letter, 'DROPPED', now, { reason: content });
  try {
    const way = await transport(desk.strapi);
    const written = outgoing(desk, letter, content, await filesOfLetter(on, id), way.domain);
    await way.send({ ...written, ...(await comingBack(desk, letter.address)) });
  } catch (error) {
    if (isLast || isRefused(error)) return giveUp(desk, letter, error, now);
    await run(on, sql`update letters set reason = ${problemOf(error)} where id = ${id} and state = 'SENDING'`);
    desk.strapi.log.warn(`letter ${id} could not be delivered, will be tried again: ${problemOf(error)}`);
    throw error;
  }
  await end(desk, letter, 'SENT', now, { subject: content.subject });
}
