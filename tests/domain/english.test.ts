import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  catalogIn,
  findServices,
  formLanguage,
  isOnlyIndonesian,
  optionsIn,
  type Catalog,
  type FormField,
  type Service,
} from 'strapi-plugin-ticketing/domain';

const field = (over: Partial<FormField>): FormField => ({
  ...{ key: 'isian', label: 'Cakupan gangguan', type: 'select', required: true, help: 'Contoh', accept: [] },
  ...{ options: ['Satu ruangan', 'Satu gedung'], min: null, max: null, pattern: null, suffix: null, isPast: false },
  ...{ englishLabel: 'How much is affected', englishHelp: null, englishOptions: ['One room', 'One building'] },
  ...over,
});
const service = (code: string, over: Partial<Service>): Service =>
  ({ code, name: code, keywords: ['wifi'], fields: [], englishName: null, englishScope: null, ...over }) as Service;
const catalog = {
  categories: [
    {
      ...{ code: 'NET', name: 'Jaringan', description: 'Koneksi', icon: 'wifi' },
      ...{ englishName: 'Network', englishDescription: null },
      services: [
        service('NET-01', {
          name: 'Internet lambat',
          englishName: 'Slow internet',
          sla: { scope: 'Bila tersedia' } as Service['sla'],
          fields: [field({})],
        }),
        service('NET-02', { name: 'Akses VPN', sla: { scope: null } as Service['sla'] }),
      ],
    },
  ],
} as unknown as Catalog;

test('who reads English meets what has been translated, and Indonesian where nothing has', () => {
  const [category] = catalogIn('en', catalog).categories;
  const [slow, vpn] = category?.services ?? [];
  expect([category?.name, category?.description, slow?.name, slow?.sla.scope, vpn?.name]).toEqual([
    'Network',
    'Koneksi',
    'Slow internet',
    'Bila tersedia',
    'Akses VPN',
  ]);
  expect(slow?.fields[0]).toMatchObject({ label: 'How much is affected', help: 'Contoh' });
  expect([isOnlyIndonesian('en', slow?.englishName ?? null), isOnlyIndonesian('en', vpn?.englishName ?? null)]).toEqual(
    [false, true],
  );
  expect(isOnlyIndonesian('id', null)).toBe(false);
  expect(catalogIn('id', catalog).categories).toEqual(catalog.categories);
});

test('answers are kept as the city wrote them and only read in English, as long as there is one for each', () => {
  expect(optionsIn('en', field({}))).toEqual(['One room', 'One building']);
  expect(optionsIn('id', field({}))).toEqual(['Satu ruangan', 'Satu gedung']);
  expect(optionsIn('en', field({ englishOptions: ['One room'] }))).toEqual(['Satu ruangan', 'Satu gedung']);
  expect(catalogIn('en', catalog).categories[0]?.services[0]?.fields[0]?.options).toEqual([
    'Satu ruangan',
    'Satu gedung',
  ]);
});

test('a form says whether it is in English wholly, in part, or not at all', () => {
  const translated = service('NET-03', { englishName: 'VPN', fields: [field({})] });
  const partly = { ...translated, fields: [field({}), field({ englishLabel: null })] };
  const none = { ...translated, englishName: null, fields: [field({ englishLabel: null })] };
  expect([translated, partly, none].map((each) => formLanguage('en', each))).toEqual(['whole', 'partly', 'none']);
  expect(formLanguage('id', none)).toBe('whole');
});

test('English words and the Indonesian ones find the same service', () => {
  const codes = (words: string) =>
    findServices(catalogIn('en', catalog).categories, words).map(({ service: { code } }) => code);
  expect(codes('slow')).toEqual(['NET-01']);
  expect(codes('lambat')).toEqual(['NET-01']);
  expect(codes('jaringannya').sort()).toEqual(['NET-01', 'NET-02']);
});

test('all of the catalogue that a city starts with has an English text', () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.resolve('database/seed', `${name}.json`), 'utf8')) as unknown;
  const { kategori } = read('katalog-layanan') as {
    kategori: {
      kode: string;
      subkategori: {
        kode: string;
        sla: { cakupanSla?: string };
        fields: { label: string; bantuan?: string; opsi?: string[] }[];
      }[];
    }[];
  };
  const english = read('katalog-layanan.en') as Record<string, Record<string, unknown>>;
  const lacking = (part: string, names: readonly (string | undefined)[]): string[] =>
    names.flatMap((name) => (name && !english[part]?.[name] ? [`${part}: ${name}`] : []));
  const services = kategori.flatMap(({ subkategori }) => subkategori);
  const fields = services.flatMap((each) => each.fields);
  expect([
    ...lacking(
      'categories',
      kategori.map(({ kode }) => kode),
    ),
    ...lacking(
      'services',
      services.map(({ kode }) => kode),
    ),
    ...lacking(
      'labels',
      fields.map(({ label }) => label),
    ),
    ...lacking(
      'helps',
      fields.map(({ bantuan }) => bantuan),
    ),
    ...lacking(
      'options',
      fields.flatMap(({ opsi = [] }) => opsi),
    ),
    ...services.flatMap(({ kode, sla }) =>
      sla.cakupanSla && !(english['services']?.[kode] as { scope?: string } | undefined)?.scope
        ? [`scope: ${kode}`]
        : [],
    ),
  ]).toEqual([]);
});
