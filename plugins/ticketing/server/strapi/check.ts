import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { UID } from '../database/content-types';
import type { Draft, Fault } from './fault';
import { EDITING_RULES } from './rules';

/** What each action does to a document that is already there. */
const ACTIONS = ['create', 'update', 'clone'];

type Row = Draft & { readonly documentId?: string };
/** Parts that rules look into are read along; a save may leave them out. */
const PARTS: Readonly<Record<string, object>> = {
  [UID.calendar]: { slots: true, periods: { populate: { slots: true } } },
  [UID.category]: { sla: true },
};
const rowAt = async (strapi: Core.Strapi, uid: string, where: object): Promise<Row | null> =>
  (await strapi.db
    .query(uid as typeof UID.guide)
    .findOne({ where, populate: (PARTS[uid] ?? {}) as never })) as Row | null;

/** An address leads to one guide; the unique index in `database/sql` holds it also for two who save in the same moment. */
async function takenSlug(strapi: Core.Strapi, { slug }: Draft, ownId: string | null): Promise<Fault[]> {
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
async function takenDay(strapi: Core.Strapi, { date }: Draft, ownId: string | null): Promise<Fault[]> {
  const other = typeof date === 'string' && date ? await rowAt(strapi, UID.holiday, { date }) : null;
  return other && other.documentId !== ownId
    ? [
        {
          field: 'date',
          message: `Tanggal ini sudah tercatat sebagai “${String(other['name'])}”. Ubah catatan itu, atau pilih tanggal lain.`,
        },
      ]
    : [];
}

/** A service is measured by a calendar that is there; its code is a plain text, so nothing else would say. */
async function missingCalendar(strapi: Core.Strapi, { sla }: Draft): Promise<Fault[]> {
  const code = sla && typeof sla === 'object' ? (sla as Draft)['calendar'] : undefined;
  if (typeof code !== 'string' || code === '' || (await rowAt(strapi, UID.calendar, { code }))) return [];
  const known = (await strapi.db.query(UID.calendar).findMany({ select: ['code'], orderBy: { code: 'asc' } }))
    .map((row: { code: string }) => row.code)
    .join(', ');
  return [
    { field: 'sla.calendar', message: `Kalender kerja “${code}” tidak ada. Isi dengan salah satu kode ini: ${known}.` },
  ];
}

/** What only the other rows can tell. */
const AMONG_OTHERS: Readonly<
  Record<string, (strapi: Core.Strapi, draft: Draft, ownId: string | null) => Promise<Fault[]>>
> = {
  [UID.guide]: takenSlug,
  [UID.holiday]: takenDay,
  [UID.category]: missingCalendar,
};

/**
 * Refuses what an editor may not save, in sentences that Strapi's screens show beside the fields. Stands before the
 * recorder, so that a refused save leaves neither a row nor an entry.
 */
export function startChecking(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const rules = EDITING_RULES[context.uid];
    if (!rules || !ACTIONS.includes(context.action)) return next();
    const { documentId, data } = context.params as { documentId?: string; data?: Draft };
    const before = documentId ? await rowAt(strapi, context.uid, { documentId }) : null;
    const draft: Draft = { ...before, ...data };
    const faults = [
      ...rules(draft),
      ...((await AMONG_OTHERS[context.uid]?.(
        strapi,
        draft,
        context.action === 'update' ? (documentId ?? null) : null,
      )) ?? []),
    ];
    if (faults.length === 0) return next();
    throw new errors.ValidationError(faults.map(({ message }) => message).join(' '), {
      errors: faults.map(({ field, message }) => ({ path: field.split('.'), message, name: 'ValidationError' })),
    });
  });
}
