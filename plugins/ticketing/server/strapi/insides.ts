import { UID } from '../database/content-types';

/*
 * The names of Strapi's that we hang on, each written once: what wraps or asks for a thing reads its name here, and so
 * does the check in `hooks.ts` that it is there.
 */

/** Every write of Strapi's comes through these methods of its entity manager. */
export const WRITES = ['create', 'createMany', 'update', 'updateMany', 'delete', 'deleteMany'] as const;

/** What changes one role, or the permissions of one, in many writes. */
export const ROLE_SERVICES = {
  'admin::role': ['assignPermissions', 'deleteByIds', 'createRolesIfNoneExist', 'resetSuperAdminPermissions'],
  'admin::permission': ['createMany', 'deleteByIds', 'deleteByRolesIds', 'cleanPermissionsInDatabase'],
  'plugin::users-permissions.role': ['createRole', 'updateRole', 'deleteRole'],
} as const;

/** What issues, checks and finds the portal's tokens; what finds an API token; what tells of a panel session, and begins one. */
export const PORTAL_TOKENS = { 'plugin::users-permissions.jwt': ['issue', 'verify'] } as const;
export const API_TOKENS = { 'admin::api-token-content-api': ['hash', 'getByAccessKey'] } as const;
export const STAFF_SESSIONS = ['validateAccessToken', 'generateRefreshToken', 'generateAccessToken'] as const;
/** Where the panel keeps its session in the browser, by Strapi's defaults. */
export const PANEL_COOKIES = { refresh: 'strapi_admin_refresh', access: 'jwtToken', path: '/admin' } as const;

/** What makes and changes accounts, so that passwords are hashed as Strapi does. */
export const ACCOUNT_SERVICES = {
  'plugin::users-permissions.user': ['add', 'edit', 'validatePassword', 'ensureHashedPasswords'],
  'admin::user': ['create', 'updateById'],
} as const;

/** Actions of users-permissions' controllers that our use cases answer in their place. */
export const REPLACED_ACTIONS = {
  auth: ['forgotPassword', 'resetPassword'],
  contentmanageruser: ['create'],
} as const;
export type ReplacedController = keyof typeof REPLACED_ACTIONS;

export type Door = 'portal' | 'staff';
/** What people do at Strapi's two doors: its handlers, as `plugin:controller.action`, and what each is in the log. */
export const SIGN_IN_HANDLERS: Readonly<Record<string, readonly [Door, string]>> = {
  'users-permissions:auth.callback': ['portal', 'signIn'],
  'users-permissions:auth.forgotPassword': ['portal', 'forgotPassword'],
  'users-permissions:auth.resetPassword': ['portal', 'resetPassword'],
  'users-permissions:auth.changePassword': ['portal', 'changePassword'],
  'admin:authentication.login': ['staff', 'signIn'],
  'admin:authentication.logout': ['staff', 'signOut'],
  'admin:authentication.forgotPassword': ['staff', 'forgotPassword'],
  'admin:authentication.resetPassword': ['staff', 'resetPassword'],
  'admin:authentication.register': ['staff', 'acceptInvitation'],
  'admin:authentication.registerAdmin': ['staff', 'registerFirstAdministrator'],
};

/** Handlers by which somebody comes in, or guesses at it: our guard stands before them, in the place of Strapi's limits. */
export const GUARDED_HANDLERS: Readonly<Record<string, Door>> = {
  'users-permissions:auth.callback': 'portal',
  'admin:authentication.login': 'staff',
  'admin:authentication.registrationInfo': 'staff',
  'admin:authentication.register': 'staff',
  'admin:authentication.resetPassword': 'staff',
};

interface ColumnRelations {
  readonly table: string;
  /** The column that keeps each relation's id. */
  readonly columns: Readonly<Record<string, string>>;
}
/** Every relation kept in a column of its own table (`useJoinTable: false`), by content type. */
export const COLUMN_RELATIONS: Readonly<Record<string, ColumnRelations>> = {
  [UID.ticket]: {
    table: 'tickets',
    columns: {
      category: 'category_id',
      skpd: 'skpd_id',
      team: 'team_id',
      requester: 'requester_id',
      assignee: 'assignee_id',
    },
  },
  [UID.category]: { table: 'categories', columns: { parent: 'parent_id', team: 'team_id' } },
  [UID.skpd]: { table: 'skpd', columns: { parent: 'parent_id', replacedBy: 'replaced_by_id' } },
  [UID.portalUser]: { table: 'up_users', columns: { skpd: 'skpd_id' } },
  [UID.attachment]: { table: 'attachments', columns: { ticket: 'ticket_id' } },
  [UID.guideRating]: { table: 'guide_ratings', columns: { guide: 'guide_id' } },
  [UID.surveyResponse]: { table: 'survey_responses', columns: { period: 'period_id' } },
};

/**
 * Columns of tables that Strapi shapes and our SQL reads: in `database/sql/005-strapi-tables.sql`, and in our checks.
 */
export const TABLES: Readonly<Record<string, readonly string[]>> = {
  admin_users: [
    'id',
    'firstname',
    'lastname',
    'email',
    'is_active',
    'blocked',
    'prefered_language',
    'registration_token',
  ],
  admin_roles: ['id', 'code'],
  strapi_sessions: ['session_id', 'user_id', 'device_id', 'origin', 'status', 'expires_at'],
  admin_users_roles_lnk: ['user_id', 'role_id'],
  up_users: ['id', 'document_id', 'username', 'email', 'password', 'blocked', 'created_at'],
  up_roles: ['id', 'type'],
  up_users_role_lnk: ['user_id', 'role_id'],
  teams_members_lnk: ['team_id', 'user_id'],
  tickets_helpers_lnk: ['id', 'ticket_id', 'user_id'],
  guides_services_lnk: ['guide_id', 'category_id', 'category_ord'],
  announcements_services_lnk: ['announcement_id', 'category_id', 'category_ord'],
  components_service_slas: ['calendar'],
};

/**
 * PostgreSQL's types that Strapi has the whole process read its own way, and how: text stays text, numeric is a number.
 */
export const PARSED_TYPES = [
  { type: 'date', oid: 1082, text: '2026-11-28', value: '2026-11-28' },
  { type: 'jsonb', oid: 3802, text: '{"a":1}', value: '{"a":1}' },
  { type: 'numeric', oid: 1700, text: '1.5', value: 1.5 },
] as const;
