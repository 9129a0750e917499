import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from './servers';

/** What the service says of a person. */
export interface Claims {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly nip?: string;
}
export interface Issuer {
  readonly url: string;
  readonly secret: string;
  /** Signs somebody in there, as a browser would, and answers with the address they are sent back to. */
  signIn(address: string, claims?: Claims): Promise<URL>;
  close(): Promise<void>;
}

/** A sign-in service of the npm package `oidc-provider`, which sends people back to these addresses. */
export async function openIssuer(returns: readonly string[]): Promise<Issuer> {
  const [port, secret] = [await freePort(), randomBytes(24).toString('base64url')];
  const child = spawn(
    process.execPath,
    [path.join(__dirname, 'issuer-process.mjs'), JSON.stringify({ port, secret, returns })],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the issuer did not start'))),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    secret,
    async signIn(address, claims) {
      const jar = new Map<string, string>();
      let place = new URL(address);
      if (claims) place.searchParams.set('login_hint', Buffer.from(JSON.stringify(claims)).toString('base64url'));
      while (!returns.includes(`${place.origin}${place.pathname}`)) {
        const answer = await fetch(place, {
          redirect: 'manual',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        });
        for (const cookie of answer.headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          if (name !== undefined && value !== undefined) jar.set(name, value);
        }
        const next = answer.headers.get('location');
        if (!next) throw new Error(`${place.href} answered ${answer.status}: ${await answer.text()}`);
        place = new URL(next, place);
      }
      return place;
    },
    async close() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
