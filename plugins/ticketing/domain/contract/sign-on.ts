import { z } from 'zod';
import { SIGN_ON_LIMITS, type SignOnChoice, type SignOnFinding } from '../sign-on';
import { type Endpoints, maybe, reply, version } from './shapes';

/** How people come in by the city's sign-in service; the secret never comes back. */
export interface SignOnSettings extends SignOnChoice {
  readonly version: number;
  readonly hasSecret: boolean;
  /** The addresses that the service must be told to send people back to. */
  readonly returns: { readonly portal: string; readonly staff: string };
}
/** What a trial found at the service, without anybody signing in. */
export interface SignOnTrial {
  readonly findings: readonly SignOnFinding[];
}
/** Where the browser goes, and the secret that makes the way back its own. */
export interface SignOnStart {
  readonly address: string;
  readonly ticket: string;
}

const settings = z.strictObject({
  isForPortal: z.boolean(),
  isForStaff: z.boolean(),
  issuer: z.string().trim().max(SIGN_ON_LIMITS.issuer),
  clientId: z.string().trim().max(SIGN_ON_LIMITS.clientId),
  /** Left out, the one that is kept stays; null removes it. */
  secret: z.string().min(1).max(SIGN_ON_LIMITS.secret).nullable().optional(),
  scopes: z
    .string()
    .max(SIGN_ON_LIMITS.scopes)
    .regex(/^[\x21\x23-\x5b\x5d-\x7e\s]*$/)
    // Without this one it would be another protocol.
    .transform((given) => [...new Set(['openid', ...given.split(/\s+/).filter(Boolean)])].join(' ')),
  name: z.string().trim().max(SIGN_ON_LIMITS.name),
  nipClaim: maybe(
    z
      .string()
      .trim()
      .max(SIGN_ON_LIMITS.claim)
      .regex(/^[\x21-\x7e]+$/),
  ),
  trustsEmail: z.boolean(),
});
/** As the service sent the browser back: the part of the address behind the question mark. */
const query = z.string().max(4000);
const ticket = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * Signing in by the city's own service. While it is off its public endpoints answer nothing but `notFound`. Limits are
 * wide, since a whole office may come from one address in the morning.
 */
export const signOn = {
  getSignOn: { method: 'GET', path: '/sign-on', permission: 'settings:manage', reply: reply<SignOnSettings>() },
  saveSignOn: {
    method: 'PUT',
    path: '/sign-on',
    permission: 'settings:manage',
    body: z.strictObject({ version, settings }),
    reply: reply<SignOnSettings>(),
  },
  /** Asks the service for its document, with settings that need not be saved yet. */
  trySignOn: {
    method: 'POST',
    path: '/sign-on/trial',
    permission: 'settings:manage',
    limit: 10,
    body: z.strictObject({ settings }),
    reply: reply<SignOnTrial>(),
  },
  beginSignOn: {
    method: 'POST',
    path: '/sign-on/start',
    permission: 'account:manage',
    isPublic: true,
    limit: 240,
    reply: reply<SignOnStart>(),
  },
  /** Ends what began with this ticket, once: a session of the portal, as a local sign-in begins one. */
  finishSignOn: {
    method: 'POST',
    path: '/sign-on/return',
    permission: 'account:manage',
    isPublic: true,
    limit: 240,
    body: z.strictObject({ ticket, query }),
    reply: reply<{ readonly jwt: string }>(),
  },
  /** Sends a browser from the panel's sign-in page to the service; `back` is the page of the panel it asked for. */
  startPanelSignOn: {
    method: 'GET',
    path: '/sign-on/panel',
    permission: 'account:manage',
    isPublic: true,
    stream: true,
    limit: 240,
    query: z.strictObject({ back: z.string().max(500).default('/') }),
    reply: reply<Response>(),
  },
  /** Where the service sends it back to, with what it has to say; answers with a session of the panel, or with why not. */
  finishPanelSignOn: {
    method: 'GET',
    path: '/sign-on/panel/return',
    permission: 'account:manage',
    isPublic: true,
    stream: true,
    limit: 240,
    query: z.record(z.string().max(100), z.string().max(4000)),
    reply: reply<Response>(),
  },
} as const satisfies Endpoints;
