import path from 'node:path';
import { envFor, type Values } from '../../env.ts';
import { ASTRO, STRAPI } from './builds.ts';
import { cmsProgram } from './cms-program.ts';
import type { Errand, House, Running } from './house.ts';
import { step } from './progress.mjs';
import { ready } from './ready.ts';
import { GENTLY } from './stop.ts';
import { ROOT } from './verb.ts';
import { words } from './words.mjs';

const at = (file: string) => path.join(ROOT, file);
const logOf = (values: Values, name: string) => path.join(values.DATA_DIR ?? '', 'logs', `${name}.log`);
/** A wildcard is listened on, not called. */
const callable = (host = '') =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

export type Mode = 'start' | 'dev';
type Echo = (name: string) => Errand['onOutput'];

/** Starts one service, waits until it says it is ready, and from then on its death ends the run. */
async function up(house: House, title: string, errand: Errand, url: string, seconds: number): Promise<Running> {
  return step(title, async () => {
    const running = house.spawn(errand);
    house.keep(running);
    await ready(house, running, url, seconds);
    return running;
  });
}

/** Starts at once and is waited for later: nothing needs it in order to start. */
export function startMail(house: House, values: Values): () => Promise<void> {
  const running = house.spawn({
    name: 'mail',
    log: logOf(values, 'mail'),
    cwd: values.DATA_DIR,
    env: envFor('run', values),
    rank: 3,
    args: [
      at('config/run/parts/mail-catcher.ts'),
      values.HOST ?? '',
      values.MAIL_SMTP_PORT ?? '',
      values.MAIL_UI_PORT ?? '',
      path.join(values.DATA_DIR ?? '', 'mail'),
    ],
  });
  house.keep(running);
  return () =>
    step(words.start.mail, () =>
      ready(house, running, `http://${callable(values.HOST)}:${values.MAIL_UI_PORT}/api/healthz`, 30),
    );
}

/** The first start migrates and loads reference and demo data, hence the patience. */
export const startCms = (house: House, values: Values, mode: Mode, echo?: Echo) =>
  up(
    house,
    words.start.cms,
    {
      name: 'cms',
      log: logOf(values, 'cms'),
      cwd: at('cms'),
      env: envFor('cms', values),
      rank: 2,
      signals: GENTLY,
      onOutput: echo?.('cms'),
      args: mode === 'start' ? cmsProgram(ROOT) : [at(STRAPI), 'develop', '--no-install-deps'],
    },
    `http://${callable(values.HOST)}:${values.CMS_PORT}/healthz`,
    300,
  );

export const startSite = (house: House, values: Values, mode: Mode, echo?: Echo) =>
  up(
    house,
    words.start.site,
    {
      name: 'site',
      log: logOf(values, 'site'),
      cwd: at('site'),
      rank: 1,
      onOutput: echo?.('site'),
      env: envFor('site', values, { PORT: values.SITE_PORT ?? '', ASTRO_NODE_LOGGING: 'disabled' }),
      args:
        mode === 'start'
          ? [at('site/dist/server/entry.mjs')]
          : [at(ASTRO), 'dev', '--host', values.HOST ?? '', '--port', values.SITE_PORT ?? ''],
    },
    `http://${callable(values.HOST)}:${values.SITE_PORT}/healthz`,
    90,
  );
