import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ACTIONS,
  backFrom,
  blanksIn,
  checkReply,
  findServices,
  LANGUAGES,
  languageOf,
  macroSteps,
  NO_MACRO,
  REFUSAL_CODES,
  searchWords,
  STATUSES,
  undoKindOf,
  wordIssue,
  wordRefusal,
  words,
  writtenReply,
  type Action,
  type Category,
  type Macro,
} from 'strapi-plugin-ticketing/domain';

test('every code of the domain has its word in every language', () => {
  for (const language of LANGUAGES) {
    const all = words(language);
    for (const status of STATUSES) expect(all.status[status]).toBeTruthy();
    for (const action of ACTIONS) expect([action, all.action[action], all.event[action]].every(Boolean)).toBe(true);
    for (const code of REFUSAL_CODES) expect(all.refusal[code]).toMatch(/[.]$/);
  }
});

test('no sentence of the panel has the name of another, which it would silently replace', () => {
  for (const language of LANGUAGES) {
    const file = path.join(__dirname, `../../plugins/ticketing/admin/src/translations/${language}.json`);
    const names = [...readFileSync(file, 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map(([, name]) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    expect(names.length).toBeGreaterThan(1000);
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
  expect(checkReply({ body: 'Halo {nama}', ...NO_MACRO })).toEqual([]);
  expect(checkReply({ body: 'Halo { nama } {namaa}', ...NO_MACRO })).toMatchObject([
    { field: 'body', code: 'notInList' },
  ]);
  // A result says something, and what is waited for is not handed to somebody else.
  expect(checkReply({ body: 'ok', ...NO_MACRO, ending: 'resolve' })).toMatchObject([{ code: 'noStatement' }]);
  expect(checkReply({ body: 'Halo {nama}', ...NO_MACRO, ending: 'wait', team: 'TIM-APP' })).toMatchObject([
    { field: 'team', code: 'unsuitable' },
  ]);
  // Where nobody reads it first, a gap is told.
  expect(blanksIn('{nama} sampai { tenggat }', facts)).toEqual(['tenggat']);
  expect(blanksIn('{nama}', facts)).toEqual([]);
});

test('a macro does what the ticket allows, in one order, and knows its way back', () => {
  const may = {
    ...{ comment: true, commentInternally: true, attach: true, attachInternally: true },
    ...{ join: false, revealContact: false },
  };
  const ticket = { priority: 'LOW', team: { code: 'TIM-JAR', name: 'Jaringan' }, may } as const;
  const steps = (macro: Partial<Macro>, actions: readonly Action[]) =>
    macroSteps({ ...NO_MACRO, ...macro }, { ...ticket, actions }).map(
      ({ kind, action, isOffered, back }) => [kind, action, isOffered, back?.action ?? null] as const,
    );
  expect(steps({ priority: 'HIGH', ending: 'wait' }, ['setPriority', 'askRequester'])).toEqual([
    ['priority', 'setPriority', true, 'setPriority'],
    ['wait', 'askRequester', true, 'resume'],
  ]);
  expect(steps({ ending: 'wait' }, ['returnForCompletion'])).toEqual([
    ['wait', 'returnForCompletion', true, 'takeBack'],
  ]);
  expect(steps({ ending: 'resolve' }, [])).toEqual([['resolve', 'resolve', false, null]]);
  // What is as it should be already is left out; a new ticket is forwarded, one in work released.
  expect(steps({ priority: 'LOW', team: 'TIM-JAR' }, [])).toEqual([['message', null, true, null]]);
  expect(steps({ team: 'TIM-APP' }, ['forward'])).toEqual([
    ['message', null, true, null],
    ['team', 'forward', true, null],
  ]);
});

test('a change goes back to what it was, and never over something newer', () => {
  const change = (before: unknown, after: unknown) => ({ name: 'x', before, after });
  expect(backFrom(change(5, 9), 9)).toEqual({ value: 5 });
  expect(backFrom(change(5, 9), 10)).toBeNull();
  expect(backFrom(change(null, { b: 1, a: [2] }), { a: [2], b: 1 })).toEqual({ value: null });
  // Of names only those that went and came.
  expect(backFrom(change(['lama'], ['baru']), ['tetap', 'baru'])).toEqual({ value: ['tetap', 'lama'] });
  expect(backFrom(change(['lama'], ['baru']), ['tetap'])).toBeNull();
  expect(backFrom(change(['lama'], []), ['lama', 'tetap'])).toBeNull();
  const kindOf = (type: string, id: string, name: string, event = 'update') =>
    undoKindOf({ event, subject: { type, id }, changes: [change(1, 2)].map((each) => ({ ...each, name })) });
  expect(kindOf('setting', 'ticketing.lifecycle', 'lockAfterDays')).toBe('ticketing.lifecycle');
  expect(kindOf('setting', 'ticketing.mail', 'hasPassword')).toBeNull();
  expect(kindOf('skpd', '4', 'replacedBy')).toBeNull();
  expect(kindOf('skpd', '4', 'name', 'create')).toBeNull();
  expect(kindOf('ticket', 'TIK-2026-00001', 'status')).toBeNull();
  expect(kindOf('portal-account', '4', 'blocked')).toBeNull();
});
