import path from 'node:path';
import tls from 'node:tls';
import { inMailbox } from '../../plugins/ticketing/server/inbound-mail/mailbox';
import { carry, file as fileFor, refusal } from '../support/desk';
import { EXECUTABLE, PDF } from '../support/files';
import { openImap, type ImapServer } from '../support/imap';
import { runJob, until } from '../support/jobs';
import { openMailbox, type Letter, type Mailbox } from '../support/mail';
import { bare, openWorld, outage, type Person, type World } from '../support/world';

let world: World;
let mailbox: Mailbox;
let imap: ImapServer;
const BASE = 'balas@kota.test';

const inbox = (over: object = {}) => ({
  ...{ isOn: true, host: '127.0.0.1', port: imap.port, security: 'none' as const, username: imap.username },
  ...{ password: imap.password, folder: 'INBOX', address: BASE, takesBounces: true },
  ...over,
});

beforeAll(async () => {
  const folder = path.join(process.env['TEST_DATA_DIR'] ?? '', `inbound-${process.pid}`);
  [mailbox, imap] = await Promise.all([openMailbox(folder), openImap()]);
  world = await openWorld({ SMTP_URL: mailbox.smtpUrl });
});
afterAll(async () => {
  await world?.close();
  await Promise.all([mailbox?.close(), imap?.close()]);
});

const read = async (): Promise<void> => {
  expect(await runJob(world.database, 'inbound-mail')).toBe('completed');
};
const hurry = () => world.database.query("update pgboss.job set start_after = now() where name = 'letters'");
const file = async (over: object = {}): Promise<{ clerk: Person; number: string }> => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket(outage(over));
  return { clerk, number };
};
/** The letter about a ticket, once it has come. */
async function letterAbout(number: string, to: string, words = number): Promise<Letter> {
  let found: Letter | undefined;
  await until(`a letter about ${number} has come`, async () => {
    await hurry();
    const letters = await mailbox.lettersTo(to);
    found = letters.find(({ subject, text }) => subject.includes(number) && `${subject}${text}`.includes(words));
    return found !== undefined;
  });
  if (!found) throw new Error('no letter');
  return found;
}
const answerTo = async (letter: Letter): Promise<string> => (await mailbox.headerOf(letter, 'Reply-To')) ?? '';
const asQuoted = ({ text }: Letter): string =>
  `Pada Sen, 30 Nov 2026 Meja Layanan menulis:\n\n${text.replaceAll(/^/gm, '> ')}`;

interface Mail {
  readonly from: string;
  readonly to: string;
  readonly text?: string;
  readonly subject?: string;
  readonly id?: string;
  readonly headers?: readonly string[];
  readonly files?: readonly (readonly [name: string, bytes: Buffer])[];
}
let names = 0;
const nextId = (): string => `<surel-${(names += 1)}@hp.test>`;
/** A mail as a person's program writes it. */
function written({
  from,
  to,
  text = '',
  subject = 'Re: tiket',
  id = nextId(),
  headers = [],
  files = [],
}: Mail): string {
  const body = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text];
  const parts = files.flatMap(([name, bytes]) => [
    '--b',
    `Content-Type: application/octet-stream; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    bytes.toString('base64').replaceAll(/.{76}/g, '$&\n'),
  ]);
  return [
    `From: Ratih <${from}>`,
    `To: <${to}>`,
    `Subject: ${subject}`,
    `Message-ID: ${id}`,
    'Date: Mon, 30 Nov 2026 09:00:00 +0700',
    'MIME-Version: 1.0',
    ...headers,
    ...(files.length ? ['Content-Type: multipart/mixed; boundary=b', '', '--b', ...body, ...parts, '--b--', ''] : body),
  ]
    .join('\n')
    .replaceAll('\n', '\r\n');
}
const commentsOn = async (person: Person, number: string) =>
  (await person.getTimeline({ number })).filter(({ event }) => event === 'comment');
const saidOn = async (person: Person, number: string): Promise<string[]> =>
  (await commentsOn(person, number)).map(({ text }) => text ?? '');
const listed = async () => (await (await world.staff('Administrator Demo')).listQuarantine({})).rows;

test('an administrator tries the mailbox, hears the server’s own words, and saves it; the password never comes back', async () => {
  const [admin, clerk] = [await world.staff('Administrator Demo'), await world.clerk()];
  expect(await refusal(clerk.getInboundMail({}))).toBe('403 notAllowed');
  const { version, isOn } = await admin.getInboundMail({});
  expect(isOn).toBe(false);
  expect(await admin.tryInboundMail({ settings: inbox({ password: 'salah' }) })).toMatchObject({
    isOpened: false,
    said: expect.stringMatching(/authentication failed/i),
  });
  expect(await admin.tryInboundMail({ settings: inbox({ security: 'starttls' }) })).toMatchObject({ isOpened: false });
  expect(await admin.tryInboundMail({ settings: inbox({ folder: 'TIDAK-ADA' }) })).toMatchObject({ isOpened: false });
  expect(await admin.tryInboundMail({ settings: inbox() })).toEqual({ isOpened: true, unread: 0, said: '' });
  await expect(admin.saveInboundMail({ version, settings: inbox({ host: '' }) })).rejects.toMatchObject({
    code: 'invalid',
    details: { issues: [{ field: 'host', code: 'required' }] },
  });
  const saved = await admin.saveInboundMail({ version, settings: inbox() });
  expect(saved).toMatchObject({ isOn: true, hasPassword: true, version: version + 1 });
  expect(await refusal(admin.saveInboundMail({ version, settings: inbox() }))).toBe('409 settingsChanged');
  const { rows } = await world.database.query<{ all: string }>(
    "select (select value::text from desk_settings where key = 'inbound-mail') || (select string_agg(payload::text, '') from audit_entries where subject_id = 'ticketing.inbound-mail') as all",
  );
  expect(`${rows[0]?.all}${JSON.stringify(saved)}`).not.toContain(imap.password);
});

test('over TLS a certificate that vouches for itself is refused by name, and taken once this machine was given it', async () => {
  const admin = await world.staff('Administrator Demo');
  const secure = { host: 'localhost', port: imap.securePort, security: 'tls' as const };
  const untrusted = { isOpened: false, unread: 0, said: 'certificateUntrusted' };
  expect(await admin.tryInboundMail({ settings: inbox(secure) })).toEqual(untrusted);
  expect(await admin.tryInboundMail({ settings: inbox({ host: 'localhost', security: 'starttls' }) })).toEqual(
    untrusted,
  );
  // What NODE_EXTRA_CA_CERTS does as a process begins; the server's name counts then, too.
  const before = tls.getCACertificates('default');
  const opened = (over: object): Promise<number> => {
    const { password, address: _, takesBounces, ...settings } = inbox({ ...secure, ...over });
    return inMailbox({ ...settings, address: BASE, takesBounces, secret: password }, (box) =>
      Promise.resolve(box.unread.length),
    );
  };
  await expect(opened({})).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  tls.setDefaultCACertificates([...before, imap.certificate]);
  try {
    expect(await opened({})).toBe(0);
    expect(await opened({ port: imap.port, security: 'starttls' })).toBe(0);
    await expect(opened({ host: '127.0.0.1' })).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  } finally {
    tls.setDefaultCACertificates(before);
  }
});

test('an answer to a letter is a comment of whoever got it, with their files, once, and resumes what waited for it', async () => {
  const { clerk, number } = await file();
  const officer = await world.staff('Galih Ramadhan');
  await carry(number, [officer, 'claim'], [officer, 'askRequester', { question: 'Sejak kapan mati?' }]);
  const letter = await letterAbout(number, clerk.email, 'Sejak kapan mati?');
  expect(letter.text).toContain('Tulis balasan di atas baris ini');
  const to = await answerTo(letter);
  expect(to).toMatch(/balas\+[0-9a-z-]{30,46}@kota\.test/);
  const mail = written({
    ...{ from: clerk.email.toUpperCase(), to, id: '<jawab-1@hp.test>' },
    text: `Sejak pukul delapan pagi.\n\nDikirim dari iPhone saya\n\n${asQuoted(letter)}`,
    files: [
      ['bukti.pdf', PDF],
      ['hitung.exe', EXECUTABLE],
    ],
  });
  await imap.deliver(mail);
  await read();
  const ticket = await clerk.getTicket({ number });
  expect(ticket.status).toBe('IN_PROGRESS');
  expect(ticket.attachments.map(({ name }) => name)).toEqual(['bukti.pdf']);
  const [said = ''] = await saidOn(clerk, number);
  expect(said).toMatch(/^Sejak pukul delapan pagi\.\n\n\[Lampiran surel “hitung\.exe” tidak diterima: .+\]$/);
  expect((await commentsOn(clerk, number))[0]?.by.name).toBe(clerk.name);
  // Marked as unread by somebody, and sent once more by another way: nothing is written again.
  await imap.unreadAll();
  await imap.deliver(`Received: from lain.test\r\n${mail}`);
  await read();
  expect(await saidOn(clerk, number)).toEqual([said]);
  expect((await clerk.getTicket({ number })).attachments).toHaveLength(1);
  expect(await imap.count()).toEqual({ all: 2, unread: 0 });
  expect(await listed()).toEqual([]);
  // Something else under the same name is no answer.
  await imap.deliver(written({ from: clerk.email, to, id: '<jawab-1@hp.test>', text: 'Bukan, sejak kemarin.' }));
  await read();
  expect(await listed()).toMatchObject([{ reason: 'usedTwice', number, sender: clerk.email }]);
  expect(await saidOn(clerk, number)).toEqual([said]);
  // Both doors tell that it came by mail, each in its reader's language; what was written in the product says nothing.
  await officer.commentOnTicket({ number, body: 'Terima kasih.' });
  const told = (who: Person, language: string) =>
    bare(world, who)('get', `/tickets/${number}/timeline`).set('accept-language', language);
  for (const [who, language, channel] of [
    [clerk, 'id', 'Email'],
    [officer, 'en', 'E-mail'],
  ] as const) {
    const { body } = await told(who, language).expect(200);
    const comments = (body.data as { event: string; facts: object }[]).filter(({ event }) => event === 'comment');
    expect(comments.map(({ facts }) => facts)).toEqual([{ channel }, {}]);
  }
});

test('an officer answers as well, and a mail of HTML alone is read as text', async () => {
  const { clerk, number } = await file();
  const officer = await world.staff('Galih Ramadhan');
  await officer.actOnTicket({ number, action: 'claim' });
  await clerk.commentOnTicket({ number, body: 'Kapan datang?' });
  const to = await answerTo(await letterAbout(number, officer.email, 'Kapan datang?'));
  const html = `<div>Besok <b>pukul sembilan</b>.</div><div>On Mon, 30 Nov 2026 Meja wrote:</div><div>— Tulis balasan di atas baris ini —</div><p>Yth. ${officer.name}</p>`;
  await imap.deliver(written({ from: officer.email, to, text: html }).replace('text/plain', 'text/html'));
  await read();
  const said = await saidOn(clerk, number);
  expect(said.at(-1)?.replaceAll(/\s+/g, ' ')).toBe('Besok pukul sembilan.');
});

test('of a confidential ticket the letter says nothing, and may be answered', async () => {
  const clerk = await world.clerk();
  const { number } = await fileFor(clerk, 'SEC-01', { title: 'Akun pejabat diretas' });
  const letter = await letterAbout(number, clerk.email);
  expect(letter.text).not.toMatch(/diretas|Kami memerlukan/);
  await imap.deliver(written({ from: clerk.email, to: await answerTo(letter), text: 'Sudah saya matikan.' }));
  await read();
  expect(await saidOn(clerk, number)).toEqual(['Sudah saya matikan.']);
});

test('everything else is listed with its reason, written nowhere, and answered by nobody', async () => {
  const { clerk, number } = await file();
  const [colleague, stranger] = [await world.colleague(), await world.stranger()];
  const letter = await letterAbout(number, clerk.email);
  const to = await answerTo(letter);
  const token = /\+([^@]+)@/.exec(to)?.[1] ?? '';
  const forged = to.replace(
    token,
    token.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
  );
  const [ticket = '', person = '', day = '', mark = ''] = token.split('-');
  const longer = to.replace(token, [ticket, person, (Number.parseInt(day, 36) + 30).toString(36), mark].join('-'));
  const from = clerk.email;
  const text = 'Tolong tutup tiket ini.';
  const own = Buffer.from(written({ from: BASE, to, text }));
  const mails: readonly (readonly [string, string | Buffer])[] = [
    ['noToken', written({ from, to: BASE, text })],
    ['noToken', written({ from, to: 'lain@kota.test', text })],
    ['forgedToken', written({ from, to: forged, text })],
    ['forgedToken', written({ from, to: longer, text })],
    ['otherSender', written({ from: stranger.email, to, text })],
    ['otherSender', written({ from: colleague.email, to, text })],
    // Two senders are none, and what a name says is not an address.
    ['otherSender', written({ from: `${from}>, <${stranger.email}`, to, text })],
    ['otherSender', written({ from: stranger.email, to, text }).replace('From: Ratih', `From: "${from}"`)],
    ['otherSender', written({ from, to, text, headers: [`From: <${stranger.email}>`] })],
    ['automatic', written({ from, to, text: 'Saya cuti.', headers: ['Auto-Submitted: auto-replied'] })],
    ['automatic', written({ from, to, text: 'Saya cuti.', headers: ['Precedence: bulk'] })],
    ['own', own],
    ['own', written({ from, to, text, id: letter.headers['message-id'] ?? '' })],
    ['empty', written({ from, to, text: asQuoted(letter) })],
    ['tooLong', written({ from, to, text: 'a'.repeat(10_001) })],
    ['unreadable', `From: <${from}>\r\nTo: <${to}>\r\nX-Lama: ${'a'.repeat(70_000)}\r\n\r\n${text}`],
    ['unreadable', 'tanpa kepala dan tanpa akhir'],
    ['unreadable', nested(from, to)],
    ['tooLarge', written({ from, to, text: `${text}\n${'b'.repeat(70)}\n`.repeat(200_000) })],
  ];
  // Of the ticket, or to any of those senders: what waits to be carried is counted as well.
  const letters = async () =>
    (
      await world.database.query<{ count: number }>(
        'select count(*)::int as count from letters where ticket_number = $1 or address = any($2)',
        [number, [from, stranger.email, colleague.email, BASE]],
      )
    ).rows[0]?.count;
  const [before, known] = [await letters(), (await listed()).length];
  for (const [, mail] of mails) await imap.deliver(mail);
  // Also after somebody marked them as unread: each is listed once.
  await read();
  await imap.unreadAll();
  await read();
  const reasons = (await listed()).map(({ reason }) => reason).toReversed();
  expect(reasons.slice(known)).toEqual(mails.map(([reason]) => reason));
  expect((await imap.count()).unread).toBe(0);
  expect(await saidOn(clerk, number)).toEqual([]);
  expect((await clerk.getTicket({ number })).status).toBe('NEW');
  expect(await letters()).toBe(before);
  const admin = await world.staff('Administrator Demo');
  expect((await admin.listQuarantine({ reason: 'tooLarge' })).rows).toMatchObject([{ sender: from, number: null }]);
});

/** Parts within parts, deeper than anybody writes them. */
function nested(from: string, to: string): string {
  const depth = Array.from({ length: 60 }, (_, at) => at);
  return [
    `From: <${from}>`,
    `To: <${to}>`,
    'Content-Type: multipart/mixed; boundary=b0',
    '',
    ...depth.flatMap((at) => [`--b${at}`, `Content-Type: multipart/mixed; boundary=b${at + 1}`, '']),
    'Dalam sekali.',
  ].join('\r\n');
}

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
