import { outage } from '../../support/world';
import { world, imap, BASE, inbox, read, file, letterAbout, answerTo, saidOn, listed } from './stage';
import { nextId, written } from './written';

test('whoever lost the right to comment, or the account, is no longer heard by mail', async () => {
  const { clerk, number } = await file();
  const to = await answerTo(await letterAbout(number, clerk.email));
  await world.database.query(
    "update tickets set locks_at = timezone('utc', now()) - interval '1 day' where number = $1",
    [number],
  );
  await imap.deliver(written({ from: clerk.email, to, text: 'Masih sama.' }));
  await read();
  expect((await listed())[0]).toMatchObject({ reason: 'mayNotComment', number });
  const block = (isBlocked: boolean) =>
    world.database.query('update up_users set blocked = $1 where email = $2', [isBlocked, clerk.email]);
  await block(true);
  await imap.deliver(written({ from: clerk.email, to, text: 'Masih sama juga.' }));
  await read();
  await block(false);
  expect((await listed())[0]).toMatchObject({ reason: 'unknownPerson', number: null });
  await world.database.query('update tickets set locks_at = null where number = $1', [number]);
  expect(await saidOn(clerk, number)).toEqual([]);
});

test('a letter that comes back counts as refused by its address, which is paused after three; a made-up one does not', async () => {
  const colleague = await world.colleague();
  const { email } = colleague;
  const isPaused = async () =>
    (await world.database.query<{ is: boolean }>('select mail_is_paused($1) as is', [email])).rows[0]?.is;
  const bounce = (name: string, over = '') =>
    [
      'From: <MAILER-DAEMON@mail.kota.test>',
      `To: <${BASE}>`,
      `Message-ID: ${nextId()}`,
      'Auto-Submitted: auto-replied',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      ...['', '--b', 'Content-Type: text/plain', '', 'Surat tidak dapat disampaikan.'],
      ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mail.kota.test', ''],
      ...[`Final-Recipient: rfc822; ${email}`, 'Action: failed', `Status: ${over || '5.1.1'}`],
      ...['Diagnostic-Code: smtp; 550 5.1.1 no such user', ''],
      ...['--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${name}`, `To: <${email}>`, '', '--b--', ''],
    ].join('\r\n');
  const ids: string[] = [];
  for (const _ of ['one', 'two', 'three']) {
    const { number } = await colleague.submitTicket(outage());
    const letter = await letterAbout(number, email);
    expect((letter as unknown as { envelope: { from: { address: string } } }).envelope.from.address).toBe(BASE);
    ids.push(letter.headers['message-id'] ?? '');
  }
  const [first = '', second = '', third = ''] = ids;
  const known = (await listed()).length;
  await imap.deliver(bounce(first));
  await imap.deliver(bounce(second));
  // Only for now, and of a letter whose name somebody made up.
  await imap.deliver(bounce(third, '4.2.2'));
  await imap.deliver(bounce(third.replace(/-[0-9a-z]{25}@/, `-${'0'.repeat(25)}@`)));
  await read();
  expect((await listed()).slice(0, 2)).toMatchObject([{ reason: 'unknownBounce' }, { reason: 'unknownBounce' }]);
  expect([(await listed()).length, await isPaused()]).toEqual([known + 2, false]);
  await imap.deliver(bounce(third));
  await imap.unreadAll();
  await read();
  expect(await isPaused()).toBe(true);
  const { rows } = await world.database.query<{ state: string; reason: string }>(
    'select state, reason from letters where address = $1 and is_refused',
    [email],
  );
  expect(rows).toEqual(Array.from({ length: 3 }, () => ({ state: 'FAILED', reason: '550 5.1.1 no such user' })));
  const told = await world.database.query(
    "select id from audit_entries where event = 'mailFailed' and payload ->> 'reason' = '550 5.1.1 no such user'",
  );
  expect(told.rows).toHaveLength(3);
});

test('while it is off no mail is read, and letters go back to being answered elsewhere', async () => {
  const admin = await world.staff('Administrator Demo');
  const { version } = await admin.getInboundMail({});
  const { password: _, ...kept } = inbox({ isOn: false });
  expect(await admin.saveInboundMail({ version, settings: kept })).toMatchObject({ isOn: false, hasPassword: true });
  await imap.deliver(written({ from: 'a@b.test', to: BASE, text: 'Halo.' }));
  await read();
  expect((await imap.count()).unread).toBe(1);
  const { clerk, number } = await file();
  const letter = await letterAbout(number, clerk.email);
  expect(await answerTo(letter)).not.toContain('balas+');
  expect(letter.text).not.toContain('Tulis balasan di atas baris ini');
});
