import {
  fill,
  noticeWords,
  REPLY_LINE,
  wibText,
  words,
  type Hat,
  type Language,
  type NoticeKind,
  type Status,
} from '../../domain';
import type { Desk } from '../desk/desk';
import { panelAddress, portalAddress, senderOf } from '../desk/sender';
import { lettersIn } from '../mail';
import { frame, type Block } from '../mail/frame';
import type { RecipientKind } from '../mail/outbox';
import type { TicketRow } from '../tickets/rows';
import { keptTemplates, templateOf, type KeptTemplates } from './templates';

/** Something told to somebody, as it was written down. */
export interface NoticeRow {
  readonly id: number;
  readonly ticket_number: string;
  readonly kind: NoticeKind;
  readonly why: Hat;
  readonly actor_name: string;
  readonly status: Status;
  readonly text: string | null;
  readonly due_at: Date | null;
  readonly created_at: Date;
  readonly read_at: Date | null;
}
interface Reader {
  readonly kind: RecipientKind;
  readonly name: string;
  readonly language: Language;
  /** Whether an answer by mail becomes a comment. */
  readonly mayAnswer?: boolean;
}
export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly stop?: string;
  /** Where an answer goes, where it is not where all answers go. */
  readonly replyTo?: string;
}

/** The page of a ticket for this reader. */
export const ticketAddress = (desk: Desk, { kind, language }: Pick<Reader, 'kind' | 'language'>, number: string) =>
  kind === 'staff' ? `${panelAddress(desk)}/tiket/${number}` : `${portalAddress(desk, language)}/tiket/${number}`;
/** While a requester is waited for, letters lead to where the answer is written. */
const placeOf = ({ kind }: Reader, { status }: TicketRow): string =>
  kind === 'portal' && status === 'WAITING_REQUESTER' ? '#balas' : '';
const preferencesAddress = (desk: Desk, { kind, language }: Reader): string | null =>
  kind === 'contact'
    ? null
    : kind === 'staff'
      ? `${panelAddress(desk)}/pemberitahuan/pilihan`
      : `${portalAddress(desk, language)}/profil/pemberitahuan`;

/** What the words of a letter may name, filled in. A confidential ticket names nothing but its number and status. */
export function variablesOf(desk: Desk, reader: Reader, ticket: TicketRow, notice: NoticeRow): Record<string, string> {
  const { ticket: said } = lettersIn(reader.language);
  return {
    nomor: ticket.number,
    judul: ticket.is_confidential ? said.hidden : ticket.title,
    status: words(reader.language).status[notice.status],
    petugas: ticket.assignee_name ?? ticket.team_name ?? said.nobody,
    tautan: ticketAddress(desk, reader, ticket.number) + placeOf(reader, ticket),
    pelaku: notice.actor_name,
    skpd: ticket.skpd_name,
    tenggat: notice.due_at ? wibText(notice.due_at.getTime()) : '–',
  };
}

function blocksOf(
  desk: Desk,
  reader: Reader,
  ticket: TicketRow,
  notices: readonly NoticeRow[],
  kept: KeptTemplates,
): Block[] {
  return notices.flatMap((notice): Block[] => {
    const facts = variablesOf(desk, reader, ticket, notice);
    const { body } = templateOf(kept, notice.kind, reader.language);
    const title = fill(noticeWords(reader.language).noticeTitle[notice.kind], facts);
    return [
      ...(notices.length > 1
        ? [{ kind: 'heading' as const, text: `${title} – ${wibText(notice.created_at.getTime())}` }]
        : []),
      { kind: 'text', text: fill(body, facts) },
      ...(notice.text && !ticket.is_confidential ? [{ kind: 'quote' as const, text: notice.text }] : []),
    ];
  });
}

/** A letter about a ticket: everything that happened since the last one, the last word as its subject. */
export async function compose(
  desk: Desk,
  reader: Reader,
  ticket: TicketRow,
  notices: readonly [NoticeRow, ...NoticeRow[]],
  kept?: KeptTemplates,
): Promise<Composed> {
  const { language } = reader;
  const letters = lettersIn(language);
  const templates = kept ?? (await keptTemplates(desk)).kept;
  const last = notices.at(-1) ?? notices[0];
  const facts = variablesOf(desk, reader, ticket, last);
  const { ticket: said } = letters;
  const whys = [...new Set(notices.map(({ why }) => noticeWords(language).noticeWhy[why]))];
  const framed = frame({
    language,
    ...(reader.mayAnswer && { above: `— ${REPLY_LINE[language]} —` }),
    headline: fill(noticeWords(language).noticeTitle[last.kind], facts),
    greeting: fill(letters.greeting, { name: reader.name }),
    said: [
      ...blocksOf(desk, reader, ticket, notices, templates),
      ...(ticket.is_confidential ? [{ kind: 'text' as const, text: said.confidential }] : []),
      {
        kind: 'facts',
        rows: [
          [said.number, ticket.number],
          ...(ticket.is_confidential ? [] : ([[said.title, ticket.title]] as const)),
          [said.status, words(language).status[ticket.status]],
          ...(ticket.is_confidential ? [] : ([[said.officer, facts['petugas'] ?? said.nobody]] as const)),
        ],
      },
    ],
    link: { label: said.open, address: facts['tautan'] ?? '' },
    after: reader.mayAnswer ? [said.answer] : [],
    why: whys,
    preferences: preferencesAddress(desk, reader),
    sender: await senderOf(desk),
    letters,
  });
  const subject = fill(templateOf(templates, last.kind, language).subject, facts).replace(/\s+/g, ' ');
  return { subject, ...framed };
}
