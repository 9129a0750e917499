import type { z } from 'zod';
import { account } from './account';
import { auditLog } from './audit';
import { bundles } from './bundles';
import { calendarFeed } from './calendar-feed';
import { desk } from './desk';
import { documents } from './documents';
import { exporting } from './exports';
import { guides } from './guides';
import { holidays } from './holidays';
import { inboundMail } from './inbound-mail';
import { leave } from './leave';
import { live } from './live';
import { mail } from './mail';
import { notices } from './notices';
import { operations } from './operations';
import { people } from './people';
import { push } from './push';
import { queueViews } from './queue-views';
import { replies } from './replies';
import { reports } from './reports';
import { schedules } from './schedules';
import { services } from './services';
import { workingHours } from './working-hours';
import { settings } from './settings';
import type { Endpoint } from './shapes';
import { signOn } from './sign-on';
import { similar } from './similar';
import { surveys } from './surveys';
import { tickets } from './tickets';
import { units } from './units';
import { webhooks } from './webhooks';
import { wallboard } from './wallboard';
import { whatsapp } from './whatsapp';

export type { Endpoint } from './shapes';
export type { NewSession, Sent } from './account';
export type { AuditChange, AuditEntry, AuditPage, ChainVerdict } from './audit';
export type { PaperBundle } from './bundles';
export type { CalendarLink, NewCalendarLink } from './calendar-feed';
export type { CheckedReport, FileVerdict, KnownDocument, SealKey, TicketDocument } from './documents';
export type { AccountImport } from './people';
export type { HolidayImport, HolidayYear } from './holidays';
export type { InboundMailSettings, InboundMailTrial, QuarantinedMail } from './inbound-mail';
export type { StaffLeave } from './leave';
export type { JsonDocument, Me, Office, Officer } from './desk';
export type { BackupRun, Certificate, JobState, Load, Operations, TableLoad } from './operations';
export type { AccountHolder, ApiToken, AuthorityMatrix, Deadline, DeskWarning, SettingsInForce } from './settings';
export { LETTER_STATES, MAIL_SECURITIES } from './mail';
export type {
  LetterInfo,
  LetterPreview,
  LetterState,
  LetterWording,
  LetterWordings,
  MailSettings,
  MailTrial,
} from './mail';
export type { NewsNotice, Notice, NoticeChoices, NoticeList, TicketNotice, UnreadNotices } from './notices';
export type { PushState, ShortMessageInfo } from './push';
export { COPY_STATES } from './schedules';
export type { ReportCopy, ReportRun, ReportSchedule, ScheduleRecipient } from './schedules';
export type { OpenSurvey, Survey, SurveyPeriod, SurveyReceipt, SurveyResult } from './surveys';
export type { NewWallboardLink, WallboardLink } from './wallboard';
export type { KnownCaller } from './similar';
export type { SignOnSettings, SignOnStart, SignOnTrial } from './sign-on';
export type { WhatsAppNumber, WhatsAppSettings } from './whatsapp';
export { SORTS } from './ticket-list';
export { DELIVERY_STATES } from './webhooks';
export type { NewWebhookSecret, Webhook, WebhookDelivery } from './webhooks';

/** Every endpoint there is, by name; each room of the house has its own file. */
export const contract = {
  ...desk,
  ...account,
  ...signOn,
  ...guides,
  ...similar,
  ...tickets,
  ...replies,
  ...push,
  ...whatsapp,
  ...queueViews,
  ...documents,
  ...bundles,
  ...live,
  ...exporting,
  ...reports,
  ...schedules,
  ...wallboard,
  ...surveys,
  ...settings,
  ...people,
  ...holidays,
  ...leave,
  ...units,
  ...services,
  ...workingHours,
  ...auditLog,
  ...notices,
  ...calendarFeed,
  ...mail,
  ...inboundMail,
  ...webhooks,
  ...operations,
} as const;

export type Contract = typeof contract;
export type EndpointName = keyof Contract;
export const ENDPOINT_NAMES = Object.keys(contract) as EndpointName[];
export const endpointOf = (name: EndpointName): Endpoint => contract[name];

type Part<E, K extends string> = E extends { readonly [P in K]: infer S extends z.ZodType } ? S : never;
/** A body without fields would otherwise forbid the file that travels with it. */
type Given<I> = string extends keyof I ? unknown : I;
type In<S> = [S] extends [never] ? unknown : S extends z.ZodType ? Given<z.input<S>> : unknown;
type Out<S> = [S] extends [never] ? unknown : S extends z.ZodType ? z.output<S> : unknown;
type Join<T> = { [K in keyof T]: T[K] };
/** A file to send: its name, and its bytes. */
export interface Upload {
  readonly file: { readonly name: string; readonly blob: Blob };
}
type Sent<E> = E extends { readonly upload: true } ? Upload : unknown;

/** What a caller sends: path parameters, query and body as one flat object. */
export type Request<N extends EndpointName> = Join<
  In<Part<Contract[N], 'params'>> & In<Part<Contract[N], 'query'>> & In<Part<Contract[N], 'body'>> & Sent<Contract[N]>
>;
/** What a handler receives: the same, checked and completed with defaults. */
export type Parsed<N extends EndpointName> = Join<
  Out<Part<Contract[N], 'params'>> & Out<Part<Contract[N], 'query'>> & Out<Part<Contract[N], 'body'>>
>;
export type Reply<N extends EndpointName> = Contract[N]['reply'];
/** How many tickets match a list, beside the page that was asked for. */
export interface Pagination {
  readonly page: number;
  readonly pageSize: number;
  readonly pageCount: number;
  /** Exact as long as it is below 10,000. */
  readonly total: number;
  /** Whether there are more than `total` says, which counts no further. */
  readonly isMore?: true;
}
/** A paged endpoint answers with its rows and where they stand among all. */
export type Answer<N extends EndpointName> = Contract[N] extends { readonly paged: true }
  ? { readonly rows: Reply<N>; readonly pagination: Pagination }
  : Reply<N>;
