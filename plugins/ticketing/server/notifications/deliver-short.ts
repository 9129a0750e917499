import { noticeWords, shortMessage, words, type Language, type NoticeKind } from '../../domain';
import { rowsByKey, run, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import type { ShortMessageJob } from '../short-messages/outbox';
import { push, type Address } from '../short-messages/send';
import { text } from '../short-messages/text';
import type { TicketRow } from '../tickets/rows';
import type { Attempt } from '../webhooks/call';
import { ticketAddress } from './compose';
import { tellableTicket, type Drop } from './obstacle';

interface Row {
  readonly channel: 'push' | 'whatsapp';
  readonly recipient_kind: 'portal' | 'staff';
  readonly recipient_id: number;
  readonly device_id: number | null;
  readonly language: Language;
  readonly ticket_number: string;
  readonly kind: NoticeKind;
  readonly whatsapp: string | null;
  readonly endpoint: string | null;
  readonly p256dh: string;
  readonly auth: string;
}
/** What a push service answers of a browser that is told no more. Source: RFC 8030, 7.3. */
const GONE: readonly (number | null)[] = [404, 410];

type Outcome = Attempt & { readonly isDropped?: true };
const held = (reason: Drop): Outcome => ({ status: null, reason, isDropped: true });

async function toDevice(desk: Desk, row: Row, ticket: TicketRow, now: number): Promise<Outcome> {
  if (row.endpoint === null) return held('deviceGone');
  const { number, title, status, is_confidential: isConfidential } = ticket;
  const message = shortMessage(row.language, row.kind, { number, title, status, isConfidential });
  const address: Address = { endpoint: row.endpoint, p256dh: row.p256dh, auth: row.auth };
  const said = await push(desk, address, message, now);
  return GONE.includes(said.status) ? { ...said, reason: 'deviceGone', isDropped: true } : said;
}

/** Number, status and link in the city's words; of a confidential ticket not even its status. */
async function byWhatsApp(desk: Desk, row: Row, { number, status, is_confidential }: TicketRow): Promise<Outcome> {
  const { whatsApp } = await desk.inForce();
  if (!whatsApp.isOn) return held('switchedOff');
  if (row.whatsapp === null) return held('optedOut');
  return text(desk, whatsApp, row.whatsapp, row.language, {
    nomor: number,
    status: is_confidential ? noticeWords(row.language).newsOfTicket : words(row.language).status[status],
    tautan: ticketAddress(desk, { kind: row.recipient_kind, language: row.language }, number),
  });
}

/** Hands it over, unless its reader is told no more: rights, device and number are those of this moment. */
async function attempt(desk: Desk, row: Row, now: number): Promise<Outcome> {
  const ticket = await tellableTicket(desk, row, row.ticket_number, now);
  if (typeof ticket === 'string') return held(ticket);
  return row.channel === 'push' ? toDevice(desk, row, ticket, now) : byWhatsApp(desk, row, ticket);
}

/** Of a device its service forgot nothing is left but what was sent to it. */
const noteDevice = (desk: Desk, id: number, said: Attempt, now: number): Promise<void> =>
  run(
    connection(desk.strapi),
    said.reason === 'deviceGone'
      ? sql`delete from push_devices where id = ${id}`
      : sql`update push_devices set last_at = ${new Date(now)} where id = ${id}`,
  );

/**
 * Carries one short message. One that does not arrive is thrown, for the queue to come back to it, unless this was the last
 * attempt. Cut off anywhere it is sent again, at least once; on a device it takes the place of the first.
 */
export async function deliverShortMessage(
  desk: Desk,
  { shortMessage: id }: ShortMessageJob,
  isLast: boolean,
  now: number,
): Promise<void> {
  const on = connection(desk.strapi);
  const [row] = await rowsByKey<Row>(
    on,
    sql`with taken as (update short_messages set state = 'SENDING', attempts = attempts + 1, tried_at = ${new Date(now)}
        where id = ${id} and state in ('WAITING', 'SENDING') returning *)
      select t.*, d.endpoint, d.p256dh, d.auth, w.number as whatsapp from taken t left join push_devices d on d.id =
        t.device_id and d.user_id = t.recipient_id left join whatsapp_numbers w on t.channel = 'whatsapp' and
        w.recipient_kind = t.recipient_kind and w.recipient_id = t.recipient_id`,
  );
  if (!row) return;
  const said = await attempt(desk, row, now);
  const isSent = said.reason === null;
  // An attempt that the queue took for lost may end after the next one: it takes back no end, unless it did arrive.
  const state = isSent ? 'SENT' : said.isDropped ? 'DROPPED' : isLast ? 'FAILED' : 'SENDING';
  await run(
    on,
    sql`update short_messages set state = ${state}, status = ${said.status}, reason = ${said.reason}, ended_at =
      ${state === 'SENDING' ? null : new Date(now)} where id = ${id} and (state = 'SENDING' or ${isSent})`,
  );
  if (row.device_id !== null && (isSent || said.reason === 'deviceGone'))
    await noteDevice(desk, row.device_id, said, now);
  if (state === 'SENDING') throw new Error(`short message ${id} did not arrive: ${said.reason} ${said.status ?? ''}`);
  if (state === 'FAILED') desk.strapi.log.error(`short message ${id} was given up: ${said.reason}`);
}
