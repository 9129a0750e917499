import { z } from 'zod';
import {
  DAY_MINUTES,
  NEWS_KINDS,
  NOTICE_KINDS,
  type Digest,
  type Hat,
  type NewsHat,
  type NewsKind,
  type NoticeChannel,
  type NoticeKind,
  type NoticePreferences,
  type ToldKind,
} from '../notices';
import type { Status } from '../status';
import { reply, whole, type Endpoints } from './shapes';

/** What stands in the list within the product. Times are ISO 8601 in UTC. */
interface Listed {
  readonly id: number;
  readonly at: string;
  readonly isRead: boolean;
}
/** What happened to a ticket. */
export interface TicketNotice extends Listed {
  readonly about: 'ticket';
  readonly number: string;
  /** The ticket's title; null where it is confidential. */
  readonly title: string | null;
  readonly kind: NoticeKind;
  readonly why: Hat;
  readonly by: string;
  readonly status: Status;
  readonly text: string | null;
  readonly officer: string | null;
  readonly unit: string;
  readonly dueAt: string | null;
}
/** News that is no event of a ticket. */
export interface NewsNotice extends Listed {
  readonly about: 'news';
  readonly kind: NewsKind;
  readonly why: NewsHat;
  readonly subject: string;
  readonly text: string | null;
  /** Where in the portal it is read, and that page's whole address. */
  readonly path: string;
  readonly address: string;
}
/** Something a person is told. */
export type Notice = TicketNotice | NewsNotice;
export interface NoticeList {
  readonly notices: readonly Notice[];
  readonly unread: number;
  /** Give it back as `before` for the ones before these; null at the end. */
  readonly next: number | null;
}
export interface UnreadNotices {
  readonly unread: number;
}
/** What somebody may choose, and what they chose; `kinds` are those they may ever be told of. */
export interface NoticeChoices {
  readonly kinds: readonly ToldKind[];
  /** The ways there are for them: devices are told at the portal alone, WhatsApp where the city and they want it. */
  readonly channels: readonly NoticeChannel[];
  readonly preferences: NoticePreferences;
  /** What holds where nothing was chosen. */
  readonly standard: Readonly<Partial<Record<ToldKind, readonly NoticeChannel[]>>>;
}

const minute = z
  .number()
  .int()
  .min(0)
  .max(DAY_MINUTES - 1);
const id = whole(1, Number.MAX_SAFE_INTEGER);
const ways = z
  .strictObject({ inbox: z.boolean(), mail: z.boolean(), push: z.boolean(), whatsapp: z.boolean() })
  .partial();
/** A closed object, not a record: of a record each wrong key would be told one by one. */
const channels = z
  .strictObject(
    Object.fromEntries([...NOTICE_KINDS, ...NEWS_KINDS].map((kind) => [kind, ways])) as Record<ToldKind, typeof ways>,
  )
  .partial();

/** What people are told within the product, and what they choose of it. */
export const notices = {
  listNotices: {
    method: 'GET',
    path: '/notices',
    permission: 'profile:read',
    query: z.strictObject({
      before: id.optional(),
      unread: z.enum(['true', 'false']).optional(),
      pageSize: whole(1, 100).default(30),
    }),
    reply: reply<NoticeList>(),
  },
  countNotices: { method: 'GET', path: '/notices/unread', permission: 'profile:read', reply: reply<UnreadNotices>() },
  /** Marks what somebody has read: one, or all up to one. */
  readNotices: {
    method: 'POST',
    path: '/notices/read',
    permission: 'profile:read',
    body: z.union([z.strictObject({ id: z.number().int().min(1) }), z.strictObject({ upTo: z.number().int().min(1) })]),
    reply: reply<UnreadNotices>(),
  },
  getNoticeChoices: {
    method: 'GET',
    path: '/notices/choices',
    permission: 'profile:read',
    reply: reply<NoticeChoices>(),
  },
  saveNoticeChoices: {
    method: 'PUT',
    path: '/notices/choices',
    permission: 'profile:read',
    body: z.strictObject({
      channels,
      quiet: z.strictObject({ from: minute, to: minute }).nullable(),
    }),
    reply: reply<NoticeChoices>(),
  },
  /** One click in a digest, or in the mail program: no more of these. */
  stopDigest: {
    method: 'POST',
    path: '/notices/stop',
    permission: 'profile:read',
    isPublic: true,
    limit: 20,
    body: z.strictObject({ code: z.string().max(100) }),
    reply: reply<{ readonly digest: Digest }>(),
  },
} as const satisfies Endpoints;
