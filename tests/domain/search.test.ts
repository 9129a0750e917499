import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startsAlmost, findServices, comparedWords } from 'strapi-plugin-ticketing/domain';

interface Seed {
  kategori: { nama: string; deskripsi: string; subkategori: { kode: string; nama: string; kataKunci?: string[] }[] }[];
}
const { kategori } = JSON.parse(
  readFileSync(join(__dirname, '../../database/seed/katalog-layanan.json'), 'utf8'),
) as Seed;
const categories = kategori.map(({ nama, deskripsi, subkategori }) => ({
  name: nama,
  description: deskripsi,
  services: subkategori.map(({ kode, nama: name, kataKunci }) => ({ code: kode, name, keywords: kataKunci ?? [] })),
}));
const found = (typed: string): string[] => findServices(categories, typed).map(({ service }) => service.code);

test('everything is there before anybody types, and a code leads to its service', () => {
  expect(found('')).toHaveLength(76);
  expect(found('NET-01')[0]).toBe('NET-01');
});

test.each([
  ['internet mati', 'NET-01'],
  ['lupa password', 'EML-02'],
  ['subdomain baru', 'DOM-01'],
  ['cctv rekaman', 'CTV-03'],
  ['vpn', 'NET-07'],
  ['live streaming', 'VCN-03'],
  // What people call it, a whole sentence, and one slip of the finger per word.
  ['server mati', 'SRV-03'],
  ['foto kegiatan', 'PUB-01'],
  ['laptop', 'HWR-01'],
  ['internet di kantor kami mati sejak pagi', 'NET-01'],
  ['pasword', 'EML-02'],
  ['internett lambat', 'NET-02'],
  ['subdomian baru', 'DOM-01'],
  ['apliksai baru', 'APP-04'],
  ['hosing', 'SRV-02'],
  // With what hangs on a word, and what few services have before what many have.
  ['jaringannya mati', 'NET-01'],
  ['passwordnya lupa', 'EML-02'],
  ['printer rusak', 'HWR-01'],
  ['printernya aneh', 'HWR-01'],
])('“%s” finds %s first', (typed, code) => expect(found(typed)[0]).toBe(code));

test('what fits as typed is not mixed with what would fit if it were mistyped', () => {
  expect(found('virus')).toEqual(['SEC-06']);
  expect(found('qwertyuiop')).toEqual([]);
});

test('one slip is one letter too much, too few, wrong, or two swapped; two slips are another word', () => {
  for (const typed of ['interne', 'nternet', 'intrenet', 'inxernet', 'internnet'])
    expect([typed, startsAlmost('internet', typed)]).toEqual([typed, true]);
  for (const typed of ['itrenet', 'xxternet', 'wfi', 'intrnt'])
    expect([typed, startsAlmost('internet', typed)]).toEqual([typed, false]);
  expect(startsAlmost('web', 'wxb')).toBe(false);
});

test('of a title the words that tell what it is about are compared', () => {
  expect(comparedWords('Mohon bantuan, WiFi di ruang rapat tidak bisa tersambung!')).toEqual([
    'wifi',
    'ruang',
    'rapat',
    'tersambung',
  ]);
  expect([comparedWords('!!! …'), comparedWords('saya mau ini juga'), comparedWords('mohon bantuan')]).toEqual([
    [],
    [],
    [],
  ]);
  expect(comparedWords(Array.from({ length: 40 }, (_, index) => `kata${index}`).join(' '))).toHaveLength(12);
});
