import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { types } from 'pg';
import { checkHooks, complaintsOf, HOOKS } from '../../plugins/ticketing/server/strapi/hooks';
import { OPEN_ROUTES } from '../../plugins/ticketing/server/strapi/open-routes';

let mockServed: string;
let mockKeepsIn: (pointed: string) => string;
/** As Strapi's: takes its folder when it starts, from where `strapi.dirs` points in that moment. */
jest.mock('@strapi/provider-upload-local', () => ({
  __esModule: true,
  default: {
    init: () => {
      const folder = mockKeepsIn((globalThis as unknown as { strapi: Fake }).strapi.dirs.static.public);
      const placeOf = ({ hash }: { hash: string }) => path.join(folder, 'uploads', hash);
      return {
        uploadStream: (file: { hash: string; stream: Readable }) =>
          pipeline(file.stream, fs.createWriteStream(placeOf(file))),
        delete: (file: { hash: string }) => fs.promises.rm(placeOf(file)),
      };
    },
  },
}));

const having = (...names: string[]): Record<string, () => unknown> =>
  Object.fromEntries(names.map((name) => [name, () => null]));
const relation = (useJoinTable: boolean) => ({ type: 'relation', relation: 'manyToOne', useJoinTable });
const kept = (...names: string[]) => ({
  attributes: {
    name: { type: 'string' },
    createdBy: relation(false),
    ...Object.fromEntries(names.map((name) => [name, relation(false)])),
  },
});
const route = (handler: string) => ({ handler });

/** As much of Strapi as the hooks hang on, and nothing else. */
function small() {
  return {
    db: {
      entityManager: having('create', 'createMany', 'update', 'updateMany', 'delete', 'deleteMany'),
      connection: {
        client: {
          ...having('transaction', 'acquireConnection', 'releaseConnection'),
          query: async () => ({
            response: {
              rows: columns.map((place) => ({ table: place.split('.')[0], column: place.split('.')[1] })),
            },
          }),
        } as Record<string, unknown>,
      },
    },
    documents: having('use'),
    requestContext: having('get'),
    services: {
      'admin::role': having('assignPermissions', 'deleteByIds', 'createRolesIfNoneExist', 'resetSuperAdminPermissions'),
      'admin::permission': having('createMany', 'deleteByIds', 'deleteByRolesIds', 'cleanPermissionsInDatabase'),
      'admin::user': having('create', 'updateById'),
      'admin::api-token-content-api': having('hash', 'getByAccessKey'),
      'plugin::users-permissions.role': having('createRole', 'updateRole', 'deleteRole'),
      'plugin::users-permissions.user': having('add', 'edit', 'validatePassword', 'ensureHashedPasswords'),
      'plugin::users-permissions.jwt': having('issue', 'verify'),
    } as Record<string, Record<string, unknown>>,
    staff: having('validateAccessToken', 'generateRefreshToken', 'generateAccessToken'),
    mail: { provider: having('send') } as Record<string, Record<string, unknown>>,
    portal: {
      controllers: {
        auth: having('forgotPassword', 'resetPassword'),
        contentmanageruser: having('create'),
      } as Record<string, Record<string, unknown>>,
      routes: {
        admin: { routes: [route('settings.getRoles')] },
        'content-api': {
          routes: ['callback', 'forgotPassword', 'resetPassword', 'changePassword'].map((name) =>
            route(`auth.${name}`),
          ),
        },
      },
    },
    admin: {
      routes: {
        admin: {
          routes: ['login', 'logout', 'forgotPassword', 'resetPassword', 'register', 'registerAdmin'].map((name) =>
            route(`authentication.${name}`),
          ),
        },
      },
    },
    contentTypes: {
      'api::ticket.ticket': kept('category', 'skpd', 'team', 'requester', 'assignee'),
      'api::category.category': kept('parent', 'team'),
      'api::skpd.skpd': kept('parent', 'replacedBy'),
      'api::team.team': { attributes: { members: relation(true) } },
      'plugin::users-permissions.user': kept('skpd'),
      'plugin::ticketing.attachment': kept('ticket'),
      'plugin::ticketing.guide-rating': kept('guide'),
      'plugin::ticketing.survey-response': kept('period'),
    } as Record<string, { attributes: Record<string, object> }>,
    mounted: OPEN_ROUTES.map((each) => each.split(' ')).map(([method = '', path = '']) => ({
      methods: [method],
      path,
    })),
    server: { api: (name: string) => ({ listRoutes: () => (name === 'admin' ? fake.mounted : []) }) },
    dirs: { static: { public: mockServed } },
    config: { get: () => '5.55.0' },
    service(uid: string) {
      return this.services[uid];
    },
    plugin(name: string) {
      return { 'users-permissions': this.portal, email: this.mail }[name];
    },
    sessionManager() {
      return this.staff;
    },
  };
}
type Fake = ReturnType<typeof small>;

/** As `createStrapi` hangs it on both signals; found by its name. */
function terminateStrapi(): void {}

let columns: string[];
let fake: Fake;
const strapi = () => fake as unknown as Core.Strapi;
const lose = (from: object, name: string) => Reflect.deleteProperty(from, name);

beforeEach(() => {
  mockServed = fs.mkdtempSync(path.join(os.tmpdir(), 'served-'));
  fs.mkdirSync(path.join(mockServed, 'uploads'));
  mockKeepsIn = (pointed) => pointed;
  columns = [
    ...['category', 'skpd', 'team', 'requester', 'assignee'].map((name) => `tickets.${name}_id`),
    ...['categories.parent_id', 'categories.team_id', 'skpd.parent_id', 'skpd.replaced_by_id', 'up_users.skpd_id'],
    ...['attachments.ticket_id', 'guide_ratings.guide_id', 'survey_responses.period_id'],
    ...['id', 'firstname', 'lastname', 'email', 'is_active', 'blocked', 'prefered_language', 'registration_token'].map(
      (name) => `admin_users.${name}`,
    ),
    ...['id', 'document_id', 'username', 'email', 'password', 'blocked', 'created_at'].map((at) => `up_users.${at}`),
    ...['session_id', 'user_id', 'device_id', 'origin', 'status', 'expires_at'].map(
      (name) => `strapi_sessions.${name}`,
    ),
    ...['admin_roles.id', 'admin_roles.code', 'up_roles.id', 'up_roles.type', 'components_service_slas.calendar'],
    ...['admin_users_roles_lnk', 'up_users_role_lnk'].flatMap((table) => [`${table}.user_id`, `${table}.role_id`]),
    ...['teams_members_lnk.team_id', 'teams_members_lnk.user_id'],
    ...['tickets_helpers_lnk.id', 'tickets_helpers_lnk.ticket_id', 'tickets_helpers_lnk.user_id'],
    ...['guides', 'announcements'].flatMap((one) => [
      `${one}_services_lnk.${one.slice(0, -1)}_id`,
      `${one}_services_lnk.category_id`,
      `${one}_services_lnk.category_ord`,
    ]),
  ];
  types.setTypeParser(1082, (text) => text);
  types.setTypeParser(3802, (text) => text);
  types.setTypeParser(1700, Number.parseFloat);
  fake = small();
  Object.assign(globalThis, { strapi: fake });
  process.on('SIGTERM', terminateStrapi).on('SIGINT', terminateStrapi);
});
afterEach(() => {
  process.off('SIGTERM', terminateStrapi).off('SIGINT', terminateStrapi);
});
afterEach(() => fs.rmSync(mockServed, { recursive: true }));

test('nothing is missed of a Strapi that has it all', async () => {
  expect(await complaintsOf(strapi(), HOOKS)).toEqual([]);
});

const LOSSES: readonly (readonly [hook: string, what: string, lose: () => unknown])[] = [
  ['commits', 'transaction of strapi.db.connection.client', () => lose(fake.db.connection.client, 'transaction')],
  ['statements', 'query of strapi.db.connection.client', () => lose(fake.db.connection.client, 'query')],
  [
    'statements',
    'releaseConnection of strapi.db.connection.client',
    () => lose(fake.db.connection.client, 'releaseConnection'),
  ],
  ['writes', 'updateMany of strapi.db.entityManager', () => lose(fake.db.entityManager, 'updateMany')],
  ['writes', 'strapi.db.entityManager', () => lose(fake.db, 'entityManager')],
  ['documents', 'use of strapi.documents', () => lose(fake.documents, 'use')],
  ['roles', 'the service admin::permission', () => lose(fake.services, 'admin::permission')],
  [
    'roles',
    'updateRole of the service plugin::users-permissions.role',
    () => lose(fake.services['plugin::users-permissions.role'] as object, 'updateRole'),
  ],
  ['request-context', 'get of strapi.requestContext', () => lose(fake.requestContext, 'get')],
  [
    'portal-tokens',
    'verify of the service plugin::users-permissions.jwt',
    () => lose(fake.services['plugin::users-permissions.jwt'] as object, 'verify'),
  ],
  ['api-tokens', 'the service admin::api-token-content-api', () => lose(fake.services, 'admin::api-token-content-api')],
  [
    'staff-sessions',
    "strapi.sessionManager('admin')",
    () =>
      Object.assign(fake, {
        sessionManager: () => {
          throw new Error('no origin');
        },
      }),
  ],
  [
    'account-services',
    'edit of the service plugin::users-permissions.user',
    () => lose(fake.services['plugin::users-permissions.user'] as object, 'edit'),
  ],
  [
    'replaced-actions',
    'the controller contentmanageruser of users-permissions',
    () => lose(fake.portal.controllers, 'contentmanageruser'),
  ],
  [
    'open-routes',
    'the route POST /admin/login',
    () => {
      fake.mounted = fake.mounted.filter(({ path: place }) => place !== '/admin/login');
    },
  ],
  [
    'sign-in-handlers',
    'a route of admin with the handler authentication.login',
    () => fake.admin.routes.admin.routes.shift(),
  ],
  ['column-relations', 'the column tickets.category_id', () => columns.shift()],
  [
    'column-relations',
    '"useJoinTable": false in the schema of api::skpd.skpd replacedBy',
    () => Object.assign(fake.contentTypes['api::skpd.skpd']?.attributes ?? {}, { replacedBy: relation(true) }),
  ],
  [
    'column-relations',
    'a line in COLUMN_RELATIONS for api::team.team lead',
    () => Object.assign(fake.contentTypes['api::team.team']?.attributes ?? {}, { lead: relation(false) }),
  ],
  [
    'tables',
    'the column guides_services_lnk.guide_id',
    () => columns.splice(columns.indexOf('guides_services_lnk.guide_id'), 1),
  ],
  [
    'parsed-types',
    'a parser for the whole process that reads jsonb as a string',
    () => types.setTypeParser(3802, (text: string) => JSON.parse(text) as unknown),
  ],
  [
    'attachment-store',
    'a local upload provider that keeps files where strapi.dirs.static.public leads',
    () => {
      mockKeepsIn = () => mockServed;
    },
  ],
  ['mail-provider', "send of strapi.plugin('email').provider", () => lose(fake.mail['provider'] as object, 'send')],
  ['signals', 'the answer to signals called terminateStrapi', () => process.off('SIGTERM', terminateStrapi)],
];

test.each(LOSSES)('%s: a Strapi without “%s” is named, and nothing beside it', async (hook, what, loseIt) => {
  loseIt();
  const [sentence = '', ...others] = await complaintsOf(strapi(), HOOKS);
  expect(others).toEqual([]);
  expect(sentence).toMatch(
    new RegExp(`^Strapi 5\\.55\\.0, as it runs here, lacks ${what.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\. `),
  );
  expect(sentence).toContain(`What to do is in plugins/ticketing/server/strapi/README.md under “${hook}”.`);
});

test('every hook has a loss of its own here, and its reason and remedy in the README', () => {
  const readme = fs.readFileSync(path.join(__dirname, '../../plugins/ticketing/server/strapi/README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(rows).toEqual(HOOKS.map(({ name }) => name));
  expect([...new Set(LOSSES.map(([hook]) => hook))]).toEqual(HOOKS.map(({ name }) => name));
});

test('a stage of the boot ends with all that is missing at it, and asks of nothing else', async () => {
  lose(fake.db.entityManager, 'create');
  lose(fake.documents, 'use');
  lose(fake.portal.controllers, 'auth');
  await expect(checkHooks(strapi(), 'bootstrap')).rejects.toThrow(
    /create of strapi\.db\.entityManager[^]*\n[^\n]*use of strapi\.documents/,
  );
  await expect(checkHooks(strapi(), 'register')).rejects.toThrow('the controller auth of users-permissions');
  await expect(checkHooks(strapi(), 'setup')).resolves.toBeUndefined();
});
