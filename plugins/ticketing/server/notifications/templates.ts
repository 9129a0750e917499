import { noticeWords, type Language, type LetterTemplate, type NoticeKind } from '../../domain';
import { rowsByKey, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';

/** What the city changed of the letters, by kind and language. */
export type KeptTemplates = Readonly<Partial<Record<NoticeKind, Readonly<Partial<Record<Language, LetterTemplate>>>>>>;

/** What a letter of this kind says as it came. */
export const standardTemplate = (kind: NoticeKind, language: Language): LetterTemplate => ({
  subject: `[{nomor}] ${noticeWords(language).noticeTitle[kind]} – {judul}`,
  body: noticeWords(language).noticeSaid[kind],
});

export async function keptTemplates({ strapi }: Desk): Promise<{ version: number; kept: KeptTemplates }> {
  const [row] = await rowsByKey<{ value: KeptTemplates; version: number }>(
    connection(strapi),
    sql`select value::json as value, version from desk_settings where key = 'letters'`,
  );
  return { version: row?.version ?? 0, kept: row?.value ?? {} };
}

/** What a letter of this kind says now. */
export const templateOf = (kept: KeptTemplates, kind: NoticeKind, language: Language): LetterTemplate =>
  kept[kind]?.[language] ?? standardTemplate(kind, language);
