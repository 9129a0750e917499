import type { Knex } from 'knex';
import {
  DEFAULT_INBOUND_MAIL,
  DEFAULT_SETTINGS,
  DEFAULT_SIGN_ON,
  DEFAULT_WHATSAPP,
  policyFrom,
  type DeskSettings,
  type InboundMailChoice,
  type Policy,
  type PolicyChanges,
  type SignOnChoice,
  type WhatsAppChoice,
} from '../../domain';
import { rowsByKey, sql } from '../database/sql';
import type { KeptMailSettings } from '../mail/transport';

/** What the city set. */
export interface InForce {
  readonly settings: DeskSettings;
  readonly policy: Policy;
  readonly changes: PolicyChanges;
  readonly versions: Readonly<Record<Key, number>>;
  /** How mail leaves; null where the environment says it. */
  readonly mail: KeptMailSettings | null;
  /** How long a letter gathers what happens on its ticket, in minutes. */
  readonly gatherMinutes: number;
  readonly signOn: KeptSignOn;
  readonly inboundMail: KeptInboundMail;
  readonly whatsApp: KeptWhatsApp;
}
/** The way to the city's WhatsApp gateway as it is kept; `token` is sealed. */
export interface KeptWhatsApp extends WhatsAppChoice {
  readonly token: string | null;
}
/** The city's sign-in service as it is kept; `secret` is sealed. */
export interface KeptSignOn extends SignOnChoice {
  readonly secret: string | null;
}
/** The mailbox that answers come to, as it is kept; `password` is sealed. */
export interface KeptInboundMail extends InboundMailChoice {
  readonly password: string | null;
}
export type Key = 'lifecycle' | 'authority' | 'mail' | 'letters' | 'sign-on' | 'whatsapp' | 'inbound-mail';
/** Several events within two minutes on one ticket are one letter, unless the city sets it otherwise. */
export const GATHER_MINUTES = 2;
interface Row {
  key: Key;
  value: unknown;
  version: number;
}

const READ = sql`select key, value::json as value, version from desk_settings order by key`;

function inForceOf(rows: readonly Row[]): InForce {
  const rowOf = (key: Key) => rows.find((row) => row.key === key);
  const kept = <T>(key: Key): Partial<T> => (rowOf(key)?.value ?? {}) as Partial<T>;
  const mail = (rowOf('mail')?.value ?? null) as KeptMailSettings | null;
  const versionOf = (key: Key): number => rowOf(key)?.version ?? 0;
  const changes = kept<PolicyChanges>('authority') as PolicyChanges;
  return {
    settings: { ...DEFAULT_SETTINGS, ...kept<DeskSettings>('lifecycle') },
    policy: policyFrom(changes),
    changes,
    versions: {
      lifecycle: versionOf('lifecycle'),
      authority: versionOf('authority'),
      mail: versionOf('mail'),
      letters: versionOf('letters'),
      'sign-on': versionOf('sign-on'),
      whatsapp: versionOf('whatsapp'),
      'inbound-mail': versionOf('inbound-mail'),
    },
    mail,
    gatherMinutes: mail?.gatherMinutes ?? GATHER_MINUTES,
    signOn: { ...DEFAULT_SIGN_ON, secret: null, ...kept<KeptSignOn>('sign-on') },
    whatsApp: { ...DEFAULT_WHATSAPP, token: null, ...kept<KeptWhatsApp>('whatsapp') },
    inboundMail: { ...DEFAULT_INBOUND_MAIL, password: null, ...kept<KeptInboundMail>('inbound-mail') },
  };
}

/** What is in force now, in the transaction at hand if there is one. */
export const inForceIn = async (on: Knex): Promise<InForce> => inForceOf(await rowsByKey<Row>(on, READ));
