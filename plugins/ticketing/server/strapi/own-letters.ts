import type { Core } from '@strapi/strapi';
import { rowsOf, sql } from '../database/sql';
import { inTransaction } from '../database/transaction';
import { post } from '../mail/outbox';

/** What Strapi hands its mail provider: the letters it words itself, such as a forgotten password of the panel. */
interface StrapiLetter {
  readonly to: string;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
}
interface MailPlugin {
  provider: { send(letter: StrapiLetter): Promise<unknown> };
}

/** Letters that Strapi sends itself go into the outbox like all others, and nobody waits for a mail server. */
export function postStrapiLetters(strapi: Core.Strapi): void {
  const plugin = strapi.plugin('email') as unknown as MailPlugin;
  const send = ({ to, subject, text, html }: StrapiLetter): Promise<void> =>
    inTransaction(strapi, async (trx) => {
      const [person] = await rowsOf<{ id: number; name: string; language: 'id' | 'en' }>(
        trx,
        sql`select u.id, u.name, e.language from desk_staff() u join desk_staff_addresses() e on e.staff_id = u.id where
          lower(e.email) = lower(${to})`,
      );
      await post(
        strapi,
        trx,
        {
          kind: 'reset',
          to: { kind: 'staff', id: person?.id ?? 0 },
          address: to,
          name: person?.name ?? to,
          language: person?.language ?? 'id',
          subject,
          text: text ?? html ?? '',
          html: html ?? text ?? '',
        },
        Date.now(),
      );
    });
  plugin.provider = { ...plugin.provider, send };
}
