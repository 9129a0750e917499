import { wibDay, writtenDay } from '../../../domain';
import type { DocumentContent } from '../content';
import { paper, titleBlock } from './frame';
import { facts, fileList, heading, paragraph, proofBlock } from './parts';
import { moment, ticketFacts } from './ticket-facts';

/** That a request has arrived, what it is called, and until when an answer is promised. */
export function receipt({ frame, body }: DocumentContent<'receipt'>) {
  const { identity } = frame;
  const { ticket, contact } = body;
  return paper(frame, `Tanda Terima ${ticket.number}`, [
    titleBlock(['TANDA TERIMA PERMOHONAN LAYANAN TIK']),
    paragraph(
      `${identity.officeName} telah menerima permohonan berikut melalui ${identity.systemName} pada ${moment(ticket.submittedAt)}.`,
    ),
    facts([
      ...ticketFacts(frame, ticket),
      ['Saluran', ticket.channel],
      ['Prioritas', ticket.priority],
      // Kept as it was first handed out, so nothing on it may hang on who asked: some see telephones masked.
      ['Narahubung', contact.name],
    ]),
    heading('Target waktu layanan'),
    facts([
      ['Tanggapan pertama', moment(body.responseDueAt)],
      ['Penyelesaian', moment(body.resolutionDueAt)],
    ]),
    paragraph(
      'Target dihitung dalam jam kerja dan berhenti selama jawaban pemohon ditunggu. Keterangan lengkap ada pada tiket.',
    ),
    heading('Lampiran yang diterima'),
    fileList(body.files),
    paragraph(
      [
        `Perkembangan permohonan dapat diikuti di ${body.address}.`,
        identity.phone &&
          `Bila ada pertanyaan, hubungi ${identity.officeShortName} di ${identity.phone} dan sebutkan nomor tiket.`,
        identity.serviceHours && `Jam layanan: ${identity.serviceHours}.`,
      ]
        .filter(Boolean)
        .join(' '),
      { margin: [0, 10, 0, 6] },
    ),
    { text: `${identity.city}, ${writtenDay(wibDay(ticket.submittedAt))}`, alignment: 'right', margin: [0, 8, 0, 0] },
    ...proofBlock(frame),
  ]);
}
