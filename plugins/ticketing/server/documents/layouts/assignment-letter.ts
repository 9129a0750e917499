import type { Content } from 'pdfmake/interfaces';
import { groupedNip, writtenDay } from '../../../domain';
import type { DocumentContent, Party } from '../content';
import { paper, titleBlock } from './frame';
import { atRight, closing, dots, facts, official, proofBlock } from './parts';
import { moment } from './ticket-facts';

const DEFAULT_ORDER = 'Melaksanakan pekerjaan layanan TIK sebagaimana dimohonkan dan melaporkan hasilnya pada tiket.';

const officer = ({ name, nip, position }: Party): Content =>
  facts(
    [
      ['Nama', name ?? dots(60)],
      ['NIP', nip ? groupedNip(nip) : dots(60)],
      ['Jabatan', position ?? dots(60)],
    ],
    90,
  );

/** Lead words at the left, what they introduce at the right, as orders are written. */
const clause = (lead: string, content: Content): Content => ({
  columns: [
    { text: lead, width: 62 },
    { text: ':', width: 8 },
    { stack: [content], width: '*' },
  ],
  margin: [0, 0, 0, 8],
});

/** An order to named officers to do this work. Its number is the office's; who signs signs by hand. */
export function assignmentLetter({ frame, body }: DocumentContent<'assignment-letter'>) {
  const { identity } = frame;
  const { ticket, officers } = body;
  const basis = `Permohonan layanan TIK dari ${ticket.skpd} nomor tiket ${ticket.number} tanggal ${moment(ticket.submittedAt)} perihal ${ticket.title}.`;
  return paper(frame, `Surat Tugas ${ticket.number}`, [
    titleBlock(['SURAT TUGAS'], body.letterNumber),
    clause('Dasar', { text: basis, alignment: 'justify' }),
    { text: 'MENUGASKAN', bold: true, alignment: 'center', margin: [0, 8, 0, 10] },
    clause(
      'Kepada',
      officers.length
        ? {
            stack: officers.map((person, index): Content => ({
              columns: [
                { text: `${index + 1}.`, width: 18 },
                { stack: [officer(person)], width: '*' },
              ],
            })),
          }
        : officer({ name: null, nip: null, position: null, unit: null }),
    ),
    clause('Untuk', {
      ol: [
        { text: body.instruction ?? DEFAULT_ORDER, alignment: 'justify' },
        { text: `Jenis pekerjaan: ${ticket.service}.` },
        { text: `Tempat: ${body.location ?? ticket.skpd}.` },
        ...(body.dueAt === null ? [] : [{ text: `Diselesaikan paling lambat ${moment(body.dueAt)}.` }]),
        { text: 'Melaporkan hasil pelaksanaan tugas kepada pemberi tugas.' },
      ],
    }),
    closing('Demikian Surat Tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab.', [
      atRight(
        {
          width: 250,
          alignment: 'center',
          stack: [
            { text: `Ditetapkan di ${identity.city}` },
            { text: `pada tanggal ${body.day ? writtenDay(body.day) : dots(36)}`, margin: [0, 0, 0, 8] },
            official([], body.signatory),
          ],
        },
        18,
      ),
    ]),
    ...proofBlock(frame),
  ]);
}
