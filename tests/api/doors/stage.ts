import path from 'node:path';
import request from 'supertest';
import { endpointOf, type EndpointName } from 'strapi-plugin-ticketing/contract';
import type { Role } from 'strapi-plugin-ticketing/domain';
import { spying } from '../../support/statements';
import { openWorld, sampleNumber, type Person, type World } from '../../support/world';

export let world: World;
export const sent = path.join(process.env['TEST_DATA_DIR'] ?? '', `statements-${process.pid}`);
beforeAll(async () => {
  world = await openWorld(spying(sent));
  VALUES['number'] = await sampleNumber(world);
});
afterAll(() => world.close());

export const people: Record<Role, () => Promise<Person>> = {
  REQUESTER: () => world.clerk(),
  OFFICER: () => world.staff('Galih Ramadhan'),
  COORDINATOR: () => world.staff('Laila Safitri'),
  ADMIN: () => world.staff('Administrator Demo'),
  LEADER: () => world.leader(),
};
const VALUES: Record<string, string> = {
  action: 'claim',
  id: '00000000-0000-4000-8000-000000000000',
  report: 'summary',
  token: 'AAAAAAAAAAAAAAAAAAAAAA',
};
export const addressOf = (name: EndpointName) =>
  endpointOf(name).path.replace(/:(\w+)/g, (_, key: string) => VALUES[key] ?? key);
export const verb = (name: EndpointName) => endpointOf(name).method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';

/** A key of another system, with nothing given to it yet. */
export async function makeToken(name: string): Promise<{ id: number; accessKey: string; expiresAt: string }> {
  const { token } = await world.staff('Administrator Demo');
  const { body } = await request(world.cms.url)
    .post('/admin/api-tokens')
    .set('authorization', `Bearer ${token}`)
    .send({ name, description: '', type: 'full-access', lifespan: null })
    .expect(201);
  return body.data as { id: number; accessKey: string; expiresAt: string };
}
