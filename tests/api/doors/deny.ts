import request from 'supertest';
import { contract, ENDPOINT_NAMES, endpointOf, type EndpointName } from 'strapi-plugin-ticketing/contract';
import { can, DEFAULT_POLICY, type Actor, type Role } from 'strapi-plugin-ticketing/domain';
import type { Person } from '../../support/world';
import { world, people, addressOf, verb } from './stage';

/** The answer's status alone: some answers never end. */
async function statusOf(name: EndpointName, { token, door }: Person): Promise<number> {
  const stop = new AbortController();
  const { status } = await fetch(`${world.cms.url}${door}${addressOf(name)}`, {
    method: endpointOf(name).method,
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  stop.abort();
  return status;
}

const GUARDED = ENDPOINT_NAMES.filter((name) => !endpointOf(name).isPublic);
test.each(GUARDED)('%s asks for a session at both doors', async (name) => {
  for (const door of ['/api/ticketing', '/ticketing']) {
    const { body } = await request(world.cms.url)
      [verb(name)](`${door}${addressOf(name)}`)
      .expect(401);
    expect(body).toMatchObject({
      data: null,
      error: { status: 401, name: 'Refusal', details: { code: 'unauthenticated' } },
    });
  }
});

test.each(GUARDED)('%s lets in whom the policy could ever allow, and nobody else', async (name) => {
  for (const role of Object.keys(people) as Role[]) {
    const actor = { kind: 'staff', id: 0, name: '', roles: [role], skpdCode: null, teamCodes: [] } satisfies Actor;
    const status = await statusOf(name, await people[role]());
    const isAllowed = can(DEFAULT_POLICY, actor, contract[name].permission).allowed;
    expect({ role, refused: status === 403 }).toEqual({
      role,
      refused: name === 'actOnTicket' && (role === 'LEADER' || role === 'ADMIN') ? true : !isAllowed,
    });
  }
});
