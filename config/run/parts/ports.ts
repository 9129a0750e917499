import net from 'node:net';
import type { Values } from '../../env.ts';
import type { Name } from '../../variables/index.ts';
import { Sentence, words } from './words.mjs';

export interface Port {
  readonly variable: Name;
  readonly use: string;
  readonly host: string;
  readonly port: number;
}

/** The ports one run will listen on. */
export function portsOf(values: Values, { hasMail, hasPostgres }: { hasMail: boolean; hasPostgres: boolean }): Port[] {
  const at = (variable: Name, use: string, host = values.HOST ?? '127.0.0.1'): Port => ({
    variable,
    use,
    host,
    port: Number(values[variable]),
  });
  return [
    at('SITE_PORT', words.uses.site),
    at('CMS_PORT', words.uses.cms),
    ...(hasMail ? [at('MAIL_UI_PORT', words.uses.mailUi), at('MAIL_SMTP_PORT', words.uses.mailSmtp)] : []),
    ...(hasPostgres ? [at('PG_PORT', words.uses.pg, '127.0.0.1')] : []),
  ];
}

/** Refuses with one sentence when a port is taken, twice the same, or not ours to open. */
export async function checkPorts(ports: readonly Port[], verb: string): Promise<void> {
  for (const [n, { variable, port }] of ports.entries()) {
    const twin = ports.slice(0, n).find((other) => other.port === port);
    if (twin) throw new Sentence(words.samePort(twin.variable, variable, port));
  }
  for (const { variable, use, host, port } of ports) {
    const code = await tryListen(host, port);
    if (code === 'EADDRINUSE')
      throw new Sentence(words.portInUse(port, variable, use, verb === 'start' ? 'start' : `run ${verb}`));
    if (code === 'EACCES') throw new Sentence(words.portForbidden(port, variable));
    if (code) throw new Sentence(words.badHost(host));
  }
}

/** Ports nobody uses now: one system-chosen number each, all held until all are known. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<net.Server>((resolve, reject) => {
          const server = net
            .createServer()
            .once('error', reject)
            .listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as net.AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/**
 * The error code of listening there, or null when it works. Something on another address of the same port counts as
 * taken too.
 */
async function tryListen(host: string, port: number): Promise<string | null> {
  if (await isAnswered(port)) return 'EADDRINUSE';
  return new Promise((resolve) => {
    const server = net.createServer().once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

const isAnswered = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port, timeout: 500 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
