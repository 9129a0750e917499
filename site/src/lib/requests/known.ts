import type { Client } from 'strapi-plugin-ticketing/client';
import { Refusal, type FormAnswer, type Service, type TicketDetail } from 'strapi-plugin-ticketing/domain';
import { refusalOr } from '../refusals/problem';

/** What a form begins with, by the names of its inputs. */
export type Known = Readonly<Record<string, string | readonly string[]>>;

/** What a field calls the place it asks for, in any of a city's forms. */
const PLACE = /\b(gedung|lokasi|ruang(an)?|alamat)\b/i;
const NOT_KNOWN: Known = {};

/** An answer as an input holds it. */
const typedAs = ({ value }: FormAnswer): string | readonly string[] =>
  typeof value === 'object' ? value : String(value);

/**
 * What is known of whoever asks, so that nobody types it twice: telephone and address from the account, and the building
 * of the request made last. What cannot be had is left to be typed.
 */
export async function knownOf(api: Client, { fields }: Service): Promise<Known> {
  const [account, list] = await Promise.all([
    refusalOr(api.getAccount({}), () => true),
    refusalOr(api.listTickets({ requester: 'me', pageSize: 1 }), () => true),
  ]);
  const number = list instanceof Refusal ? undefined : list.rows[0]?.number;
  const last = number ? await refusalOr(api.getTicket({ number }), () => true) : null;
  const before = last instanceof Refusal ? null : last;
  const places = fields.filter(({ type, label }) => type === 'text' && PLACE.test(label));
  const usedLast = before?.form.find(({ label }) => PLACE.test(label));
  const phone = account instanceof Refusal ? null : account.phone;
  return {
    'contact.phone': phone ?? (before && !before.isContactMasked ? before.contact.phone : ''),
    'contact.email': account instanceof Refusal ? '' : account.email,
    ...(usedLast && Object.fromEntries(places.map(({ key }) => [`form.${key}`, typedAs(usedLast)]))),
  };
}

const answersOf = ({ form }: TicketDetail, { fields }: Service): Known =>
  Object.fromEntries(
    form
      // Times belong to the request they were said of.
      .filter(({ key }) =>
        fields.some((field) => field.key === key && !['date', 'datetime', 'file'].includes(field.type)),
      )
      .map((answer) => [`form.${answer.key}`, typedAs(answer)]),
  );

/** What an earlier ticket of the same service said, for whoever asks for the same again; nothing of one they may not see. */
export async function sameAs(api: Client, number: string, service: Service): Promise<Known> {
  const ticket = await refusalOr(api.getTicket({ number }), () => true);
  if (ticket instanceof Refusal || ticket.category.code !== service.code) return NOT_KNOWN;
  const { title, description, impact, urgency } = ticket;
  return { title, description, impact, urgency, ...answersOf(ticket, service) };
}
