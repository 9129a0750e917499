import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { until } from './jobs';
import { freePort, ROOT } from './servers';

export interface Proxy {
  readonly siteUrl: string;
  readonly cmsUrl: string;
  close(): Promise<void>;
}

/** Where portals reach whichever cms is ready, as in `config/proxy/systemd.caddy`. */
export interface Behind {
  readonly cms: readonly number[];
  readonly site: readonly number[];
  /** The port on which portals find a cms. */
  readonly inside: number;
}

/**
 * Debian's Caddy with the very files of production in front of servers of this machine. Only its two names are others:
 * plain HTTP, at ports of its own; `config/production/try-https.sh` is for the rest.
 */
export async function openCaddy(folder: string, { cms, site, inside }: Behind): Promise<Proxy> {
  const [sitePort, cmsPort] = [await freePort(), await freePort()];
  const [siteUrl, cmsUrl] = [`http://localhost:${sitePort}`, `http://localhost:${cmsPort}`];
  const addresses = (ports: readonly number[]): string => ports.map((port) => `127.0.0.1:${port}`).join(' ');
  const child = spawn(
    'caddy',
    ['run', '--config', path.join(ROOT, 'config/proxy/Caddyfile'), '--adapter', 'caddyfile'],
    {
      stdio: ['ignore', 'ignore', 'ignore'],
      env: {
        ...process.env,
        XDG_DATA_HOME: folder,
        XDG_CONFIG_HOME: folder,
        UPSTREAMS: 'systemd',
        SITE_HOST: siteUrl,
        CMS_HOST: cmsUrl,
        SITE_UPSTREAMS: addresses(site),
        CMS_UPSTREAMS: addresses(cms),
        CMS_INSIDE: String(inside),
      },
    },
  );
  const broken = once(child, 'error').then(([error]) => {
    throw error as Error;
  });
  await Promise.race([
    broken,
    until('Caddy lets callers through', () =>
      fetch(`${cmsUrl}/healthz`, { signal: AbortSignal.timeout(5000) }).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  ]);
  return {
    siteUrl,
    cmsUrl,
    async close() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
