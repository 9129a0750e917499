import { z } from 'zod';
import { LANGUAGES, type Language } from '../language';
import { LIMITS } from '../limits';
import {
  NOTICE_KINDS,
  TEMPLATE_LIMITS,
  type AnyHat,
  type LetterTemplate,
  type NoticeKind,
  type ToldKind,
} from '../notices';
import { emptyOr, type Endpoints, number, pages, reply, text, version, whole } from './shapes';

export const LETTER_STATES = ['WAITING', 'SENDING', 'SENT', 'FAILED', 'DROPPED'] as const;
export type LetterState = (typeof LETTER_STATES)[number];
export const MAIL_SECURITIES = ['none', 'starttls', 'tls'] as const;

/** A letter in the ledger; `q` finds names, addresses and numbers. Times are ISO 8601 in UTC; `reason` is the mail server's own words, or a code of ours. */
export interface LetterInfo {
  readonly id: number;
  readonly kind: string;
  readonly to: string;
  readonly name: string;
  readonly number: string | null;
  readonly subject: string | null;
  readonly state: LetterState;
  readonly attempts: number;
  readonly reason: string | null;
  readonly kinds: readonly ToldKind[];
  /** Why this one got it; empty where it is about their account. */
  readonly why: readonly AnyHat[];
  readonly createdAt: string;
  readonly dueAt: string;
  readonly endedAt: string | null;
  /** Whether it may be sent once more: it did not arrive, and what it says is still known. */
  readonly isResendable: boolean;
}
/** How mail leaves; the password never comes back. `source` says whether the panel or the environment set it. */
export interface MailSettings {
  readonly version: number;
  readonly source: 'panel' | 'environment';
  readonly host: string;
  readonly port: number;
  readonly security: (typeof MAIL_SECURITIES)[number];
  readonly username: string | null;
  readonly hasPassword: boolean;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly replyTo: string | null;
  readonly gatherMinutes: number;
}
/** What the mail server said to a letter that was sent to try it. */
export interface MailTrial {
  readonly isAccepted: boolean;
  readonly said: string;
}
export interface LetterWording {
  readonly kind: NoticeKind;
  readonly language: Language;
  readonly template: LetterTemplate;
  readonly standard: LetterTemplate;
  readonly isChanged: boolean;
}
export interface LetterWordings {
  readonly version: number;
  readonly variables: readonly string[];
  readonly letters: readonly LetterWording[];
}
export interface LetterPreview {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const kind = z.enum(NOTICE_KINDS);
const language = z.enum(LANGUAGES);
const template = z.strictObject({
  subject: z.string().max(TEMPLATE_LIMITS.subject * 2),
  body: z.string().max(TEMPLATE_LIMITS.body * 2),
});
const settings = z.strictObject({
  host: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.:[\]-]{1,253}$/),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(MAIL_SECURITIES),
  username: emptyOr(text(LIMITS.email)),
  /** Left out, the one that is kept stays; null removes it. */
  password: z.string().min(1).max(LIMITS.password).nullable().optional(),
  fromName: z
    .string()
    .trim()
    .max(LIMITS.name)
    .regex(/^[^"\\\r\n<>]*$/),
  fromAddress: z.email().max(LIMITS.email),
  replyTo: emptyOr(z.email().max(LIMITS.email)),
  gatherMinutes: z.number().int().min(0).max(15),
});

/** The way letters leave, the ledger of those that did, and their words: the administrator's. */
export const mail = {
  listLetters: {
    method: 'GET',
    path: '/letters',
    permission: 'settings:manage',
    query: z.strictObject({
      ...pages,
      state: z.enum(LETTER_STATES).optional(),
      ticket: number.optional(),
      q: z.string().trim().max(LIMITS.search).optional(),
    }),
    paged: true,
    reply: reply<LetterInfo[]>(),
  },
  /** Puts a letter that was given up or held back into the queue again. */
  resendLetter: {
    method: 'POST',
    path: '/letters/:id/resend',
    permission: 'settings:manage',
    params: z.strictObject({ id: whole(1, Number.MAX_SAFE_INTEGER) }),
    reply: reply<LetterInfo>(),
  },
  getMailSettings: { method: 'GET', path: '/mail', permission: 'settings:manage', reply: reply<MailSettings>() },
  saveMailSettings: {
    method: 'PUT',
    path: '/mail',
    permission: 'settings:manage',
    body: z.strictObject({ version, settings }),
    reply: reply<MailSettings>(),
  },
  /** Sends a letter with settings that need not be saved yet, and says what the server said. */
  tryMail: {
    method: 'POST',
    path: '/mail/trial',
    permission: 'settings:manage',
    limit: 10,
    body: z.strictObject({ to: z.email().max(LIMITS.email), settings: settings.optional() }),
    reply: reply<MailTrial>(),
  },
  listLetterWordings: {
    method: 'GET',
    path: '/mail/wordings',
    permission: 'settings:manage',
    reply: reply<LetterWordings>(),
  },
  /** Changes what a letter says; null puts it back to what it said when it came. */
  saveLetterWording: {
    method: 'PUT',
    path: '/mail/wordings',
    permission: 'settings:manage',
    body: z.strictObject({ version, kind, language, template: template.nullable() }),
    reply: reply<LetterWordings>(),
  },
  /** The letter as it would leave about a real ticket, also with words that are not saved yet. */
  previewLetter: {
    method: 'POST',
    path: '/mail/wordings/preview',
    permission: 'settings:manage',
    body: z.strictObject({ kind, language, number: number.optional(), template: template.optional() }),
    reply: reply<LetterPreview>(),
  },
} as const satisfies Endpoints;
