import { documentState, mailableTo, Refusal, words, type Language, type PaperReader } from '../../domain';
import type { Answer, Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { rowsByKey, sql, type Sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { panelAddress, portalAddress, senderOf } from '../desk/sender';
import { momentIn, write } from '../mail';
import { keepFile } from '../mail/files';
import { post, type RecipientKind } from '../mail/outbox';
import { recordQuietly } from '../tickets/record-event';
import { holdTicket } from '../tickets/rows';
import { documentFacts } from './facts';
import { mailingFacts } from './mailing';
import { factsOfPaper, makeDocument, materialFor } from './open';

/** Somebody a paper is sent to, at the address we have of them. */
interface Recipient {
  readonly kind: RecipientKind;
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  readonly is_paused: boolean;
}

const STAFF = sql`select 'staff' as kind, u.id, u.name, a.email as address, a.language from desk_staff() u
  join desk_staff_addresses() a on a.staff_id = u.id where u.is_in_use`;
const PORTAL = sql`select 'portal' as kind, u.id, u.name, u.email as address, u.language from desk_accounts() u
  where not u.blocked`;

const whoIs = (reader: PaperReader, { actor }: Caller, number: string): Sql =>
  reader === 'ME'
    ? sql`select * from (${actor.kind === 'staff' ? STAFF : PORTAL}) me where id = ${actor.id}`
    : sql`select p.* from tickets t join (${PORTAL}) p on p.id = t.requester_id where t.number = ${number}
      union all select 'contact', t.id, t.contact_name, t.contact_email, null from tickets t
        where t.number = ${number} and t.requester_id is null`;

/** Refuses where there is no address, or it takes no mail: what is promised to be sent must be able to arrive. */
async function recipientOf(desk: Desk, reader: PaperReader, caller: Caller, number: string): Promise<Recipient> {
  const [found] = await rowsByKey<Recipient>(
    connection(desk.strapi),
    sql`select w.kind, w.id, w.name, w.address, coalesce(w.language, 'id') as language,
        mail_is_paused(w.address) as is_paused
      from (${whoIs(reader, caller, number)}) w where w.address is not null and w.address <> ''`,
  );
  if (!found) throw new Refusal('notByMail');
  if (found.is_paused) throw new Refusal('mailPaused');
  return found;
}

const ticketPage = (desk: Desk, { kind, language }: Recipient, number: string): string =>
  kind === 'staff' ? `${panelAddress(desk)}/tiket/${number}` : `${portalAddress(desk, language)}/tiket/${number}`;

/**
 * Puts a paper into the outbox, as the caller may have it at this moment, in one transaction with the entry that tells of it. Answers to whom:
 * the caller's own address, or the other's name.
 */
export async function mailDocument(
  desk: Desk,
  caller: Caller,
  { number, kind, to }: Parsed<'mailDocument'>,
): Promise<Answer<'mailDocument'>> {
  const { material, facts } = await materialFor(desk, caller, number);
  const state = documentState(kind, await documentFacts(desk, material.ticket));
  if (state && !mailableTo(mailingFacts(caller, material.ticket, facts, state)).includes(to))
    throw new Refusal('notByMail');
  const recipient = await recipientOf(desk, to, caller, number);
  const paper = await makeDocument(kind, material, facts);
  const { language, name, address } = recipient;
  const letter = write('paper', language, await senderOf(desk), {
    name,
    number,
    title: material.ticket.title,
    document: words(language).document[kind],
    when: momentIn(language, caller.now),
    site: portalAddress(desk),
    sender: caller.actor.name,
    link: ticketPage(desk, recipient, number),
  });
  await inTransaction(desk.strapi, async (trx) => {
    const held = await holdTicket(trx, number);
    const isMine = to === 'ME';
    await recordQuietly(desk, trx, caller, held, {
      event: isMine ? 'printDocument' : 'mailDocument',
      payload: { facts: { ...factsOfPaper(kind, paper), recipient: isMine ? address : name } },
    });
    const file = await keepFile(trx, { name: paper.name, mime: 'application/pdf', bytes: paper.bytes });
    const { subject, text, html } = letter;
    const who = { to: { kind: recipient.kind, id: recipient.id }, name, address, language };
    await post(
      desk.strapi,
      trx,
      { kind: 'paper', ...who, ticket: number, subject, text, html, files: [file] },
      caller.now,
    );
  });
  return { sentTo: to === 'ME' ? address : name };
}
