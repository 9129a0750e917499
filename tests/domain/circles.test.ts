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

/** What the check of `npm run lint` says about a house of these files. */
function walk(files: Record<string, string>): { isGood: boolean; said: string } {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(house, name)), { recursive: true });
    fs.writeFileSync(path.join(house, name), text);
  }
  const check = path.join(__dirname, '../../config/checks/circles.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [check, house], { encoding: 'utf8' });
  return { isGood: status === 0, said: stdout + stderr };
}

test('a house without a circle passes, also where two files share a third', () => {
  const { isGood, said } = walk({
    'config/a.ts': `import './b.ts';\nimport './c.ts';`,
    'config/b.ts': `import './c.ts';`,
    'config/c.ts': `export {};`,
  });
  expect({ isGood, said }).toEqual({ isGood: true, said: '' });
});

test('circles fail, each named by its shortest way round: of types alone, of dynamic imports, through Astro files', () => {
  const { isGood, said } = walk({
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
  const { isGood, said } = walk({ 'database/c.ts': `import './gone.ts';` });
  expect(isGood).toBe(false);
  expect(said).toContain('database/c.ts imports "./gone.ts", and there is no such file.');
});
