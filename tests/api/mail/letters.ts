import { formFor, refusal } from '../../support/desk';
import { outage } from '../../support/world';
import { allCarried, file, mailbox, world } from './stage';

test('what happens on a ticket within two minutes is one letter, to those whom it concerns and not to whoever did it', async () => {
  const { clerk, number } = await file();
  const officer = await world.staff('Galih Ramadhan');
  await officer.actOnTicket({ number, action: 'claim' });
  await officer.commentOnTicket({ number, body: 'Teknisi berangkat pukul sembilan.' });
  await officer.commentOnTicket({ number, body: 'Hanya untuk petugas.', internal: true });
  await allCarried(number);
  const mine = (await mailbox.lettersTo(clerk.email)).filter(({ subject }) => subject.includes(number));
  expect(mine).toHaveLength(1);
  const [letter] = mine;
  expect(letter?.text).toContain('sudah tercatat dengan nomor');
  expect(letter?.text).toContain(`sekarang ditangani oleh ${officer.name}`);
  expect(letter?.text).toContain('> Teknisi berangkat pukul sembilan.');
  expect(letter?.text).toContain('Kenapa saya menerima ini? Anda pemohon');
  expect(letter?.text).toContain('/profil/pemberitahuan');
  expect(letter?.text).toContain('(0752) 33369/21879');
  expect(letter?.text).not.toContain('Hanya untuk petugas');
  expect(letter?.headers).toMatchObject({ 'auto-submitted': 'auto-generated' });
  expect(letter?.headers['references']).toContain(number);
  // The mates of the team heard of the new ticket; the officer of none of their own deeds.
  const others = (await mailbox.all()).filter(
    ({ subject }) => subject.includes(number) && subject.includes('Tiket dibuat'),
  );
  expect(others.length).toBeGreaterThan(0);
  const toOfficer = (await mailbox.lettersTo(officer.email)).filter(({ subject }) => subject.includes(number));
  expect(toOfficer.filter(({ text }) => /ditangani|Teknisi/.test(text))).toEqual([]);
  // In the product the clerk finds the same, unread until it is read; the receipt of the own deed is a letter alone.
  const { notices, unread } = await clerk.listNotices({});
  expect(notices.filter((each) => each.about === 'ticket' && each.number === number).map(({ kind }) => kind)).toEqual([
    'comment',
    'assigned',
  ]);
  expect(await clerk.readNotices({ id: notices[0]?.id ?? 0 })).toEqual({ unread: unread - 1 });
  expect(await clerk.readNotices({ upTo: notices[0]?.id ?? 0 })).toEqual({ unread: 0 });
  expect(await clerk.countNotices({})).toEqual({ unread: 0 });
});

test('a confidential service sends no word of what it is about', async () => {
  const clerk = await world.clerk();
  const { number } = await clerk.submitTicket({
    ...outage(),
    title: 'Akun pejabat diretas',
    category: 'SEC-01',
    form: await formFor(clerk, 'SEC-01'),
  } as never);
  await allCarried(number);
  const letters = (await mailbox.all()).filter(({ subject }) => subject.includes(number));
  expect(letters.length).toBeGreaterThan(0);
  for (const { subject, text, html } of letters)
    for (const said of [subject, text, html]) expect(said).not.toMatch(/diretas|loket pelayanan|Sejak pagi/);
  // Nor a paper, which says all of it.
  expect((await clerk.listDocuments({ number })).flatMap(({ mailableTo }) => mailableTo)).toEqual([]);
  expect(await refusal(clerk.mailDocument({ number, kind: 'receipt', to: 'ME' }))).toBe('409 notByMail');
});

test('who switches a letter off is written no more of it, and the choice is written down', async () => {
  const { clerk, number } = await file();
  const { preferences, kinds } = await clerk.getNoticeChoices({});
  expect(kinds).toContain('completed');
  expect(kinds).not.toContain('atRisk');
  await clerk.saveNoticeChoices({ ...preferences, channels: { comment: { mail: false } } });
  await allCarried(number);
  const officer = await world.staff('Galih Ramadhan');
  await officer.commentOnTicket({ number, body: 'Tanpa surel.' });
  const { rows } = await world.database.query(
    "select letter_id from notices where ticket_number = $1 and kind = 'comment' and recipient_kind = 'portal'",
    [number],
  );
  expect(rows).toEqual([{ letter_id: null }]);
  await clerk.saveNoticeChoices({ ...preferences, channels: {} });
});
