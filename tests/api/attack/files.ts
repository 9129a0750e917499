import { EXECUTABLE, HTML, PDF, PNG } from '../../support/files';
import { OFFICE } from '../../support/knock';
import { outage } from '../../support/world';
import { knock, world } from './stage';
import { people } from './roles';

const upload = async (place: string, token: string, name: string, bytes: Buffer, type: string) => {
  const body = new FormData();
  body.append(place.startsWith('/upload') ? 'files' : 'file', new Blob([new Uint8Array(bytes)], { type }), name);
  const response = await fetch(`${world.cms.url}${place}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body,
  });
  return { status: response.status, text: await response.text() };
};

test('CVE-2026-22707: the media library takes pictures and papers, by their bytes, and serves them inert', async () => {
  const { admin, clerk } = await people();
  for (const [name, bytes] of [
    ['halaman.html', HTML],
    ['gambar.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['foto.png', HTML],
    ['program.exe', EXECUTABLE],
  ] as const)
    expect((await upload('/upload', admin.token, name, bytes, 'image/png')).status).toBe(415);
  expect((await upload('/upload', clerk.token, 'foto.png', PNG, 'image/png')).status).toBe(401);
  const { status, text } = await upload('/upload', admin.token, 'surat.pdf', PDF, 'text/html');
  expect(status).toBe(201);
  const [{ url, mime }] = JSON.parse(text) as [{ url: string; mime: string }];
  expect(mime).toBe('application/pdf');
  const { headers } = await fetch(`${world.cms.url}${url}`);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-disposition': 'attachment',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
  const { rows } = await world.database.query("select actor_name from audit_entries where subject_type = 'media'");
  expect(rows).toEqual([{ actor_name: OFFICE.admin }]);
});

test('CVE-2024-33668, CVE-2022-25802: a file is read through its own ticket, as what it is, and never runs', async () => {
  const { clerk, stranger } = await people();
  const [{ number }, other] = [await clerk.submitTicket(outage()), await stranger.submitTicket(outage())];
  const { status, text } = await upload(
    `/api/ticketing/tickets/${number}/attachments`,
    clerk.token,
    'foto.png',
    PNG,
    'text/html',
  );
  expect(status).toBe(201);
  const { id } = (JSON.parse(text) as { data: { id: string } }).data;
  for (const [token, place] of [
    [stranger.token, `/api/ticketing/tickets/${number}/attachments/${id}`],
    [stranger.token, `/api/ticketing/tickets/${other.number}/attachments/${id}`],
    [clerk.token, `/api/ticketing/tickets/${other.number}/attachments/${id}`],
  ] as const)
    expect((await knock({ method: 'GET', place, token })).status).toBe(404);
  const { headers } = await fetch(`${world.cms.url}/api/ticketing/tickets/${number}/attachments/${id}`, {
    headers: { authorization: `Bearer ${clerk.token}` },
  });
  expect(headers.get('content-type')).toBe('image/png');
  expect(headers.get('content-disposition')).toMatch(/^attachment/);
  expect(headers.get('content-security-policy')).toContain('sandbox');
});

test('CVE-2026-28289: a name keeps nothing unseen, no folder, no line and no turn of direction', async () => {
  const { clerk } = await people();
  const { number } = await clerk.submitTicket(outage());
  for (const [sent, kept] of [
    ['foto\u202egnp\u200b.png', 'fotognp.png'],
    ['../../rahasia/foto.png', 'foto.png'],
    ['.htaccess\u200d.png', 'htaccess.png'],
    ['baris\r\nX-Jahat: ya.png', 'barisX-Jahat_ ya.png'],
    ['...\u2066.png', 'png'],
  ] as const) {
    const { status, text } = await upload(
      `/api/ticketing/tickets/${number}/attachments`,
      clerk.token,
      sent,
      PNG,
      'image/png',
    );
    if (status === 201) expect((JSON.parse(text) as { data: { name: string } }).data.name).toBe(kept);
    else expect({ sent, status }).toEqual({ sent, status: 415 });
  }
});
