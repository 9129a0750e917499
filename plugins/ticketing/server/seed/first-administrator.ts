import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { LINKS } from '../../domain';
import { registrationAddress } from '../desk/sender';
import { UID } from '../database/content-types';
import { SUPER_ADMIN } from '../database/roles';

interface Account {
  readonly id: number;
  readonly registrationToken: string | null;
  readonly updatedAt: string | Date;
}

const fileOf = (strapi: Core.Strapi): string =>
  path.join(strapi.plugin('ticketing').config<string>('dataDir'), 'first-admin.json');

/**
 * Invites the first administrator while nobody is one: by a link that works once and not for long, kept where only the
 * owner of the machine can read it, never in the log. Strapi's own way gives the desk to whoever opens it first.
 */
export async function inviteFirstAdministrator(strapi: Core.Strapi): Promise<void> {
  const accounts = strapi.db.query(UID.staffUser);
  if ((await accounts.count({ where: { isActive: true } })) > 0) return fs.rm(fileOf(strapi), { force: true });
  const invited = (await accounts.findOne({ where: { isActive: false, password: null } })) as Account | null;
  const isFresh = invited && Date.now() - new Date(invited.updatedAt).getTime() < LINKS.INVITE.life / 2;
  if (
    isFresh &&
    (await fs.access(fileOf(strapi)).then(
      () => true,
      () => false,
    ))
  )
    return;
  const code = randomBytes(32).toString('hex');
  if (invited) await accounts.update({ where: { id: invited.id }, data: { registrationToken: code } });
  else {
    const role = await strapi.db.query(UID.staffRole).findOne({ where: { code: SUPER_ADMIN } });
    await strapi.service('admin::user').create({
      firstname: 'Administrator',
      lastname: 'Pertama',
      email: strapi.plugin('ticketing').config<string>('firstAdminEmail'),
      isActive: false,
      preferedLanguage: 'id',
      registrationToken: code,
      roles: [role.id],
    });
  }
  const link = {
    url: registrationAddress({ strapi }, code),
    expiresAt: new Date(Date.now() + LINKS.INVITE.life).toISOString(),
  };
  await fs.writeFile(fileOf(strapi), `${JSON.stringify(link, null, 2)}\n`, { mode: 0o600 });
  strapi.log.info(`nobody administers this desk yet: the link for the first administrator is in ${fileOf(strapi)}`);
}
