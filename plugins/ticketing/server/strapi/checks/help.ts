import { ANNOUNCEMENT_LIMITS, GUIDE_LIMITS, SLUG, TICKET_NUMBER } from '../../../domain';
import type { Draft, Fault, Save } from './fault';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const instantOf = (value: unknown): number =>
  value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN;

/** A text that must be there and stay within its limit. */
function lengthOf(draft: Draft, field: string, label: string, limit: number, shortest = 1): Fault[] {
  const { length } = textOf(draft[field]);
  if (length === 0 && shortest > 0) return [{ field, message: `${label} wajib diisi.` }];
  if (length < shortest) return [{ field, message: `${label} terlalu pendek; paling sedikit ${shortest} karakter.` }];
  return length > limit
    ? [
        {
          field,
          message:
            `${label} terlalu panjang; paling banyak ${limit.toLocaleString('id-ID')} karakter, ` +
            `sekarang ${length.toLocaleString('id-ID')}.`,
        },
      ]
    : [];
}

function slugOf({ slug }: Draft): Fault[] {
  if (SLUG.test(textOf(slug))) return [];
  return [
    {
      field: 'slug',
      message:
        'Alamat halaman hanya boleh berisi huruf kecil, angka, dan tanda hubung di antaranya, ' +
        'misalnya internet-kantor-terputus.',
    },
  ];
}

function windowOf({ startsAt, endsAt, kind }: Draft): Fault[] {
  const [start, end] = [instantOf(startsAt), instantOf(endsAt)];
  if (Number.isNaN(start))
    return [{ field: 'startsAt', message: 'Isi waktu mulai: sejak kapan pengumuman ini berlaku.' }];
  if (Number.isNaN(end))
    return kind === 'MAINTENANCE'
      ? [
          {
            field: 'endsAt',
            message: 'Pemeliharaan terjadwal perlu waktu berakhir, agar pembaca tahu sampai kapan layanan terganggu.',
          },
        ]
      : [];
  return end > start
    ? []
    : [{ field: 'endsAt', message: 'Waktu berakhir harus setelah waktu mulai. Periksa tanggal dan jamnya (WIB).' }];
}

function ticketOf({ ticketNumber }: Draft): Fault[] {
  const typed = textOf(ticketNumber);
  return typed === '' || TICKET_NUMBER.test(typed)
    ? []
    : [
        {
          field: 'ticketNumber',
          message: 'Nomor tiket ditulis seperti TIK-2026-00557. Kosongkan bila tidak ada tiketnya.',
        },
      ];
}

/** A guide is translated as a whole, so that nobody meets half of one. */
function translationOf(draft: Draft): Fault[] {
  if (!['englishTitle', 'englishSummary', 'englishBody'].some((field) => textOf(draft[field]))) return [];
  return [
    ...lengthOf(draft, 'englishTitle', 'Judul dalam bahasa Inggris', GUIDE_LIMITS.title, 5),
    ...lengthOf(draft, 'englishSummary', 'Ringkasan dalam bahasa Inggris', GUIDE_LIMITS.summary),
    ...lengthOf(draft, 'englishBody', 'Isi dalam bahasa Inggris', GUIDE_LIMITS.body),
  ];
}

export const guideFaults = ({ draft }: Save): Fault[] => [
  ...lengthOf(draft, 'title', 'Judul', GUIDE_LIMITS.title, 5),
  ...lengthOf(draft, 'slug', 'Alamat halaman', GUIDE_LIMITS.slug),
  ...(textOf(draft['slug']) ? slugOf(draft) : []),
  ...lengthOf(draft, 'summary', 'Ringkasan', GUIDE_LIMITS.summary),
  ...lengthOf(draft, 'body', 'Isi', GUIDE_LIMITS.body),
  ...lengthOf(draft, 'keywords', 'Kata kunci', GUIDE_LIMITS.keywords, 0),
  ...translationOf(draft),
];
export const announcementFaults = ({ draft }: Save): Fault[] => [
  ...lengthOf(draft, 'title', 'Judul', ANNOUNCEMENT_LIMITS.title, 5),
  ...lengthOf(draft, 'body', 'Isi', ANNOUNCEMENT_LIMITS.body),
  ...windowOf(draft),
  ...ticketOf(draft),
];
