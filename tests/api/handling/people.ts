import { carry, file, formFor, refusal, staffId } from '../../support/desk';
import { outage, type Person } from '../../support/world';
import { world, clerk, galih, ilham, tari, nisa, laila, reason, act, open, taken, last } from './stage';

describe('helpers', () => {
  test('a helper works on it, the accountable one stays; whoever is made accountable helps no longer', async () => {
    const [number, helper] = [await taken(), await staffId(world, tari.name)];
    expect(await refusal(act(tari, number, 'askRequester', { question: 'Apa?' }))).toBe('403 notAllowed');
    expect(await act(galih, number, 'addHelper', { helper, reason })).toMatchObject({
      helpers: [{ name: tari.name }],
      assignee: { name: galih.name },
    });
    for (const [again, who] of [
      [helper, 'twice'],
      [await staffId(world, galih.name), 'the accountable one'],
      [await staffId(world, 'Administrator Demo'), 'no officer'],
      [999_999, 'nobody'],
    ] as const)
      expect([who, await refusal(act(galih, number, 'addHelper', { helper: again }))]).toEqual([
        who,
        '422 unknownAssignee',
      ]);
    expect(await act(tari, number, 'waitThirdParty', { party: 'Vendor', reason })).toMatchObject({
      status: 'WAITING_THIRD_PARTY',
      assignee: { name: galih.name },
    });
    expect(await refusal(act(tari, number, 'addHelper', { helper: await staffId(world, ilham.name) }))).toBe(
      '403 notAllowed',
    );
    expect(await act(laila, number, 'assign', { assignee: helper })).toMatchObject({
      assignee: { name: tari.name },
      helpers: [],
    });
    expect(await refusal(act(tari, number, 'removeHelper', { helper }))).toBe('422 unknownAssignee');
    await act(tari, number, 'addHelper', { helper: await staffId(world, galih.name) });
    expect(await act(tari, number, 'removeHelper', { helper: await staffId(world, galih.name) })).toMatchObject({
      helpers: [],
    });
    expect(Object.values((await last(number))?.facts ?? {})).toEqual([galih.name]);
  });
});

describe('a colleague named in what is said', () => {
  const notices = async (number: string) =>
    (
      await world.database.query<{ name: string; kind: string; text: string | null; is_mailed: boolean }>(
        `select u.name, n.kind, n.text, n.letter_id is not null as is_mailed from notices n join desk_staff() u
           on u.id = n.recipient_id where n.recipient_kind = 'staff' and n.ticket_number = $1 and n.kind = 'mentioned'
           order by u.name`,
        [number],
      )
    ).rows;

  test('is told why, once, and stands in the history of whoever may read it', async () => {
    const number = await taken();
    const [tariId, ilhamId] = [await staffId(world, tari.name), await staffId(world, ilham.name)];
    const body = `@${tari.name} dan @${ilham.name}, mohon dilihat.`;
    const mentions = [tariId, ilhamId, tariId];
    await galih.commentOnTicket({ number, body, internal: true, mentions });
    expect(await notices(number)).toEqual(
      [ilham.name, tari.name].map((name) => ({ name, kind: 'mentioned', text: body, is_mailed: true })),
    );
    expect(await last(number)).toMatchObject({ isInternal: true, mentions: [ilham.name, tari.name] });
    expect((await tari.listNotices({})).notices).toContainEqual(
      expect.objectContaining({ number, kind: 'mentioned', why: 'mentioned' }),
    );
    // A question to the requester names colleagues too, and the requester reads the name.
    await carry(number, [
      galih,
      'askRequester',
      { question: `Boleh @${tari.name} datang besok?`, mentions: [tariId] } as object,
    ]);
    expect(await notices(number)).toHaveLength(3);
    expect((await clerk.getTimeline({ number })).at(-1)).toMatchObject({ mentions: [tari.name] });
  });

  test('must be there, named in the text, and may read it; a requester names nobody', async () => {
    const number = await taken();
    const tariId = await staffId(world, tari.name);
    const say = (person: Person, body: string, mentions: number[]) =>
      refusal(person.commentOnTicket({ number, body, internal: person !== clerk, mentions }));
    expect(await say(galih, 'Tanpa nama', [tariId])).toBe('422 unknownColleague');
    expect(await say(galih, `@${tari.name}`, [tariId, 2_000_000])).toBe('422 unknownColleague');
    const eleven = Array.from({ length: 11 }, (_, index) => index + 1);
    expect(await say(galih, `@${tari.name}`, eleven)).toBe('400 invalid');
    expect(await say(clerk, `@${tari.name}`, [tariId])).toBe('403 notAllowed');
    expect(await refusal(clerk.listColleagues({ number }))).toBe('403 notAllowed');
    expect((await galih.listColleagues({ number })).map(({ name }) => name)).not.toContain(galih.name);
    expect(await notices(number)).toEqual([]);
  });

  test('is nobody who may not see a confidential ticket', async () => {
    const number = (await file(clerk, 'SEC-01')).number;
    expect(await laila.getTicket({ number })).toMatchObject({ isConfidential: true });
    const ofTicket = await laila.listColleagues({ number });
    expect(ofTicket.map(({ name }) => name)).not.toContain(tari.name);
    expect(ofTicket.map(({ name }) => name)).toContain(nisa.name);
    const body = `@${tari.name} @${nisa.name}`;
    const ids = [await staffId(world, tari.name), await staffId(world, nisa.name)];
    const note = (mentions: number[]) => laila.commentOnTicket({ number, body, internal: true, mentions });
    expect(await refusal(note(ids))).toBe('422 unknownColleague');
    await note(ids.slice(1));
    expect(await notices(number)).toEqual([{ name: nisa.name, kind: 'mentioned', text: null, is_mailed: true }]);
  });
});

test('somebody on the phone is found by name, number or unit, by whoever may file for them', async () => {
  const { rows } = await world.database.query<{ id: number; name: string; phone: string; email: string; unit: string }>(
    `update up_users u set phone = '+62 812-0000-7788' from skpd s where s.id = u.skpd_id and u.email = $1
       returning u.id, u.full_name as name, u.phone, u.email, s.name as unit`,
    [world.accounts.portal[0]?.email],
  );
  const [person] = rows as [(typeof rows)[0]];
  const found = async (q: string) => (await galih.findCallers({ q })).filter(({ id }) => id === person.id);
  const expected = [{ id: person.id, name: person.name, phone: person.phone, email: person.email }];
  for (const q of [person.name.slice(0, 5).toUpperCase(), '081200007788', '7788 ', person.unit])
    expect([q, await found(q)]).toMatchObject([q, q === '7788 ' ? [] : expected]);
  expect(await refusal(clerk.findCallers({ q: person.name }))).toBe('403 notAllowed');
  expect(await refusal(galih.findCallers({ q: 'a' }))).toBe('400 invalid');
});

test('who called before is found without an account: not of what is secret, and masked where others handle it', async () => {
  const contact = { name: 'Rosmaniar Uniang', phone: '+62 813-6600-1122', email: 'rosmaniar@contoh.test' };
  const call = async (category: string, over: object = {}) =>
    (await laila.submitTicket({ ...outage({ contact, ...over }), category, skpd: 'DINKES', channel: 'PHONE' })).number;
  await call('NET-01');
  const found = async (who: Person, q: string) =>
    (await who.findCallers({ q })).filter(({ id, name }) => id === null && /Uniang/.test(name));
  const known = { ...contact, id: null, isMasked: false, skpd: { code: 'DINKES' }, calledAt: expect.any(String) };
  const masked = { name: contact.name, phone: '•••122', email: 'r•••@contoh.test', isMasked: true };
  // The coordinator reads every contact; an officer that of what they handle, here the team that has it.
  for (const q of ['uniang', '0813 6600', 'DINKES']) expect([q, await found(laila, q)]).toMatchObject([q, [known]]);
  expect(await found(galih, 'uniang')).toMatchObject([known]);
  expect(await found(tari, 'uniang')).toMatchObject([masked]);
  // A part of a number tells nobody anything; who has all of it in front of them reads it as it is.
  expect(await found(tari, '081366001')).toEqual([]);
  expect(await found(tari, '0813-6600-1122')).toMatchObject([{ ...masked, phone: contact.phone }]);

  // Once a person, by the latest call; what the portal filed, what is secret and what is long ago tells of nobody.
  await call('NET-01', { title: 'Menelepon sekali lagi' });
  expect(await found(laila, 'uniang')).toHaveLength(1);
  const [portal, secret, account] = ['Portal Uniang', 'Rahasia Uniang', 'Lina Marlina'];
  await clerk.submitTicket(outage({ contact: { ...contact, name: portal } }));
  await laila.submitTicket({
    ...outage({ contact: { ...contact, name: secret }, form: await formFor(laila, 'SEC-01') }),
    ...{ category: 'SEC-01', skpd: 'DINKES', channel: 'PHONE' as const },
  });
  await call('NET-01', { contact: { ...contact, name: account, email: null } });
  expect((await found(laila, 'uniang')).map(({ name }) => name)).toEqual([contact.name]);
  expect((await laila.findCallers({ q: account })).map(({ id }) => id)).not.toContain(null);
  const old = await call('NET-01', { contact: { ...contact, name: 'Dahulu Uniang' } });
  const age = (days: number) =>
    world.database.query(
      'update tickets set submitted_at = submitted_at - make_interval(days => $2) where number = $1',
      [old, days],
    );
  expect(await found(laila, 'dahulu uniang')).toHaveLength(1);
  await age(366);
  expect(await found(laila, 'dahulu uniang')).toEqual([]);
  await age(-366);
});

describe('handing over', () => {
  const HANDED = 'Kabelnya baik; tampaknya aplikasinya.';
  test('an officer gives it to another team with a note, and is neither asked nor in charge any more', async () => {
    const number = await taken();
    expect(await refusal(act(ilham, number, 'release'))).toBe('403 notAllowed');
    expect(await refusal(act(galih, number, 'release', { team: 'TIM-X' }))).toBe('422 unknownTeam');
    expect(await act(galih, number, 'release', { team: 'TIM-APP', reason: HANDED })).toMatchObject({
      status: 'IN_PROGRESS',
      assignee: null,
      team: { code: 'TIM-APP' },
    });
    const entry = await last(number);
    expect(entry).toMatchObject({ event: 'release', text: HANDED, status: null });
    expect(Object.keys(entry?.facts ?? {})).toEqual(['team']);
    expect(await refusal(act(galih, number, 'release'))).toBe('409 wrongStatus');
    const { rows } = await world.database.query<{ why: string }>(
      "select distinct why from notices where ticket_number = $1 and kind = 'queued' order by why",
      [number],
    );
    expect(rows.map(({ why }) => why)).toEqual(['coordinator', 'requester', 'team']);
    // The coordinator takes it from whoever has it; that person hears of it.
    await act(ilham, number, 'claim');
    await act(laila, number, 'release', { reason: 'Ilham cuti' });
    expect(
      (
        await world.database.query(
          "select 1 from notices where ticket_number = $1 and kind = 'queued' and why = 'formerAssignee'",
          [number],
        )
      ).rowCount,
    ).toBe(1);
  });
  test('verified for another team it stays Baru, answered, and without an officer', async () => {
    const number = await open();
    const forwarded = await act(galih, number, 'forward', { team: 'TIM-APP', priority: 'LOW' });
    expect(forwarded).toMatchObject({ status: 'NEW', assignee: null, team: { code: 'TIM-APP' }, priority: 'LOW' });
    expect([forwarded.verifiedAt, forwarded.firstResponseAt]).toEqual([expect.any(String), expect.any(String)]);
    // Sent back for completion it is looked at anew, and comes back to Baru.
    await act(ilham, number, 'returnForCompletion', { question: 'Di gedung mana?' });
    expect(await clerk.commentOnTicket({ number, body: 'Gedung A.' })).toMatchObject({
      status: 'NEW',
      verifiedAt: null,
    });
    expect(await act(ilham, number, 'claim')).toMatchObject({ status: 'IN_PROGRESS', assignee: { name: ilham.name } });
  });
  test('what waits is resolved in one go, and the history tells of the work going on before', async () => {
    for (const [action, given] of [
      ['askRequester', { question: 'Sejak kapan?' }],
      ['waitThirdParty', { party: 'Vendor', reason }],
    ] as const) {
      const number = await taken();
      const { status } = await act(galih, number, action, given);
      expect(await act(galih, number, 'resolve', { resolutionSummary: 'Kabel sudah diganti.' })).toMatchObject({
        status: 'RESOLVED',
      });
      const told = (await clerk.getTimeline({ number })).slice(-2);
      expect(told.map(({ event, status: move }) => [event, move])).toEqual([
        ['resume', { from: status, to: 'IN_PROGRESS' }],
        ['resolve', { from: 'IN_PROGRESS', to: 'RESOLVED' }],
      ]);
    }
    const returned = await open();
    await act(galih, returned, 'returnForCompletion', { question: 'Di mana?' });
    expect(await refusal(act(laila, returned, 'resolve', { resolutionSummary: 'Kabel sudah diganti.' }))).toBe(
      '409 wrongStatus',
    );
  });
});
