import type { Core } from '@strapi/strapi';
import type * as OpenId from 'openid-client';
import { isSafeAddress, MINUTE_MS, personIn, Refusal, type SignOnPerson } from '../../domain';
import type { Desk } from '../desk/desk';
import type { KeptSignOn } from '../desk/in-force';
import { unseal } from '../mail/secret';
import { allowedAt } from '../webhooks/deliver';
import { secretsOf } from './attempts';
import { guardedFetch } from './fetch';

/** How long its document is believed, in ms; new keys are asked for when a signature names one. */
const FRESH_MS = 10 * MINUTE_MS;
const METHOD = 'client_secret_basic';

/** Loaded with the first sign-in: most processes never need it. */
const load = (): Promise<typeof OpenId> => import('openid-client');

/** How we prove who we are: as the service's document says it may be done, without a secret by our name alone. */
const proofBy =
  (openId: typeof OpenId, secret: string | null): OpenId.ClientAuth =>
  (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? [METHOD];
    const way =
      secret === null
        ? openId.None()
        : methods.includes(METHOD)
          ? openId.ClientSecretBasic(secret)
          : openId.ClientSecretPost(secret);
    way(server, client, body, headers);
  };

async function discover(desk: Desk, { issuer, clientId, secret }: KeptSignOn): Promise<OpenId.Configuration> {
  const openId = await load();
  const key = secret === null ? null : unseal(desk.strapi, secret, 'sign-on');
  return openId.discovery(new URL(issuer), clientId, undefined, proofBy(openId, key), {
    [openId.customFetch]: guardedFetch(allowedAt(desk)),
    // Where plain addresses lead is asked for every call: to this machine, or nowhere.
    // A token is believed for its signature, not for the line it came by.
    execute: [openId.allowInsecureRequests, openId.enableNonRepudiationChecks],
  });
}

interface Known {
  readonly key: string;
  readonly until: number;
  readonly client: Promise<OpenId.Configuration>;
}
const known = new WeakMap<Core.Strapi, Known>();

/** The client for the service that is set now; anew when that changes, and after a failure. `now` in epoch ms. */
function clientOf(desk: Desk, choice: KeptSignOn, now: number): Promise<OpenId.Configuration> {
  const key = JSON.stringify(choice);
  const before = known.get(desk.strapi);
  if (before?.key === key && before.until > now) return before.client;
  const client = discover(desk, choice);
  known.set(desk.strapi, { key, until: now + FRESH_MS, client });
  client.catch(() => known.delete(desk.strapi));
  return client;
}

/** Turns what went wrong at the service into a refusal; what it was is in our log, for the administrator. */
function refuseFor(desk: Desk, error: unknown): never {
  if (error instanceof Refusal) throw error;
  const { code, name, message, error: said } = error as Error & { readonly code?: string; readonly error?: string };
  desk.strapi.log.warn(`the sign-in service: ${[name, code, said, message].filter(Boolean).join(', ')}`);
  const isAnswer = (code ?? '').startsWith('OAUTH_') && code !== 'OAUTH_TIMEOUT';
  throw new Refusal(isAnswer ? 'signOnRefused' : 'signOnUnreachable');
}

/** Where the browser is sent to sign in there, for the attempt of this ticket. */
export async function addressFor(
  desk: Desk,
  choice: KeptSignOn,
  { ticket, returnTo, now }: { readonly ticket: string; readonly returnTo: string; readonly now: number },
): Promise<string> {
  try {
    const [openId, client] = [await load(), await clientOf(desk, choice, now)];
    const { state, nonce, verifier } = secretsOf(ticket);
    const { href } = openId.buildAuthorizationUrl(client, {
      redirect_uri: returnTo,
      scope: choice.scopes,
      state,
      nonce,
      code_challenge: await openId.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    if (!isSafeAddress(href)) throw new Refusal('signOnUnreachable');
    return href;
  } catch (error) {
    return refuseFor(desk, error);
  }
}

/**
 * Who signed in there, by the address its browser was sent back to: state, code, verifier, nonce, issuer and signature
 * are asked. What the token does not say the service's own page of the person may, where it is the same person.
 */
export async function personFrom(
  desk: Desk,
  choice: KeptSignOn,
  { ticket, back, now }: { readonly ticket: string; readonly back: URL; readonly now: number },
): Promise<SignOnPerson> {
  try {
    const [openId, client] = [await load(), await clientOf(desk, choice, now)];
    const { state, nonce, verifier } = secretsOf(ticket);
    const tokens = await openId.authorizationCodeGrant(client, back, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims() as Readonly<Record<string, unknown>> & { readonly sub: string };
    const isAsked = client.serverMetadata().userinfo_endpoint !== undefined;
    const more = isAsked ? await openId.fetchUserInfo(client, tokens.access_token, claims.sub) : {};
    return personIn({ ...more, ...claims }, choice);
  } catch (error) {
    return refuseFor(desk, error);
  }
}
