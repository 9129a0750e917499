import type { BlockList } from 'node:net';
import { proxiesFrom } from 'strapi-plugin-ticketing/proxies';

/** Settings are read when they are needed, so that one build runs anywhere. */
const setting = (name: string, otherwise: string): string => process.env[name]?.trim() || otherwise;

/** Where this server finds the cms; people never see this address. */
export const cmsUrl = (): string => setting('CMS_URL', 'http://127.0.0.1:1337').replace(/\/+$/, '');

/** The portal's public origin, or null when it is only known by the address it was called by. */
export function siteOrigin(): string | null {
  const given = setting('SITE_URL', '');
  return URL.canParse(given) ? new URL(given).origin : null;
}

/** TLS ends at a proxy in front of us. */
export const isBehindTls = (): boolean => siteOrigin()?.startsWith('https:') ?? false;

let proxies: BlockList | undefined;
/** Who may tell us where a request comes from; read once, since every request asks. */
export const trustedProxies = (): BlockList =>
  (proxies ??= proxiesFrom(setting('TRUSTED_PROXIES', '127.0.0.1,::1').split(',')));

/** How people reach whoever answers for their data; null when nobody has said so. */
export const privacyContact = (): string | null => setting('PRIVACY_CONTACT', '') || null;

/** How long a portal that will end goes on serving, so that the proxy hears of it. */
export const drainSeconds = (): number => Number(setting('SITE_DRAIN_SECONDS', '0'));

/** How long a call is tried again while nobody has heard it, as when the cms is being replaced; in milliseconds. */
export const CMS_RETURN_MS = 10_000;
export const CMS_LOOK_MS = 250;
/** How long the cms may take, in milliseconds. */
export const CMS_PATIENCE_MS = 10_000;
/** The same where much has to be moved or gathered first. */
export const UPLOAD_PATIENCE_MS = 60_000;
export const STREAM_PATIENCE_MS = 5 * 60_000;
export const HEALTH_PATIENCE_MS = 2_000;

const LEVELS = ['error', 'warn', 'info', 'http', 'debug'];
/** Whether lines of this weight are written, and how. */
export const isLogged = (level: string): boolean =>
  LEVELS.indexOf(level) <= LEVELS.indexOf(setting('LOG_LEVEL', 'http'));
export const logsJson = (): boolean => setting('LOG_FORMAT', 'text') === 'json';
