import { z } from 'zod';
import {
  DAY_MINUTES,
  NOTICE_KINDS,
  type Hat,
  type NoticeChannel,
  type NoticeKind,
  type NoticePreferences,
} from '../notices';
import type { Status } from '../status';
import { reply, whole, type Endpoints } from './shapes';

/** Something a person is told, in the list within the product. Times are ISO 8601 in UTC. */
export interface Notice {
  readonly id: number;
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
  readonly at: string;
  readonly isRead: boolean;
}
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
  readonly kinds: readonly NoticeKind[];
  readonly preferences: NoticePreferences;
  /** What holds where nothing was chosen. */
  readonly standard: Readonly<Partial<Record<NoticeKind, readonly NoticeChannel[]>>>;
}

const minute = z
  .number()
  .int()
  .min(0)
  .max(DAY_MINUTES - 1);
const id = whole(1, Number.MAX_SAFE_INTEGER);
const ways = z.strictObject({ inbox: z.boolean(), mail: z.boolean() }).partial();
/** A closed object, not a record: of a record each wrong key would be told one by one. */
const channels = z
  .strictObject(Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, ways])) as Record<NoticeKind, typeof ways>)
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
} as const satisfies Endpoints;
