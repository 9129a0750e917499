import { ACTIONS, isFixed, PERMISSIONS, ROLES, type Action } from 'strapi-plugin-ticketing/domain';
import { carry, file, refusal, staffId } from '../../support/desk';
import { entriesSince, lastEntryId } from '../../support/entries';
import { bare, type Person } from '../../support/world';
import { world, admin, clerk, galih, tari, laila, elsewhere } from './stage';

describe('the authority matrix', () => {
  const OFFICER_ASSIGNS = [
    { role: 'OFFICER' as const, may: 'ticket:assign' as const, alternatives: [['assignedToMe' as const]] },
  ];

  test('a changed cell works at once, on a second server too, is told in the log, and goes back', async () => {
    const [{ number }, since] = [await file(clerk, 'NET-06'), await lastEntryId(world)];
    await carry(number, [galih, 'claim']);
    const assign = async (person: Person) =>
      person.actOnTicket({ number, action: 'assign', assignee: await staffId(world, galih.name) });
    const far = await elsewhere(galih.name);
    expect([await refusal(assign(galih)), await refusal(assign(far))]).toEqual(['403 notAllowed', '403 notAllowed']);
    const { version, cells } = await admin.getAuthority({});
    expect(cells).toHaveLength(ROLES.length * PERMISSIONS.length);
    const saved = await admin.saveAuthority({ version, cells: OFFICER_ASSIGNS });
    expect(saved.cells.filter(({ isChanged }) => isChanged)).toMatchObject([
      { role: 'OFFICER', may: 'ticket:assign', alternatives: [['assignedToMe']], standard: [] },
    ]);
    expect([await refusal(assign(far)), await refusal(assign(galih)), await refusal(assign(tari))]).toEqual([
      'accepted',
      'accepted',
      '403 notAllowed',
    ]);
    expect((await galih.getTicket({ number })).actions).toContain('assign');
    expect((await galih.getMe({})).policy).toContainEqual({
      role: 'OFFICER',
      may: 'ticket:assign',
      when: ['assignedToMe'],
    });
    expect(await entriesSince(world, since, 'setting')).toMatchObject([
      {
        subject_id: 'ticketing.authority',
        payload: { before: { 'OFFICER ticket:assign': [] }, after: { 'OFFICER ticket:assign': [['assignedToMe']] } },
      },
    ]);
    expect(await refusal(admin.saveAuthority({ version, cells: OFFICER_ASSIGNS }))).toBe('409 settingsChanged');
    await (
      await elsewhere(admin.name)
    ).saveAuthority({ version: saved.version, cells: [{ role: 'OFFICER', may: 'ticket:assign', alternatives: [] }] });
    expect([await refusal(assign(galih)), await refusal(assign(far))]).toEqual(['403 notAllowed', '403 notAllowed']);
    expect((await admin.getAuthority({})).cells.filter(({ isChanged }) => isChanged)).toEqual([]);
  });
  test('cells that would lock everybody out stay, alone and among others, whatever is asked for them', async () => {
    const { version, cells } = await admin.getAuthority({});
    const fixed = cells.filter(({ role, may }) => isFixed(role, may));
    expect(fixed).toHaveLength(4);
    for (const { role, may } of fixed)
      for (const alternatives of [[], [['whileNew' as const]], [[]]]) {
        expect(
          await refusal(admin.saveAuthority({ version, cells: [...OFFICER_ASSIGNS, { role, may, alternatives }] })),
        ).toBe('422 fixedAuthority');
      }
    expect(await admin.getAuthority({})).toEqual({ version, cells });
  });
  test.each([
    [{ role: 'MAYOR', may: 'ticket:read', alternatives: [] }],
    [{ role: 'OFFICER', may: 'ticket:everything', alternatives: [] }],
    [{ role: 'OFFICER', may: 'ticket:read', alternatives: [['fullMoon']] }],
    [{ role: 'OFFICER', may: 'ticket:read' }],
  ])('%j is refused', async (cell) => {
    const { version } = await admin.getAuthority({});
    expect((await bare(world, admin)('put', '/authority').send({ version, cells: [cell] })).status).toBe(400);
  });
  test('who is told what they may: each their own lines, and nobody the others’', async () => {
    for (const person of [admin, clerk, galih, laila, await world.leader()]) {
      const { actor, policy } = await person.getMe({});
      expect(policy.length).toBeGreaterThan(5);
      expect(policy.every(({ role }) => actor.roles.some((worn) => worn === role))).toBe(true);
    }
  });
});

describe('why not?', () => {
  test('each action has an answer that agrees with what is offered and with what happens', async () => {
    const { number } = await file(clerk, 'NET-06');
    await carry(number, [galih, 'claim']);
    for (const person of [clerk, galih, tari, laila]) {
      const explained = await person.explainTicket({ number });
      expect(explained.map(({ action }) => action)).toEqual([...ACTIONS]);
      expect(explained.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual(
        (await person.getTicket({ number })).actions,
      );
    }
    const said = async (person: Person, action: Action) =>
      (await person.explainTicket({ number })).find((each) => each.action === action);
    expect(await said(tari, 'resolve')).toEqual({
      action: 'resolve',
      allowed: false,
      because: 'policy',
      confidential: false,
      missing: [['assignedToMe'], ['myTeam'], ['helping']].map((when) => ({
        role: 'OFFICER',
        may: 'ticket:process',
        when,
      })),
    });
    expect(await said(laila, 'restore')).toEqual({
      action: 'restore',
      allowed: false,
      because: 'state',
      code: 'wrongStatus',
      from: ['REJECTED', 'CANCELLED'],
    });
    expect(await said(galih, 'resolve')).toMatchObject({
      allowed: true,
      rule: { role: 'OFFICER', when: ['assignedToMe'] },
    });
  });
  test('an administrator asks for somebody else, and hears what that person would', async () => {
    const { number } = await file(clerk, 'NET-06');
    const {
      rows: [ratih],
    } = await world.database.query<{ id: number }>('select id from up_users where email = $1', [clerk.email]);
    expect(await admin.explainAuthority({ ticket: number, door: 'portal', user: ratih?.id ?? 0 })).toEqual(
      await clerk.explainTicket({ number }),
    );
    expect(
      await admin.explainAuthority({ ticket: number, door: 'staff', user: await staffId(world, tari.name) }),
    ).toEqual(await tari.explainTicket({ number }));
    expect(await refusal(admin.explainAuthority({ ticket: number, door: 'staff', user: 999_999 }))).toBe(
      '404 notFound',
    );
    expect(await refusal(admin.explainAuthority({ ticket: 'TIK-2026-99999', door: 'staff', user: 1 }))).toBe(
      '404 notFound',
    );
    expect(await refusal(galih.explainAuthority({ ticket: number, door: 'portal', user: ratih?.id ?? 0 }))).toBe(
      '403 notAllowed',
    );
    const secret = await file(clerk, 'SEC-01');
    expect(await refusal(admin.explainAuthority({ ticket: secret.number, door: 'portal', user: ratih?.id ?? 0 }))).toBe(
      '404 notFound',
    );
    expect(
      await laila.explainAuthority({ ticket: secret.number, door: 'staff', user: await staffId(world, tari.name) }),
    ).toContainEqual(
      expect.objectContaining({ action: 'claim', allowed: false, because: 'policy', confidential: true }),
    );
  });
});
