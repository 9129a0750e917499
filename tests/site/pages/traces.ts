import fs from 'node:fs';
import path from 'node:path';
import { SPAN_FACTS } from 'strapi-plugin-ticketing/traces';
import { until } from '../../support/jobs';
import { logsOf, tellingIn } from '../../support/logs';
import { stage, collector, clerk, ticket } from './stage';

test('a page and what the cms did for it stand under one id in both logs, without what was asked', async () => {
  const asked = 'katakunci-sangat-pribadi';
  const cookie = (await clerk.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(`${stage.site.url}/tiket?q=${asked}`, { headers: { cookie } });
  const requestId = response.headers.get('x-request-id') ?? '';
  expect({ status: response.status, requestId }).toMatchObject({
    status: 200,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const folder = path.join(process.env['TEST_DATA_DIR'] ?? '', stage.databaseName);
  const linesOf = (place: string) =>
    fs
      .readdirSync(place)
      .filter((name) => name.endsWith('.log'))
      .flatMap((name) => fs.readFileSync(path.join(place, name), 'utf8').split('\n'));
  const [portal, cms] = [linesOf(`${folder}-site`), linesOf(folder)];
  const under = (lines: readonly string[]) =>
    lines
      .filter((line) => line.startsWith('{') && line.includes(requestId))
      .map((line) => (JSON.parse(line) as { route: string }).route);
  expect(under(portal)).toEqual(['/tiket']);
  expect(under(cms)).toContain('/api/ticketing/tickets');
  expect([...portal, ...cms].join('\n')).not.toContain(asked);
  expect(await tellingIn(logsOf(stage), stage)).toEqual([]);
});

test('a page, what the cms did for it and each statement are one trace, which says nothing of anybody', async () => {
  const asked = 'katakunci-sangat-pribadi';
  const cookie = (await clerk.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(`${stage.site.url}/tiket?q=${asked}`, { headers: { cookie } });
  const id = response.headers.get('x-request-id') ?? '';
  const named = (service: string, name: string) =>
    collector.spansOf(id).find((span) => span.service === service && span.name === name);
  await until('both have sent their spans', async () =>
    Boolean(named('ticketing-site', 'GET /tiket') && named('ticketing-cms', 'listTickets')),
  );
  const page = named('ticketing-site', 'GET /tiket');
  const request = named('ticketing-cms', 'GET /api/ticketing/tickets');
  const useCase = named('ticketing-cms', 'listTickets');
  const call = collector.spansOf(id).find(({ spanId }) => spanId === request?.parentSpanId);
  expect([page?.parentSpanId, page?.kind]).toEqual([undefined, 2]);
  expect([call?.service, call?.parentSpanId]).toEqual(['ticketing-site', page?.spanId]);
  expect(useCase?.parentSpanId).toBe(request?.spanId);
  const statements = collector.spansOf(id).filter(({ parentSpanId }) => parentSpanId === useCase?.spanId);
  expect(statements.length).toBeGreaterThan(0);
  expect(new Set(statements.map(({ kind }) => kind))).toEqual(new Set([3]));
  expect([...collector.authorizations]).toEqual(['Bearer pengumpul']);

  // All that was sent since the beginning, of pages, sign-ins and statements.
  const all = collector.bodies.join('\n');
  const { portal, staff } = stage.accounts;
  const secret = [asked, ticket, ...cookie.split('; ').map((pair) => pair.split('=')[1] ?? '')];
  for (const told of [...portal, ...staff].flatMap(({ name, email, password }) => [name, email, password]))
    expect(all).not.toContain(told);
  for (const told of secret.filter((value) => value.length > 8)) expect(all).not.toContain(told);
  const known: readonly string[] = Object.values(SPAN_FACTS);
  const keys = collector.spansOf(id).flatMap(({ attributes }) => attributes.map(({ key }) => key));
  expect([...new Set(keys)].filter((key) => !known.includes(key))).toEqual([]);
});
