import { check } from 'strapi-plugin-ticketing/check';
import { contract } from 'strapi-plugin-ticketing/contract';
import { checkRequest, fileObjection, MAX_FILE_BYTES } from 'strapi-plugin-ticketing/domain';

const GOOD: Record<string, string> = {
  title: 'Internet putus',
  description: 'Sejak pagi tidak tersambung.',
  impact: 'MEDIUM',
  urgency: 'HIGH',
  'contact.name': 'Ratih',
  'contact.phone': '0840-0000-0201',
  'contact.email': '',
};
const BAD: readonly (readonly [string, string])[] = [
  ['title', ''],
  ['title', '   '],
  ['title', 'Apa'],
  ['title', 'x'.repeat(201)],
  ['description', 'pendek'],
  ['description', 'x'.repeat(10_001)],
  ['impact', ''],
  ['impact', 'HUGE'],
  ['urgency', 'now'],
  ['contact.name', ''],
  ['contact.name', 'x'.repeat(121)],
  ['contact.phone', ''],
  ['contact.phone', 'halo'],
  ['contact.email', 'bukan surel'],
];
const inBrowser = (given: Record<string, string>): string[] =>
  checkRequest((name) => given[name] ?? '').map(({ field, code, limit }) => `${field} ${code} ${limit ?? ''}`);
const onServer = (given: Record<string, string>): string[] => {
  const contact = { name: given['contact.name'], phone: given['contact.phone'], email: given['contact.email'] };
  return check(contract.submitTicket.body, {
    ...Object.fromEntries(Object.entries(given).filter(([name]) => !name.includes('.'))),
    category: 'NET-01',
    contact,
    form: {},
  }).issues.map(({ field, code, limit }) => `${field} ${code} ${limit ?? ''}`);
};

test.each([['everything', ''] as const, ...BAD])('browser and contract find the same in %s %.12s', (field, value) => {
  const given = field === 'everything' ? GOOD : { ...GOOD, [field]: value };
  expect(inBrowser(given).sort()).toEqual(onServer(given).sort());
  expect(inBrowser(given).length).toBe(field === 'everything' ? 0 : 1);
});

test('a file is refused by name and size before it travels, in the terms of its field', () => {
  expect(fileObjection({ name: 'foto.JPEG', size: 1 })).toBeNull();
  expect(fileObjection({ name: 'foto.jpeg', size: 1 }, ['pdf'])).toBe('fileTypeRefused');
  expect(fileObjection({ name: 'halaman.html', size: 1 })).toBe('fileTypeRefused');
  expect(fileObjection({ name: 'gambar.svg', size: 1 })).toBe('fileTypeRefused');
  expect(fileObjection({ name: 'pdf', size: 1 })).toBe('fileTypeRefused');
  expect(fileObjection({ name: 'a.pdf', size: 0 })).toBe('emptyFile');
  expect(fileObjection({ name: 'a.pdf', size: MAX_FILE_BYTES })).toBeNull();
  expect(fileObjection({ name: 'a.pdf', size: MAX_FILE_BYTES + 1 })).toBe('fileTooLarge');
});
