import { createHash } from 'node:crypto';
import { demand, documentRule, documentState, Refusal, words } from '../../domain';
import type { Parsed } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection, inTransaction, type Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { recordEvent, recordQuietly } from '../tickets/record-event';
import { holdTicket, lockTicket } from '../tickets/rows';
import { documentFacts } from './facts';
import { issue } from './issue';
import { materialFor } from './open';
import { bytesOf, holdingOf, type DocumentRow } from './rows';
import { signerOf } from './signing/own-certificate';

/**
 * Signs the final document that holds with the office's certificate, once. What was issued stays as it is, and is still
 * found by its bytes; from now on the signed file is handed out. The passphrase is used here and kept nowhere.
 */
export async function signDocument(
  desk: Desk,
  caller: Caller,
  { number, kind, passphrase }: Parsed<'signDocument'>,
): Promise<void> {
  const { material, facts } = await materialFor(desk, caller, number);
  const { role } = demand(caller.policy, caller.actor, 'document:sign', facts, caller.now);
  demand(caller.policy, caller.actor, documentRule(kind).may, facts, caller.now);
  const signer = signerOf(desk);
  const holder = await signer?.holder();
  if (!signer || !holder) throw new Refusal('noCertificate');
  if (documentState(kind, await documentFacts(desk, material.ticket)) !== 'FINAL')
    throw new Refusal('noSuchDocument', { document: kind });
  await issue(kind, material);
  const holding = async (on: Parameters<typeof holdingOf>[0]): Promise<DocumentRow> => {
    const row = (await holdingOf(on, number)).find((one) => one.kind === kind && one.replaced_at === null);
    // Corrected in this very moment: there is a new one to look at before it is signed.
    if (!row) throw new Refusal('noSuchDocument', { document: kind });
    return row;
  };
  const { code, signature } = await holding(connection(desk.strapi));
  if (signature) return;
  const bytes = await signer.sign(await bytesOf(connection(desk.strapi), code), passphrase, caller.now);
  if (!bytes) {
    // Written down for the auditor, since somebody may be guessing; what was typed is not.
    await inTransaction(desk.strapi, async (trx) =>
      recordQuietly(desk, trx, caller, await holdTicket(trx, number), {
        event: 'signDocumentFailed',
        role,
        payload: {
          facts: { document: words('id').document[kind], code },
        },
      }),
    );
    throw new Refusal('invalid', { issues: [{ field: 'passphrase', code: 'wrongPassword' }] });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await inTransaction(desk.strapi, async (trx: Trx) => {
    const ticket = await lockTicket(trx, number);
    const now = await holding(trx);
    if (now.signature) return;
    if (now.code !== code) throw new Refusal('noSuchDocument', { document: kind });
    await trx('document_signatures').insert({
      code,
      sha256,
      bytes: Buffer.from(bytes),
      subject: holder.subject,
      issuer: holder.issuer,
      signed_by: caller.actor.name,
      signed_at: new Date(caller.now),
    });
    await recordEvent(desk, trx, caller, ticket, {
      event: 'signDocument',
      role,
      payload: {
        facts: { document: words('id').document[kind], code },
        after: { code, sha256, subject: holder.subject, issuer: holder.issuer },
      },
    });
  });
}
