import {
  ACTIONS,
  checkReply,
  findServices,
  LANGUAGES,
  languageOf,
  REFUSAL_CODES,
  searchWords,
  STATUSES,
  wordIssue,
  wordRefusal,
  words,
  writtenReply,
  type Category,
} from 'strapi-plugin-ticketing/domain';

test('every code of the domain has its word in every language', () => {
  for (const language of LANGUAGES) {
    const all = words(language);
    for (const status of STATUSES) expect(all.status[status]).toBeTruthy();
    for (const action of ACTIONS) expect([action, all.action[action], all.event[action]].every(Boolean)).toBe(true);
    for (const code of REFUSAL_CODES) expect(all.refusal[code]).toMatch(/[.]$/);
  }
});

test('no sentence of the two languages forgets a fact that the other one tells', () => {
  const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const code of REFUSAL_CODES)
    expect([code, [...new Set(holes(words('en').refusal[code]))]]).toEqual([
      code,
      [...new Set(holes(words('id').refusal[code]))],
    ]);
});

test('a refusal says what happened and what to do next', () => {
  expect(wordRefusal('id', 'wrongStatus', { status: 'RESOLVED' })).toBe(
    'Tindakan ini tidak dapat dilakukan karena status tiket sudah Selesai. Muat ulang untuk melihat keadaan terbaru.',
  );
  expect(wordRefusal('id', 'wrongStatus', { status: 'IN_PROGRESS', assignee: 'Galih Ramadhan' })).toContain(
    'sudah diambil oleh Galih Ramadhan',
  );
  expect(wordIssue('en', { field: 'title', code: 'tooLong', limit: 200 })).toBe(
    'Title is too long; at most 200 characters.',
  );
  expect(wordIssue('id', { field: 'form.lokasi', code: 'required' }, { 'form.lokasi': 'Gedung/lokasi' })).toBe(
    'Gedung/lokasi wajib diisi.',
  );
});

test('Indonesian unless English is asked for first', () => {
  expect([undefined, '', 'id-ID,en', 'en-GB,id', 'fr', '*'].map(languageOf)).toEqual([
    'id',
    'id',
    'id',
    'en',
    'id',
    'id',
  ]);
});

test('a service is found by the beginning of its words, also by what people call it', () => {
  const service = (code: string, name: string, keywords: string[] = []) =>
    ({ code, name, keywords }) as unknown as Category['services'][number];
  const categories = [
    {
      code: 'NET',
      name: 'Jaringan & Internet',
      description: 'Koneksi',
      icon: '',
      services: [
        service('NET-01', 'Gangguan internet / jaringan kantor', ['wifi']),
        service('NET-02', 'Internet lambat'),
      ],
    },
  ] as unknown as Category[];
  const found = (typed: string) => findServices(categories, typed).map((hit) => hit.service.code);
  expect(found('Gangguan internet')).toEqual(['NET-01']);
  expect(found('inter lamb')).toEqual(['NET-02']);
  expect(found('WIFI')).toEqual(['NET-01', 'NET-02']);
  expect(found('printer')).toEqual([]);
  expect(found('')).toEqual(['NET-01', 'NET-02']);
});

test('a search leaves out what questions are made of, unless nothing else was typed', () => {
  expect(searchWords('Bagaimana cara mengganti kata sandi?')).toEqual(['mengganti', 'kata', 'sandi']);
  expect(searchWords('e-mail E-MAIL dinas')).toEqual(['e', 'mail', 'dinas']);
  expect(searchWords('apa itu')).toEqual(['apa', 'itu']);
  expect(searchWords(' &|!():* ')).toEqual([]);
  expect(searchWords(Array.from({ length: 40 }, (_, index) => `kata${index}`).join(' '))).toHaveLength(12);
});

test('a ready reply speaks of the ticket at hand; what the ticket does not say is left to be written', () => {
  const facts = {
    nama: 'Rina',
    nomor: 'TIK-2026-00557',
    judul: 'Harga {petugas} $& naik',
    layanan: 'Email dinas',
    skpd: 'Dinas Kesehatan',
    petugas: 'Galih',
    tenggat: null,
    tautan: 'https://portal/tiket/TIK-2026-00557',
  };
  expect(writtenReply('Yth. {nama}, {nomor} selesai {tenggat}. {nama} {lain}', facts)).toBe(
    'Yth. Rina, TIK-2026-00557 selesai …. Rina {lain}',
  );
  // A title is the requester's own words: braces in it name nothing.
  expect(writtenReply('{petugas}: {judul}', facts)).toBe('Galih: Harga {petugas} $& naik');
  expect(checkReply({ body: 'Halo {nama}' })).toEqual([]);
  expect(checkReply({ body: 'Halo { nama } {namaa}' })).toMatchObject([{ field: 'body', code: 'notInList' }]);
});
