import { world, imap, BASE, read, file, letterAbout, answerTo, asQuoted, saidOn, listed } from './stage';
import { written } from './written';

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
