import { createECDH } from 'node:crypto';
import fs from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { checkPushEndpoint, LANGUAGES, NOTICE_KINDS, shortMessage } from 'strapi-plugin-ticketing/domain';
import { encrypt, isRecipient, newKeys } from '../../plugins/ticketing/server/short-messages/encrypt';
import { introduction, pairFrom } from '../../plugins/ticketing/server/short-messages/vapid';
import { introducedBy, openMessage } from '../support/push-service';

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
/** Source: RFC 8291, appendix A. */
const RFC = {
  said: 'When I grow up, I want to be a watermelon',
  senderPrivate: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  receiverPrivate: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_' +
    'yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

test('a message for a browser is the one of the standard’s own example, and opens by it', () => {
  const sender = createECDH('prime256v1');
  sender.setPrivateKey(bytes(RFC.senderPrivate));
  expect(encrypt(RFC.said, RFC, sender, bytes(RFC.salt)).toString('base64url')).toBe(RFC.body);
  expect(openMessage(bytes(RFC.body), bytes(RFC.receiverPrivate), bytes(RFC.auth))).toBe(RFC.said);
  // Nobody else's key opens it, and of the same words no two messages are alike.
  expect(() => openMessage(bytes(RFC.body), newKeys().getPrivateKey(), bytes(RFC.auth))).toThrow();
  expect(encrypt(RFC.said, RFC)).not.toEqual(encrypt(RFC.said, RFC));
});

test('keys that are none are seen before anything is encrypted for them', () => {
  expect(isRecipient(RFC)).toBe(true);
  const offCurve = Buffer.alloc(65, 1);
  offCurve[0] = 4;
  expect(isRecipient({ ...RFC, p256dh: offCurve.toString('base64url') })).toBe(false);
  expect(isRecipient({ ...RFC, p256dh: RFC.p256dh.slice(0, 40) })).toBe(false);
  expect(isRecipient({ ...RFC, auth: 'AAAA' })).toBe(false);
});

test('who we are to a push service follows from the installation’s secret, and holds for that service alone', () => {
  const pair = pairFrom(Buffer.alloc(48, 7));
  expect(pairFrom(Buffer.alloc(48, 7)).published).toBe(pair.published);
  expect(pairFrom(Buffer.alloc(48, 8)).published).not.toBe(pair.published);
  // The least and the greatest seed make keys too.
  for (const byte of [0, 255]) expect(bytes(pairFrom(Buffer.alloc(48, byte)).published)).toHaveLength(65);
  const header = introduction(pair, 'https://push.example/kotak/1', 'mailto:ti@kota.example', Date.now());
  expect(introducedBy(header, 'https://push.example')).toBe(pair.published);
  expect(introducedBy(header, 'https://other.example')).toBeNull();
  const forged = introduction(pair, 'https://push.example/1', 'mailto:a@b.example', Date.now()).replace(
    /k=.*/,
    `k=${pairFrom(Buffer.alloc(48, 9)).published}`,
  );
  expect(introducedBy(forged, 'https://push.example')).toBeNull();
});

test('a browser names a service by TLS, unless the city runs one of its own', () => {
  expect(checkPushEndpoint('https://push.example/kotak/1', true)).toEqual([]);
  for (const given of ['http://push.example/1', 'ftp://push.example/1', 'https://a:b@push.example/1', 'kotak', ''])
    expect([given, checkPushEndpoint(given, true).length]).toEqual([given, 1]);
  expect(checkPushEndpoint('http://127.0.0.1:1/1', false)).toEqual([]);
});

test('a device is told what happened to which ticket; of a confidential one only that there is news', () => {
  const about = { number: 'TIK-2026-00557', title: 'Akun pejabat diretas', status: 'IN_PROGRESS' as const };
  expect(shortMessage('id', 'status', { ...about, isConfidential: false })).toEqual({
    title: 'Status berubah: Diproses',
    body: 'TIK-2026-00557 · Akun pejabat diretas',
    path: '/tiket/TIK-2026-00557',
    tag: 'TIK-2026-00557',
  });
  for (const language of LANGUAGES) {
    const secrets = NOTICE_KINDS.map((kind) => shortMessage(language, kind, { ...about, isConfidential: true }));
    expect(new Set(secrets.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(JSON.stringify(secrets)).not.toMatch(/diretas|Status|Diproses/);
  }
  expect(shortMessage('en', 'comment', { ...about, isConfidential: false }).path).toBe('/en/tiket/TIK-2026-00557');
});

/** The portal's service worker as browsers are given it, in a browser of our own. */
function work() {
  const file = path.join(import.meta.dirname, '../../site/src/worker/sw.ts');
  const script = stripTypeScriptTypes(fs.readFileSync(file, 'utf8'))
    .replace(/^export \{\};$/m, '')
    .replaceAll('__VERSION__', '"1"');
  const heard = new Map<string, (event: object) => void>();
  const [shown, opened, pages]: [[string, NotificationOptions][], string[], { url: string; focus: () => void }[]] = [
    [],
    [],
    [],
  ];
  const self = {
    addEventListener: (kind: string, run: (event: object) => void) => heard.set(kind, run),
    registration: {
      showNotification: async (title: string, said: NotificationOptions) => void shown.push([title, said]),
    },
    clients: { matchAll: async () => pages, openWindow: async (address: string) => void opened.push(address) },
  };
  vm.runInNewContext(script, { self, location: { origin: 'https://portal.example' }, URL });
  const tell = async (kind: string, event: object): Promise<void> => {
    let until: Promise<unknown> = Promise.resolve();
    heard.get(kind)?.({ ...event, waitUntil: (promise: Promise<unknown>) => (until = promise) });
    await until;
  };
  return { shown, opened, pages, tell };
}

test('the worker shows what came, and a tap opens the ticket, where it is open already that page', async () => {
  const { shown, opened, pages, tell } = work();
  const news = shortMessage('en', 'question', {
    number: 'TIK-2026-00557',
    title: 'Internet',
    status: 'WAITING_REQUESTER',
    isConfidential: false,
  });
  await tell('push', { data: { json: () => news } });
  expect(shown).toMatchObject([
    [news.title, { body: news.body, tag: news.tag, lang: 'en', data: '/en/tiket/TIK-2026-00557' }],
  ]);
  await tell('push', { data: null });
  expect(shown).toHaveLength(1);

  let closed = 0;
  const tap = (data: string) => tell('notificationclick', { notification: { data, close: () => (closed += 1) } });
  await tap(news.path);
  expect(opened).toEqual(['https://portal.example/en/tiket/TIK-2026-00557']);
  let focused = 0;
  pages.push({ url: 'https://portal.example/en/tiket/TIK-2026-00557?x#y', focus: () => (focused += 1) });
  await tap(news.path);
  await tap('//elsewhere.example/tiket');
  expect([opened.length, focused, closed]).toEqual([1, 1, 3]);
});
