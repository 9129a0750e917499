import { facts as ticket } from '../support/facts';
import {
  ACTIONS,
  actionsFor,
  advance,
  DEFAULT_POLICY,
  type Role,
  ROLES,
  STATUSES,
  transitionOf,
} from 'strapi-plugin-ticketing/domain';
import { actor, codeOf, needed, NOW } from './fixtures/lifecycle';

test('an officer gives up what is theirs, and nobody else’s; assigning stays a permission', () => {
  const officer = actor('OFFICER');
  const offered = (over: Parameters<typeof ticket>[0]) =>
    actionsFor(DEFAULT_POLICY, ticket({ isVerified: true, ...over }), officer, NOW);
  for (const status of ['IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_THIRD_PARTY'] as const) {
    const given = { status, assigneeId: 7 };
    expect(offered(given)).toContain('release');
    expect(offered(given)).not.toContain('assign');
    expect(advance(DEFAULT_POLICY, ticket(given), 'release', officer, { team: 'TIM-APP' }, NOW).to).toBe(status);
    expect(offered({ status, assigneeId: 8 })).not.toContain('release');
    expect(codeOf(() => advance(DEFAULT_POLICY, ticket({ status }), 'release', officer, {}, NOW))).toBe('wrongStatus');
  }
});

test('verified for another team it stays Baru: nothing is in progress without an officer in charge', () => {
  const officer = actor('OFFICER');
  expect(advance(DEFAULT_POLICY, ticket(), 'forward', officer, { team: 'TIM-APP' }, NOW).to).toBe('NEW');
  expect(codeOf(() => advance(DEFAULT_POLICY, ticket(), 'forward', officer, {}, NOW))).toBe('missingFields');
  for (const action of ACTIONS)
    if (transitionOf(action).moves.NEW === 'IN_PROGRESS') expect(['verify', 'claim', 'assign']).toContain(action);
});

test('the spine of the city: Baru, Diproses, Selesai', () => {
  const officer = actor('OFFICER');
  expect(advance(DEFAULT_POLICY, ticket(), 'claim', officer, {}, NOW).to).toBe('IN_PROGRESS');
  const mine = ticket({ status: 'IN_PROGRESS', assigneeId: 7 });
  expect(advance(DEFAULT_POLICY, mine, 'resolve', officer, { resolutionSummary: 'Kabel diganti.' }, NOW).to).toBe(
    'RESOLVED',
  );
});

test('what an action needs must be there, and what it does not take is refused', () => {
  const mine = ticket({ status: 'IN_PROGRESS', assigneeId: 7 });
  const officer = actor('OFFICER');
  expect(codeOf(() => advance(DEFAULT_POLICY, mine, 'resolve', officer, {}, NOW))).toBe('missingFields');
  expect(codeOf(() => advance(DEFAULT_POLICY, mine, 'resolve', officer, { resolutionSummary: '' }, NOW))).toBe(
    'missingFields',
  );
  expect(
    codeOf(() =>
      advance(DEFAULT_POLICY, mine, 'resolve', officer, { resolutionSummary: 'Kabel diganti.', party: 'x' }, NOW),
    ),
  ).toBe('unknownParameter');
});

test('a clerk of another SKPD does not learn that the ticket exists, whatever they try', () => {
  const stranger = actor('REQUESTER', { skpdCode: 'DINKES' });
  for (const status of STATUSES)
    for (const action of ACTIONS) {
      const code = codeOf(() => advance(DEFAULT_POLICY, ticket({ status }), action, stranger, needed(action), NOW));
      expect([action, status, code]).toEqual([action, status, 'notFound']);
    }
});

test('a ticket taken by somebody else answers with its status, not with a lack of authority', () => {
  expect(
    codeOf(() =>
      advance(DEFAULT_POLICY, ticket({ status: 'IN_PROGRESS', assigneeId: 8 }), 'claim', actor('OFFICER'), {}, NOW),
    ),
  ).toBe('wrongStatus');
});

test('a clerk reopens within the window and not after it', () => {
  const clerk = actor('REQUESTER');
  const resolved = ticket({ status: 'RESOLVED', locksAt: NOW + 1 });
  expect(advance(DEFAULT_POLICY, resolved, 'reopen', clerk, { reason: 'x' }, NOW).to).toBe('IN_PROGRESS');
  expect(
    codeOf(() => advance(DEFAULT_POLICY, { ...resolved, locksAt: NOW }, 'reopen', clerk, { reason: 'x' }, NOW)),
  ).toBe('notAllowed');
});

test('a rating is one tap; words may follow it once', () => {
  const clerk = actor('REQUESTER');
  const resolved = ticket({ status: 'RESOLVED' });
  const offered = (over: Parameters<typeof ticket>[0]) =>
    actionsFor(DEFAULT_POLICY, { ...resolved, ...over }, clerk, NOW);
  expect(offered({})).toEqual(['rate']);
  expect(offered({ isRated: true })).toEqual(['explainRating']);
  expect(offered({ isRated: true, hasRatingWords: true })).toEqual([]);
  expect(
    advance(DEFAULT_POLICY, { ...resolved, isRated: true }, 'explainRating', clerk, { ratingComment: 'Cepat' }, NOW).to,
  ).toBe('RESOLVED');
  expect(codeOf(() => advance(DEFAULT_POLICY, resolved, 'explainRating', clerk, { ratingComment: 'Cepat' }, NOW))).toBe(
    'wrongStatus',
  );
});

test('a slip of the finger on a rating can be put right for an hour', () => {
  const clerk = actor('REQUESTER');
  const rated = (ratingChangesUntil: number) =>
    actionsFor(
      DEFAULT_POLICY,
      ticket({ status: 'RESOLVED', isRated: true, hasRatingWords: true, ratingChangesUntil }),
      clerk,
      NOW,
    );
  expect(rated(NOW + 1)).toEqual(['rate']);
  expect(rated(NOW)).toEqual([]);
});

test('the service of a former system is not ours to be rated', () => {
  const offered = (isServedHere: boolean) =>
    actionsFor(DEFAULT_POLICY, ticket({ status: 'RESOLVED', isServedHere }), actor('REQUESTER'), NOW);
  expect(offered(true)).toContain('rate');
  expect(offered(false)).not.toContain('rate');
});

test('without its required documents a request is not let into work by anybody, and says which ones it lacks', () => {
  const lacking = ticket({ missingDocuments: ['Surat permohonan', 'Spesifikasi'] });
  for (const role of ['OFFICER', 'COORDINATOR'] as const) {
    const offered = actionsFor(DEFAULT_POLICY, lacking, actor(role), NOW);
    for (const action of ['verify', 'forward', 'claim', 'assign'] as const) expect(offered).not.toContain(action);
    for (const action of ['returnForCompletion', 'reject'] as const) expect(offered).toContain(action);
  }
  try {
    advance(DEFAULT_POLICY, lacking, 'verify', actor('OFFICER'), {}, NOW);
    throw new Error('it was let into work');
  } catch (error) {
    expect(error).toMatchObject({
      code: 'awaitingDocuments',
      details: { documents: 'Surat permohonan, Spesifikasi' },
    });
  }
  // A document taken away later stops no work that has begun.
  const begun = { ...lacking, status: 'IN_PROGRESS' as const, isVerified: true };
  expect(advance(DEFAULT_POLICY, begun, 'claim', actor('OFFICER'), {}, NOW).to).toBe('IN_PROGRESS');
});

test('a new request is cancelled by its unit or the coordinator; officers confirm only what was asked', () => {
  const fresh = ticket({ teamCode: 'TIM-INFRA' });
  const may = (role: Role, over: Parameters<typeof ticket>[0] = {}) =>
    actionsFor(DEFAULT_POLICY, { ...fresh, ...over }, actor(role), NOW).includes('cancel');
  expect(ROLES.filter((role) => may(role))).toEqual(['REQUESTER', 'COORDINATOR']);
  const asked = { status: 'IN_PROGRESS', isVerified: true, isCancelRequested: true } as const;
  expect(ROLES.filter((role) => may(role, asked))).toEqual(['OFFICER', 'COORDINATOR']);
  expect(codeOf(() => advance(DEFAULT_POLICY, fresh, 'cancel', actor('COORDINATOR'), {}, NOW))).toBe('missingFields');
});

test('leaders approve what needs the head of the office, and give directives that move nothing', () => {
  const leader = actor('LEADER');
  const waits = (pendingApprover: string | null) =>
    actionsFor(DEFAULT_POLICY, ticket({ pendingApprover }), leader, NOW);
  expect(waits('KEPALA_DINAS')).toEqual(['approve', 'direct']);
  expect(waits('TIM-SANDI')).toEqual(['direct']);
  expect(waits(null)).toEqual(['direct']);
  for (const status of STATUSES.filter(
    (each) => actionsFor(DEFAULT_POLICY, ticket({ status: each }), leader, NOW).length,
  ))
    expect(
      advance(DEFAULT_POLICY, ticket({ status }), 'direct', leader, { directive: 'Dahulukan.', priority: 'HIGH' }, NOW)
        .to,
    ).toBe(status);
  for (const role of ['REQUESTER', 'OFFICER', 'COORDINATOR', 'ADMIN'] as const)
    expect(codeOf(() => advance(DEFAULT_POLICY, ticket(), 'direct', actor(role), { directive: 'x' }, NOW))).toBe(
      'notAllowed',
    );
});

test('leaders and administrators look and do not touch', () => {
  for (const status of STATUSES)
    expect(
      actionsFor(DEFAULT_POLICY, ticket({ status, locksAt: NOW + 1 }), actor('LEADER'), NOW).filter(
        (action) => action !== 'direct',
      ),
    ).toEqual([]);
  // Requirements 3.7: an administrator may file the letter, and that is all.
  for (const status of STATUSES)
    expect(
      actionsFor(DEFAULT_POLICY, ticket({ status, locksAt: NOW + 1 }), actor('ADMIN'), NOW).filter(
        (action) => !['dispose', 'issueLetter'].includes(action),
      ),
    ).toEqual([]);
});
