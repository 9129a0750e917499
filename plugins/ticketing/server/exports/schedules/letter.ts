import { dayStart, parseDay, words } from '../../../domain';
import type { Trx } from '../../database/transaction';
import type { Desk } from '../../desk/desk';
import { portalAddress, senderOf } from '../../desk/sender';
import { dayIn, momentIn, write } from '../../mail';
import { post } from '../../mail/outbox';
import type { CopyRow } from './rows';

/** The letter that brings a recipient their files. Answers its id. */
export async function sendCopy(
  desk: Desk,
  trx: Trx,
  row: CopyRow,
  files: readonly number[],
  now: number,
): Promise<number> {
  const { language, name, title } = row;
  const day = (text: string): string => dayIn(language, dayStart(parseDay(text)));
  const { subject, text, html } = write('report', language, await senderOf(desk), {
    name,
    title,
    reports: row.reports.map((report) => `“${words(language).report[report]}”`).join(', '),
    from: day(row.first_day),
    to: day(row.last_day),
    when: momentIn(language, now),
    // Officers read reports in the panel; the pages are the portal's.
    ...(row.kind === 'portal' && { link: `${portalAddress(desk, language)}/laporan` }),
  });
  return post(
    desk.strapi,
    trx,
    {
      ...{ kind: 'report', to: { kind: row.kind, id: row.person_id }, address: row.email, name, language },
      ...{ subject, text, html, files },
    },
    now,
  );
}
