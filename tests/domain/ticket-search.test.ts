import { csvCell, csvRow, parseSearch } from 'strapi-plugin-ticketing/domain';

const term = (typed: string) => parseSearch(typed).at(-1);

test('words are taken one by one, and only the last may still be growing', () => {
  expect(parseSearch('Jaringan kantor put')).toMatchObject([
    { kind: 'word', spellings: ['jaringan'], isPrefix: false, isExcluded: false },
    { kind: 'word', spellings: ['kantor'], isPrefix: false, isExcluded: false },
    { kind: 'word', spellings: ['put'], isPrefix: true, isExcluded: false },
  ]);
  expect(term('jaringan ')?.isPrefix).toBe(false);
});

test('a ticket number is found whole, in part, and without its zeros', () => {
  expect(term('TIK-2026-557')?.spellings).toEqual(['tik-2026-557', 'tik-2026-00557']);
  expect(term('2026-00557')?.spellings).toContain('2026-00557');
  expect(term('0557')?.spellings).toEqual(['0557', '00557', '557']);
});

test('a telephone number is the same however it is written', () => {
  for (const typed of ['0840-0000-0201', '+6284000000201', '(0840)0000.0201', '084000000201'])
    expect(term(typed)?.spellings).toContain('084000000201');
});

test('words in quotation marks belong together, a minus leaves out, punctuation says nothing', () => {
  expect(parseSearch('"ruang server" -printer !!! ( :* &')).toMatchObject([
    { kind: 'phrase', spellings: ['ruang server'], isPrefix: false, isExcluded: false },
    { kind: 'word', spellings: ['printer'], isPrefix: false, isExcluded: true },
  ]);
  expect(parseSearch('"" -- \'')).toEqual([]);
  expect(parseSearch(Array.from({ length: 80 }, (_, index) => `kata${index}`).join(' '))).toHaveLength(12);
});

test('a word brings along what means the same and what was meant; what is left out or quoted stands for itself', () => {
  expect(term('intrenet')?.others).toEqual(expect.arrayContaining(['internet', 'wifi', 'jaringan']));
  expect(term('jaringannya')?.others).toEqual(expect.arrayContaining(['jaringan', 'internet']));
  expect(term('pasword')?.others).toEqual(expect.arrayContaining(['password', 'sandi']));
  for (const typed of ['-internet', '"internet"', '0840-0000-0201', 'zebra'])
    expect([typed, term(typed)?.others]).toEqual([typed, []]);
});

test.each(['=1+1', '+62840', '-2', '@SUM(A1)', '\tx', '\rx', '＝1'])('a spreadsheet is not made to run %j', (text) => {
  expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
});

test('cells are quoted where they must be, numbers have a decimal comma', () => {
  expect(csvRow(['a;b', 'kata "dalam"', 'dua\nbaris', 'biasa', 1.5, null])).toBe(
    '"a;b";"kata ""dalam""";"dua\nbaris";biasa;1,5;\r\n',
  );
});
