import { afterQuiet, fill, newsTellingsOf, noticeWords, type NewsKind, type NewsListener } from '../../domain';
import type { Caller } from '../database/caller';
import { run, sql } from '../database/sql';
import type { Trx } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { panelAddress, portalAddress } from '../desk/sender';
import { lettersIn } from '../mail';
import { frame, type Block, type Sender } from '../mail/frame';
import { post } from '../mail/outbox';
import { wayOut } from './stop';

/** A letter shows the beginning of long words; the page has all of them. */
const LONGEST_TEXT = 2000;

/** A piece of news. */
export interface News {
  readonly kind: NewsKind;
  /** By what it is known again, such as `announcement:k2x…`. */
  readonly key: string;
  /** What it is about, in a few words: `{perihal}` of its headline. */
  readonly subject: string;
  /** Words everybody may read; null where the headline says it all. */
  readonly text: string | null;
  /** Where in the portal it is read. */
  readonly path: string;
  /** What its letter says besides, and where its button leads instead. */
  readonly blocks?: readonly Block[];
  readonly link?: { readonly label: string; readonly address: string };
}

/** Where this listener chooses what they are told. */
const preferencesOf = (desk: Desk, { kind, language }: NewsListener): string =>
  kind === 'staff'
    ? `${panelAddress(desk)}/pemberitahuan/pilihan`
    : `${portalAddress(desk, language)}/profil/pemberitahuan`;

function letterOf(desk: Desk, sender: Sender, news: News, to: NewsListener, why: string) {
  const letters = lettersIn(to.language);
  const told = noticeWords(to.language);
  const headline = fill(told.newsTitle[news.kind], { perihal: news.subject }).replace(/\s+/g, ' ');
  const stop = wayOut(desk, to, news.kind);
  return {
    subject: headline,
    ...(stop && { stop }),
    ...frame({
      language: to.language,
      headline,
      greeting: fill(letters.greeting, { name: to.name }),
      said: [
        { kind: 'text', text: told.newsSaid[news.kind] },
        ...(news.text ? [{ kind: 'quote' as const, text: news.text.slice(0, LONGEST_TEXT) }] : []),
        ...(news.blocks ?? []),
      ],
      link: news.link ?? { label: letters.open, address: `${portalAddress(desk, to.language)}${news.path}` },
      after: [],
      why: [why],
      preferences: preferencesOf(desk, to),
      ...(stop && { stop }),
      sender,
      letters,
    }),
  };
}

/**
 * Tells these people a piece of news, each by the ways they chose, inside the transaction of whatever makes it news:
 * rolled back, nobody was told. `sender` is read before that transaction (`senderOf`). Answers how many were told.
 */
export async function tellNews(
  desk: Desk,
  trx: Trx,
  { now }: Pick<Caller, 'now'>,
  sender: Sender,
  news: News,
  listeners: readonly NewsListener[],
): Promise<number> {
  const tellings = newsTellingsOf(news.kind, listeners);
  const at = new Date(now);
  for (const { to, why, channels } of tellings) {
    const isMailed = channels.includes('mail') && to.address !== '';
    const words = noticeWords(to.language).noticeWhy[why];
    const letter = isMailed
      ? await post(
          desk.strapi,
          trx,
          {
            kind: news.kind,
            to: { kind: to.kind, id: to.id },
            address: to.address,
            name: to.name,
            language: to.language,
            ...letterOf(desk, sender, news, to, words),
          },
          now,
          afterQuiet(now, to.preferences.quiet),
        )
      : null;
    await run(
      trx,
      sql`insert into notices (recipient_kind, recipient_id, kind, why, actor_name, news_key, subject, text, path,
          is_listed, letter_id, created_at)
        values (${to.kind}, ${to.id}, ${news.kind}, ${why}, ${sender.systemName}, ${news.key}, ${news.subject},
          ${news.text}, ${news.path}, ${channels.includes('inbox')}, ${letter}, ${at})`,
    );
  }
  return tellings.length;
}
