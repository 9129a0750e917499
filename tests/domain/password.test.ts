import { createRequire } from 'node:module';
import path from 'node:path';
import { deviceOf, passwordIssues, placeOf, strengthOf, wordDevice } from 'strapi-plugin-ticketing/domain';

const account = { username: 'ratih.kusuma', email: 'ratih.kusuma@bukittinggi.test', fullName: 'Ratih Kusuma' };
const codes = (password: string) => passwordIssues(password, account).map(({ code }) => code);

test.each([
  ['', 'required'],
  ['pendek-saja', 'tooShort'],
  ['x'.repeat(40) + 'ñ'.repeat(20), 'tooLong'],
  ['password1234', 'tooCommon'],
  ['P@ssw0rd!2026', 'tooCommon'],
  ['Indonesia2026!', 'tooCommon'],
  ['Bukittinggi#99', 'tooCommon'],
  ['123456789012', 'tooCommon'],
  ['aaaaaaaaaaaa', 'tooCommon'],
  ['abcabcabcabc', 'tooCommon'],
  ['qwertyuiop12', 'tooCommon'],
  ['Kominfo123456', 'tooCommon'],
  ['katasandiku!', 'tooCommon'],
  ['ratih.kusuma1', 'namesAccount'],
  ['RatihKusuma#7', 'namesAccount'],
  ['kusuma-ratih-9', 'namesAccount'],
])('%j is refused as %s', (password, code) => expect(codes(password)).toEqual([code]));

test.each(['kopi hujan lemari biru', 'Teluk-bayur!8', 'tujuh ratus langkah', 'gN7xk2PzQw4t'])(
  '%j is accepted',
  (password) => expect(codes(password)).toEqual([]),
);

test('length is counted in characters as people see them, and the limit of the hash in bytes', () => {
  expect(codes('🐃🐃🐃🐃🐃🐃')).toEqual(['tooShort']);
  expect(passwordIssues('ñ'.repeat(37), account)).toEqual([{ field: 'password', code: 'tooLong', limit: 72 }]);
});

test('an account without a full name or with short parts does not forbid everything', () => {
  expect(passwordIssues('kopi hujan lemari biru', { username: 'a', email: 'a@b.id', fullName: '' })).toEqual([]);
});

test('strength follows the same rules, and length counts more than odd signs', () => {
  expect(
    ['Password1234', 'gunung kabut', 'kopi hujan lemari biru', 'gN7xk2PzQw4t'].map((password) =>
      strengthOf(password, account),
    ),
  ).toEqual(['WEAK', 'FAIR', 'STRONG', 'STRONG']);
});

test('a device is called by its browser and system, as far as it says', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
  expect(wordDevice('id', deviceOf(chrome))).toBe('Chrome di Windows');
  expect(wordDevice('en', deviceOf(`${chrome} Edg/142.0.0.0`))).toBe('Edge on Windows');
  expect(
    wordDevice(
      'id',
      deviceOf(
        'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) ' +
          'SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36',
      ),
    ),
  ).toBe('Samsung Internet di Android');
  expect(
    wordDevice(
      'id',
      deviceOf(
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
          'Version/18.1 Mobile/15E148 Safari/604.1',
      ),
    ),
  ).toBe('Safari di iPhone');
  expect([null, '', 'curl/8.5.0'].map((words) => wordDevice('id', deviceOf(words)))).toEqual(
    Array(3).fill('Perangkat tidak dikenal'),
  );
});

test('an address says whether it lies inside', () => {
  expect(
    [
      '127.0.0.1',
      '::1',
      '::ffff:127.0.0.1',
      '10.20.1.9',
      '172.31.0.2',
      '172.32.0.2',
      '192.168.1.5',
      '100.64.0.1',
      'fd12:3456::1',
      '180.250.1.2',
      '2001:db8::1',
      null,
      'entah',
    ].map(placeOf),
  ).toEqual([
    'THIS_SERVER',
    'THIS_SERVER',
    'THIS_SERVER',
    'INTERNAL',
    'INTERNAL',
    'INTERNET',
    'INTERNAL',
    'INTERNAL',
    'INTERNAL',
    'INTERNET',
    'INTERNET',
    'UNKNOWN',
    'UNKNOWN',
  ]);
});

test('Strapi works on passwords beside the event loop: whoever signs in holds nobody up', async () => {
  const home = path.dirname(require.resolve('@strapi/admin/package.json'));
  const { compare, hash } = createRequire(path.join(home, 'dist/'))('bcryptjs') as {
    compare(password: string, hash: string): Promise<boolean>;
    hash(password: string, rounds: number): Promise<string>;
  };
  const kept = await hash('kopi hujan lemari biru', 10);
  let turns = 0;
  let isDone = false;
  const turn = (): void => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  turn();
  expect(await compare('kopi hujan lemari biru', kept)).toBe(true);
  isDone = true;
  // In JavaScript the loop gets its turn once in a tenth of a second; beside it, whenever it wants.
  expect(turns).toBeGreaterThan(100);
  // What accounts of older releases have.
  expect(await compare('abc', '$2a$10$WvvTPHKwdBJ3uk0Z37EMR.hLA2W6N9AEBhEgrAOljy2Ae5MtaSIUi')).toBe(true);
});
