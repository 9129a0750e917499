import { demand, documentRule, documentState, Refusal, words, type DocumentKind, type TicketFacts } from '../../domain';
import type { Caller } from '../database/caller';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { readWhole } from '../tickets/detail';
import { recordQuietly } from '../tickets/record-event';
import { holdTicket } from '../tickets/rows';
import type { Material } from './material';
import { documentFacts } from './facts';
import { draw, issue, type MadePdf } from './issue';

/** All that papers of one ticket are made from, as far as this caller may see it, and what rules know of the ticket. */
export async function materialFor(
  desk: Desk,
  caller: Caller,
  number: string,
): Promise<{ readonly material: Material; readonly facts: TicketFacts }> {
  const [{ facts, ...whole }, identity] = await Promise.all([readWhole(desk, caller, number), desk.identity()]);
  return { material: { desk, caller, identity, ...whole }, facts };
}

/** A paper the caller may have, as it is now; `code` is a final one's. */
export interface OpenedPdf extends MadePdf {
  readonly code?: string;
  /** Made just now, which its own entry tells. */
  readonly isNew: boolean;
}

/** Refuses with `notAllowed` or `noSuchDocument` where the caller has no such paper. */
export async function makeDocument(kind: DocumentKind, material: Material, facts: TicketFacts): Promise<OpenedPdf> {
  const { desk, caller, ticket } = material;
  demand(caller.policy, caller.actor, documentRule(kind).may, facts, caller.now);
  const state = documentState(kind, await documentFacts(desk, ticket));
  if (!state) throw new Refusal('noSuchDocument', { document: kind });
  return state === 'FINAL' ? issue(kind, material) : { ...(await draw(kind, material, state)), isNew: false };
}

/** What the entry says of a paper that somebody took along, or was sent. */
export const factsOfPaper = (kind: DocumentKind, { code }: Pick<OpenedPdf, 'code'>) => ({
  document: words('id').document[kind],
  ...(code && { code }),
});

/** One paper of a ticket, to take along. Refuses with `notFound` where the ticket may not be seen. */
export async function openDocument(
  desk: Desk,
  caller: Caller,
  { number, kind }: { readonly number: string; readonly kind: DocumentKind },
): Promise<MadePdf> {
  const { material, facts } = await materialFor(desk, caller, number);
  const paper = await makeDocument(kind, material, facts);
  if (!paper.isNew)
    await inTransaction(desk.strapi, async (trx) => {
      // Nobody is told of it and nothing of the ticket changes: its row is held, not read once more.
      const held = await holdTicket(trx, number);
      await recordQuietly(desk, trx, caller, held, {
        event: 'printDocument',
        payload: { facts: factsOfPaper(kind, paper) },
      });
    });
  return paper;
}
