import { freePort } from '../support/servers';
import { makeInPanel } from '../support/portal-account';
import { openWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld({ SMTP_URL: `smtp://127.0.0.1:${await freePort()}` });
});
afterAll(() => world.close());

test('a mail server that is down keeps nobody waiting, and the lost letter is written down', async () => {
  const since = Date.now();
  const { status, email } = await makeInPanel(world);
  expect({ status, isQuick: Date.now() - since < 5000 }).toEqual({ status: 201, isQuick: true });
  // The first attempt fails at once; whoever stops the server does not wait for the others, and does not forget them.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await world.cms.stop();
  const { rows } = await world.database.query<{ actor_name: string; payload: { mail: string; reason: string } }>(
    "select actor_name, payload from audit_entries where event = 'mailFailed' and subject_id = (select id::text from up_users where email = $1)",
    [email],
  );
  expect(rows).toMatchObject([
    { actor_name: 'Sistem', payload: { mail: 'invite', reason: expect.stringContaining('ECONNREFUSED') } },
  ]);
});
