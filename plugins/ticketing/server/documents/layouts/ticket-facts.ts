import { writtenMoment } from '../../../domain';
import type { Frame, TicketPart } from '../content';
import type { Fact } from './parts';

export const moment = (at: number | null): string | null => (at === null ? null : writtenMoment(at));

/** What names a ticket on every paper about it. */
export const ticketFacts = ({ identity }: Frame, ticket: TicketPart): Fact[] => [
  ['Nomor tiket', ticket.number],
  ['Judul', ticket.title],
  ['Kategori', ticket.category],
  ['Jenis pekerjaan', ticket.service],
  [identity.unitTerm, ticket.skpd],
];
/** Papers of a confidential ticket say so where an archivist looks first. */
export const nature = (ticket: TicketPart): string => (ticket.isConfidential ? 'Rahasia' : 'Biasa');
