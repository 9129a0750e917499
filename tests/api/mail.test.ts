import { freePort } from '../support/servers';
import { makeInPanel } from '../support/portal-account';
import { openWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld({ SMTP_URL: `smtp://127.0.0.1:${await freePort()}` });
});
afterAll(() => world.close());

/** The letters that were written down as lost. */
const lost = async (email: string) =>
  (
    await world.database.query<{ actor_name: string; payload: { mail: string; reason: string } }>(
      "select actor_name, payload from audit_entries where event = 'mailFailed' and subject_id = (select id::text from up_users where email = $1)",
      [email],
    )
  ).rows;

test('a mail server that is down keeps nobody waiting, and the lost letter is written down', async () => {
  const { status, email } = await makeInPanel(world);
  // The answer is there while the letter, which is tried for a minute, is not yet given up.
  expect({ status, lost: await lost(email) }).toEqual({ status: 201, lost: [] });
  // The first attempt fails at once; whoever stops the server does not wait for the others, and does not forget them.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await world.cms.stop();
  expect(await lost(email)).toMatchObject([
    { actor_name: 'Sistem', payload: { mail: 'invite', reason: expect.stringContaining('ECONNREFUSED') } },
  ]);
});
