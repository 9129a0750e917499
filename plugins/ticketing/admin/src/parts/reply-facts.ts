import type { Language, ReplyVariable, TicketDetail } from '../../../domain';
import { timeTeller } from '../time';

interface Told {
  /** The officer who writes. */
  readonly officer: string;
  /** Where people meet us; null until it is known. */
  readonly portal: string | null;
  readonly language: Language;
}

/** What the variables of a ready reply say about one ticket; null where it has nothing to say. */
export function replyFacts(ticket: TicketDetail, { officer, portal, language }: Told) {
  const { number, title, contact, category, skpd, resolutionDueAt } = ticket;
  return {
    nama: contact.name,
    nomor: number,
    judul: title,
    layanan: category.name,
    skpd: skpd.name,
    petugas: officer,
    tenggat: resolutionDueAt && timeTeller(language).exact(resolutionDueAt),
    tautan: portal && `${portal}/tiket/${number}`,
  } satisfies Record<ReplyVariable, string | null>;
}
