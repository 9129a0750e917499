import tls from 'node:tls';
import { inMailbox } from '../../../plugins/ticketing/server/inbound-mail/mailbox';
import { refusal } from '../../support/desk';
import { world, imap, BASE, inbox } from './stage';

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
    `select (select value::text from desk_settings where key = 'inbound-mail')
       || (select string_agg(payload::text, '') from audit_entries where subject_id = 'ticketing.inbound-mail') as all`,
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
