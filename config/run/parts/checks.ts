import path from 'node:path';
import { envFor, type Values } from '../../env.ts';
import { ASTRO, isBuilt, TSC, type Built } from './builds.ts';
import type { House } from './house.ts';
import { sinceOpened } from './logs.mjs';
import { say, step } from './progress.mjs';
import { count, type Tally } from './tally.ts';
import { ROOT } from './verb.ts';
import { words } from './words.mjs';

interface Check {
  readonly title: string;
  readonly slug: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Whether it says something that people should read when it passes, too. */
  readonly tells?: true;
  /** A build that writes what this check reads: the two do not run at once. */
  readonly after?: Built;
  /** Whether that build is the same work: where it is fresh, there is nothing left to check. */
  readonly isDoneByBuild?: true;
}
const at = (file: string) => path.join(ROOT, file);
const types = (name: string, project: string, more: readonly string[] = []): Check => ({
  title: words.checks.types(name),
  slug: `types-${name.replace(/\W+/g, '-')}`,
  args: [at(TSC), '--noEmit', '--incremental', 'false', ...more, '-p', project],
});
/** Strapi's preset asks for a way of finding modules that this compiler has given up; a build finds them by that one. */
const FINDS_MODULES = ['--module', 'preserve', '--moduleResolution', 'bundler'];

export const LINT: readonly Check[] = [
  {
    title: words.checks.lint,
    slug: 'lint',
    args: [
      at('node_modules/eslint/bin/eslint.js'),
      '.',
      '--cache',
      '--cache-strategy',
      'content',
      '--cache-location',
      '.tmp/eslint',
    ],
  },
  {
    title: words.checks.format,
    slug: 'format',
    args: [
      at('node_modules/prettier/bin/prettier.cjs'),
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-strategy',
      'content',
      '--cache-location',
      '.tmp/prettier',
      '.',
    ],
  },
  { title: words.checks.circles, slug: 'circles', args: [at('config/checks/circles.ts')] },
  { title: words.checks.licences, slug: 'licences', args: [at('config/checks/licences.ts')] },
  { title: words.checks.installScripts, slug: 'install-scripts', args: [at('config/checks/install-scripts.ts')] },
  { title: words.checks.secrets, slug: 'secrets', args: [at('config/checks/secrets.ts')] },
  {
    title: words.checks.advisories,
    slug: 'advisories',
    args: [at('config/checks/advisories.ts'), at('.'), '--tell'],
    tells: true,
  },
];
/** One check per workspace. */
export const TYPES: readonly Check[] = [
  { ...types('plugin', 'plugins/ticketing/tsconfig.json'), after: 'plugin', isDoneByBuild: true },
  types('plugin/admin', 'plugins/ticketing/admin/tsconfig.json'),
  types('config, database', 'config/tsconfig.json'),
  types('tests', 'tests/tsconfig.json'),
  types('cms', 'cms/tsconfig.json', FINDS_MODULES),
  { title: words.checks.types('site'), slug: 'types-site', cwd: 'site', args: [at(ASTRO), 'check'], after: 'site' },
];

/**
 * Runs each check on its own, shows the output of those that fail or tell something, and counts. `until` waits for a build that runs
 * beside them; one that fails lets go too.
 */
export async function runChecks(
  house: House,
  values: Values,
  tally: Tally,
  checks: readonly Check[],
  until: (built: Built) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const { title, slug, args, cwd = '.', tells, after, isDoneByBuild } of checks) {
    if (after) await until(after);
    const log = path.join(values.DATA_DIR ?? '', 'logs', `check-${slug}.log`);
    const isGood = await step(title, async () => {
      if (after && isDoneByBuild && isBuilt(after)) return;
      if (!(await house.run({ name: title, args, cwd: at(cwd), env: envFor('run', values), log })))
        throw new CheckFailed();
    }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof CheckFailed) return false;
        throw error;
      },
    );
    if (!isGood || tells) say(sinceOpened(log));
    count(tally, title, isGood);
  }
}

class CheckFailed extends Error {}
