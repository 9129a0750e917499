import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  checkSignOn,
  DEFAULT_SIGN_ON,
  isSafeAddress,
  judgeDocument,
  matchAccount,
  personIn,
  type SignOnAccount,
  type SignOnChoice,
} from 'strapi-plugin-ticketing/domain';
import { networksFrom } from '../../plugins/ticketing/domain/networks';
import { toldOfSealed } from '../../plugins/ticketing/server/desk/changes';
import { guardedFetch } from '../../plugins/ticketing/server/sign-on/fetch';

const NIP = '198501012010011001';
const choice = (over: Partial<SignOnChoice> = {}): SignOnChoice => ({
  ...DEFAULT_SIGN_ON,
  isForPortal: true,
  issuer: 'https://masuk.kota.test/realms/pegawai',
  clientId: 'meja',
  name: 'Akun Kota',
  nipClaim: 'nip',
  ...over,
});

describe('whose account it is', () => {
  const account = (id: number, email: string, nip: string | null = null, isInUse = true): SignOnAccount => ({
    id,
    email,
    nip,
    isInUse,
  });
  const siti = account(1, 'siti@kota.test');
  const budi = account(2, 'budi@kota.test', NIP);
  const gone = account(3, 'lama@kota.test', null, false);
  test.each<[string, Record<string, unknown>, Partial<SignOnChoice>, ReturnType<typeof matchAccount>]>([
    ['a verified address', { email: 'Siti@Kota.test', email_verified: true }, {}, { id: 1 }],
    ['one verified in a word', { email: siti.email, email_verified: 'true' }, {}, { id: 1 }],
    ['one nobody verified', { email: siti.email }, {}, { mismatch: 'signOnUnverified', id: null }],
    [
      'one said not to be',
      { email: siti.email, email_verified: false },
      {},
      { mismatch: 'signOnUnverified', id: null },
    ],
    ['one the city trusts', { email: siti.email }, { trustsEmail: true }, { id: 1 }],
    ['a NIP in groups', { nip: '19850101 201001 1 001' }, {}, { id: 2 }],
    ['a NIP beside an unverified address', { nip: NIP, email: siti.email }, {}, { id: 2 }],
    ['a NIP nobody looks at', { nip: NIP }, { nipClaim: null }, { mismatch: 'signOnUnknown', id: null }],
    ['a NIP of another kind', { nip: '123' }, {}, { mismatch: 'signOnUnknown', id: null }],
    ['both, of one person', { nip: NIP, email: budi.email, email_verified: true }, {}, { id: 2 }],
    [
      'both, of two people',
      { nip: NIP, email: siti.email, email_verified: true },
      {},
      { mismatch: 'signOnAmbiguous', id: null },
    ],
    [
      'an address that passed on to somebody else',
      { nip: '199912312024011002', email: budi.email, email_verified: true },
      {},
      { mismatch: 'signOnAmbiguous', id: null },
    ],
    ['an account not in use', { email: gone.email, email_verified: true }, {}, { mismatch: 'signOnClosed', id: 3 }],
    ['nobody we know', { email: 'x@kota.test', email_verified: true }, {}, { mismatch: 'signOnUnknown', id: null }],
    ['nothing at all', { email: 7, nip: ['x'], email_verified: 1 }, {}, { mismatch: 'signOnUnknown', id: null }],
    ['an empty address', { email: '', email_verified: true }, {}, { mismatch: 'signOnUnknown', id: null }],
  ])('%s', (_, claims, over, outcome) => {
    const set = choice(over);
    expect(matchAccount(personIn({ sub: 'a', ...claims }, set), set, [siti, budi, gone])).toEqual(outcome);
  });
  test('a NIP that two accounts have is nobody’s', () => {
    const twins = [budi, account(4, 'lain@kota.test', NIP, false)];
    expect(matchAccount(personIn({ sub: 'a', nip: NIP }, choice()), choice(), twins)).toEqual({
      mismatch: 'signOnAmbiguous',
      id: null,
    });
  });
});

test.each([
  ['https://masuk.kota.test/realms/pegawai', true],
  ['http://127.0.0.1:8080', true],
  ['http://localhost:8080', true],
  ['http://[::1]:8080', true],
  ['http://masuk.kota.test', false],
  ['http://10.0.0.1', false],
  ['http://127.0.0.1.jahat.test', false],
  ['javascript:alert(1)', false],
  ['masuk.kota.test', false],
  ['', false],
])('secrets may be sent to %s: %j', (address, is) => expect(isSafeAddress(address)).toBe(is));

test('what is on must be whole; what is off may wait', () => {
  const codes = (over: Partial<SignOnChoice>) => checkSignOn(choice(over)).map(({ field, code }) => `${field} ${code}`);
  expect(codes({})).toEqual([]);
  expect(codes({ issuer: '', clientId: '', name: '' })).toEqual([
    'issuer required',
    'clientId required',
    'name required',
  ]);
  expect(codes({ isForPortal: false, issuer: '', clientId: '', name: '' })).toEqual([]);
  for (const issuer of ['http://kota.test', 'https://kota.test?x=1', 'https://kota.test/#a', 'https://a:b@kota.test'])
    expect(codes({ issuer })).toEqual(['issuer wrongFormat']);
});

describe('what a document says', () => {
  const whole = {
    issuer: choice().issuer,
    authorization_endpoint: 'https://masuk.kota.test/auth',
    token_endpoint: 'https://masuk.kota.test/token',
    jwks_uri: 'https://masuk.kota.test/keys',
    response_types_supported: ['code', 'id_token'],
    code_challenge_methods_supported: ['plain', 'S256'],
    scopes_supported: ['openid', 'email', 'profile'],
    claims_supported: ['sub', 'email', 'nip'],
  };
  test.each<[string, object, readonly string[]]>([
    ['whole', whole, [`found ${whole.issuer}`, 'pkce ']],
    [
      'silent where it may be',
      { ...whole, scopes_supported: undefined, claims_supported: undefined },
      [`found ${whole.issuer}`, 'pkce '],
    ],
    [
      'silent about PKCE',
      { ...whole, code_challenge_methods_supported: undefined },
      [`found ${whole.issuer}`, 'pkceUnsaid '],
    ],
    ['without S256', { ...whole, code_challenge_methods_supported: ['plain'] }, ['noPkce ']],
    ['of another issuer', { ...whole, issuer: 'https://lain.test' }, ['otherIssuer https://lain.test', 'pkce ']],
    [
      'with a plain address',
      { ...whole, token_endpoint: 'http://masuk.kota.test' },
      ['unsafeEndpoints token_endpoint', 'pkce '],
    ],
    ['without codes', { ...whole, response_types_supported: ['id_token'] }, ['noCodes ', 'pkce ']],
    [
      'without a scope',
      { ...whole, scopes_supported: ['openid'] },
      [`found ${whole.issuer}`, 'pkce ', 'missingScopes email, profile'],
    ],
    ['without the NIP', { ...whole, claims_supported: ['sub'] }, [`found ${whole.issuer}`, 'pkce ', 'nipUnsaid nip']],
    [
      'of nothing',
      {},
      ['otherIssuer ', 'unsafeEndpoints authorization_endpoint, token_endpoint, jwks_uri', 'noCodes ', 'pkceUnsaid '],
    ],
  ])('%s', (_, document, findings) =>
    expect(
      judgeDocument(choice(), document as Record<string, unknown>).map(({ code, said }) => `${code} ${said}`),
    ).toEqual(findings),
  );
});

test('what the service answers is bounded, and nobody is followed elsewhere', async () => {
  const server = http.createServer((request, response) => {
    if (request.url === '/alih') response.writeHead(302, { location: '/lain' }).end();
    else if (request.url === '/besar') response.end(Buffer.alloc(300 * 1024));
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":1}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = guardedFetch(networksFrom('TEST', ['127.0.0.1', '10.0.0.0/8']));
  try {
    expect(await (await ask(at)).json()).toEqual({ a: 1 });
    expect((await ask(`${at}/alih`)).status).toBe(302);
    await expect(ask(`${at}/besar`)).rejects.toMatchObject({ name: 'TooLarge' });
    await expect(guardedFetch(networksFrom('TEST', []))(at)).rejects.toMatchObject({ name: 'ForbiddenAddress' });
    // Allowed for webhooks, but a secret does not travel plainly.
    await expect(ask('http://10.0.0.1/')).rejects.toMatchObject({ code: 'signOnUnreachable' });
  } finally {
    server.close();
  }
});

describe('an entry about settings that hold a secret tells of it', () => {
  const kept = { url: 'https://gerbang.test', templates: { id: 'Tiket' }, token: 'sealed-1' };
  test.each([
    ['nothing where nothing changed', kept, { ...kept, templates: { id: 'Tiket' } }, {}, {}],
    ['nothing where another thing changed', kept, { ...kept, url: 'b' }, { url: kept.url }, { url: 'b' }],
    ['that it is another', kept, { ...kept, token: 'sealed-2' }, {}, { tokenChanged: true }],
    ['that it is gone', kept, { ...kept, token: null }, { hasToken: true }, { hasToken: false, tokenChanged: true }],
    [
      'that there is one, where nothing was kept',
      null,
      kept,
      {},
      { url: kept.url, templates: kept.templates, hasToken: true, tokenChanged: true },
    ],
    [
      'that there is none, where nothing was kept',
      null,
      { ...kept, token: null },
      {},
      { url: kept.url, templates: kept.templates, hasToken: false },
    ],
  ])('%s', (_, before, after, was, is) => {
    expect(toldOfSealed<Omit<typeof kept, 'token'> & { token: string | null }>('token', before, after)).toEqual({
      before: was,
      after: is,
    });
  });
});
