/** What somebody tries who means us ill, at the real doors. */
import fs from 'node:fs';
import path from 'node:path';
import { people } from './attack/roles';
import { knock, world } from './attack/stage';
import './attack/roles';
import './attack/doors';
import './attack/bodies';
import './attack/tokens';
import './attack/files';
import './attack/typed';

test('the log tells which call was made and how it ended, never what was asked, by whom, or with which key', async () => {
  const { clerk } = await people();
  const typed = '0812-0000-4711';
  const requestId = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const headers = { 'x-request-id': requestId };
  await knock({ method: 'GET', place: `/api/ticketing/tickets?q=${typed}`, token: clerk.token, headers });
  await knock({
    method: 'GET',
    place: '/api/ticketing/me',
    token: clerk.token,
    headers: { 'x-request-id': 'q=jahat' },
  });
  const folder = path.join(process.env['TEST_DATA_DIR'] ?? '', world.databaseName);
  const logs = fs.readdirSync(folder).filter((name) => name.endsWith('.log'));
  const log = logs.map((name) => fs.readFileSync(path.join(folder, name), 'utf8')).join('');
  const lines = log
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  // The portal's id of a person's request is the one that stands here; what is no id of ours is none.
  expect(lines.filter((line) => line['requestId'] === requestId)).toMatchObject([
    { level: 'http', service: 'cms', method: 'GET', route: '/api/ticketing/tickets', status: 200 },
  ]);
  for (const secret of [typed, 'q=', clerk.token, 'eyJ']) expect(log).not.toContain(secret);
});

test('the headers of the cms: nothing runs that is not ours, nobody frames it, no address is told on', async () => {
  const common = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': expect.stringMatching(/^max-age=31536000/) as string,
  };
  for (const [place, policy] of [
    ['/admin', /script-src 'self';.*frame-ancestors 'none'/],
    ['/api/ticketing/me', /^default-src 'none'; sandbox/],
    ['/ticketing/me', /^default-src 'none'; sandbox/],
    ['/tidak-ada', /^default-src 'none'; sandbox/],
  ] as const) {
    const headers = Object.fromEntries((await fetch(`${world.cms.url}${place}`)).headers);
    expect(headers).toMatchObject(common);
    expect(headers['content-security-policy']).toMatch(policy);
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*(unsafe|https?:)/);
    expect(headers['x-powered-by']).toBeUndefined();
  }
});
