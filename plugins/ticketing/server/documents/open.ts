import { demand, documentRule, documentState, Refusal, type DocumentKind, type TicketFacts } from '../../domain';
import type { Caller } from '../database/caller';
import type { Desk } from '../desk/desk';
import { readWhole } from '../tickets/detail';
import type { Material } from './material';
import { documentFacts } from './facts';
import { issue, print, type MadePdf } from './issue';

/** All that papers of one ticket are made from, as far as this caller may see it, and what rules know of the ticket. */
export async function materialFor(
  desk: Desk,
  caller: Caller,
  number: string,
): Promise<{ readonly material: Material; readonly facts: TicketFacts }> {
  const [{ facts, ...whole }, identity] = await Promise.all([readWhole(desk, caller, number), desk.identity()]);
  return { material: { desk, caller, identity, ...whole }, facts };
}

/** One paper of a ticket. Refuses with `notFound` where the ticket may not be seen, or has no such paper. */
export async function openDocument(
  desk: Desk,
  caller: Caller,
  { number, kind }: { readonly number: string; readonly kind: DocumentKind },
): Promise<MadePdf> {
  const { material, facts } = await materialFor(desk, caller, number);
  demand(caller.policy, caller.actor, documentRule(kind).may, facts, caller.now);
  const state = documentState(kind, await documentFacts(desk, material.ticket));
  if (!state) throw new Refusal('noSuchDocument', { document: kind });
  return state === 'FINAL' ? issue(kind, material) : print(kind, material, state);
}
