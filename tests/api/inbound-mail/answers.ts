import { carry, file as fileFor } from '../../support/desk';
import { EXECUTABLE, PDF } from '../../support/files';
import { bare, type Person } from '../../support/world';
import { world, imap, read, file, letterAbout, answerTo, asQuoted, commentsOn, saidOn, listed } from './stage';
import { written } from './written';

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
  const html =
    '<div>Besok <b>pukul sembilan</b>.</div><div>On Mon, 30 Nov 2026 Meja wrote:</div>' +
    `<div>— Tulis balasan di atas baris ini —</div><p>Yth. ${officer.name}</p>`;
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
