import { demand, documentRule, documentState, Refusal, type DocumentKind } from '../../domain';
import { entriesOf } from '../audit/entries';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { readTicket } from '../tickets/detail';
import { readableTicket } from '../tickets/read';
import { toFacts } from '../tickets/rows';
import type { Material } from './material';
import { documentFacts } from './facts';
import { issue, print, type MadePdf } from './issue';

/** All that papers of one ticket are made from, as far as this caller may see it. */
export async function materialFor(desk: Desk, caller: Caller, number: string): Promise<Material> {
  const ticket = await readTicket(desk, caller, number);
  const [identity, entries] = await Promise.all([desk.identity(), entriesOf(connection(desk.strapi), number)]);
  return { desk, caller, identity, ticket, entries };
}

/** One paper of a ticket. Refuses with `notFound` where the ticket may not be seen, or has no such paper. */
export async function openDocument(
  desk: Desk,
  caller: Caller,
  { number, kind }: { readonly number: string; readonly kind: DocumentKind },
): Promise<MadePdf> {
  const row = await readableTicket(desk, caller, number);
  demand(caller.policy, caller.actor, documentRule(kind).may, toFacts(row), caller.now);
  const material = await materialFor(desk, caller, number);
  const state = documentState(kind, await documentFacts(desk, material.ticket));
  if (!state) throw new Refusal('noSuchDocument', { document: kind });
  return state === 'FINAL' ? issue(kind, material) : print(kind, material, state);
}
