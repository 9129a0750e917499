import {
  checkSignOn,
  isSafeAddress,
  judgeDocument,
  Refusal,
  type SignOnChoice,
  type SignOnDoor,
  type SignOnFinding,
} from '../../domain';
import type { Parsed, SignOnSettings, SignOnTrial } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { connection } from '../database/transaction';
import { toldOfSealed } from '../desk/changes';
import type { Desk } from '../desk/desk';
import { inForceIn, type KeptSignOn } from '../desk/in-force';
import { portalAddress } from '../desk/sender';
import { saveSetting } from '../desk/settings';
import { seal } from '../mail/secret';
import { allowedAt } from '../webhooks/deliver';
import { ForbiddenAddress } from '../webhooks/guard';
import { guardedFetch, TooLarge } from './fetch';

type Given = Parsed<'saveSignOn'>['settings'];
const LONGEST_WORD = 200;

/** Where people find the panel's server, without a slash at its end. */
export function panelServer({ strapi }: Pick<Desk, 'strapi'>): string {
  const known = strapi.config.get<string>('server.url', '').replace(/\/+$/, '');
  const [host, port] = [strapi.config.get<string>('server.host'), strapi.config.get<number>('server.port')];
  return known.startsWith('http') ? known : `http://${host}:${port}`;
}
/** Where the service sends people back to at this door; it must know these addresses beforehand. */
export const returnTo = (desk: Desk, door: SignOnDoor): string =>
  door === 'portal'
    ? `${portalAddress(desk)}/masuk/sso/kembali`
    : `${panelServer(desk)}/ticketing/sign-on/panel/return`;

export async function readSignOn(desk: Desk): Promise<SignOnSettings> {
  const { signOn, versions } = await inForceIn(connection(desk.strapi));
  const { secret, ...shown } = signOn;
  const returns = { portal: returnTo(desk, 'portal'), staff: returnTo(desk, 'staff') };
  return { ...shown, version: versions['sign-on'], hasSecret: secret !== null, returns };
}

function demandSound(given: SignOnChoice): void {
  const issues = checkSignOn(given);
  if (issues.length) throw new Refusal('invalid', { issues });
}

/** Changes how people come in by the city's service, by the version it was read at; in force with the next attempt. */
export async function saveSignOn(
  desk: Desk,
  caller: Caller,
  { version, settings }: Parsed<'saveSignOn'>,
): Promise<SignOnSettings> {
  const { secret, ...choice } = settings;
  demandSound(choice);
  await saveSetting(desk, caller, 'sign-on', version, ({ signOn }) => {
    const value: KeptSignOn = {
      ...choice,
      secret: secret === undefined ? signOn.secret : secret && seal(desk.strapi, secret, 'sign-on'),
    };
    return { value, ...toldOfSealed('secret', signOn, value) };
  });
  return readSignOn(desk);
}

/** Why nothing sensible came, as a word for the administrator: ours where it is known, else the machine's own. */
function wordOf(error: unknown): string {
  if (error instanceof ForbiddenAddress) return 'forbiddenAddress';
  if (error instanceof TooLarge) return 'tooLarge';
  const { name, code, message } = error as NodeJS.ErrnoException;
  return name === 'AbortError' || name === 'TimeoutError' ? 'tooSlow' : (code ?? message).slice(0, LONGEST_WORD);
}

const bad = (code: SignOnFinding['code'], said: string): SignOnTrial => ({ findings: [{ code, said }] });
type Fetch = ReturnType<typeof guardedFetch>;

async function jsonAt(ask: Fetch, address: string): Promise<Readonly<Record<string, unknown>> | string> {
  const answer = await ask(address, { headers: { accept: 'application/json' } });
  if (answer.status !== 200) return `HTTP ${answer.status}`;
  const body: unknown = await answer.json().catch(() => null);
  return body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : 'notJson';
}

/** Whether there are keys to prove its signatures by. */
async function keysAt(ask: Fetch, address: string): Promise<readonly SignOnFinding[]> {
  const keys = isSafeAddress(address) ? await jsonAt(ask, address).catch(wordOf) : 'notJson';
  if (typeof keys === 'string') return [{ code: 'noKeys', said: keys }];
  return Array.isArray(keys['keys']) && keys['keys'].length > 0 ? [] : [{ code: 'noKeys', said: '' }];
}

/** Asks the service for its document and says what it means; nobody signs in, and nothing is saved. */
export async function trySignOn(desk: Desk, { settings }: { readonly settings: Given }): Promise<SignOnTrial> {
  const { secret: _, ...choice } = settings;
  demandSound({ ...choice, name: choice.name || '-', isForPortal: true });
  const ask = guardedFetch(allowedAt(desk));
  try {
    const document = await jsonAt(ask, `${choice.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`);
    if (typeof document === 'string') return bad('noDocument', document);
    const findings = judgeDocument(choice, document);
    const keys = await keysAt(ask, String(document['jwks_uri'] ?? ''));
    return { findings: keys.length ? [...keys, ...findings.filter(({ code }) => code !== 'found')] : findings };
  } catch (error) {
    return bad('unreachable', wordOf(error));
  }
}
