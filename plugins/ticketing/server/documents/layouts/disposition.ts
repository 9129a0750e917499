import type { TableCell } from 'pdfmake/interfaces';
import { wibText, shortDay } from '../../../domain';
import type { DispositionContent, DocumentContent } from '../content';
import { paper, titleBlock } from './frame';
import { atRight, closing, cut, facts, heading, LONGEST, official, paragraph, table } from './parts';
import { moment, nature } from './ticket-facts';

/** Rows left for a pen, so that the sheet can also travel on paper. */
const BLANK_ROWS = 3;
const BLANK_HEIGHT = 22;

const letterOf = ({ letterNumber, letterDate }: DispositionContent['dispositions'][number]): string =>
  [letterNumber && `Nomor ${letterNumber}`, letterDate && `tanggal ${shortDay(letterDate)}`].filter(Boolean).join(' ');

const rowOf = (one: DispositionContent['dispositions'][number]): TableCell[] => [
  { text: wibText(Date.parse(one.at)) },
  { text: cut(one.by, LONGEST.cell) },
  { text: cut([one.level, one.recipient].filter(Boolean).join(': '), LONGEST.cell) },
  { text: cut([one.instruction, letterOf(one)].filter(Boolean).join('\n'), LONGEST.answer) },
];
const blank = (): TableCell[] => ['', '', '', ''].map((text) => ({ text, margin: [0, BLANK_HEIGHT / 2] }));

/** Who was told what about a request, from the head of the office down. Source: requirements 3.7, Surat Tugas/Disposisi. */
export function dispositionSheet({ frame, body }: DocumentContent<'disposition'>) {
  const { ticket, contact } = body;
  return paper(frame, `Lembar Disposisi ${ticket.number}`, [
    titleBlock(['LEMBAR DISPOSISI']),
    facts([
      ['Nomor tiket', ticket.number],
      ['Permohonan dari', ticket.skpd],
      ['Diterima', moment(ticket.submittedAt)],
      ['Saluran', ticket.channel],
      ['Perihal', ticket.title],
      ['Jenis pekerjaan', ticket.service],
      ['Prioritas', ticket.priority],
      ['Sifat', nature(ticket)],
      ['Narahubung', `${contact.name}, ${contact.phone}`],
    ]),
    heading('Isi ringkas'),
    paragraph(cut(body.description, LONGEST.answer), { alignment: 'left' }),
    heading('Disposisi'),
    table(
      [97, 88, 108, '*'],
      ['Tanggal', 'Dari', 'Kepada', 'Isi disposisi'],
      [...body.dispositions.map(rowOf), ...Array.from({ length: BLANK_ROWS }, blank)],
      { dontBreakRows: false },
    ),
    closing(null, [atRight(official([], body.signatory, 250), 0)]),
  ]);
}
