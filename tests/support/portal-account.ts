import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { signInPortal, type Person, type PortalAccount, type World } from './world';

/** Thirty-two random characters: a password that no rule has anything against. */
export const newPassword = (): string => randomBytes(24).toString('base64url');

/**
 * What an administrator fills in to make a portal account in Strapi's own screens; without a password unless one is
 * given.
 */
export async function makeInPanel(
  world: World,
  over: Record<string, unknown> = {},
): Promise<{ status: number; body: { documentId: string; error?: { message: string } }; email: string }> {
  const { token } = await world.staff('Administrator Demo');
  const { rows } = await world.database.query<{ role: number; skpd: number }>(
    "select (select id from up_roles where type = 'requester') as role, (select id from skpd where code = 'DISDIKBUD') as skpd",
  );
  const name = `akun.${randomBytes(5).toString('hex')}`;
  const email = `${name}@bukittinggi.test`;
  const { status, body } = await request(world.cms.url)
    .post('/content-manager/collection-types/plugin::users-permissions.user')
    .set('authorization', `Bearer ${token}`)
    .send({
      username: name,
      email,
      fullName: 'Siti Rahmawati',
      confirmed: true,
      blocked: false,
      role: { connect: [{ id: rows[0]?.role }] },
      skpd: { connect: [{ id: rows[0]?.skpd }] },
      ...over,
    });
  return { status, body, email };
}

/** A new account of Disdikbud with a password, and how its owner signs in once more. */
export async function newcomer(world: World): Promise<PortalAccount & { signIn(): Promise<Person> }> {
  const password = newPassword();
  const { email, status, body } = await makeInPanel(world, { password });
  if (status !== 201) throw new Error(`the account was not made: ${JSON.stringify(body)}`);
  const account = { role: 'REQUESTER', skpd: 'DISDIKBUD', name: 'Siti Rahmawati', email, password };
  return { ...account, signIn: () => signInPortal(world.cms.url, account) };
}
