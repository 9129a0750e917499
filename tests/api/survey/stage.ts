import request from 'supertest';
import { instrumentOf, type Score } from 'strapi-plugin-ticketing/domain';
import { bare, openWorld, type World } from '../../support/world';

export const SKM = 'SKM-2017';
const CODES = instrumentOf(SKM).elements.map(({ code }) => code);
export const answers = (digits: string) =>
  Object.fromEntries(CODES.map((code, index) => [code, Number(digits[index]) as Score]));
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

interface Made {
  id: number;
  documentId: string;
  token: string;
}
export let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const SCREEN = '/content-manager/collection-types/api::survey-period.survey-period';
export const inScreen = async (method: 'post' | 'put' | 'delete' | 'get', place: string, body?: object) => {
  const { token } = await world.staff('Administrator Demo');
  return request(world.cms.url)[method](`${SCREEN}${place}`).set('authorization', `Bearer ${token}`).send(body);
};
export const stored = async (name: string): Promise<Made> =>
  (
    await world.database.query<Made>(
      'select id, document_id as "documentId", token from survey_periods where name = $1 order by id desc',
      [name],
    )
  ).rows[0] as Made;
/** A period made as an administrator makes one. */
export async function period(name: string, over: object = {}): Promise<Made> {
  const { status, body } = await inScreen('post', '', {
    name,
    instrument: SKM,
    startsOn: dayFromNow(-1),
    endsOn: dayFromNow(7),
    isActive: true,
    population: 120,
    ...over,
  });
  expect({ status, error: body.error }).toEqual({ status: 201, error: undefined });
  return stored(name);
}
/** An answer as anybody with the link sends it, from an address of its own. */
export const send = (
  token: string,
  body: object,
  { key, from = '203.0.113.7' }: { key?: string; from?: string } = {},
) =>
  (key
    ? bare(world, null)('post', `/surveys/${token}/responses`).set('Idempotency-Key', key)
    : bare(world, null)('post', `/surveys/${token}/responses`)
  )
    .set('X-Forwarded-For', from)
    .send(body);
export const count = async (id: number): Promise<number> =>
  (
    await world.database.query<{ count: number }>(
      'select count(*)::int as count from survey_responses where period_id = $1',
      [id],
    )
  ).rows[0]?.count ?? -1;
