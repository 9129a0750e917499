import { until } from '../../support/jobs';
import { freePort } from '../../support/servers';
import { file, mailbox, smtpPort, world } from './stage';

test('an administrator changes the server without a restart; its own words come back, and the password never does', async () => {
  const [admin, clerk] = [await world.staff('Administrator Demo'), await world.clerk()];
  await expect(clerk.getMailSettings({})).rejects.toMatchObject({ code: 'notAllowed' });
  const { version, source } = await admin.getMailSettings({});
  expect(source).toBe('environment');
  const settings = {
    host: '127.0.0.1',
    port: await freePort(),
    security: 'none' as const,
    username: null,
    password: 'rahasia-sekali-9',
    fromName: 'Meja Layanan',
    fromAddress: 'layanan@kota.test',
    replyTo: null,
    gatherMinutes: 0,
  };
  expect(await admin.tryMail({ to: 'admin@kota.test', settings })).toMatchObject({
    isAccepted: false,
    said: expect.stringContaining('ECONNREFUSED'),
  });
  const saved = await admin.saveMailSettings({ version, settings: { ...settings, port: smtpPort } });
  expect(saved).toMatchObject({ source: 'panel', hasPassword: true, version: version + 1 });
  expect(JSON.stringify(saved)).not.toContain('rahasia-sekali-9');
  const { rows } = await world.database.query<{ all: string }>(
    "select (select value::text from desk_settings where key = 'mail') || coalesce((select string_agg(payload::text, '') from audit_entries where subject_id = 'ticketing.mail'), '') as all",
  );
  expect(rows[0]?.all).not.toContain('rahasia-sekali-9');
  expect(await admin.tryMail({ to: 'admin@kota.test' })).toMatchObject({
    isAccepted: true,
    said: expect.stringMatching(/^250/),
  });
  await expect(admin.saveMailSettings({ version, settings })).rejects.toMatchObject({ code: 'settingsChanged' });
  const { number } = await file();
  await until('the next letter has the new sender', async () => {
    const letters = (await mailbox.lettersTo(clerk.email)).filter(({ subject }) => subject.includes(number));
    return letters.some(({ from }) => from[0]?.address === 'layanan@kota.test');
  });
});

test('an administrator words a letter, sees it with a real ticket, and puts it back', async () => {
  const admin = await world.staff('Administrator Demo');
  const { number } = await file();
  const { version } = await admin.listLetterWordings({});
  const template = { subject: 'Kabar {nomor}', body: 'Halo, {petugas} menangani {judul}.' };
  await expect(
    admin.saveLetterWording({ version, kind: 'assigned', language: 'id', template: { ...template, body: '{nama}' } }),
  ).rejects.toMatchObject({ code: 'invalid', details: { issues: [{ field: 'body', code: 'notInList' }] } });
  const preview = await admin.previewLetter({ kind: 'assigned', language: 'id', number, template });
  expect(preview).toMatchObject({
    subject: `Kabar ${number}`,
    text: expect.stringContaining('menangani Gangguan internet'),
  });
  const changed = await admin.saveLetterWording({ version, kind: 'assigned', language: 'id', template });
  const isChanged = ({ letters }: typeof changed) => letters.filter((each) => each.isChanged).map(({ kind }) => kind);
  expect(isChanged(changed)).toEqual(['assigned']);
  const back = await admin.saveLetterWording({
    version: changed.version,
    kind: 'assigned',
    language: 'id',
    template: null,
  });
  expect(isChanged(back)).toEqual([]);
});
