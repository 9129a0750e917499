import request from 'supertest';
import { world } from './stage';

test('healthz answers when the database does, and readyz while work is wanted', async () => {
  expect((await request(world.cms.url).get('/healthz').expect(200)).body).toEqual({ status: 'ok' });
  expect((await request(world.cms.url).get('/readyz').expect(200)).body).toEqual({ status: 'ok' });
});

test('a blocked account is out at once, also with the session it still holds', async () => {
  const colleague = await world.colleague();
  await colleague.getMe({});
  await world.database.query('update up_users set blocked = true where email = $1', [colleague.email]);
  await expect(colleague.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
});
