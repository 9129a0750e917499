import request from 'supertest';
import { ENDPOINT_NAMES, endpointOf, type EndpointName } from 'strapi-plugin-ticketing/contract';
import { EXAMPLES } from '../../../plugins/ticketing/domain/contract/examples';
import { lacks, strays, type Schemas } from '../../support/schema';
import { localTime } from '../../support/world';
import { world, verb, makeToken } from './stage';

/** An operation of the OpenAPI document. */
interface Described {
  readonly operationId: EndpointName;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly example?: unknown }[];
  readonly responses: Readonly<
    Record<string, { content: Record<string, { schema?: { properties?: Record<string, object> } }> }>
  >;
}

test('the OpenAPI document describes every endpoint of the contract', async () => {
  const document = await (await world.clerk()).getOpenApi({});
  const described = Object.values(document['paths'] as Record<string, Record<string, { operationId: string }>>).flatMap(
    (methods) => Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(described.sort()).toEqual([...ENDPOINT_NAMES].sort());
});

test('what developers of other systems read is true: each example is sent, with its permission alone, and answered so', async () => {
  const admin = await world.staff('Administrator Demo');
  const { id, accessKey } = await makeToken('Aplikasi Lapor Kota');
  // Read without an account, by whoever writes that system.
  const { body: read } = await request(world.cms.url).get('/api/ticketing/openapi-systems.json').expect(200);
  const { paths, components } = read.data as { paths: object; components: { schemas: Schemas } };
  const described = Object.values(paths).flatMap((methods) => Object.values(methods as Record<string, Described>));
  expect(described.map(({ operationId }) => operationId).sort()).toEqual(
    EXAMPLES.map(({ endpoint }) => endpoint).sort(),
  );
  let number = '';
  for (const { endpoint, grant, request: given, reply } of EXAMPLES) {
    const row = endpointOf(endpoint);
    const filled = JSON.parse(JSON.stringify(given).replaceAll('{number}', number)) as Record<string, unknown>;
    if (filled['form']) filled['form'] = { ...(filled['form'] as object), waktu_kejadian: localTime(-1, '08:00') };
    const operation = described.find(({ operationId }) => operationId === endpoint);
    const asked = operation?.parameters.filter(({ name, in: place }) => place === 'query' && name in filled) ?? [];
    const place = row.path.replace(/:(\w+)/g, (_, name: string) => String(filled[name]));
    const query = new URLSearchParams(asked.map(({ name }) => [name, String(filled[name])])).toString();
    const body = Object.fromEntries(
      Object.entries(filled).filter(
        ([name]) => !row.path.includes(`:${name}`) && !asked.some((one) => one.name === name),
      ),
    );
    const send = (key?: unknown) => {
      const call = request(world.cms.url)
        [verb(endpoint)](`/api/ticketing${place}${query && `?${query}`}`)
        .set('authorization', `Bearer ${accessKey}`);
      if (key) void call.set('Idempotency-Key', String(key));
      return row.body ? call.send(body) : call;
    };
    await admin.saveTokenGrants({ id, grants: [] });
    if (grant) await send().expect(403);
    if (grant) await admin.saveTokenGrants({ id, grants: [grant] });
    const key = operation?.parameters.find(({ name }) => name === 'Idempotency-Key')?.example;
    const answer = await send(key).expect(row.status ?? 200);
    if (row.stream) {
      expect(answer.text.replace(/^\uFEFF/, '')).toContain(String(reply));
      continue;
    }
    const schema = operation?.responses[String(row.status ?? 200)]?.content['application/json']?.schema;
    expect({ endpoint, lacks: lacks(reply, answer.body.data) }).toEqual({ endpoint, lacks: [] });
    expect({ endpoint, strays: strays(schema?.properties?.['data'], answer.body.data, components.schemas) }).toEqual({
      endpoint,
      strays: [],
    });
    if (endpoint === 'submitTicket') {
      number = (answer.body.data as { number: string }).number;
      // Sent again with the same key it is the same ticket.
      expect((await send(key).expect(201)).body.data).toMatchObject({ number });
    }
  }
});

test('every answer that is no file is described', async () => {
  const document = await (await world.clerk()).getOpenApi({});
  const described = Object.values(document['paths'] as Record<string, Record<string, Described>>).flatMap((methods) =>
    Object.values(methods),
  );
  const mute = described.filter(({ operationId, responses }) => {
    const schema = Object.values(responses)[0]?.content['application/json']?.schema?.properties?.['data'];
    return !endpointOf(operationId).stream && Object.keys(schema ?? {}).length === 0;
  });
  expect(mute.map(({ operationId }) => operationId)).toEqual([]);
});
