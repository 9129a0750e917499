import type { Role } from 'strapi-plugin-ticketing/domain';
import { everyEntry, expectWholeChains } from '../../support/entries';
import { codeIn } from '../../support/mail';
import { makeInPanel, newPassword } from '../../support/portal-account';
import { outage, type Person, signInPortal, signInStaff } from '../../support/world';
import { events, mail, post, reset, world } from './stage';

test('an account made in the panel without a password is invited, for seven days, and its link can be renewed', async () => {
  const { status, body, email } = await makeInPanel(world);
  expect(status).toBe(201);
  const letter = await mail.next(email, 'Buat kata sandi');
  expect(letter.text).toContain('Administrator menyiapkan akun');
  const { rows } = await world.database.query<{ days: number }>(
    'select extract(epoch from l.expires_at - l.created_at) / 86400 as days from account_links l join ' +
      'up_users u on u.id = l.user_id where u.email = $1',
    [email],
  );
  expect(Number(rows[0]?.days)).toBeCloseTo(7);

  await mail.empty();
  const admin = await world.staff('Administrator Demo');
  expect(await admin.inviteAccount({ id: body.documentId })).toMatchObject({ email });
  await reset(codeIn(letter), newPassword()).expect(410);
  const password = newPassword();
  await reset(codeIn(await mail.next(email, 'Buat kata sandi')), password).expect(200);
  await signInPortal(world.cms.url, { role: 'REQUESTER', skpd: 'DISDIKBUD', name: 'Siti Rahmawati', email, password });
  expect((await events(email)).map(({ event, actor_name }) => `${event}: ${actor_name}`)).toEqual(
    expect.arrayContaining([
      'create: Administrator Demo',
      'invite: Administrator Demo',
      'acceptInvitation: Siti Rahmawati',
    ]),
  );
});

test('only administrators invite, and nobody who is blocked', async () => {
  const { body, email } = await makeInPanel(world);
  for (const person of [
    await world.clerk(),
    await world.leader(),
    await world.staff('Galih Ramadhan'),
    await world.staff('Laila Safitri'),
  ])
    await expect(person.inviteAccount({ id: body.documentId })).rejects.toMatchObject({ code: 'notAllowed' });
  await world.database.query('update up_users set blocked = true where email = $1', [email]);
  await expect((await world.staff('Administrator Demo')).inviteAccount({ id: body.documentId })).rejects.toMatchObject({
    code: 'accountBlocked',
  });
  await expect((await world.staff('Administrator Demo')).inviteAccount({ id: 'a'.repeat(24) })).rejects.toMatchObject({
    code: 'notFound',
  });
});

/** Invites somebody to the panel, who makes a password by the link of the letter and signs in. */
async function hire(by: Person, name: string, email: string, roles: Role[], teams: string[] = []) {
  const account = await by.createAccount({ door: 'staff', fullName: name, email, roles, teams });
  expect(account).toMatchObject({ name, email, roles, state: 'invited', lastSignInAt: null, isSuper: false });
  const letter = await mail.next(email, 'Buat kata sandi');
  const code = /registrationToken=([0-9a-f]{64})/.exec(letter.text)?.[1] ?? '';
  const [firstname = '', ...rest] = name.split(' ');
  const password = newPassword();
  await post('/admin/register', {
    registrationToken: code,
    userInfo: { firstname, lastname: rest.join(' '), password },
  }).expect(200);
  const person = await signInStaff(world.cms.url, { role: roles[0] ?? '', name, email, team: null, password });
  return { account, password, person };
}

test('an administrator who is no super administrator keeps the accounts of both doors, without one password', async () => {
  const first = await world.staff('Administrator Demo');
  const { account: own, person: dewi } = await hire(first, 'Dewi Lestari', 'dewi.lestari@bukittinggi.test', ['ADMIN']);
  const found = async (q: string) => (await dewi.listAccounts({ q })).rows;
  expect(await found('dewi.lestari@')).toMatchObject([{ state: 'active', lastSignInAt: expect.any(String) }]);

  // At the portal a clerk has a unit; what was typed comes back with what is wrong.
  const clerk = { door: 'portal' as const, fullName: 'Rudi Hartono', email: 'rudi.hartono@bukittinggi.test' };
  await expect(dewi.createAccount({ ...clerk, roles: ['REQUESTER'] })).rejects.toMatchObject({
    details: { issues: [expect.objectContaining({ field: 'skpd', code: 'required' })] },
  });
  const rudi = await dewi.createAccount({ ...clerk, roles: ['REQUESTER'], skpd: 'DINKES', phone: '0840-0000-0299' });
  expect(rudi).toMatchObject({ state: 'invited', skpd: { code: 'DINKES' }, roles: ['REQUESTER'] });
  await expect(
    dewi.createAccount({ ...clerk, email: 'Rudi.Hartono@bukittinggi.test', roles: ['LEADER'] }),
  ).rejects.toMatchObject({ details: { issues: [expect.objectContaining({ field: 'email', code: 'taken' })] } });
  await mail.next(clerk.email, 'Buat kata sandi');
  await mail.empty();
  await dewi.inviteAgain({ door: 'portal', id: rudi.id });
  const password = newPassword();
  await reset(codeIn(await mail.next(clerk.email, 'Buat kata sandi')), password).expect(200);
  const atPortal = await signInPortal(world.cms.url, { ...clerk, name: clerk.fullName, role: '', skpd: '', password });
  await expect(dewi.inviteAgain({ door: 'portal', id: rudi.id })).rejects.toMatchObject({ code: 'notInvited' });
  expect(
    await dewi.changeAccount({
      door: 'portal',
      id: rudi.id,
      fullName: 'Rudi H.',
      email: clerk.email,
      roles: ['LEADER'],
    }),
  ).toMatchObject({ name: 'Rudi H.', roles: ['LEADER'], phone: '0840-0000-0299', state: 'active' });
  await dewi.deactivateAccount({ door: 'portal', id: rudi.id });
  await expect(atPortal.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect((await events(clerk.email)).map(({ event, actor_name }) => `${event}: ${actor_name}`)).toEqual(
    expect.arrayContaining([
      'create: Dewi Lestari',
      'invite: Dewi Lestari',
      'update: Dewi Lestari',
      'endSessions: Dewi Lestari',
    ]),
  );

  // Many at once: tried first, made whole or not at all, each with a letter.
  const list = 'Ani Wijaya;ani.wijaya@bukittinggi.test;pemohon;DINKES\nTanpa Unit;tanpa.unit@bukittinggi.test;pemohon;';
  expect(await dewi.importAccounts({ csv: list, isTrial: true })).toMatchObject({
    added: 0,
    lines: [{ fault: null }, { line: 2, fault: 'skpd' }],
  });
  await expect(dewi.importAccounts({ csv: list, isTrial: false })).rejects.toMatchObject({ code: 'invalid' });
  expect(await found('ani.wijaya')).toEqual([]);
  expect(await dewi.importAccounts({ csv: `${list}DINKES`, isTrial: false })).toMatchObject({ added: 2 });
  for (const email of ['ani.wijaya@bukittinggi.test', 'tanpa.unit@bukittinggi.test'])
    await mail.next(email, 'Buat kata sandi');
  expect(await found('ani.wijaya')).toMatchObject([{ state: 'invited', skpd: { code: 'DINKES' } }]);
  // Staff stand in the same list, with roles and teams; a team that is not there stops all of it.
  const staff = 'Nama;Email;Peran;Tim\nIndra Jaya;indra.jaya@bukittinggi.test;Petugas|Koordinator;TIM-DATA|TIM-';
  await expect(dewi.importAccounts({ csv: `${staff}ENTAH`, isTrial: false })).rejects.toMatchObject({
    code: 'invalid',
  });
  expect(await found('indra.jaya')).toEqual([]);
  expect(await dewi.importAccounts({ csv: `${staff}APP`, isTrial: false })).toMatchObject({ added: 1 });
  expect(await found('indra.jaya')).toMatchObject([
    {
      door: 'staff',
      state: 'invited',
      roles: ['OFFICER', 'COORDINATOR'],
      teams: [{ code: 'TIM-APP' }, { code: 'TIM-DATA' }],
    },
  ]);
  await mail.next('indra.jaya@bukittinggi.test', 'Buat kata sandi');
  expect(await dewi.importAccounts({ csv: `${staff}APP`, isTrial: true })).toMatchObject({
    lines: [{ fault: 'known' }],
  });

  // Neither herself, nor who stands above her; nobody else keeps accounts at all.
  const [top] = await found('Administrator Demo');
  expect(top).toMatchObject({ isSuper: true });
  const one = { door: 'staff' as const, id: top?.id ?? 0 };
  await expect(dewi.deactivateAccount(one)).rejects.toMatchObject({ code: 'highestAccount' });
  await expect(
    dewi.changeAccount({ ...one, fullName: 'X', email: 'x@bukittinggi.test', roles: ['OFFICER'] }),
  ).rejects.toMatchObject({ code: 'highestAccount' });
  await expect(dewi.deactivateAccount({ door: 'staff', id: own.id })).rejects.toMatchObject({ code: 'ownAccount' });
  for (const person of [await world.clerk(), await world.leader(), await world.staff('Laila Safitri')])
    await expect(person.listAccounts({})).rejects.toMatchObject({ code: 'notAllowed' });
});

test('an officer who leaves is out at once, and no ticket stays on the empty desk', async () => {
  const first = await world.staff('Administrator Demo');
  const clerk = await world.clerk();
  const { account, person, password } = await hire(
    first,
    'Bayu Saputra',
    'bayu.saputra@bukittinggi.test',
    ['OFFICER'],
    ['TIM-INFRA'],
  );
  const { number } = await clerk.submitTicket(outage());
  await person.actOnTicket({ number, action: 'claim' });
  const one = { door: 'staff' as const, id: account.id };
  const helped = (await clerk.submitTicket(outage({ title: 'Kabel lantai dua' }))).number;

  // Choosing the colleague is assigning, which an administrator may not; then nothing has happened.
  const galih = await world.staff('Galih Ramadhan');
  const { actor } = await galih.getMe({});
  await expect(first.deactivateAccount({ ...one, handTo: actor.id })).rejects.toMatchObject({ code: 'notAllowed' });
  expect((await first.listAccounts({ q: account.email })).rows).toMatchObject([{ state: 'active', openTickets: 1 }]);

  await galih.actOnTicket({ number: helped, action: 'claim' });
  await galih.actOnTicket({ number: helped, action: 'addHelper', helper: account.id });
  expect(await first.deactivateAccount(one)).toMatchObject({ state: 'inactive', openTickets: 0 });
  // Whoever is gone helps nobody either, and the ticket says so.
  expect(await galih.getTicket({ number: helped })).toMatchObject({ helpers: [], assignee: { id: actor.id } });
  expect((await galih.getTimeline({ number: helped })).at(-1)).toMatchObject({
    event: 'removeHelper',
    facts: { helper: 'Bayu Saputra' },
  });
  await expect(person.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await galih.getTicket({ number })).toMatchObject({
    status: 'IN_PROGRESS',
    assignee: null,
    team: { code: 'TIM-INFRA' },
  });
  expect((await galih.getTimeline({ number })).at(-1)).toMatchObject({
    event: 'release',
    text: 'Akun Bayu Saputra tidak aktif lagi.',
  });
  await post('/admin/login', { email: account.email, password }).expect(400);

  // Back, and this time a coordinator among the administrators names who goes on.
  expect(await first.activateAccount(one)).toMatchObject({ state: 'active' });
  const back = await signInStaff(world.cms.url, {
    role: '',
    name: account.name,
    email: account.email,
    team: null,
    password,
  });
  await back.actOnTicket({ number, action: 'claim' });
  const { person: chief } = await hire(first, 'Sari Wulandari', 'sari.wulandari@bukittinggi.test', [
    'COORDINATOR',
    'ADMIN',
  ]);
  await chief.deactivateAccount({ ...one, handTo: actor.id });
  expect(await galih.getTicket({ number })).toMatchObject({ assignee: { name: galih.name } });
  expectWholeChains(await everyEntry(world));
});
