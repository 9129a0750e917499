import { z } from 'zod';
import { INBOUND_LIMITS, QUARANTINE_REASONS, type InboundMailChoice, type QuarantineReason } from '../inbound-mail';
import { LIMITS } from '../limits';
import { MAIL_SECURITIES } from './mail';
import { pages, reply, type Endpoints } from './shapes';

/** The mailbox that answers come to; the password never comes back. */
export interface InboundMailSettings extends InboundMailChoice {
  readonly version: number;
  readonly hasPassword: boolean;
}
/** What the mail server said when its mailbox was opened to try it, and how many mails wait there. */
export interface InboundMailTrial {
  readonly isOpened: boolean;
  readonly unread: number;
  readonly said: string;
}
/**
 * A mail that did not become a comment. `detail` is a code of `REFUSALS` where the use case refused; `number` is the ticket,
 * where its sender was certain. Times are ISO 8601 in UTC.
 */
export interface QuarantinedMail {
  readonly id: number;
  readonly at: string;
  readonly sender: string;
  readonly subject: string;
  readonly reason: QuarantineReason;
  readonly detail: string | null;
  readonly number: string | null;
}

const settings = z.strictObject({
  isOn: z.boolean(),
  host: z
    .string()
    .trim()
    .max(INBOUND_LIMITS.host)
    .regex(/^[A-Za-z0-9.:[\]-]*$/),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(MAIL_SECURITIES),
  username: z.string().trim().max(LIMITS.email),
  /** Left out, the one that is kept stays; null removes it. */
  password: z.string().min(1).max(LIMITS.password).nullable().optional(),
  folder: z
    .string()
    .trim()
    .max(INBOUND_LIMITS.folder)
    .regex(/^[^\r\n]*$/),
  address: z.union([z.literal(''), z.email().max(LIMITS.email)]),
  takesBounces: z.boolean(),
});

/** Answers by mail: the mailbox they come to, and the list of what was not taken. */
export const inboundMail = {
  getInboundMail: {
    method: 'GET',
    path: '/inbound-mail',
    permission: 'settings:manage',
    reply: reply<InboundMailSettings>(),
  },
  saveInboundMail: {
    method: 'PUT',
    path: '/inbound-mail',
    permission: 'settings:manage',
    body: z.strictObject({ version: z.number().int().min(0), settings }),
    reply: reply<InboundMailSettings>(),
  },
  /** Opens the mailbox with settings that need not be saved yet, reads nothing, and says what the server said. */
  tryInboundMail: {
    method: 'POST',
    path: '/inbound-mail/trial',
    permission: 'settings:manage',
    limit: 10,
    body: z.strictObject({ settings }),
    reply: reply<InboundMailTrial>(),
  },
  listQuarantine: {
    method: 'GET',
    path: '/inbound-mail/quarantine',
    permission: 'settings:manage',
    query: z.strictObject({ ...pages, reason: z.enum(QUARANTINE_REASONS).optional() }),
    paged: true,
    reply: reply<QuarantinedMail[]>(),
  },
} as const satisfies Endpoints;
