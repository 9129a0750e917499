import type { DocumentContent } from '../content';
import { paper, titleBlock } from './frame';
import { entryTable } from './history';
import { atRight, closing, facts, formFacts, heading, official, paragraph, type Fact } from './parts';
import { moment, nature, ticketFacts } from './ticket-facts';

/** The four blocks that a report of an incident must have. Source: Peraturan BSSN 1/2024 pasal 15, domain rules 4.7. */
export function incidentReport({ frame, body }: DocumentContent<'incident-report'>) {
  const { identity } = frame;
  const { ticket, reporter } = body;
  const given: Fact[] = formFacts(body.form);
  return paper(frame, `Laporan Insiden ${ticket.number}`, [
    titleBlock(['LAPORAN INSIDEN']),
    heading('A. Kontak pelapor'),
    facts([
      ['Organisasi pelapor', identity.officeName],
      ['Nama pelapor', reporter.name],
      ['Unit kerja', reporter.unit],
      ['Narahubung', `${reporter.contact.name}, ${reporter.contact.phone}`],
      ['Pos-el', reporter.contact.email ?? identity.email],
      ['Dilaporkan', moment(ticket.submittedAt)],
    ]),
    heading('B. Deskripsi insiden'),
    facts([...ticketFacts(frame, ticket), ['Sifat', nature(ticket)], ['Status', body.status]]),
    paragraph(body.description, { alignment: 'left' }),
    ...(given.length ? [facts(given, 180)] : []),
    heading('C. Kronologi'),
    ...entryTable(body.entries),
    heading('D. Dampak dan penanganan'),
    facts([
      ['Dampak', body.impact],
      ['Urgensi', body.urgency],
      ['Prioritas', ticket.priority],
      ['Pelapor lain', body.affected > 0 ? `${body.affected} orang` : null],
    ]),
    paragraph(body.result ?? 'Penanganan masih berlangsung.'),
    closing('Demikian laporan ini dibuat dengan sebenarnya untuk dapat dipergunakan sebagaimana mestinya.', [
      atRight(official(['Penanggung jawab,'], body.signatory, 250)),
    ]),
  ]);
}
