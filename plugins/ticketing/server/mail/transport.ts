import provider from '@strapi/provider-email-nodemailer';
import type { Core } from '@strapi/strapi';
import { inTime } from '../database/in-time';
import { rowsByKey, sql } from '../database/sql';
import { connection } from '../database/transaction';
import { unseal } from './secret';

export const SECURITIES = ['none', 'starttls', 'tls'] as const;
export type MailSecurity = (typeof SECURITIES)[number];

/** How mail leaves, as an administrator set it; `password` is sealed. */
export interface KeptMailSettings {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly username: string | null;
  readonly password: string | null;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly replyTo: string | null;
  readonly gatherMinutes: number;
}

/** A letter as it is handed to the mail server. */
export interface Outgoing {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly list?: object;
  readonly replyTo?: string;
  /** What the mail server is told, where it is another than the sender people see: to it comes back what does not arrive. */
  readonly envelope?: { readonly from: string; readonly to: string };
  readonly attachments?: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: Uint8Array;
  }[];
}
export interface Transport {
  /** Where letters come from: the domain their names end in. */
  readonly domain: string;
  send(letter: Outgoing): Promise<unknown>;
}

/** How long the mail server may take, in ms: for a connection, for its greeting, and between two words. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
/** And for a whole letter, in ms: one that utters a word every few seconds holds up all others no longer than this. */
const WHOLE_MS = 180_000;

const senderOf = (name: string, address: string): string =>
  name ? `"${name.replace(/["\\\r\n]/g, '')}" <${address}>` : address;
const domainOf = (address: string): string => /@([^\s>]+)/.exec(address)?.[1] ?? 'localhost';

/** A transport of these settings: Strapi's own provider, with the options it documents. */
export function transportOf(strapi: Core.Strapi, settings: KeptMailSettings): Transport {
  const { host, port, security, username, password, fromName, fromAddress, replyTo } = settings;
  const from = senderOf(fromName, fromAddress);
  const made = provider.init(
    {
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(username && { auth: { user: username, pass: password ? unseal(strapi, password) : '' } }),
      ...PATIENCE,
    },
    { defaultFrom: from, defaultReplyTo: replyTo ?? fromAddress },
  );
  return { domain: domainOf(fromAddress), send: (letter) => inTime(made.send(letter as never), WHOLE_MS) };
}

interface PluginSettings {
  readonly providerOptions: { readonly url: string };
  readonly settings: { readonly defaultFrom: string; readonly defaultReplyTo: string };
}

/** What environment variables say, as settings: the first default. */
export function settingsFromEnvironment(strapi: Core.Strapi): KeptMailSettings {
  const { providerOptions, settings } = strapi.config.get<PluginSettings>('plugin::email');
  const url = new URL(providerOptions.url);
  const isTls = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: Number(url.port || (isTls ? 465 : 587)),
    security: isTls ? 'tls' : url.searchParams.get('requireTLS') === 'true' ? 'starttls' : 'none',
    username: url.username ? decodeURIComponent(url.username) : null,
    password: null,
    fromName: '',
    fromAddress: settings.defaultFrom,
    replyTo: null,
    gatherMinutes: 2,
  };
}

const kept = new WeakMap<Core.Strapi, { readonly version: number; readonly transport: Transport }>();

/** The transport in force: made anew when the settings are another version, without a restart. */
export async function transport(strapi: Core.Strapi): Promise<Transport> {
  const [row] = await rowsByKey<{ value: KeptMailSettings; version: number }>(
    connection(strapi),
    sql`select value::json as value, version from desk_settings where key = 'mail'`,
  );
  const known = kept.get(strapi);
  if (known && known.version === (row?.version ?? 0)) return known.transport;
  const made = row ? transportOf(strapi, row.value) : fromEnvironment(strapi);
  kept.set(strapi, { version: row?.version ?? 0, transport: made });
  return made;
}

/** As the variables say it, with every option their address may carry. */
function fromEnvironment(strapi: Core.Strapi): Transport {
  const { providerOptions, settings } = strapi.config.get<PluginSettings>('plugin::email');
  const made = provider.init({ ...providerOptions, ...PATIENCE }, settings);
  return { domain: domainOf(settings.defaultFrom), send: (letter) => inTime(made.send(letter as never), WHOLE_MS) };
}
