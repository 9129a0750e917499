import type { Core } from '@strapi/strapi';
import { ACCEPTED_EXTENSIONS } from '../../../domain';
import { UID } from '../../database/content-types';
import type { Draft, Fault, Save } from './fault';

type Row = Draft & { readonly documentId?: string };
const rowAt = async (strapi: Core.Strapi, uid: string, where: object): Promise<Row | null> =>
  (await strapi.db.query(uid as typeof UID.guide).findOne({ where })) as Row | null;

/** An address leads to one guide; a unique index holds it also for two who save in the same moment. */
export async function takenSlug({ strapi, draft: { slug }, ownId }: Save): Promise<Fault[]> {
  const other = typeof slug === 'string' && slug ? await rowAt(strapi, UID.guide, { slug }) : null;
  return other && other.documentId !== ownId
    ? [
        {
          field: 'slug',
          message: `Alamat “${slug as string}” sudah dipakai oleh “${String(other['title'])}”. Pilih alamat lain.`,
        },
      ]
    : [];
}

/** One day is a holiday once; Strapi's own check would say so in English. */
export async function takenDay({ strapi, draft: { date }, ownId }: Save): Promise<Fault[]> {
  const other = typeof date === 'string' && date ? await rowAt(strapi, UID.holiday, { date }) : null;
  return other && other.documentId !== ownId
    ? [
        {
          field: 'date',
          message:
            `Tanggal ini sudah tercatat sebagai “${String(other['name'])}”. ` +
            'Ubah catatan itu, atau pilih tanggal lain.',
        },
      ]
    : [];
}

/** Kinds of files that a service takes are some of those the city may take at all. */
export const kindFaults = ({ draft: { attachmentKinds: kinds } }: Save): Fault[] =>
  kinds === null ||
  kinds === undefined ||
  (Array.isArray(kinds) && kinds.every((kind) => typeof kind === 'string' && ACCEPTED_EXTENSIONS.includes(kind)))
    ? []
    : [
        {
          field: 'attachmentKinds',
          message: `Tulis daftar jenis berkas seperti ["pdf", "jpg"]. Yang dikenal: ${ACCEPTED_EXTENSIONS.join(', ')}.`,
        },
      ];

/** A service is measured by a calendar that is there; its code is a plain text, so nothing else would say. */
export async function missingCalendar({ strapi, draft: { sla } }: Save): Promise<Fault[]> {
  const code = sla && typeof sla === 'object' ? (sla as Draft)['calendar'] : undefined;
  if (typeof code !== 'string' || code === '' || (await rowAt(strapi, UID.calendar, { code }))) return [];
  const known = (await strapi.db.query(UID.calendar).findMany({ select: ['code'], orderBy: { code: 'asc' } }))
    .map((row: { code: string }) => row.code)
    .join(', ');
  return [
    { field: 'sla.calendar', message: `Kalender kerja “${code}” tidak ada. Isi dengan salah satu kode ini: ${known}.` },
  ];
}
