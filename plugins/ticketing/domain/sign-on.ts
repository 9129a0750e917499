import type { Issue } from './refusal';

/**
 * The city's own sign-in service (OpenID Connect), as an administrator names it. People are known by what it says of
 * them; which account that is, and what the account may do, stays our word.
 */
export interface SignOnChoice {
  readonly isForPortal: boolean;
  readonly isForStaff: boolean;
  /** Its address, as its own document gives it. */
  readonly issuer: string;
  readonly clientId: string;
  /** Separated by spaces, `openid` among them. */
  readonly scopes: string;
  /** What the button says after "Masuk dengan". */
  readonly name: string;
  /** Which claim holds the NIP; null where accounts are found by e-mail alone. */
  readonly nipClaim: string | null;
  /** Whether its e-mail addresses are right also where it does not say that they were verified. */
  readonly trustsEmail: boolean;
}
export type SignOnDoor = 'portal' | 'staff';

/** As it comes: nobody is sent anywhere. */
export const DEFAULT_SIGN_ON: SignOnChoice = {
  isForPortal: false,
  isForStaff: false,
  issuer: '',
  clientId: '',
  scopes: 'openid email profile',
  name: '',
  nipClaim: null,
  trustsEmail: false,
};
/** Longest texts in characters; how many minutes somebody may take at the service. */
export const SIGN_ON_LIMITS = {
  issuer: 300,
  clientId: 200,
  secret: 500,
  scopes: 300,
  name: 40,
  claim: 60,
  minutes: 10,
} as const;

export const isOnAt = ({ isForPortal, isForStaff }: SignOnChoice, door: SignOnDoor): boolean =>
  door === 'portal' ? isForPortal : isForStaff;

const LOOPBACK = /^(127(\.\d{1,3}){3}|\[::1\]|localhost)$/;
/** Whether people and secrets may be sent there: by TLS, or to this very machine. */
export function isSafeAddress(given: string): boolean {
  if (!URL.canParse(given)) return false;
  const { protocol, hostname } = new URL(given);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}
function isIssuer(given: string): boolean {
  if (!isSafeAddress(given)) return false;
  const { username, password, search, hash } = new URL(given);
  return !username && !password && !search && !hash;
}

/** What is wrong with a choice. While it is on nowhere it may be incomplete. */
export function checkSignOn(choice: SignOnChoice): Issue[] {
  const isOn = choice.isForPortal || choice.isForStaff;
  const missing = (['issuer', 'clientId', 'name'] as const)
    .filter((field) => isOn && choice[field] === '')
    .map((field): Issue => ({ field, code: 'required' }));
  return choice.issuer === '' || isIssuer(choice.issuer)
    ? missing
    : [...missing, { field: 'issuer', code: 'wrongFormat' }];
}

/** What the service says of whoever signed in there. */
export interface SignOnPerson {
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
  readonly nip: string | null;
}
const textIn = (value: unknown, longest: number): string | null =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest ? value.trim() : null;
const NIP = /^\d{18}$/;

/** Reads its claims, of which nothing is certain but the subject. A NIP may be written in groups, or be a number. */
export function personIn(claims: Readonly<Record<string, unknown>>, { nipClaim }: SignOnChoice): SignOnPerson {
  const { sub, email, email_verified: verified } = claims;
  const nip = nipClaim === null ? null : textIn(claims[nipClaim], 40)?.replace(/[\s.]/g, '');
  return {
    subject: textIn(sub, 255) ?? '',
    email: textIn(email, 254),
    // Some services write it as a word.
    isEmailVerified: verified === true || verified === 'true',
    nip: nip && NIP.test(nip) ? nip : null,
  };
}

/** An account that could be theirs. */
export interface SignOnAccount {
  readonly id: number;
  readonly email: string;
  readonly nip: string | null;
  readonly isInUse: boolean;
}
/** Why nobody comes in, though the service knows them. */
export const MISMATCHES = ['signOnUnverified', 'signOnUnknown', 'signOnAmbiguous', 'signOnClosed'] as const;
export type Mismatch = (typeof MISMATCHES)[number];

/** What accounts may be looked for by: an address that nobody verified says nothing. */
export const soughtBy = (
  { email, isEmailVerified, nip }: SignOnPerson,
  { trustsEmail }: SignOnChoice,
): { readonly email: string | null; readonly nip: string | null } => ({
  email: isEmailVerified || trustsEmail ? email : null,
  nip,
});

/**
 * Whose account it is. E-mail and NIP must not contradict each other, and one person is one account: where more than
 * one fits, or none, nobody comes in, and none is made.
 */
export function matchAccount(
  person: SignOnPerson,
  choice: SignOnChoice,
  accounts: readonly SignOnAccount[],
): { readonly id: number } | { readonly mismatch: Mismatch; readonly id: number | null } {
  const { email, nip } = soughtBy(person, choice);
  const fitting = accounts.filter(
    (account) =>
      (email !== null && account.email.toLowerCase() === email.toLowerCase()) || (nip !== null && account.nip === nip),
  );
  const [first, second] = fitting;
  // An address may have passed on to somebody else.
  const isAnother = nip !== null && Boolean(first?.nip) && first?.nip !== nip;
  if (second || isAnother) return { mismatch: 'signOnAmbiguous', id: null };
  if (!first)
    return { mismatch: person.email !== null && email === null ? 'signOnUnverified' : 'signOnUnknown', id: null };
  return first.isInUse ? { id: first.id } : { mismatch: 'signOnClosed', id: first.id };
}

/** What a trial may find, and whether people can come in with it. */
export const SIGN_ON_FINDINGS = {
  unreachable: 'bad',
  noDocument: 'bad',
  otherIssuer: 'bad',
  unsafeEndpoints: 'bad',
  noCodes: 'bad',
  noKeys: 'bad',
  noPkce: 'bad',
  missingScopes: 'remark',
  pkceUnsaid: 'remark',
  nipUnsaid: 'remark',
  found: 'good',
  pkce: 'good',
} as const satisfies Readonly<Record<string, 'good' | 'remark' | 'bad'>>;
export interface SignOnFinding {
  readonly code: keyof typeof SIGN_ON_FINDINGS;
  /** What the sentence names: an address, a word of the machine, a list. */
  readonly said: string;
}

const listIn = (value: unknown): readonly string[] | null =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : null;

const isSameAddress = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href;

/** What its document (OpenID Connect Discovery 1.0) says of whether people can come in by it. */
export function judgeDocument(
  choice: SignOnChoice,
  document: Readonly<Record<string, unknown>>,
): readonly SignOnFinding[] {
  const findings: SignOnFinding[] = [];
  const find = (code: SignOnFinding['code'], said = ''): void => void findings.push({ code, said });
  const issuer = textIn(document['issuer'], SIGN_ON_LIMITS.issuer) ?? '';
  if (!isSameAddress(issuer, choice.issuer)) find('otherIssuer', issuer);
  const endpoints = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;
  const unsafe = endpoints.filter((name) => !isSafeAddress(String(document[name] ?? '')));
  if (unsafe.length) find('unsafeEndpoints', unsafe.join(', '));
  if (!(listIn(document['response_types_supported']) ?? []).includes('code')) find('noCodes');
  const methods = listIn(document['code_challenge_methods_supported']);
  if (methods === null) find('pkceUnsaid');
  else find(methods.includes('S256') ? 'pkce' : 'noPkce');
  const scopes = listIn(document['scopes_supported']);
  const missing = scopes === null ? [] : choice.scopes.split(' ').filter((scope) => !scopes.includes(scope));
  if (missing.length) find('missingScopes', missing.join(', '));
  const claims = listIn(document['claims_supported']);
  if (choice.nipClaim !== null && claims !== null && !claims.includes(choice.nipClaim))
    find('nipUnsaid', choice.nipClaim);
  const isUsable = findings.every(({ code }) => SIGN_ON_FINDINGS[code] !== 'bad');
  return isUsable ? [{ code: 'found', said: issuer }, ...findings] : findings;
}
