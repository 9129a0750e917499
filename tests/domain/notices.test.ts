import {
  afterQuiet,
  checkTemplate,
  DEFAULT_POLICY,
  DEFAULT_PREFERENCES,
  digestsDue,
  HATS,
  hatsOf,
  heldBack,
  nameOfKind,
  NEWS_HATS,
  NEWS_KINDS,
  newsTellingsOf,
  NOTICE_KINDS,
  noticesOf,
  noticeWords,
  NOTICES_OF,
  stopIn,
  tellingsOf,
  WHO_HEARS,
  WHO_IS_TOLD,
  weekBefore,
  wibInstant,
  LANGUAGES,
  type Actor,
  type Hat,
  type Listener,
  type NewsHat,
  type NewsKind,
  type NewsListener,
  type TicketFacts,
} from 'strapi-plugin-ticketing/domain';
import { office } from './fixtures/seed';

const NOW = wibInstant('2026-11-23T09:00');
const FACTS: TicketFacts = {
  status: 'IN_PROGRESS',
  skpdCode: 'DISDIKBUD',
  requesterId: 1,
  assigneeId: 11,
  teamCode: 'INFRA',
  isConfidential: false,
  isCancelRequested: false,
  isOwnFile: null,
  isRated: false,
  hasRatingWords: false,
  ratingChangesUntil: null,
  isServedHere: true,
  helperIds: [],
  isVerified: true,
  pendingApprover: null,
  lacksDisposition: false,
  lacksLetter: false,
  missingDocuments: [],
  awaitsReadiness: false,
  locksAt: null,
  unansweredAt: null,
};
const actor = (over: Partial<Actor>): Actor => ({
  kind: 'staff',
  id: 11,
  name: 'Galih',
  roles: ['OFFICER'],
  skpdCode: null,
  teamCodes: ['INFRA'],
  ...over,
});
const listener = (who: Actor | null, hats: readonly Hat[], over: Partial<Listener> = {}): Listener => ({
  kind: who ? (who.kind as 'portal' | 'staff') : 'contact',
  id: who?.id ?? 7,
  name: who?.name ?? 'Ratih',
  address: 'seseorang@bukittinggi.test',
  language: 'id',
  hats,
  actor: who,
  preferences: DEFAULT_PREFERENCES,
  ...over,
});
const CLERK = actor({
  kind: 'portal',
  id: 1,
  name: 'Ratih',
  roles: ['REQUESTER'],
  skpdCode: 'DISDIKBUD',
  teamCodes: [],
});
const LEADER = actor({ kind: 'portal', id: 4, name: 'Kepala', roles: ['LEADER'], teamCodes: [] });
const OFFICER = actor({});
const told = (
  event: Parameters<typeof noticesOf>[0],
  by: Pick<Actor, 'kind' | 'id'>,
  people: readonly Listener[],
  { facts = FACTS, isInternal = false } = {},
) =>
  tellingsOf(DEFAULT_POLICY, { kinds: noticesOf(event, isInternal), isInternal, by }, people, facts, NOW).map(
    ({ to, kind, why, channels }) => [to.name, kind, why, channels.join('+')].join(' '),
  );

test('every event of a ticket says what it tells, and every kind is told to somebody, in words of both languages', () => {
  expect(new Set(Object.values(NOTICES_OF).flat().concat('internalNote', 'internalFile', 'mentioned'))).toEqual(
    new Set(NOTICE_KINDS),
  );
  for (const kind of NOTICE_KINDS) expect(hatsOf([kind])).not.toEqual([]);
  for (const language of LANGUAGES)
    for (const kind of NOTICE_KINDS) {
      const { noticeTitle, noticeSaid } = noticeWords(language);
      expect(checkTemplate({ subject: noticeTitle[kind], body: noticeSaid[kind] })).toEqual([]);
    }
});

test('the four letters of the requirement reach the requester: created, assigned, status changed, completed', () => {
  for (const kind of ['created', 'assigned', 'status', 'completed'] as const)
    expect(WHO_IS_TOLD[kind].requester).toContain('mail');
});

test('whatever a requester is told comes by letter: who never opens the portal knows all of it', () => {
  for (const kind of NOTICE_KINDS)
    if (WHO_IS_TOLD[kind].requester) expect(WHO_IS_TOLD[kind].requester).toContain('mail');
});

test('nobody is told of their own deed, but whoever filed a request gets its receipt by letter', () => {
  const people = [listener(CLERK, ['requester']), listener(OFFICER, ['assignee'])];
  expect(told('comment', CLERK, people)).toEqual(['Galih comment assignee inbox+mail+push+whatsapp']);
  expect(told('comment', OFFICER, people)).toEqual(['Ratih comment requester inbox+mail+push+whatsapp']);
  expect(told('submit', CLERK, people)).toEqual(['Ratih created requester mail']);
});

test('a person with several hats hears once, by the first that is told', () => {
  const coordinator = actor({ id: 12, name: 'Rina', roles: ['OFFICER', 'COORDINATOR'] });
  expect(told('submit', CLERK, [listener(coordinator, ['team', 'coordinator', 'approver'])])).toEqual([
    'Rina approvalWanted approver inbox+mail+push+whatsapp',
  ]);
});

test('an internal note stays among those who may read it, and nobody hears of what they may not read', () => {
  const people = [
    listener(CLERK, ['requester']),
    listener(OFFICER, ['assignee']),
    listener(null, ['requester']),
    listener(LEADER, ['leader']),
  ];
  expect(told('comment', LEADER, people, { isInternal: true })).toEqual([
    'Galih internalNote assignee inbox+mail+push+whatsapp',
  ]);
  expect(told('attach', LEADER, people, { isInternal: true })).toEqual(['Galih internalFile assignee inbox']);
  // A breach is written down among officers, and is said to leaders; of a confidential ticket they may not read, it is not.
  expect(told('slaBreach', { kind: 'system', id: 0 }, people, { isInternal: true })).toEqual([
    'Galih late assignee inbox+mail+push+whatsapp',
    'Kepala late leader inbox+mail+push+whatsapp',
  ]);
  const secret = { facts: { ...FACTS, isConfidential: true }, isInternal: true };
  expect(told('slaBreach', { kind: 'system', id: 0 }, people, secret)).toEqual([
    'Galih late assignee inbox+mail+push+whatsapp',
  ]);
  const stranger = actor({
    kind: 'portal',
    id: 9,
    name: 'Lain',
    roles: ['REQUESTER'],
    skpdCode: 'DINKES',
    teamCodes: [],
  });
  expect(told('resolve', OFFICER, [listener(stranger, ['follower'])])).toEqual([]);
});

test('who is named is told so, and not once more as the officer; of a confidential ticket only who may read it', () => {
  const other = actor({ id: 12, name: 'Rina', teamCodes: ['SANDI'] });
  const people = [listener(OFFICER, ['mentioned', 'assignee']), listener(other, ['mentioned'])];
  const naming = (isConfidential: boolean) =>
    tellingsOf(
      DEFAULT_POLICY,
      { kinds: noticesOf('comment', true, true), isInternal: true, by: LEADER },
      people,
      { ...FACTS, isConfidential },
      NOW,
    ).map(({ to, kind, why }) => `${to.name} ${kind} ${why}`);
  expect(naming(false)).toEqual(['Galih mentioned mentioned', 'Rina mentioned mentioned']);
  expect(naming(true)).toEqual(['Galih mentioned mentioned']);
});

test('a leader is told of a directive that another one gave, in the product, and of none of their own', () => {
  const other = { ...LEADER, id: 5 };
  expect(told('direct', other, [listener(OFFICER, ['assignee']), listener(LEADER, ['leader'])])).toEqual([
    'Galih directive assignee inbox+mail+push+whatsapp',
    'Kepala directive leader inbox',
  ]);
  expect(told('direct', LEADER, [listener(LEADER, ['leader'])])).toEqual([]);
});

test('a contact without an account is written to, and has no list', () => {
  expect(told('askRequester', OFFICER, [listener(null, ['requester'])])).toEqual(['Ratih question requester mail']);
});

test('what somebody switched off is not told, and what they switched on is', () => {
  const off = { ...DEFAULT_PREFERENCES, channels: { comment: { mail: false } } };
  expect(told('comment', OFFICER, [listener(CLERK, ['requester'], { preferences: off })])).toEqual([
    'Ratih comment requester inbox+push+whatsapp',
  ]);
  const on = { ...DEFAULT_PREFERENCES, channels: { rated: { mail: true, inbox: false } } };
  expect(told('rate', CLERK, [listener(OFFICER, ['assignee'], { preferences: on })])).toEqual([
    'Galih rated assignee mail',
  ]);
  const none = { ...DEFAULT_PREFERENCES, channels: { rated: { inbox: false } } };
  expect(told('rate', CLERK, [listener(OFFICER, ['assignee'], { preferences: none })])).toEqual([]);
});

test.each([
  ['21:00', 20 * 60, 6 * 60, '2026-11-24T06:00'],
  ['05:59', 20 * 60, 6 * 60, '2026-11-23T06:00'],
  ['06:00', 20 * 60, 6 * 60, '2026-11-23T06:00'],
  ['12:30', 12 * 60, 13 * 60, '2026-11-23T13:00'],
  ['13:00', 12 * 60, 13 * 60, '2026-11-23T13:00'],
  ['09:00', 8 * 60, 8 * 60, '2026-11-23T09:00'],
])('at %s, with quiet hours from minute %i to %i, a letter leaves at %s', (time, from, to, expected) => {
  expect(afterQuiet(wibInstant(`2026-11-23T${time}`), { from, to })).toBe(wibInstant(expected));
});

test('quiet hours name the ways that somebody has and that they hold back', () => {
  expect(heldBack('id', ['inbox', 'mail', 'push', 'whatsapp'])).toBe('surel, perangkat, atau WhatsApp');
  expect(heldBack('en', ['inbox', 'mail', 'whatsapp'])).toBe('e-mail or WhatsApp');
  expect(heldBack('id', ['inbox', 'mail'])).toBe('surel');
});

test('an edited letter names only what there is, and is not empty', () => {
  expect(checkTemplate({ subject: 'Tiket {nomor}', body: '{judul} {status} {petugas} {tautan}' })).toEqual([]);
  expect(checkTemplate({ subject: 'Tiket {nomer}', body: ' ' })).toMatchObject([
    { field: 'subject', code: 'notInList' },
    { field: 'body', code: 'required' },
  ]);
  expect(checkTemplate({ subject: 'Dua\nbaris', body: '{}' })).toMatchObject([
    { field: 'subject', code: 'wrongFormat' },
    { field: 'body', code: 'notInList' },
  ]);
});

test('every piece of news is heard by somebody, once, by the ways that stand or were chosen', () => {
  const reader = (hats: readonly NewsHat[], preferences = DEFAULT_PREFERENCES): NewsListener => ({
    kind: 'portal',
    id: 1,
    name: 'Ratih',
    address: 'ratih@bukittinggi.test',
    language: 'id',
    hats,
    preferences,
  });
  const heard = (kind: NewsKind, ...people: NewsListener[]) =>
    newsTellingsOf(kind, people).map(({ why, channels }) => `${why} ${channels.join('+')}`);
  expect(heard('disturbance', reader(['account', 'affected']), reader(['account']), reader(['leadership']))).toEqual([
    'affected inbox+mail',
    'account inbox',
  ]);
  expect(heard('survey', reader(['served', 'account']), reader(['affected']))).toEqual(['served inbox+mail']);
  const off = { ...DEFAULT_PREFERENCES, channels: { disturbance: { mail: false, inbox: false } } };
  expect(heard('disturbance', reader(['affected'], off))).toEqual([]);
  // A digest is a letter or nothing, whatever somebody chose in another release.
  const on = { ...DEFAULT_PREFERENCES, channels: { week: { inbox: true, mail: false } } };
  expect(heard('week', reader(['leadership']), reader(['leadership'], on))).toEqual(['leadership mail']);
  for (const kind of NEWS_KINDS) {
    expect(Object.keys(WHO_HEARS[kind]).length).toBeGreaterThan(0);
    for (const language of LANGUAGES) expect(nameOfKind(language, kind)).not.toMatch(/[{}:]/);
  }
});

test.each([
  // Monday 23 November 2026, an ordinary week.
  ['2026-11-23T06:44', []],
  ['2026-11-23T06:45', ['morning:2026-11-23', 'week:2026-11-23']],
  ['2026-11-23T11:59', ['morning:2026-11-23', 'week:2026-11-23']],
  ['2026-11-23T12:00', []],
  ['2026-11-24T07:00', ['morning:2026-11-24']],
  ['2026-11-28T07:00', []],
  // Monday and Tuesday were Imlek with its joint leave: the week begins on Wednesday.
  ['2026-02-16T07:00', []],
  ['2026-02-18T07:00', ['morning:2026-02-18', 'week:2026-02-16']],
])('at %s these digests are due: %j', (time, turns) => {
  expect(digestsDue(wibInstant(time), office).map(({ turn }) => turn)).toEqual(turns);
});

test('the week in brief is of the seven days before this Monday', () => {
  for (const time of ['2026-11-23T00:00', '2026-11-25T08:00', '2026-11-29T23:59'])
    expect(weekBefore(wibInstant(time))).toEqual({ from: '2026-11-16', to: '2026-11-22' });
});

test('the way out of a digest says whose it is, and nothing else passes for one', () => {
  const seal = 'x'.repeat(43);
  expect(stopIn(`staff.12.morning.${seal}`)).toEqual({ recipient: 'staff', id: 12, digest: 'morning', seal });
  for (const wrong of [
    '',
    `contact.1.week.${seal}`,
    `portal.1.late.${seal}`,
    `portal.1.week.${seal}x`,
    'portal.1.week.',
  ])
    expect(stopIn(wrong)).toBeNull();
});

test('every hat says why, in both languages', () => {
  for (const language of LANGUAGES)
    expect(Object.keys(noticeWords(language).noticeWhy).sort()).toEqual([...HATS, ...NEWS_HATS].sort());
});
