import type { Core } from '@strapi/strapi';
import { FORMER_SECRET_MS, WEBHOOK_LIMITS } from '../../domain';
import type { NewWebhookSecret, Webhook } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { rowsOf, run, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { seal, unseal } from '../mail/secret';
import { alone, find, listWebhooks, tell } from './keep';
import { newSecret } from './send';

/** A secret in words; null for one that was sealed with another ENCRYPTION_KEY. */
export function opened(strapi: Core.Strapi, sealed: string): string | null {
  try {
    return unseal(strapi, sealed, 'webhook');
  } catch {
    return null;
  }
}

/**
 * Makes another secret. The one before signs beside it for a day: a receiver that has not changed over loses no message.
 * Renewed once more within that day, as by someone who closed the window too early, the secret that the receiver still
 * has goes on signing too, up to a number of them.
 */
export const renewWebhookSecret = (desk: Desk, caller: Caller, id: number): Promise<NewWebhookSecret> =>
  alone(desk, async (trx) => {
    const [row, secret, now] = [await find(trx, id), newSecret(), new Date(caller.now)];
    const [before] = await rowsOf<{ secret: string }>(trx, sql`select secret from webhooks where id = ${id}`);
    // One that nobody can read any more signs nothing.
    if (before && opened(desk.strapi, before.secret) !== null)
      await run(
        trx,
        sql`insert into webhook_former_secrets (webhook_id, secret, until)
          values (${id}, ${before.secret}, ${new Date(caller.now + FORMER_SECRET_MS)})`,
      );
    await run(
      trx,
      sql`delete from webhook_former_secrets where webhook_id = ${id} and (until <= ${now} or id not in
        (select id from webhook_former_secrets where webhook_id = ${id} order by id desc limit ${WEBHOOK_LIMITS.formers}))`,
    );
    await run(
      trx,
      sql`update webhooks set secret = ${seal(desk.strapi, secret, 'webhook')}, updated_at = ${now} where id = ${id}`,
    );
    await tell(trx, caller, 'renewSecret', row, {});
    return { secret, webhooks: await listWebhooks(desk, caller) };
  });

/** Takes every former secret of a webhook away, as when one became known to others. */
export const endFormerSecrets = (desk: Desk, caller: Caller, id: number): Promise<Webhook[]> =>
  alone(desk, async (trx) => {
    const row = await find(trx, id);
    const ended = await rowsOf<{ until: Date }>(
      trx,
      sql`delete from webhook_former_secrets where webhook_id = ${id} returning until`,
    );
    if (ended.some(({ until }) => until.getTime() > caller.now)) await tell(trx, caller, 'endSecret', row, {});
    return listWebhooks(desk, caller);
  });

/** What no longer signs is not kept. */
export const forgetFormerSecrets = ({ strapi }: Desk, now: number): Promise<void> =>
  run(connection(strapi), sql`delete from webhook_former_secrets where until <= ${new Date(now)}`);
