import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

interface Planted {
  readonly file: string;
  readonly code: string;
}
interface Said {
  readonly rule: string | null;
  readonly message: string;
  readonly line: number;
}

// The first answer waits for ESLint to read its configuration, on a busy machine for long.
jest.setTimeout(60_000);

let linter: ChildProcessWithoutNullStreams;
let answers: AsyncIterator<string>;
beforeAll(() => {
  linter = spawn(process.execPath, [path.join(__dirname, '../support/lint.mjs')]);
  answers = createInterface({ input: linter.stdout })[Symbol.asyncIterator]();
});
afterAll(async () => {
  linter.stdin.end();
  await once(linter, 'exit');
});

/** What `npm run lint` would say about each file, were it there. */
async function lint(planted: readonly Planted[]): Promise<Said[][]> {
  linter.stdin.write(`${JSON.stringify(planted)}\n`);
  const { value } = await answers.next();
  return JSON.parse(value) as Said[][];
}
const SERVER = 'plugins/ticketing/server';
const inRoom = (room: string, code: string): Planted => ({ file: `${SERVER}/${room}/planted.ts`, code });

// As "The server's floors" in the architecture has them, top floor first; `reports` stands for the features.
const FLOORS = ['seed', 'http', 'strapi', 'reports', 'tickets', 'accounts', 'desk', 'mail', 'audit', 'database'];

describe('a room of the server', () => {
  test('imports from every room below it, from itself and from the domain, and from no room above', async () => {
    const pairs = FLOORS.flatMap((room, high) => FLOORS.map((other, low) => ({ room, other, isUp: low < high })));
    const said = await lint(
      pairs.map(({ room, other }) =>
        inRoom(room, `import { what } from '../${other}/what';\nimport { STATUSES } from '../../domain';\n`),
      ),
    );
    const refused = pairs.filter((_, index) => (said[index] ?? []).length > 0).map(({ room, other }) => [room, other]);
    expect(refused).toEqual(pairs.filter(({ isUp }) => isUp).map(({ room, other }) => [room, other]));
  });

  test('is told both rooms and what to do, whichever way it names the other', async () => {
    const ways = [
      `import { handle } from '../http/handle';`,
      `import type { Handler } from '../http/handle';`,
      `export { handle } from '../http/handle';`,
      `export * from '../http/handle';`,
      `export const handle = () => import('../http/handle');`,
      `export type Handler = import('../http/handle').Handler;`,
      `import handle = require('../http/handle');`,
    ];
    for (const said of await lint(ways.map((code) => inRoom('tickets/actions', code.replace('../', '../../')))))
      expect(said).toEqual([
        {
          rule: 'house/floors',
          line: 1,
          message:
            '"tickets" (floor 5) may not import "http" (floor 8): a room imports only from rooms below it. ' +
            'Move what both need down to "tickets" or lower, or have "http" hand it in as an argument.',
        },
      ]);
  });

  test('imports a room beside it only where the table says so', async () => {
    const [allowed, back, other] = await lint([
      inRoom('guides', `import { running } from '../announcements/list';`),
      inRoom('announcements', `import { listGuides } from '../guides';`),
      inRoom('reports', `import { store } from '../attachments';`),
    ]);
    expect(allowed).toEqual([]);
    expect(back?.[0]?.message).toMatch(/"announcements" \(floor 6\) may not import "guides" \(floor 6\).*side by side/);
    expect(other?.[0]?.message).toMatch(/"reports" \(floor 6\) may not import "attachments"/);
  });

  test('that the table does not know has to be given a floor', async () => {
    const [said] = await lint([inRoom('attic', `import { inTransaction } from '../database/transaction';`)]);
    expect(said?.[0]?.message).toMatch(/"attic" lies on no floor/);
  });

  test('that starts everything is imported by nobody', async () => {
    const said = await lint([
      inRoom('http', `import { start } from '../jobs/jobs';`),
      inRoom('strapi', `import { bootstrap } from '../bootstrap';`),
      inRoom('jobs', `import plugin from '..';`),
    ]);
    for (const each of said) expect(each).toHaveLength(1);
  });
});

describe('a part of the house', () => {
  test.each([
    [
      'domain',
      'plugins/ticketing/domain/planted.ts',
      '../server/database/transaction',
      /domain is pure|"domain" may not/,
    ],
    ['server', `${SERVER}/tickets/planted.ts`, '../../admin/src/words', /"server" may not import "admin"/],
    ['admin', 'plugins/ticketing/admin/src/planted.tsx', '../../server/tickets', /"admin" may not import "server"/],
    ['site', 'site/src/lib/planted.ts', 'strapi-plugin-ticketing/strapi-server', /"site" may not import "server"/],
    ['site', 'site/src/lib/planted.ts', '../../../plugins/ticketing/admin/src/words', /"site" may not import "admin"/],
    ['site', 'site/src/lib/planted.ts', '../../../plugins/ticketing/domain', /by its package name/],
    [
      'database',
      'database/planted.ts',
      '../plugins/ticketing/server/tickets/rows',
      /"database" may not import "server"/,
    ],
    ['config', 'config/planted.ts', '../site/src/lib/limits', /"config" may not import "site"/],
  ])('%s: %s may not import %s', async (_part, file, from, sentence) => {
    const [said] = await lint([{ file, code: `import { what } from '${from}';\n` }]);
    expect(said?.[0]?.message).toMatch(sentence);
  });

  test('says what it may: the domain by its package, tests anything', async () => {
    const said = await lint([
      { file: 'site/src/lib/planted.ts', code: `import { STATUSES } from 'strapi-plugin-ticketing/domain';` },
      { file: 'plugins/ticketing/admin/src/planted.tsx', code: `import { STATUSES } from '../../domain';` },
      { file: 'tests/api/planted.ts', code: `import { rows } from '../../plugins/ticketing/server/tickets/rows';` },
      { file: 'database/planted.ts', code: `import { hash } from '../plugins/ticketing/server/audit/chain.mts';` },
    ]);
    expect(said).toEqual([[], [], [], []]);
  });

  test('is watched in Astro files too, in front matter and scripts, on the right line', async () => {
    const page = `---\nimport { rows } from 'strapi-plugin-ticketing/strapi-server';\n---\n<p>Halo</p>\n<script>
  import { words } from '../../../plugins/ticketing/admin/src/words';
</script>\n`;
    const [said] = await lint([{ file: 'site/src/pages/planted.astro', code: page }]);
    expect(said?.map(({ line, message }) => [line, message.slice(0, 34)])).toEqual([
      [2, '"site" may not import "server": it'],
      [6, '"site" may not import "admin": it '],
    ]);
  });
});

describe('a room of the portal', () => {
  test.each([
    ['lib/tickets/planted.ts', '../../components/ticket/looks', 'may not import "src/components/ticket"'],
    ['lib/forms/planted.ts', '../refusals/problem', 'may not import "src/lib/refusals"'],
    ['lib/tickets/planted.ts', '../guides/filters', 'may not import "src/lib/guides"'],
    ['components/ui/Planted.astro', '../form/Field.astro', 'may not import "src/components/form"'],
    ['components/ticket/Planted.astro', '../guides/Toc.astro', 'may not import "src/components/guides"'],
    ['scripts/send/planted.ts', '../../components/ui/icons', 'may not import "src/components/ui"'],
    ['pages/planted.ts', '../middleware/locals', 'may not import "src/middleware"'],
    ['i18n/planted.ts', '../lib/format', 'may not import "src/lib/format"'],
  ])('%s may not import %s', async (file, from, sentence) => {
    const line = `import type { What } from '${from}';\n`;
    const code = file.endsWith('.astro') ? `---\n${line}---\n<p>Halo</p>\n` : line;
    const [said] = await lint([{ file: `site/src/${file}`, code }]);
    expect(said?.[0]?.message).toContain(sentence);
  });

  test('imports from every floor below, and from itself', async () => {
    const page = ['../layouts/Page.astro', '../components/ui/Icon.astro', '../lib/tickets/act', '../i18n'];
    const said = await lint([
      {
        file: 'site/src/pages/planted.astro',
        code: `---\n${page.map((from) => `import '${from}';`).join('\n')}\n---\n`,
      },
      { file: 'site/src/lib/tickets/planted.ts', code: `import '../files/uploads';\nimport './filters';` },
      { file: 'site/src/components/request/Planted.astro', code: `---\nimport '../ticket/Due.astro';\n---\n` },
    ]);
    expect(said).toEqual([[], [], []]);
  });
});
