import request from 'supertest';
import { until } from '../../support/jobs';
import { makeInPanel } from '../../support/portal-account';
import { file, hurry, ledger, mailbox, takeMail, world } from './stage';

test('a mail server that is down keeps nobody waiting, and the letter leaves once it is back, though we were stopped', async () => {
  const { status, email } = await makeInPanel(world);
  expect(status).toBe(201);
  await until('the first attempt failed', async () => {
    const [letter] = await ledger('address = $1', email);
    return letter?.reason?.includes('ECONNREFUSED') === true;
  });
  // What it says holds a one-time link: nobody reads it in the database.
  const [waiting] = await ledger('address = $1', email);
  expect(waiting).toMatchObject({ state: 'SENDING', sealed: expect.any(String) });
  expect(Buffer.from(waiting?.sealed ?? '', 'base64').toString('latin1')).not.toContain('kode=');
  await takeMail('mail');
  await world.restart();
  await hurry();
  const letter = await mailbox.next(email, 'Buat kata sandi');
  expect(letter.text).toContain('?kode=');
  await until('it is written down', async () => (await ledger('address = $1', email))[0]?.state === 'SENT');
  expect(await ledger('address = $1', email)).toMatchObject([{ state: 'SENT', sealed: null, reason: null }]);
});

test('a forgotten password of the panel goes the same way, though Strapi words the letter', async () => {
  const { email } = await world.staff('Tari Puspita');
  await request(world.cms.url).post('/admin/forgot-password').send({ email }).expect(204);
  await until('it has left', async () => (await ledger('address = $1', email)).some(({ state }) => state === 'SENT'));
  expect(await ledger("address = $1 and kind = 'reset'", email)).toMatchObject([{ state: 'SENT', sealed: null }]);
  expect((await mailbox.lettersTo(email)).some(({ text }) => text.includes('/auth/reset-password'))).toBe(true);
});

test('a refused deed tells nobody', async () => {
  const { number } = await file();
  const officer = await world.staff('Galih Ramadhan');
  const before = await ledger('ticket_number = $1', number);
  await expect(
    officer.actOnTicket({ number, action: 'resolve', resolutionSummary: 'Sambungan sudah dipulihkan.' }),
  ).rejects.toMatchObject({
    code: 'wrongStatus',
  });
  expect(await ledger('ticket_number = $1', number)).toEqual(before);
});
