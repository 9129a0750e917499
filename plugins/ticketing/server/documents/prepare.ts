import { demand, documentRule, documentState, Refusal, type TicketDetail } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { readTicket } from '../tickets/detail';
import { recordEvent } from '../tickets/record-event';
import { lockTicket, toFacts } from '../tickets/rows';
import { documentFacts } from './facts';

const KIND = 'completion-report';

async function demandReport(desk: Desk, ticket: TicketDetail): Promise<void> {
  if (!documentState(KIND, await documentFacts(desk, ticket))) throw new Refusal('noSuchDocument', { document: KIND });
}

/** Writes down what the office adds to its Berita Acara by hand. The document that rests on less is replaced at its next reading. */
export async function prepareDocument(
  desk: Desk,
  caller: Caller,
  { number, letterNumber, executor, requester }: Parsed<'prepareDocument'>,
): Promise<void> {
  await demandReport(desk, await readTicket(desk, caller, number));
  await inTransaction(desk.strapi, async (trx) => {
    const ticket = await lockTicket(trx, number);
    const permission = documentRule(KIND).prepare ?? 'ticket:process';
    const { role } = demand(caller.policy, caller.actor, permission, toFacts(ticket), caller.now);
    await recordEvent(desk, trx, caller, ticket, {
      event: 'prepareDocument',
      role,
      payload: {
        facts: {
          ...(letterNumber && { letterNumber }),
          ...(executor && { executor: executor.name }),
          ...(requester && { requester: requester.name }),
        },
        after: { letterNumber: letterNumber ?? null, executor: executor ?? null, requester: requester ?? null },
      },
    });
  });
}
