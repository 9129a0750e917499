import { can, documentRule, documentsOf, mailableTo } from '../../domain';
import type { TicketDocument } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { readWhole } from '../tickets/detail';
import { documentFacts } from './facts';
import { mailingFacts } from './mailing';
import { holdingOf, toKnown } from './rows';
import { signerOf } from './signing/own-certificate';

/** The papers a ticket has for this caller, in the order of the table. */
export async function listDocuments(desk: Desk, caller: Caller, number: string): Promise<TicketDocument[]> {
  const [{ ticket, facts }, issued] = await Promise.all([
    readWhole(desk, caller, number),
    holdingOf(connection(desk.strapi), number),
  ]);
  const may = (permission: Parameters<typeof can>[2]) =>
    can(caller.policy, caller.actor, permission, facts, caller.now).allowed;
  return documentsOf(await documentFacts(desk, ticket))
    .filter(({ kind }) => may(documentRule(kind).may))
    .map(({ kind, state }) => {
      // One that has been replaced meanwhile holds no more; whoever opens the paper is given a new one.
      const row = issued.find((one) => one.kind === kind && one.replaced_at === null);
      const { prepare } = documentRule(kind);
      return {
        kind,
        state,
        issued: row ? toKnown(row) : null,
        mayPrepare: prepare !== null && may(prepare),
        maySign: state === 'FINAL' && !row?.signature && signerOf(desk) !== null && may('document:sign'),
        mailableTo: mailableTo(mailingFacts(caller, ticket, facts, state)),
      };
    });
}
