import {
  CHANNELS,
  type Channel,
  type FormField,
  type Impact,
  type Priority,
  type Service,
  type Urgency,
} from '../../../domain';
import type { Request } from '../../../domain/contract';

/** Ways a request reaches an officer; the portal files its own. */
export const FILED_CHANNELS = CHANNELS.filter((channel) => channel !== 'WEB');

/** The whole form as it is typed; text and choices only, so that it can be kept as a draft. */
export interface Filing {
  readonly skpd: string;
  readonly channel: Channel;
  readonly category: string;
  readonly title: string;
  readonly description: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  readonly impact: Impact | '';
  readonly urgency: Urgency | '';
  readonly priority: Priority | '';
  readonly form: Readonly<Record<string, string | readonly string[] | boolean>>;
  /** The same key for every attempt, so that a second press makes no second ticket. */
  readonly key: string;
}

export const EMPTY_FILING: Filing = {
  skpd: '',
  channel: 'PHONE',
  category: '',
  title: '',
  description: '',
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  impact: '',
  urgency: '',
  priority: '',
  form: {},
  key: '',
};

/** Fields of the service's form that are typed here; files are attached once the ticket exists. */
export const typedFields = (service: Service | undefined): readonly FormField[] =>
  service?.fields.filter(({ type }) => type !== 'file') ?? [];

const isBlank = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Only the answers this service asks for: those typed for another one stay in the draft. */
export const answersOf = (
  { form }: Filing,
  service: Service | undefined,
): Record<string, string | readonly string[] | boolean> =>
  Object.fromEntries(
    typedFields(service).flatMap(({ key }) => {
      const value = form[key];
      return value === undefined || isBlank(value) ? [] : [[key, value]];
    }),
  );

export const requestOf = (filing: Filing, service: Service | undefined): Request<'submitTicket'> => ({
  title: filing.title,
  description: filing.description,
  category: filing.category,
  skpd: filing.skpd,
  channel: filing.channel,
  impact: filing.impact || 'SMALL',
  urgency: filing.urgency || 'LOW',
  ...(filing.priority && { priority: filing.priority }),
  contact: { name: filing.contactName, phone: filing.contactPhone, email: filing.contactEmail.trim() || null },
  form: answersOf(filing, service),
});
