import fc from 'fast-check';
import { inLanguage, withoutLanguage } from '../../site/src/lib/addresses/languages';
import { localAddress } from '../../site/src/lib/addresses/local';
import { linkParts } from '../../site/src/lib/format/links';

const SITE = 'https://layanan.bukittinggi.test';
/** What a browser makes of an answer with this `Location`, whichever language it is said in. */
const hostsOf = (address: string): string[] =>
  (['id', 'en'] as const).map((lang) => new URL(inLanguage(lang, address), `${SITE}/masuk`).origin);

test.each([
  ['/tiket/TIK-2026-000001#lampiran', '/tiket/TIK-2026-000001#lampiran'],
  ['/en/tiket?status=NEW&q=a//b', '/tiket?status=NEW&q=a//b'],
  ['/tiket/baru?layanan=NET-01&lanjut=%2F%2Fhost', '/tiket/baru?layanan=NET-01&lanjut=%2F%2Fhost'],
  ['/panduan/../beranda', '/beranda'],
  ['/en', '/'],
  ['/en/en/masuk', '/masuk'],
])('after signing in, %j leads to %j', (given, address) => expect(localAddress(given)).toBe(address));

test.each([
  '//host.test',
  '/en//host.test',
  '/.//host.test',
  '/..//host.test',
  '/en/en//host.test',
  '/en/..//host.test',
  '/tiket/..//host.test',
  '/%2e//host.test',
  '/%2e%2e//host.test',
  '/\\host.test',
  '/en/\\host.test',
  '/en\\/host.test',
  '/%5chost.test',
  '/en/%5Chost.test',
  '/%2f/host.test',
  '/en/%2fhost.test',
  '/\t/host.test',
  '/en/\n/host.test',
  '/%09/host.test',
  '/%0d%0aSet-Cookie:a=b',
  '/tiket\u0000',
  'https://host.test',
  'javascript:alert(1)',
  'tiket',
  '',
  null,
  7,
])('after signing in, %j leads nowhere', (given) => expect(localAddress(given)).toBeNull());

const piece = fc.constantFrom(
  ...['/', '//', 'en', '.', '..', '%2e', '%2E%2e', '\\', '%5c', '%2f', '%2F', '@', ':', '?', '#', '\t', '\n', '%09'],
  ...['%00', '\u0000', '\u2028', 'host.test', 'http:', 'javascript:', 'tiket', ';', '&', '=', '%', 'é', '。', '／'],
);
const address = fc.oneof(
  fc.array(piece, { maxLength: 10 }).map((pieces) => `/${pieces.join('')}`),
  fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string({ unit: 'binary' }),
);

test('an address longer than any of ours leads nowhere', () => expect(localAddress(`/${'a'.repeat(3000)}`)).toBeNull());

test('whatever is asked for, signing in leads to a page of this portal, or nowhere', () => {
  fc.assert(
    fc.property(address, (given) => {
      const local = localAddress(given);
      if (local === null) return;
      expect(hostsOf(local)).toEqual([SITE, SITE]);
      expect(localAddress(local)).toBe(local);
    }),
    { numRuns: 5000 },
  );
});

test.each(['/\\', '/\\host.test', '/en/\\host.test', '/en//host.test', '//host.test', '/\\/host.test'])(
  'choosing a language at path %j stays on this portal',
  (path) => expect(hostsOf(withoutLanguage(path))).toEqual([SITE, SITE]),
);

test('whatever path is asked for, choosing a language stays on this portal', () => {
  fc.assert(
    fc.property(address, (given) => {
      if (!URL.canParse(given, SITE)) return;
      const { pathname } = new URL(given, SITE);
      if (pathname.startsWith('/')) expect(hostsOf(withoutLanguage(pathname))).toEqual([SITE, SITE]);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['Lihat https://bantuan.test/a?b=1.', ['https://bantuan.test/a?b=1', 'https://bantuan.test/a?b=1']],
  ['(www.bukittinggikota.go.id)', ['www.bukittinggikota.go.id', 'https://www.bukittinggikota.go.id/']],
  ['https://a.test/Judul_(bab)', ['https://a.test/Judul_(bab)', 'https://a.test/Judul_(bab)']],
])('in %j one web address is a link', (text, [shown, address]) => {
  expect(linkParts(text).filter((part) => part.address)).toEqual([{ text: shown, address }]);
});
test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'https://nama:sandi@host.test',
  'http://localhost',
  'ftp://a.test',
])('%j stays text', (text) => expect(linkParts(text).some(({ address }) => address)).toBe(false));
test('whatever is written comes out as it was written, and no link leads to anything but the web', () => {
  const piece = fc.constantFrom(
    'https://a.test',
    'www.',
    'javascript:',
    '"',
    '<',
    ')',
    '.',
    ' ',
    '\n',
    'kata',
    'http://',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 12 }), (pieces) => {
      const parts = linkParts(pieces.join(''));
      expect(parts.map(({ text }) => text).join('')).toBe(pieces.join(''));
      for (const { address } of parts) if (address) expect(address).toMatch(/^https?:\/\/[^"<>\s]+$/);
    }),
  );
});
