import type { Content } from 'pdfmake/interfaces';
import type { DocumentContent } from '../content';
import { paper, titleBlock } from './frame';
import { paragraph, table } from './parts';

/** Every service, who does it, and in which time. */
export function serviceCatalog({ frame, body }: DocumentContent<'service-catalog'>) {
  return paper(frame, `Katalog Layanan ${frame.identity.officeShortName}`, [
    titleBlock(['KATALOG LAYANAN TIK', 'DAN TARGET WAKTU LAYANAN']),
    paragraph(
      'Target dihitung sejak permohonan diterima, dalam jam kerja kecuali disebut lain, dan berhenti selama jawaban pemohon ditunggu.',
    ),
    ...(body.categories.length === 0 ? [paragraph('Belum ada layanan.')] : []),
    ...body.categories.map(({ code, name, services }): Content => ({
      margin: [0, 6, 0, 0],
      stack: [
        table(
          [44, '*', 62, 62, 62, 76],
          ['Kode', 'Layanan', 'Jenis', 'Tanggapan', 'Penyelesaian', 'Tim'],
          services.map((service) => [
            service.code,
            {
              stack: [
                { text: service.name },
                ...(service.scope ? [{ text: service.scope, fontSize: 7.5, italics: true }] : []),
              ],
            },
            service.kind,
            service.response,
            service.resolution,
            service.team,
          ]),
          { fontSize: 8.5, title: `${code}  ${name}` },
        ),
      ],
    })),
  ]);
}
