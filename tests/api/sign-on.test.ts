import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import request from 'supertest';
import type { Request } from 'strapi-plugin-ticketing/contract';
import { entriesSince, lastEntryId } from '../support/entries';
import { openIssuer, type Claims, type Issuer } from '../support/issuer';
import { newcomer } from '../support/portal-account';
import { freePort, startSite, type Server } from '../support/servers';
import { bare, openWorld, type Person, type World } from '../support/world';

const PORTAL = 'https://tiket.contoh.test';
const PANEL = 'https://panel.contoh.test';
const NAME = 'Akun Bukittinggi';
const NIP = '198501012010011001';

let world: World;
let issuer: Issuer;
let site: Server;
let admin: Person;
let start: number;
beforeAll(async () => {
  issuer = await openIssuer([`${PORTAL}/masuk/sso/kembali`, `${PANEL}/ticketing/sign-on/panel/return`]);
  world = await openWorld({ SITE_URL: PORTAL, CMS_PUBLIC_URL: PANEL, WEBHOOK_ALLOWED_ADDRESSES: '127.0.0.1' });
  admin = await world.staff('Administrator Demo');
});
beforeEach(async () => {
  start = await lastEntryId(world);
});
afterAll(async () => {
  await site.stop();
  await world.close();
  await issuer.close();
});

type Settings = Request<'saveSignOn'>['settings'];
const sound = (over: Partial<Settings> = {}): Settings => ({
  isForPortal: true,
  isForStaff: false,
  issuer: issuer.url,
  clientId: 'meja-layanan',
  scopes: 'email profile',
  name: NAME,
  nipClaim: 'nip',
  trustsEmail: false,
  ...over,
});
const set = async (over: Partial<Settings> = {}) =>
  admin.saveSignOn({ version: (await admin.getSignOn({})).version, settings: sound(over) });
const post = (place: string, body: object = {}) => request(world.cms.url).post(`/api/ticketing${place}`).send(body);
const begin = async (): Promise<{ address: string; ticket: string }> =>
  (await post('/sign-on/start').expect(200)).body.data;
const finish = (ticket: string, back: URL) => post('/sign-on/return', { ticket, query: back.search.slice(1) });
/** Sets out, signs in there as this person, and comes back. */
const tryIn = async (claims?: Claims) => {
  const { address, ticket } = await begin();
  return finish(ticket, await issuer.signIn(address, claims));
};
const comeIn = async (claims: Claims): Promise<string> => {
  const { status, body } = await tryIn(claims);
  expect([status, body.error]).toEqual([200, undefined]);
  return body.data.jwt;
};
const verified = (email: string, more: Claims = {}): Claims => ({ email, email_verified: true, ...more });
const codeOf = async (claims?: Claims): Promise<string> => (await tryIn(claims)).body.error?.details.code;
const idOf = async (email: string) =>
  (await world.database.query<{ id: number }>('select id from up_users where email = $1', [email])).rows[0]?.id;
const signIns = async () => (await entriesSince(world, start)).filter(({ event }) => event.startsWith('signIn'));
const change = (email: string, column: 'nip' | 'blocked', value: string) =>
  world.database.query(`update up_users set ${column} = $1 where email = $2`, [value, email]);

test('off, as it comes: nothing of it shows, and its doors are none', async () => {
  expect(await admin.getSignOn({})).toMatchObject({
    isForPortal: false,
    isForStaff: false,
    hasSecret: false,
    returns: { portal: `${PORTAL}/masuk/sso/kembali`, staff: `${PANEL}/ticketing/sign-on/panel/return` },
  });
  expect((await admin.getOffice({})).signOn).toEqual({ portal: null, staff: null });
  expect((await post('/sign-on/start').expect(404)).body.error.details.code).toBe('notFound');
  const body = { ticket: 'x'.repeat(43), query: 'code=a&state=b' };
  expect((await post('/sign-on/return', body).expect(404)).body.error.details.code).toBe('notFound');
});

test('a trial says in words what it found, before anything is saved', async () => {
  const found = async (over: Partial<Settings>) =>
    (await admin.trySignOn({ settings: sound(over) })).findings.map(({ code, said }) => `${code} ${said}`.trim());
  expect(await found({})).toEqual([`found ${issuer.url}`, 'pkce']);
  expect(await found({ scopes: 'openid kepegawaian', nipClaim: 'nomor_induk' })).toEqual([
    `found ${issuer.url}`,
    'pkce',
    'missingScopes kepegawaian',
    'nipUnsaid nomor_induk',
  ]);
  expect(await found({ issuer: `${issuer.url}/realms/kota` })).toEqual(['noDocument HTTP 404']);
  expect(await found({ issuer: `http://127.0.0.1:${await freePort()}` })).toEqual(['unreachable ECONNREFUSED']);
  // Into our own network nobody is led, and without TLS nowhere but to this machine.
  expect(await found({ issuer: 'https://10.20.30.40' })).toEqual(['unreachable forbiddenAddress']);
  await expect(found({ issuer: 'http://masuk.contoh.test' })).rejects.toMatchObject({
    code: 'invalid',
    details: { issues: [{ field: 'issuer', code: 'wrongFormat' }] },
  });
});

test('it is set whole or not at all, and nobody reads its secret again', async () => {
  await expect(set({ clientId: '', name: '' })).rejects.toMatchObject({
    details: { issues: [{ field: 'clientId' }, { field: 'name' }] },
  });
  const kept = await set({ secret: issuer.secret });
  expect(kept).toMatchObject({ isForPortal: true, hasSecret: true, scopes: 'openid email profile', nipClaim: 'nip' });
  const [entry] = await entriesSince(world, start, 'setting');
  expect(entry).toMatchObject({
    subject_id: 'ticketing.sign-on',
    actor_name: admin.name,
    payload: { after: { name: NAME, hasSecret: true, secretChanged: true } },
  });
  const { rows } = await world.database.query<{ all: string }>(
    "select string_agg(value::text, '') || $1 as all from desk_settings where key = 'sign-on'",
    [JSON.stringify([kept, entry])],
  );
  expect(rows[0]?.all).not.toContain(issuer.secret);
  await expect(admin.saveSignOn({ version: 0, settings: sound() })).rejects.toMatchObject({ code: 'settingsChanged' });
  expect((await admin.getOffice({})).signOn).toEqual({ portal: NAME, staff: null });
});

test('a verified address leads into the account that has it, as a password would', async () => {
  const account = await newcomer(world);
  start = await lastEntryId(world);
  const token = await comeIn(verified(account.email.toUpperCase()));
  const me = bare(world, { ...(await account.signIn()), token });
  const { data } = (await me('get', '/me').expect(200)).body;
  expect(data).toMatchObject({ actor: { name: 'Siti Rahmawati', roles: ['REQUESTER'] } });
  expect(data.account.privacyVersion).toBeNull();
  const sessions = (await me('get', '/account/sessions').expect(200)).body.data;
  expect(sessions).toHaveLength(2);
  const [entry] = await signIns();
  expect(entry).toMatchObject({
    subject_type: 'portal-account',
    subject_id: String(await idOf(account.email)),
    actor_name: 'Siti Rahmawati',
    payload: { by: 'signOn', issuer: issuer.url, identifier: account.email.toUpperCase() },
  });
});

test('a NIP leads there too, however it is written; one that contradicts the address leads nowhere', async () => {
  const [one, other] = [await newcomer(world), await newcomer(world)];
  await change(one.email, 'nip', NIP);
  const token = await comeIn({ nip: '19850101 201001 1 001' });
  expect((await bare(world, { ...(await one.signIn()), token })('get', '/account')).body.data.email).toBe(one.email);
  expect(await codeOf(verified(other.email, { nip: NIP }))).toBe('signOnAmbiguous');
  // Nobody takes another's: what says who one is belongs to administrators.
  const profile = { fullName: other.name, phone: null, position: null };
  const mine = bare(world, await other.signIn());
  expect(
    (
      await mine('put', '/account')
        .send({ ...profile, nip: NIP })
        .expect(400)
    ).body.error.details.issues,
  ).toEqual([expect.objectContaining({ field: 'nip', code: 'administratorsOnly' })]);
  await mine('put', '/account')
    .send({ ...profile, nip: null })
    .expect(200);
});

test('nobody comes in, and no account is made, for whom there is none, or none in use', async () => {
  const count = async () => (await world.database.query('select count(*) from up_users')).rows[0];
  const account = await newcomer(world);
  const before = await count();
  const answer = await tryIn(verified('tamu@kota.contoh.test'));
  expect(answer.status).toBe(403);
  expect(answer.body.error).toMatchObject({
    message: expect.stringContaining('Hubungi administrator'),
    details: { code: 'signOnUnknown' },
  });
  expect(await codeOf({ email: account.email, email_verified: false })).toBe('signOnUnverified');
  expect(await codeOf({ email: account.email })).toBe('signOnUnverified');
  await change(account.email, 'blocked', 'true');
  expect(await codeOf(verified(account.email))).toBe('signOnClosed');
  expect(await codeOf()).toBe('signOnRefused');
  expect((await signIns()).map(({ subject_type, event, payload }) => [subject_type, event, payload.reason])).toEqual([
    ['portal-door', 'signInFailed', 'unknownAccount'],
    ['portal-door', 'signInFailed', 'unverifiedEmail'],
    ['portal-door', 'signInFailed', 'unverifiedEmail'],
    ['portal-account', 'signInFailed', 'blockedAccount'],
    ['portal-door', 'signInFailed', 'refusedByService'],
  ]);
  expect(await count()).toEqual(before);
  // A city whose service gives out its own addresses may say so.
  await change(account.email, 'blocked', 'false');
  await set({ trustsEmail: true });
  await comeIn({ email: account.email });
  await set();
});

test('an attempt is its browser’s own, is spent once, and ends after a while', async () => {
  const { email } = await newcomer(world);
  const [mine, another] = [await begin(), await begin()];
  expect(new URL(mine.address).searchParams.get('code_challenge_method')).toBe('S256');
  const back = await issuer.signIn(mine.address, verified(email));
  const code = (answer: request.Response) => answer.body.error?.details.code;
  // Another browser's ticket, under which state and verifier are others.
  expect(code(await finish(another.ticket, back))).toBe('signOnRefused');
  await finish(mine.ticket, back).expect(200);
  expect(code(await finish(mine.ticket, back).expect(410))).toBe('signOnSpent');
  // The same code with a fresh ticket and its right state: the service itself knows that it was used.
  const fresh = await begin();
  const replayed = new URL(back);
  replayed.searchParams.set('state', new URL(fresh.address).searchParams.get('state') ?? '');
  expect(code(await finish(fresh.ticket, replayed))).toBe('signOnRefused');
  const late = await begin();
  const digest = createHash('sha256').update(late.ticket).digest('base64url');
  await world.database.query("update sign_on_attempts set expires_at = now() - interval '1 hour' where digest = $1", [
    digest,
  ]);
  expect(code(await finish(late.ticket, await issuer.signIn(late.address, verified(email))))).toBe('signOnSpent');
});

test('whoever tries again and again from one address waits, and nobody else does', async () => {
  const guess = (address: string) =>
    post('/sign-on/return', { ticket: randomBytes(32).toString('base64url'), query: 'code=a&state=b' }).set(
      'x-forwarded-for',
      address,
    );
  // As many failures from one network address as sign-ins with a password may have in an hour.
  const free = await Promise.all(Array.from({ length: 100 }, () => guess('198.51.100.7')));
  expect(new Set(free.map(({ status }) => status))).toEqual(new Set([410]));
  await guess('198.51.100.7').expect(410);
  expect((await guess('198.51.100.7').expect(429)).body.error.details.code).toBe('tooManyRequests');
  await guess('198.51.100.8').expect(410);
});

test('the portal leads there and back, to our own places only, also without script', async () => {
  const account = await newcomer(world);
  site = await startSite(world.cms, path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName));
  const open = (place: string, cookie = '') =>
    fetch(`${site.url}${place}`, { redirect: 'manual', headers: { cookie } });
  const cookieIn = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
  const page = await (await open('/masuk?lanjut=%2Fprofil')).text();
  expect(page).toContain(`Masuk dengan ${NAME}`);
  const way = /href="(\/masuk\/sso[^"]*)"/.exec(page)?.[1]?.replaceAll('&#38;', '&') ?? '';
  expect(way).toBe('/masuk/sso?lanjut=%2Fprofil');
  const go = async (from: string, claims: Claims) => {
    const out = await open(from);
    expect([out.status, out.headers.getSetCookie()[0]]).toEqual([
      303,
      expect.stringMatching(/^sign-on=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const back = await issuer.signIn(out.headers.get('location') ?? '', claims);
    return { back, cookie: cookieIn(out), arrived: await open(back.pathname + back.search, cookieIn(out)) };
  };
  const { arrived, back } = await go(way, verified(account.email));
  expect([arrived.status, arrived.headers.get('location')]).toEqual([303, '/profil']);
  const session = cookieIn(arrived);
  expect(session).toContain('session=');
  // The notice on privacy stands before what is read first, as after any sign-in.
  expect((await open('/profil', session)).headers.get('location')).toBe('/privasi?lanjut=%2Fprofil');
  for (const foreign of ['https://jahat.contoh.test/', '//jahat.contoh.test', '/\\jahat.contoh.test']) {
    const elsewhere = await go(`/masuk/sso?lanjut=${encodeURIComponent(foreign)}`, verified(account.email));
    expect(elsewhere.arrived.headers.get('location')).toBe('/beranda');
  }
  // Without its cookie the way back leads in for nobody, and says so.
  const stranger = await open(back.pathname + back.search);
  expect(stranger.headers.get('location')).toBe('/masuk?sso=signOnSpent');
  expect(await (await open('/masuk?sso=signOnSpent')).text()).toContain('Mulai lagi dari halaman Masuk');
  const english = await go('/en/masuk/sso', verified('tamu@kota.contoh.test'));
  expect(english.arrived.headers.get('location')).toBe('/en/masuk?sso=signOnUnknown');
  expect(await (await open('/en/masuk?sso=signOnUnknown')).text()).toContain('Ask an administrator');
});

test('staff come into the panel the same way where the city wants it, and keep their password', async () => {
  const get = (place: string, cookie = '') => request(world.cms.url).get(place).set('cookie', cookie);
  const start = '/ticketing/sign-on/panel';
  expect((await get(start).expect(404)).body.error.details.code).toBe('notFound');
  await set({ isForStaff: true });
  expect((await admin.getOffice({})).signOn.staff).toBe(NAME);
  const { email, name } = await world.staff('Galih Ramadhan');
  const cookiesOf = (answer: request.Response) => (answer.get('set-cookie') ?? []) as unknown as readonly string[];
  const pairs = (cookies: readonly string[]) => cookies.map((each) => each.split(';')[0]).join('; ');
  const go = async (claims: Claims, back?: string) => {
    const out = await get(start + (back === undefined ? '' : `?back=${encodeURIComponent(back)}`)).expect(303);
    const place = await issuer.signIn(out.get('location') ?? '', claims);
    expect(`${place.origin}${place.pathname}`).toBe(`${PANEL}/ticketing/sign-on/panel/return`);
    const cookie = pairs(cookiesOf(out));
    return { place, cookie, arrived: await get(place.pathname + place.search, cookie).expect(303) };
  };
  const begun = await lastEntryId(world);
  const { arrived, place, cookie } = await go(verified(email), '/plugins/ticketing?tab=mine');
  expect(arrived.get('location')).toBe('/admin/plugins/ticketing?tab=mine');
  const given = cookiesOf(arrived);
  expect(given.find((each) => each.startsWith('strapi_admin_refresh='))).toMatch(
    /path=\/admin; samesite=lax; httponly/i,
  );
  const token = /jwtToken=([^;]+)/.exec(given.join())?.[1] ?? '';
  const me = await bare(world, { ...admin, token })('get', '/me').expect(200);
  expect(me.body.data.actor).toMatchObject({ name, kind: 'staff' });
  // It is renewed as any session of the panel is, and ends as one.
  await request(world.cms.url).post('/admin/access-token').set('cookie', pairs(given)).expect(200);
  expect((await entriesSince(world, begun, 'staff-account')).at(-1)).toMatchObject({
    event: 'signIn',
    actor_name: name,
    payload: { by: 'signOn', issuer: issuer.url, identifier: email },
  });
  expect((await get(place.pathname + place.search, cookie)).get('location')).toBe('/admin/auth/login?sso=signOnSpent');
  expect((await get(place.pathname + place.search)).get('location')).toBe('/admin/auth/login?sso=signOnSpent');
  for (const foreign of ['//jahat.contoh.test', '/../ticketing/sign-on/panel', '.jahat.contoh.test', '/\\jahat'])
    expect((await go(verified(email), foreign)).arrived.get('location')).toBe('/admin/');
  const unknown = await go(verified('tamu@kota.contoh.test'));
  expect(unknown.arrived.get('location')).toBe('/admin/auth/login?sso=signOnUnknown');
  // What began at one door does not end at the other.
  const crossed = await begin();
  const returned = await issuer.signIn(crossed.address, verified(email));
  const errand = Buffer.from(JSON.stringify({ ticket: crossed.ticket, back: '/' })).toString('base64url');
  expect((await get(`${start}/return${returned.search}`, `panel-sign-on=${errand}`)).get('location')).toBe(
    '/admin/auth/login?sso=signOnSpent',
  );
  await world.database.query('update admin_users set is_active = false where email = $1', [email]);
  expect((await go(verified(email))).arrived.get('location')).toBe('/admin/auth/login?sso=signOnClosed');
  await set();
  await get(`${start}/return?code=a&state=b`).expect(404);
});
