import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// A process each, which on a busy machine takes its time.
jest.setTimeout(60_000);

let house: string;
beforeEach(() => {
  house = fs.mkdtempSync(path.join(os.tmpdir(), 'house-'));
});
afterEach(() => fs.rmSync(house, { recursive: true }));

type Check = 'circles' | 'licences' | 'install-scripts' | 'secrets' | 'advisories';

/** What a check of `npm run lint` says about a house of these files. */
function check(name: Check, files: Record<string, string>, ...args: readonly string[]) {
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    fs.writeFileSync(path.join(house, file), text);
  }
  const script = path.join(__dirname, `../../config/checks/${name}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, house, ...args], { encoding: 'utf8' });
  return { isGood: status === 0, said: stdout + stderr };
}
const locked = (packages: Record<string, object>) => ({
  'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...packages } }),
});

describe('circles of imports', () => {
  test('a house without one passes, also where two files share a third', () => {
    const files = {
      'config/a.ts': `import './b.ts';\nimport './c.ts';`,
      'config/b.ts': `import './c.ts';`,
      'config/c.ts': `export {};`,
    };
    expect(check('circles', files)).toEqual({ isGood: true, said: '' });
  });

  test('fail, each named by its shortest way round: of types alone, of dynamic imports, through Astro files', () => {
    const { isGood, said } = check('circles', {
      'plugins/ticketing/server/a.ts': `import type { B } from './b';\nexport type A = B;`,
      'plugins/ticketing/server/b.ts': `export type B = import('./rooms').C;`,
      'plugins/ticketing/server/rooms/index.ts': `export { type A as C } from '../a';\nexport type { B } from '../b';`,
      'database/a.ts': `export const b = () => import('./b.ts');`,
      'database/b.ts': `import './a.ts';`,
      'site/src/Page.astro': `---\nimport Part from './Part.astro';\n---\n<Part />`,
      'site/src/Part.astro': `<p>Halo</p>\n<script>\nimport './part.ts';\n</script>`,
      'site/src/part.ts': `import Page from './Page.astro';\nexport default Page;`,
      'site/src/Tree.astro': `---\nimport Tree from './Tree.astro';\n---\n<Tree />`,
    });
    expect(isGood).toBe(false);
    const rounds = [...said.matchAll(/A circle of imports: (.*)\. Move/g)].map(([, round]) => round);
    expect(rounds.sort()).toEqual([
      'database/a.ts → database/b.ts → database/a.ts',
      'plugins/ticketing/server/b.ts → plugins/ticketing/server/rooms/index.ts → plugins/ticketing/server/b.ts',
      'site/src/Page.astro → site/src/Part.astro → site/src/part.ts → site/src/Page.astro',
      'site/src/Tree.astro → site/src/Tree.astro',
    ]);
  });

  test('a file that is imported and is not there is told instead of passed over', () => {
    const { isGood, said } = check('circles', { 'database/c.ts': `import './gone.ts';` });
    expect(isGood).toBe(false);
    expect(said).toContain('database/c.ts imports "./gone.ts", and there is no such file.');
  });
});

test('what runs in production is free to use; what only builds or tests us may be anything', () => {
  const { isGood, said } = check('licences', {
    ...locked({
      'node_modules/free': { version: '1.0.0', license: 'MIT' },
      'node_modules/choice': { version: '1.0.0', license: '(GPL-3.0-only OR (BSD-2-Clause AND Zlib))' },
      'node_modules/old': { version: '1.0.0' },
      'node_modules/tool': { version: '1.0.0', license: 'SSPL-1.0', dev: true },
      'node_modules/rent': { version: '2.1.0', license: 'SEE LICENSE IN LICENSE' },
      'node_modules/free/node_modules/@city/both': { version: '3.0.0', license: 'MIT AND SSPL-1.0' },
      'node_modules/silent': { version: '4.0.0' },
      'node_modules/own': { link: true, resolved: 'own' },
    }),
    'node_modules/old/package.json': JSON.stringify({ licenses: [{ type: 'MIT' }, { type: 'GPL' }] }),
  });
  expect(isGood).toBe(false);
  const found = said
    .trim()
    .split('\n')
    .map((line) => line.replace(/\. Take another.*/, ''));
  expect(found).toEqual([
    'rent 2.1.0 runs in production and its licence is not free: SEE LICENSE IN LICENSE',
    '@city/both 3.0.0 runs in production and its licence is not free: MIT AND SSPL-1.0',
    'silent 4.0.0 runs in production and its licence is not free: none named',
  ]);
});

test('a package runs a script at installation only where it is named, and names without a script go', () => {
  const { isGood, said } = check('install-scripts', {
    ...locked({
      'node_modules/known': { version: '1.0.0', hasInstallScript: true },
      'node_modules/refused': { version: '1.0.0', hasInstallScript: true },
      'node_modules/known/node_modules/new': { version: '1.0.0', hasInstallScript: true },
    }),
    'package.json': JSON.stringify({ allowScripts: { known: true, refused: false, gone: true } }),
  });
  expect(isGood).toBe(false);
  expect(said).toMatch(/^new runs a script .*\n"allowScripts" names gone, .*\n$/);
});

test('a secret in the repository is named by place and kind and never repeated; examples and variables are none', () => {
  // Put together here, so that this very file holds none.
  const token = ['ghp', 'a1B2c3D4e5'.repeat(4)].join('_');
  const address = ['postgres://ticketing', 'k7Jd93ms@db.example.org/ticketing'].join(':');
  const { isGood, said } = check('secrets', {
    'notes.md': `Ring the bell.\nThe token is ${token}.\n`,
    'cms/env.example': ['APP_KEYS', 'q2X8'.repeat(6)].join('='),
    'config/key.txt': ['-----BEGIN', 'PRIVATE KEY-----'].join(' '),
    'config/url.ts': `const url = '${address}';`,
    'README.md': 'postgres://nama:sandi@host:5432/basisdata',
    'config/made.ts':
      'const url = `postgres://ticketing:${password}@127.0.0.1/ticketing`;\nconst APP_KEYS = env.APP_KEYS;',
  });
  expect(isGood).toBe(false);
  expect(said).not.toContain(token);
  expect(
    said
      .trim()
      .split('\n')
      .map((line) => line.replace(/\. Take .*/, ''))
      .sort(),
  ).toEqual([
    'cms/env.example:1 holds what looks like a value for one of our secrets',
    'config/key.txt:1 holds what looks like a private key',
    'config/url.ts:1 holds what looks like a password in an address',
    'notes.md:2 holds what looks like a token of GitHub',
  ]);
});

describe('advisories', () => {
  // As `npm audit --json` writes them: `b` is weak itself, `a` through it.
  const WEAK = {
    auditReportVersion: 2,
    vulnerabilities: {
      a: { name: 'a', severity: 'high', via: ['b'], effects: [], range: '*' },
      b: {
        name: 'b',
        severity: 'high',
        via: [
          {
            source: 1,
            name: 'b',
            title: 'Reads any file',
            url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
            severity: 'high',
            range: '<2.0.0',
          },
        ],
        effects: ['a'],
        range: '<2.0.0',
      },
    },
  };
  const answered = (answer: unknown) => {
    const file = path.join(house, 'answer.json');
    return check('advisories', { 'answer.json': JSON.stringify(answer) }, file);
  };

  test('that nobody has judged fail, with the package and what to do', () => {
    const { isGood, said } = answered(WEAK);
    expect(isGood).toBe(false);
    expect(said).toMatch(
      /^b <2\.0\.0 has a published weakness \(high, GHSA-aaaa-bbbb-cccc\): Reads any file\. Take a mended/,
    );
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  test('none passes; a registry that does not answer is told and fails nothing', () => {
    expect(answered({ auditReportVersion: 2, vulnerabilities: {} })).toEqual({ isGood: true, said: '' });
    expect(answered({ message: 'getaddrinfo ENOTFOUND', error: {} })).toEqual({
      isGood: true,
      said: 'The registry told no advisories (getaddrinfo ENOTFOUND): they were not checked in this run.\n',
    });
  });
});
