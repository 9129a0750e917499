import request from 'supertest';
import type { Person } from '../../support/world';
import { world } from './stage';

describe('at the panel’s door', () => {
  const agus = { name: 'Nisa Azzahra', email: '' };
  let officer: Person;
  beforeAll(async () => {
    officer = await world.staff(agus.name);
  });
  const setActive = (isActive: boolean) =>
    world.database.query('update admin_users set is_active = $1 where email = $2', [isActive, officer.email]);

  test('a deactivated account is out at its next request, with the session it still holds', async () => {
    await officer.getMe({});
    await setActive(false);
    await expect(officer.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
    await setActive(true);
    expect((await officer.getMe({})).actor.name).toBe(agus.name);
  });

  test('a role given or taken acts at the next request', async () => {
    const { rows } = await world.database.query<{ user_id: number; role_id: number }>(
      `delete from admin_users_roles_lnk l using admin_users u where u.id = l.user_id and u.email = $1
       returning l.user_id, l.role_id`,
      [officer.email],
    );
    await expect(officer.listTickets({})).rejects.toMatchObject({ code: 'notAllowed' });
    for (const { user_id, role_id } of rows)
      await world.database.query('insert into admin_users_roles_lnk (user_id, role_id) values ($1, $2)', [
        user_id,
        role_id,
      ]);
    expect((await officer.getMe({})).roleNames).toEqual(['OFFICER']);
  });

  test('a session that has ended or expired lets nobody in, and a session of the portal opens this door to nobody', async () => {
    const [clerk, change] = [
      await world.clerk(),
      (column: string) =>
        world.database.query(
          `update strapi_sessions set ${column} where user_id = (select id::text from admin_users where email = $1)`,
          [officer.email],
        ),
    ];
    await change("expires_at = expires_at - interval '90 days'");
    await expect(officer.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
    await change("expires_at = expires_at + interval '90 days'");
    await officer.getMe({});
    await request(world.cms.url).get('/ticketing/me').set('authorization', `Bearer ${clerk.token}`).expect(401);
    await request(world.cms.url).get('/api/ticketing/me').set('authorization', `Bearer ${officer.token}`).expect(401);
    await world.database.query(
      'delete from strapi_sessions where user_id = (select id::text from admin_users where email = $1)',
      [officer.email],
    );
    await expect(officer.getMe({})).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
