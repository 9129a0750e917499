import type { Core } from '@strapi/strapi';
import { UID } from '../database/content-types';

const PORTAL = [
  { type: 'requester', name: 'Pemohon SKPD' },
  { type: 'leader', name: 'Pimpinan' },
] as const;
const STAFF = [
  { code: 'ticketing-officer', name: 'Petugas', description: 'Menerima, mengerjakan, dan menutup tiket.' },
  {
    code: 'ticketing-coordinator',
    name: 'Koordinator',
    description: 'Petugas dengan wewenang menugaskan dan mengembalikan tiket.',
  },
  {
    code: 'ticketing-admin',
    name: 'Administrator Ticketing',
    description: 'Mengelola data master, akun, dan pengaturan; membaca seluruh tiket.',
  },
] as const;

/** What of Strapi's own a portal account needs: signing in and its password. Our endpoints ask our policy. */
const PORTAL_ACTIONS = ['plugin::users-permissions.auth.changePassword', 'plugin::users-permissions.user.me'] as const;
const PUBLIC_ACTIONS = [
  'plugin::users-permissions.auth.callback',
  'plugin::users-permissions.auth.forgotPassword',
  'plugin::users-permissions.auth.resetPassword',
] as const;
const PERMISSION = 'plugin::users-permissions.permission';

const contentManagerOf = (subjects: readonly string[], actions: readonly string[]) =>
  subjects.flatMap((subject) =>
    actions.map((action) => ({
      action: `plugin::content-manager.explorer.${action}`,
      subject,
      properties: {},
      conditions: [],
    })),
  );

async function allow(strapi: Core.Strapi, role: number, actions: readonly string[]): Promise<void> {
  for (const action of actions) {
    const known = await strapi.db.query(PERMISSION).findOne({ where: { action, role } });
    if (!known) await strapi.db.query(PERMISSION).create({ data: { action, role } });
  }
}

/**
 * What the administrator edits that came with a later version than the role: given once, so that what the city takes
 * away stays away.
 */
const ADDED_SUBJECTS = [UID.guide, UID.announcement, UID.surveyPeriod, UID.identity] as const;

async function grantAddedSubjects(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'ticketing', key: 'granted-subjects' });
  const granted = ((await store.get({})) ?? []) as string[];
  const missing = ADDED_SUBJECTS.filter((subject) => !granted.includes(subject));
  const role = await strapi.db.query(UID.staffRole).findOne({ where: { code: 'ticketing-admin' } });
  if (!role || missing.length === 0) return;
  await strapi.service('admin::permission').createMany(
    contentManagerOf(missing, ['create', 'read', 'update', 'delete']).map((permission) => ({
      ...permission,
      role: role.id,
    })),
  );
  await store.set({ value: [...granted, ...missing] });
}

/** Strapi's own roles beside the first, and the keys it makes at its first boot. */
const STOCK_ROLES = ['strapi-editor', 'strapi-author'];
const STOCK_TOKENS = ['Read Only', 'Full Access'];

/** Takes away what Strapi brings along and nobody here was ever given; a role that somebody wears stays. */
async function removeStock(strapi: Core.Strapi): Promise<void> {
  const roles = (await strapi.db.query(UID.staffRole).findMany({
    where: { code: { $in: STOCK_ROLES } },
    populate: ['users'],
  })) as { readonly id: number; readonly users: readonly unknown[] }[];
  const unworn = roles.filter(({ users }) => users.length === 0).map(({ id }) => id);
  if (unworn.length > 0) await strapi.service('admin::role').deleteByIds(unworn);
  const tokens = await strapi.db.query('admin::api-token').findMany({
    where: { name: { $in: STOCK_TOKENS }, lastUsedAt: null, description: { $startsWith: 'A default API token' } },
    select: ['id'],
  });
  for (const { id } of tokens) await strapi.db.query('admin::api-token').delete({ where: { id } });
}

/** Roles of both worlds, made once; public self-registration closed. */
export async function ensureRoles(strapi: Core.Strapi): Promise<void> {
  for (const { type, name } of PORTAL) {
    const role =
      (await strapi.db.query(UID.portalRole).findOne({ where: { type } })) ??
      (await strapi.db.query(UID.portalRole).create({ data: { type, name, description: name } }));
    await allow(strapi, role.id, PORTAL_ACTIONS);
  }
  const everyone = await strapi.db.query(UID.portalRole).findOne({ where: { type: 'public' } });
  await strapi.db.query(PERMISSION).deleteMany({ where: { role: everyone.id, action: { $notIn: PUBLIC_ACTIONS } } });
  await allow(strapi, everyone.id, PUBLIC_ACTIONS);

  const store = strapi.store({ type: 'plugin', name: 'users-permissions' });
  const advanced = (await store.get({ key: 'advanced' })) as Record<string, unknown>;
  if (advanced['allow_register'] !== false || advanced['default_role'] !== 'requester')
    await store.set({ key: 'advanced', value: { ...advanced, allow_register: false, default_role: 'requester' } });

  for (const { code, name, description } of STAFF) {
    const known = await strapi.db.query(UID.staffRole).findOne({ where: { code } });
    if (known) continue;
    const role = await strapi.db.query(UID.staffRole).create({ data: { code, name, description } });
    if (code !== 'ticketing-admin') continue;
    const masters = [UID.skpd, UID.category, UID.priority, UID.team, UID.calendar, UID.holiday, UID.portalUser];
    await strapi
      .service('admin::role')
      .assignPermissions(role.id, contentManagerOf(masters, ['create', 'read', 'update']));
  }
  await grantAddedSubjects(strapi);
  await removeStock(strapi);
}
