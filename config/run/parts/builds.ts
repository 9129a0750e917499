import fs from 'node:fs';
import path from 'node:path';
import { envFor, type Values } from '../../env.ts';
import { compressFolder } from './compress.ts';
import type { House } from './house.ts';
import { awaitLock, dropLock } from './lock.mjs';
import { sinceOpened } from './logs.mjs';
import { say, step } from './progress.mjs';
import { hashOf } from './stale.ts';
import { ROOT } from './verb.ts';
import { Sentence, words } from './words.mjs';

export type Built = 'plugin' | 'site' | 'cms';
interface Build {
  readonly name: Built;
  readonly cwd: string;
  readonly args: readonly string[];
  /** What is made of the same files besides, once that is done. */
  readonly also?: readonly string[];
  /** Files and folders that decide the result, beside the lock file. */
  readonly inputs: readonly string[];
  readonly output: string;
  /** A file without which the output is none. */
  readonly proof: string;
  /** Whether its builder leaves old files where it writes new ones. */
  readonly clears?: true;
  /** The folder of files for browsers that are compressed once, here. */
  readonly compresses?: string;
  /** Variables that end up in the result. */
  readonly bakes: readonly 'CMS_PUBLIC_URL'[];
}

/** The compiler made of machine code: the same verdicts and programs for a third of the work. */
export const TSC = 'node_modules/@typescript/native/bin/tsc';
export const STRAPI = 'node_modules/@strapi/strapi/bin/strapi.js';
export const ASTRO = 'node_modules/astro/bin/astro.mjs';
const at = (file: string) => path.join(ROOT, file);

/** In the order they are made: cms loads the built plugin, and takes longest. */
const BUILDS: readonly Build[] = [
  {
    name: 'plugin',
    cwd: '.',
    args: [at(TSC), '-p', 'plugins/ticketing/tsconfig.json'],
    also: [at('config/run/parts/describe-replies.ts'), at('plugins/ticketing/dist/replies.json')],
    output: 'plugins/ticketing/dist',
    proof: 'server/index.js',
    clears: true,
    bakes: [],
    inputs: [
      'plugins/ticketing/package.json',
      'plugins/ticketing/tsconfig.json',
      'plugins/ticketing/domain',
      'plugins/ticketing/server',
      'config/run/parts/describe-replies.ts',
      'config/tsconfig',
    ],
  },
  {
    name: 'site',
    cwd: 'site',
    args: [at(ASTRO), 'build'],
    output: 'site/dist',
    proof: 'server/entry.mjs',
    bakes: [],
    inputs: ['site', 'plugins/ticketing/package.json', 'plugins/ticketing/domain', 'public/brand', 'config/tsconfig'],
  },
  {
    name: 'cms',
    cwd: 'cms',
    args: [at(STRAPI), 'build'],
    output: 'cms/dist',
    proof: 'build/index.html',
    compresses: 'cms/dist/build',
    bakes: ['CMS_PUBLIC_URL'],
    inputs: [
      'cms',
      'plugins/ticketing/package.json',
      'plugins/ticketing/domain',
      'plugins/ticketing/admin',
      'public/brand',
    ],
  },
];

/**
 * Builds what is stale among those named, one at a time on this machine; `onBuilt` hears of each as soon as it is
 * there.
 */
export async function buildStale(
  house: House,
  values: Values,
  names: readonly Built[] = BUILDS.map(({ name }) => name),
  onBuilt: (name: Built) => void = () => undefined,
): Promise<void> {
  const wanted = BUILDS.filter(({ name }) => names.includes(name));
  if (wanted.every((build) => isFresh(build))) {
    say(`✓ ${words.build.fresh}`);
    return wanted.forEach(({ name }) => onBuilt(name));
  }
  const lock = at('.tmp/build.lock');
  await awaitLock(lock, () => say(`… ${words.waitingForOther}`));
  house.onClosed(() => dropLock(lock));
  for (const build of wanted) {
    if (!isFresh(build)) await make(house, values, build);
    onBuilt(build.name);
  }
  dropLock(lock);
}

/** Begins to build what is stale: all of it, and how to wait for one, which a failure ends too. */
export function startBuilds(
  house: House,
  values: Values,
): { readonly all: Promise<void>; readonly until: (name: Built) => Promise<void> } {
  const gates = new Map<Built, { readonly open: () => void; readonly opened: Promise<void> }>();
  for (const { name } of BUILDS) {
    let open = () => undefined as void;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    gates.set(name, { open, opened });
  }
  const all = buildStale(house, values, [...gates.keys()], (name) => gates.get(name)?.open());
  void all.catch(() => undefined).finally(() => gates.forEach(({ open }) => open()));
  return { all, until: async (name) => gates.get(name)?.opened };
}

/** Whether what is there was made from what is there. */
export const isBuilt = (name: Built): boolean => BUILDS.some((build) => build.name === name && isFresh(build));

async function make(house: House, values: Values, build: Build): Promise<void> {
  const title = words.build[build.name];
  const log = path.join(values.DATA_DIR ?? at('data'), 'logs', `build-${build.name}.log`);
  const before = stateOf(build);
  fs.rmSync(stampOf(build.output), { force: true });
  // The compiler leaves behind what it no longer makes, and an old `contract.js` would be found before a new
  // `contract/`.
  if (build.clears) fs.rmSync(at(build.output), { recursive: true, force: true });
  await step(title, async () => {
    // Only what was set by hand is baked in, so that a test on other ports does not make everything stale.
    const given = Object.fromEntries(
      build.bakes.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
    );
    const env = envFor('run', {}, { NODE_ENV: 'production', ...given });
    for (const args of [build.args, ...(build.also ? [build.also] : [])])
      if (!(await house.run({ name: title, args, cwd: at(build.cwd), env, log })))
        throw new Sentence(words.stepFailed(title, log), sinceOpened(log));
    if (build.compresses) await compressFolder(at(build.compresses));
  });
  fs.mkdirSync(at(build.output), { recursive: true });
  fs.writeFileSync(stampOf(build.output), before);
}

const stampOf = (output: string) => path.join(ROOT, output, '.built');
const stateOf = ({ inputs, bakes }: Build) =>
  hashOf(
    ROOT,
    ['package-lock.json', ...inputs],
    bakes.map((name) => process.env[name] ?? ''),
  );

function isFresh(build: Build): boolean {
  const stamp = stampOf(build.output);
  return (
    fs.existsSync(path.join(ROOT, build.output, build.proof)) &&
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === stateOf(build)
  );
}
