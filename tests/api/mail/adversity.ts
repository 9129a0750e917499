import { type Victim, weather } from '../../support/crash';
import { refusal } from '../../support/desk';
import { runJob, until } from '../../support/jobs';
import { dawdle, refuseLetters } from '../../support/mail';
import { newcomer } from '../../support/portal-account';
import { outage } from '../../support/world';
import { allCarried, file, filesOf, hurry, ledger, mailbox, smtpPort, takeMail, world } from './stage';

test('a letter that was given up is seen with its reason, alarms, and can be sent again', async () => {
  const [admin, clerk] = [await world.staff('Administrator Demo'), await world.clerk()];
  const { number } = await file();
  await allCarried(number);
  const [letter] = await ledger("ticket_number = $1 and recipient_kind = 'portal'", number);
  await mailbox.close();
  await world.database.query("update letters set state = 'WAITING' where id = $1", [letter?.id]);
  await clerk.mailDocument({ number, kind: 'receipt', to: 'ME' });
  const [, paper] = await ledger("ticket_number = $1 and recipient_kind = 'portal'", number);
  // Their last attempt, on a day on which the server never came back.
  for (const each of [letter, paper]) {
    await world.database.query(
      "insert into pgboss.job (name, data, retry_limit) values ('letters', json_build_object('letter', $1::int), 0)",
      [each?.id],
    );
    await until('it was given up', async () => (await ledger('id = $1', each?.id ?? ''))[0]?.state === 'FAILED');
  }
  const dead = await admin.listLetters({ state: 'FAILED' });
  const refusedOf = (kind: string) => ({
    ...{ kind, number, to: clerk.email, isResendable: true },
    reason: expect.stringContaining('ECONNREFUSED'),
  });
  expect(dead.rows).toMatchObject([refusedOf('paper'), refusedOf('ticket')]);
  expect((await admin.getWarnings({})).map(({ code }) => code)).toContain('lettersFailed');
  await takeMail('again');
  expect(await admin.resendLetter({ id: Number(letter?.id) })).toMatchObject({ state: 'SENDING' });
  await mailbox.next(clerk.email, number);

  // Its file waits for it for three months; after them neither is kept, and it cannot be sent again.
  expect(await runJob(world.database, 'keys')).toBe('completed');
  expect(await filesOf(number)).toHaveLength(1);
  await world.database.query("update letters set ended_at = ended_at - interval '91 days' where id = $1", [paper?.id]);
  expect(await runJob(world.database, 'keys')).toBe('completed');
  expect(await filesOf(number)).toEqual([]);
  expect(await ledger('id = $1', paper?.id ?? '')).toMatchObject([{ state: 'FAILED', sealed: null }]);
  expect((await admin.listLetters({ state: 'FAILED' })).rows).toMatchObject([{ kind: 'paper', isResendable: false }]);
  expect(await refusal(admin.resendLetter({ id: Number(paper?.id) }))).toBe('404 notFound');
});

test('a mail server that takes its time keeps nobody waiting, and the letter leaves once it is quicker', async () => {
  await mailbox.close();
  const slow = await dawdle(smtpPort);
  const { clerk, number } = await file();
  await until('a letter is being handed over', async () => {
    await hurry();
    return slow.lines() > 0;
  });
  await clerk.commentOnTicket({ number, body: 'Masih mati sampai sekarang.' });
  const officer = await world.staff('Galih Ramadhan');
  expect(await officer.actOnTicket({ number, action: 'claim' })).toMatchObject({ status: 'IN_PROGRESS' });
  expect((await file()).number).not.toBe(number);
  // It is the same line all the while: nobody was answered because it had ended.
  expect(slow.lines()).toBeGreaterThan(0);
  await slow.close();
  await takeMail('again');
  await allCarried(number);
  expect((await mailbox.lettersTo(clerk.email)).some(({ text }) => text.includes(number))).toBe(true);
});

test('cms, database and mail server die while requests are filed: every letter arrives, none of what was rolled back', async () => {
  const kills: Victim[] = ['cms', 'database', 'mail server'];
  const killed: Record<Victim, () => Promise<unknown>> = {
    cms: () => world.crash(),
    database: () =>
      world.database.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      ),
    'mail server': async () => {
      await mailbox.kill();
      await takeMail('again');
    },
  };
  await mailbox.empty();
  const found = await weather({
    world,
    changes: 40,
    kills,
    kill: async (victim) => void (await killed[victim]()),
    mailbox: () => mailbox,
    patience: 240_000,
  });
  expect(found.filed).toHaveLength(40);
  expect(found).toMatchObject({ untold: [], strangers: [] });
  expect(found.duplicates).toBeLessThanOrEqual(kills.length);
});

test('an address that refuses three letters in a row is paused, its owner and administrators are told, and one that arrives ends it', async () => {
  const [admin, account] = [await world.staff('Administrator Demo'), await newcomer(world)];
  const person = await account.signIn();
  const fileOne = async () => {
    const { number } = await person.submitTicket(
      outage({ contact: { name: account.name, phone: '0840-0000-0201', email: account.email } }),
    );
    await allCarried(number);
    const [letter] = await ledger('ticket_number = $1 and address = $2', number, account.email);
    return letter;
  };
  const isPaused = async () => [
    (await person.getAccount({})).isMailPaused,
    (await admin.listAccounts({ q: account.email })).rows.map(({ isMailPaused }) => isMailPaused),
  ];
  await mailbox.close();
  const refusing = await refuseLetters(smtpPort);
  for (const _ of [1, 2])
    expect(await fileOne()).toMatchObject({ state: 'FAILED', reason: expect.stringMatching('550') });
  expect(await isPaused()).toEqual([false, [false]]);
  expect(await fileOne()).toMatchObject({ state: 'FAILED' });
  expect(await isPaused()).toEqual([true, [true]]);
  const [{ number = '' } = {}] = (await person.listTickets({})).rows;
  expect(await refusal(person.mailDocument({ number, kind: 'receipt', to: 'ME' }))).toBe('409 mailPaused');
  await refusing.close();
  await takeMail('back');
  expect(await fileOne()).toMatchObject({ state: 'DROPPED', reason: 'addressPaused' });
  expect(await person.tryOwnAddress({})).toMatchObject({ isMailPaused: true });
  expect((await mailbox.next(account.email, 'menerima surat lagi')).text).toContain(account.email);
  await until('it is no longer paused', async () => !(await person.getAccount({})).isMailPaused);
  expect(await fileOne()).toMatchObject({ state: 'SENT' });
});
