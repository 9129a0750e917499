import type { Core } from '@strapi/strapi';
import { UID } from '../content-types';

const PORTAL = [{ type: 'requester', name: 'Pemohon SKPD' }, { type: 'leader', name: 'Pimpinan' }] as const;
const STAFF = [
  { code: 'ticketing-officer', name: 'Petugas', description: 'Menerima, mengerjakan, dan menutup tiket.' },
  { code: 'ticketing-coordinator', name: 'Koordinator', description: 'Petugas dengan wewenang menugaskan dan mengembalikan tiket.' },
  { code: 'ticketing-admin', name: 'Administrator Ticketing', description: 'Mengelola data master, akun, dan pengaturan; membaca seluruh tiket.' },
] as const;

/** What of Strapi's own a portal account needs: signing in and its password. Our endpoints ask our policy. */
const PORTAL_ACTIONS = ['plugin::users-permissions.auth.changePassword', 'plugin::users-permissions.user.me'] as const;
const PUBLIC_ACTIONS = ['plugin::users-permissions.auth.callback', 'plugin::users-permissions.auth.forgotPassword', 'plugin::users-permissions.auth.resetPassword'] as const;
const PERMISSION = 'plugin::users-permissions.permission';

const contentManagerOf = (subjects: readonly string[], actions: readonly string[]) =>
  subjects.flatMap((subject) => actions.map((action) => ({ action: `plugin::content-manager.explorer.${action}`, subject, properties: {}, conditions: [] })));

async function allow(strapi: Core.Strapi, role: number, actions: readonly string[]): Promise<void> {
  for (const action of actions) {
    const known = await strapi.db.query(PERMISSION).findOne({ where: { action, role } });
    if (!known) await strapi.db.query(PERMISSION).create({ data: { action, role } });
  }
}

const MASTER_ACTIONS = ['create', 'read', 'update'] as const;
/** Master data that came after the roles were first made. */
const LATER_MASTERS: readonly string[] = [UID.surveyPeriod];
const GRANTED = 'granted_masters';

/** Gives an administrator's role that exists already what came later, once: what the city takes away again stays away. */
async function grantLater(strapi: Core.Strapi, role: number): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'ticketing' });
  const granted = ((await store.get({ key: GRANTED })) as readonly string[] | null) ?? [];
  const missing = LATER_MASTERS.filter((uid) => !granted.includes(uid));
  if (!missing.length) return;
  await strapi.service('admin::permission').createMany(contentManagerOf(missing, MASTER_ACTIONS).map((permission) => ({ ...permission, role })));
  await store.set({ key: GRANTED, value: [...granted, ...missing] });
}

/** Roles of both worlds, made once; public self-registration closed. */
export async function ensureRoles(strapi: Core.Strapi): Promise<void> {
  for (const { type, name } of PORTAL) {
    const role = (await strapi.db.query(UID.portalRole).findOne({ where: { type } })) ?? (await strapi.db.query(UID.portalRole).create({ data: { type, name, description: name } }));
    await allow(strapi, role.id, PORTAL_ACTIONS);
  }
  const everyone = await strapi.db.query(UID.portalRole).findOne({ where: { type: 'public' } });
  await strapi.db.query(PERMISSION).deleteMany({ where: { role: everyone.id, action: { $notIn: PUBLIC_ACTIONS } } });
  await allow(strapi, everyone.id, PUBLIC_ACTIONS);

  const store = strapi.store({ type: 'plugin', name: 'users-permissions' });
  const advanced = (await store.get({ key: 'advanced' })) as Record<string, unknown>;
  if (advanced['allow_register'] !== false || advanced['default_role'] !== 'requester') await store.set({ key: 'advanced', value: { ...advanced, allow_register: false, default_role: 'requester' } });

  for (const { code, name, description } of STAFF) {
    const known = await strapi.db.query(UID.staffRole).findOne({ where: { code } });
    if (known) {
      if (code === 'ticketing-admin') await grantLater(strapi, known.id);
      continue;
    }
    const role = await strapi.db.query(UID.staffRole).create({ data: { code, name, description } });
    if (code !== 'ticketing-admin') continue;
    const masters = [UID.skpd, UID.category, UID.priority, UID.team, UID.calendar, UID.holiday, UID.portalUser, ...LATER_MASTERS];
    await strapi.service('admin::role').assignPermissions(role.id, contentManagerOf(masters, MASTER_ACTIONS));
    await strapi.store({ type: 'plugin', name: 'ticketing' }).set({ key: GRANTED, value: LATER_MASTERS });
  }
}
