/** Routes under one prefix: `METHOD path`, as Strapi's router knows them. */
const under = (prefix: string, routes: readonly string[]): string[] =>
  routes.map((route) => route.replace(' ', ` ${prefix}`));
const each = (path: string, methods: string): string[] => methods.split(' ').map((method) => `${method} ${path}`);

/**
 * What the panel's home asks whether or not anybody sees the answer: how many there are of everything. Answered with
 * nothing, to everybody alike.
 */
export const EMPTY_ROUTES: readonly string[] = [
  'GET /admin/homepage/key-statistics',
  'GET /content-manager/homepage/count-documents',
];

/**
 * Every route of Strapi's own that somebody here needs, and for what. What is not in this list answers nobody, not even
 * an administrator: sending mail from any address, importing and exporting whole databases, calling other servers,
 * tokens that act as a person, building types, translations, assistants.
 */
export const OPEN_ROUTES: readonly string[] = [
  // Coming in, and going, at the panel's door. The first administrator comes by invitation (`first-administrator.ts`).
  ...under('/admin', [
    'GET /init',
    'POST /login',
    'POST /access-token',
    'GET /registration-info',
    'POST /register',
    'POST /forgot-password',
    'POST /reset-password',
    'POST /logout',
  ]),
  // What the panel asks to draw its frame.
  ...under('/admin', [
    'GET /project-type',
    'GET /project-settings',
    'GET /information',
    'GET /telemetry-properties',
    'GET /guided-tour-meta',
    'GET /homepage/layout',
    'GET /permissions',
    'POST /permissions/check',
  ]),
  'GET /i18n/locales',
  // One's own account in the panel, and where one is signed in.
  ...under('/admin/users/me', ['GET ', 'PUT ', 'GET /permissions', 'GET /sessions', 'DELETE /sessions']),
  'DELETE /admin/users/me/sessions/:sessionId',
  // Staff accounts and their roles: administrators.
  ...each('/admin/users', 'GET POST'),
  ...each('/admin/users/:id', 'GET PUT DELETE'),
  'POST /admin/users/batch-delete',
  ...each('/admin/roles', 'GET POST'),
  ...each('/admin/roles/:id', 'GET PUT DELETE'),
  ...each('/admin/roles/:id/permissions', 'GET PUT'),
  'POST /admin/roles/batch-delete',
  // Tokens for other systems: administrators.
  ...each('/admin/api-tokens', 'GET POST'),
  ...each('/admin/api-tokens/:id', 'GET PUT DELETE'),
  'POST /admin/api-tokens/:id/regenerate',
  ...under('/admin/content-api', ['GET /permissions', 'GET /routes']),
  // Roles of the portal: administrators.
  ...each('/users-permissions/roles', 'GET'),
  ...each('/users-permissions/roles/:id', 'GET'),
  'PUT /users-permissions/roles/:role',
  ...under('/users-permissions', ['GET /permissions', 'GET /policies', 'GET /routes']),
  // Master data, guides, announcements and portal accounts; `closed-types.ts` says of which types nothing is told.
  ...under('/content-manager', [
    'GET /init',
    'GET /content-types',
    'GET /content-types-settings',
    'GET /content-types/:uid/configuration',
    'PUT /content-types/:uid/configuration',
    'GET /components',
    'GET /components/:uid/configuration',
    'POST /uid/generate',
    'POST /uid/check-availability',
    'GET /relations/:model/:targetField',
    'GET /relations/:model/:id/:targetField',
  ]),
  ...each('/content-manager/single-types/:model', 'GET PUT'),
  ...each('/content-manager/collection-types/:model', 'GET POST'),
  ...each('/content-manager/collection-types/:model/:id', 'GET PUT DELETE'),
  'POST /content-manager/collection-types/:model/clone/:sourceId',
  'POST /content-manager/collection-types/:model/auto-clone/:sourceId',
  'POST /content-manager/collection-types/:model/actions/bulkDelete',
  // Pictures and documents of guides.
  ...each('/upload', 'POST'),
  ...each('/upload/settings', 'GET PUT'),
  ...each('/upload/files', 'GET POST'),
  ...each('/upload/files/:id', 'GET PUT DELETE'),
  'POST /upload/files/:id/replace',
  ...each('/upload/folders', 'GET POST'),
  ...each('/upload/folders/:id', 'GET PUT'),
  'GET /upload/folder-structure',
  ...under('/upload/actions', ['POST /bulk-delete', 'POST /bulk-move']),
  // Coming in at the portal's door; the two for a forgotten password are answered by us.
  ...under('/api/auth', ['POST /local', 'POST /forgot-password', 'POST /reset-password', 'POST /change-password']),
  'GET /api/users/me',
];
