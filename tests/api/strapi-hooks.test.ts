import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { createDatabase, dropDatabase, newName, urlOf } from '../support/databases';
import { freePort, ROOT } from '../support/servers';
import { TEMPLATE } from '../support/template';

interface Found {
  readonly missing: Readonly<Record<string, readonly string[]>>;
  readonly commits: Readonly<Record<string, { readonly said: string; readonly isThere: boolean }>>;
  readonly refusal: string | null;
}

const name = newName();
const dataDir = path.join(process.env['TEST_DATA_DIR'] ?? '', name);
let found: Found;
beforeAll(async () => {
  await createDatabase(name, TEMPLATE);
  fs.mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    CMS_PORT: String(port),
    CMS_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: urlOf(name),
    DATA_DIR: dataDir,
    DEMO_DATA: 'false',
    LOG_LEVEL: 'error',
  };
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(ROOT, 'tests/support/hooks.mjs')], {
    cwd: path.join(ROOT, 'cms'),
    env,
  });
  found = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Found;
}, 240_000);
afterAll(async () => {
  await dropDatabase(name);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const HOOKS = [
  'commits',
  'statements',
  'writes',
  'documents',
  'roles',
  'request-context',
  'portal-tokens',
  'api-tokens',
  'staff-sessions',
  'account-services',
  'replaced-actions',
  'open-routes',
  'sign-in-handlers',
  'column-relations',
  'tables',
  'parsed-types',
  'attachment-store',
  'mail-provider',
  'signals',
];

test.each(HOOKS)('what the hook %s hangs on is there in the Strapi we run', (hook) => {
  expect(found.missing[hook]).toEqual([]);
});

test('every hook is asked about here', () => {
  expect(Object.keys(found.missing)).toEqual(HOOKS);
});

test('what could not be committed is not said to be written', () => {
  expect(found.commits).toEqual({
    cut: { said: 'refused', isThere: false },
    swallowed: { said: 'refused', isThere: false },
    kept: { said: 'said to be written', isThere: true },
  });
});

test('a Strapi without a method we wrap does not start, and says which and where to read on', () => {
  expect(found.refusal).toMatch(
    /^Strapi 5\.\d+\.\d+, as it runs here, lacks assignPermissions of the service admin::role\./,
  );
  expect(found.refusal).toContain('plugins/ticketing/server/strapi/README.md under “roles”');
});
