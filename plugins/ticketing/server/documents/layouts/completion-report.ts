import type { Content } from 'pdfmake/interfaces';
import { dayInWords, groupedNip, writtenDay } from '../../../domain';
import type { CompletionReportContent, DocumentContent, Party, Picture } from '../content';
import { paper, textWidth, titleBlock } from './frame';
import { closing, dots, facts, fileList, heading, official, paragraph, proofBlock, signature } from './parts';
import { moment, ticketFacts } from './ticket-facts';

/** Pictures stand two in a row, none higher than this many points, so that four fit on a page with their names. */
const PHOTO_HEIGHT = 200;

const partyFacts = ({ name, nip, position, unit }: Party): Content =>
  facts(
    [
      ['Nama', name ?? dots(60)],
      ['NIP', nip ? groupedNip(nip) : dots(60)],
      ['Jabatan', position ?? dots(60)],
      ['Unit kerja', unit],
    ],
    90,
  );

const party = (order: number, person: Party, role: string): Content => ({
  columns: [
    { text: `${order}.`, width: 18 },
    {
      width: '*',
      stack: [partyFacts(person), { text: ['selaku ', { text: role, bold: true }, ';'], margin: [0, 0, 0, 8] }],
    },
  ],
});

function photoRows(photos: readonly Picture[], width: number): Content[] {
  const rows = Array.from({ length: Math.ceil(photos.length / 2) }, (_, row) => photos.slice(row * 2, row * 2 + 2));
  return rows.map((pair, row): Content => ({
    unbreakable: true,
    margin: [0, 4, 0, 8],
    columnGap: 12,
    columns: pair.map(({ name }, place) => ({
      width: (width - 12) / 2,
      stack: [
        { image: `photo${row * 2 + place}`, fit: [(width - 12) / 2, PHOTO_HEIGHT], alignment: 'center' },
        { text: `Foto ${row * 2 + place + 1}: ${name}`, fontSize: 8.5, alignment: 'center', margin: [0, 3, 0, 0] },
      ],
    })),
  }));
}

function work({ ticket, ...body }: CompletionReportContent, frame: DocumentContent['frame']): Content[] {
  return [
    paragraph('Telah melaksanakan dan menerima pekerjaan layanan TIK dengan keterangan sebagai berikut:'),
    facts([
      ...ticketFacts(frame, ticket),
      ['Lokasi', body.location],
      ['Tanggal mulai', moment(body.startedAt)],
      ['Tanggal selesai', moment(body.finishedAt)],
      ['Petugas pendamping', body.helpers.length ? body.helpers.join(', ') : null],
    ]),
    heading('Uraian tindakan'),
    paragraph(body.workDone ?? 'Tindakan tercakup dalam hasil pekerjaan.'),
    heading('Hasil pekerjaan'),
    paragraph(body.result ?? dots(180)),
  ];
}

function evidence({ photos, files, leftOut }: CompletionReportContent): Content[] {
  const isEmpty = photos.length + files.length + leftOut === 0;
  return [
    heading('Lampiran'),
    ...(isEmpty ? [paragraph('Tidak ada lampiran.')] : []),
    ...(photos.length
      ? [paragraph(`Foto bukti pekerjaan: ${photos.length} foto, pada bagian akhir berita acara ini.`)]
      : []),
    ...(leftOut ? [paragraph(`${leftOut} gambar lain tersimpan pada tiket dan tidak dicetak.`)] : []),
    ...(files.length ? [paragraph('Berkas pada tiket:', { margin: [0, 0, 0, 2] }), fileList(files)] : []),
  ];
}

/** Party two asked for the work and stands at the left; party one did it; whoever knows of it signs below both. */
const signatures = ({ identity }: DocumentContent['frame'], body: CompletionReportContent): Content =>
  closing('Demikian Berita Acara ini dibuat dengan sebenarnya untuk dapat dipergunakan sebagaimana mestinya.', [
    { text: `${identity.city}, ${writtenDay(body.day)}`, alignment: 'right', margin: [0, 12, 24, 8] },
    {
      columns: [
        signature(['PIHAK KEDUA,', body.requester.position ?? 'Pemohon'], body.requester),
        signature(['PIHAK KESATU,', body.executor.position ?? 'Pelaksana'], body.executor),
      ],
      columnGap: 16,
    },
    { ...(official(['Mengetahui,'], body.witness) as object), margin: [0, 18, 0, 0] } as Content,
  ]);

/** The paper both sides sign when work is done. Source: domain rules 4.3, requirements 3.7. */
export function completionReport({ frame, body }: DocumentContent<'completion-report'>) {
  const { ticket, photos } = body;
  const width = textWidth(frame.identity);
  return paper(
    frame,
    `Berita Acara Penyelesaian Pekerjaan ${ticket.number}`,
    [
      titleBlock(['BERITA ACARA', 'PENYELESAIAN PEKERJAAN LAYANAN TIK'], body.letterNumber),
      paragraph(`Pada hari ini ${dayInWords(body.day)}, kami yang bertanda tangan di bawah ini:`),
      party(1, body.executor, 'PIHAK KESATU (pelaksana)'),
      party(2, body.requester, 'PIHAK KEDUA (pemohon)'),
      ...work(body, frame),
      ...evidence(body),
      signatures(frame, body),
      ...proofBlock(frame),
      ...(photos.length
        ? [{ text: 'FOTO BUKTI PEKERJAAN', bold: true, pageBreak: 'before', margin: [0, 0, 0, 8] } as Content]
        : []),
      ...photoRows(photos, width),
    ],
    { images: Object.fromEntries(photos.map((photo, index) => [`photo${index}`, photo])) },
  );
}
