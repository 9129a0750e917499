import { EMPTY_ROUTES, OPEN_ROUTES } from '../../../plugins/ticketing/server/strapi/open-routes';
import { people, type Who } from './roles';
import { all, knock } from './stage';

/** What Strapi offers beside what anybody here needs; each would be a way around the rules. */
const CLOSED: readonly string[] = [
  'POST /email',
  'POST /email/test',
  'GET /email/settings',
  'POST /email/verify',
  'POST /admin/register-admin',
  'POST /admin/project-settings',
  'GET /admin/plugins',
  'GET /admin/webhooks',
  'POST /admin/webhooks',
  'POST /admin/webhooks/1/trigger',
  'GET /admin/transfer/tokens',
  'POST /admin/transfer/tokens',
  'GET /admin/transfer/runner/push',
  'GET /admin/transfer/runner/pull',
  'POST /admin/admin-tokens',
  'GET /admin/admin-tokens',
  'GET /content-manager/homepage/recent-documents',
  'GET /content-manager/preview/url/api::ticket.ticket',
  'GET /content-manager/history-versions',
  'POST /content-manager/collection-types/api::guide.guide/actions/bulkPublish',
  'GET /content-type-builder/schema',
  'POST /content-type-builder/update-schema',
  'POST /content-type-builder/content-types',
  'GET /content-type-builder/content-types',
  'POST /upload/actions/upload-from-urls',
  'POST /upload/actions/generate-ai-metadata',
  'GET /users-permissions/advanced',
  'PUT /users-permissions/advanced',
  'GET /users-permissions/email-templates',
  'PUT /users-permissions/email-templates',
  'PUT /users-permissions/providers',
  'POST /users-permissions/roles',
  'POST /i18n/locales',
  'PUT /i18n/settings',
  'GET /api/users',
  'GET /api/users/1',
  'GET /api/users/count',
  'POST /api/users',
  'PUT /api/users/1',
  'DELETE /api/users/1',
  'POST /api/auth/local/register',
  'GET /api/connect/google',
  'POST /api/auth/send-email-confirmation',
  'POST /api/auth/refresh',
  'GET /api/users-permissions/roles',
  'GET /api/users-permissions/permissions',
  'POST /api/email',
  'POST /api/upload',
  'GET /api/upload/files',
  'GET /api/content-type-builder/content-types',
  'GET /api/i18n/locales',
  'GET /api/tickets',
  'GET /api/skpds',
];

test("Strapi's own routes: what nobody needs answers nobody, and what staff need answers no requester", async () => {
  const who = await people();
  const wrong: string[] = [];
  const tokens = [undefined, ...(Object.keys(who) as Who[]).map((name) => who[name].token)];
  await all(
    CLOSED.flatMap((route) => tokens.map((token) => ({ route, token }))),
    async ({ route, token }) => {
      const [method = '', place = ''] = route.split(' ');
      const { status } = await knock({ method, place, token, body: method === 'GET' ? undefined : {} });
      if (status !== 404 && status !== 405) wrong.push(`${route}: ${status}`);
    },
  );
  for (const route of EMPTY_ROUTES) {
    const { text } = await knock({ method: 'GET', place: route.replace('GET ', ''), token: who.admin.token });
    expect([route, text]).toEqual([route, '{"data":{}}']);
  }
  const outsiders = [who.clerk, who.leader, who.stranger].map(({ token }) => token);
  const staffOnly = OPEN_ROUTES.filter(
    (route) =>
      !/ \/api\/|login|access-token|registration-info|register|forgot-|reset-|\/init$|project-type|logout/.test(route),
  );
  await all(
    staffOnly.flatMap((route) => [undefined, ...outsiders].map((token) => ({ route, token }))),
    async ({ route, token }) => {
      const [method = '', address = ''] = route.split(' ');
      const place = address.replace(/:model|:uid/, 'api::guide.guide').replace(/:\w+/g, '1');
      const { status } = await knock({ method, place, token, body: method === 'GET' ? undefined : {} });
      if (status !== 401 && status !== 403) wrong.push(`${route}: ${status}`);
    },
  );
  expect(wrong).toEqual([]);
});

test('no account is a mail relay, and tickets are read by nobody through the content manager', async () => {
  const who = await people();
  const types = ['api::ticket.ticket', 'plugin::ticketing.audit-entry', 'plugin::ticketing.attachment'];
  const more = [
    'plugin::ticketing.survey-response',
    'plugin::ticketing.guide-rating',
    'admin::user',
    'admin::api-token',
  ];
  for (const type of [...types, ...more])
    for (const place of [
      `/content-manager/collection-types/${type}`,
      `/content-manager/collection-types/${encodeURIComponent(type)}?page=1`,
      `/content-manager/collection-types/${type}/abc`,
      `/content-manager/relations/${type}/skpd`,
      `/content-manager/content-types/${type}/configuration`,
      `/Content-Manager/Collection-Types/${type}`,
    ]) {
      const { status, text } = await knock({ method: 'GET', place, token: who.admin.token });
      expect({ place, status }).toEqual({ place, status: 403 });
      expect(text).not.toContain('penanda');
    }
  for (const place of ['/email', '/api/email'])
    expect((await knock({ method: 'POST', place, token: who.officer.token, body: { to: 'a@b.test' } })).status).toBe(
      404,
    );
});
