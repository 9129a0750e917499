import { z } from 'zod';
import type { Device } from '../device';
import { LIMITS } from '../limits';
import type { Hat, NoticeChannel, NoticeKind } from '../notices';
import { PUSH_LIMITS, type PushDevice } from '../push';
import { LETTER_STATES, type LetterState } from './mail';
import { number, pages, reply, whole, type Endpoints } from './shapes';

/** Where the caller is told of news; `key` is what their browser asks for (RFC 8292), `most` how many devices there may be. */
export interface PushState {
  readonly key: string;
  readonly most: number;
  readonly devices: readonly PushDevice[];
}

/**
 * A short message in the ledger. Times are ISO 8601 in UTC; `status` is what the service answered, `reason` a code of ours
 * or the machine's own word; `device` is null once it is told no more.
 */
export interface ShortMessageInfo {
  readonly id: number;
  readonly channel: Exclude<NoticeChannel, 'inbox' | 'mail'>;
  readonly name: string;
  readonly device: Device | null;
  readonly number: string;
  readonly kind: NoticeKind;
  readonly why: Hat;
  readonly state: LetterState;
  readonly attempts: number;
  readonly status: number | null;
  readonly reason: string | null;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly endedAt: string | null;
  /** Whether it may be sent once more: it did not arrive, and there is still somewhere to send it. */
  readonly isResendable: boolean;
}

const base64Url = (letters: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${letters}}=*$`));

/** Devices that are told of news, each chosen by its owner in that very browser, and the ledger of what they were told. */
export const push = {
  getPush: { method: 'GET', path: '/push', permission: 'account:manage', reply: reply<PushState>() },
  /** What a browser's `PushSubscription` says of itself. Given again, it is the same device. */
  addPushDevice: {
    method: 'POST',
    path: '/push',
    permission: 'account:manage',
    limit: 10,
    body: z.strictObject({
      endpoint: z.string().max(PUSH_LIMITS.endpoint),
      p256dh: base64Url(87),
      auth: base64Url(22),
    }),
    reply: reply<PushState>(),
  },
  removePushDevice: {
    method: 'DELETE',
    path: '/push/:id',
    permission: 'account:manage',
    params: z.strictObject({ id: whole(1, 2_147_483_647) }),
    reply: reply<PushState>(),
  },
  listShortMessages: {
    method: 'GET',
    path: '/short-messages',
    permission: 'settings:manage',
    query: z.strictObject({
      ...pages,
      state: z.enum(LETTER_STATES).optional(),
      ticket: number.optional(),
      q: z.string().trim().max(LIMITS.search).optional(),
    }),
    paged: true,
    reply: reply<ShortMessageInfo[]>(),
  },
  /** Puts a message that was given up or held back into the queue again. */
  resendShortMessage: {
    method: 'POST',
    path: '/short-messages/:id/resend',
    permission: 'settings:manage',
    params: z.strictObject({ id: whole(1, Number.MAX_SAFE_INTEGER) }),
    reply: reply<ShortMessageInfo>(),
  },
} as const satisfies Endpoints;
