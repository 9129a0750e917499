import { randomUUID } from 'node:crypto';
import { PRIVACY_VERSION } from 'strapi-plugin-ticketing/domain';
import { fileOf, PNG } from '../../support/files';
import { outage, readAccounts, signInPortal, signInStaff, type Person, type PortalAccount } from '../../support/world';
import type { Bed } from './bed';

/** What was acknowledged to those who worked. */
export interface Acknowledged {
  /** Number by title. */
  readonly tickets: Map<string, string>;
  readonly comments: string[];
  /** How many files by number. */
  readonly files: Map<string, number>;
  readonly resolved: Set<string>;
  /** Codes of papers that were handed out. */
  readonly papers: Set<string>;
}
export interface Load {
  readonly said: Acknowledged;
  /** Everybody ends what they have in hand. */
  rest(): Promise<void>;
}

const PATIENCE_MS = 240_000;
/** A session of the panel is renewed long before it ends. */
const SESSION_MS = 5 * 60_000;
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What was sent is sent again until it is answered, with the key it was first sent with, as a portal page does. */
async function acknowledged<T>(send: (key: string) => Promise<T>): Promise<T> {
  const key = randomUUID();
  for (const patience = Date.now() + PATIENCE_MS; ;) {
    try {
      return await send(key);
    } catch (error) {
      if (Date.now() > patience) throw error;
      await sleep(100);
    }
  }
}

/** Somebody who signs in anew whenever that is due. */
function signedIn<T>(signIn: () => Promise<T>): () => Promise<T> {
  let [person, since]: [Promise<T> | null, number] = [null, 0];
  return () => {
    if (!person || Date.now() - since > SESSION_MS) {
      since = Date.now();
      person = signIn();
      person.catch(() => (person = null));
    }
    return person;
  };
}

/** The cookies of a sign-in at the portal. */
async function cookiesOf(url: string, { email, password }: PortalAccount): Promise<string> {
  const answer = await fetch(`${url}/masuk`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ identifier: email, password }),
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  });
  if (answer.status !== 303) throw new Error(`the portal answered ${answer.status} to a sign-in`);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

/** People at work: two clerks through the contract, one with the portal's forms, and an officer after all of them. */
export async function startLoad(bed: Bed): Promise<Load> {
  const { portal, staff } = readAccounts();
  const [first, second] = portal as [PortalAccount, PortalAccount];
  const galih = staff.find(({ name }) => name === 'Galih Ramadhan');
  if (!galih) throw new Error('there is no officer');
  await bed.ask('insert into privacy_acknowledgements select id, $1, now() from up_users on conflict do nothing', [
    PRIVACY_VERSION,
  ]);
  const said: Acknowledged = {
    tickets: new Map(),
    comments: [],
    files: new Map(),
    resolved: new Set(),
    papers: new Set(),
  };
  const waiting: string[] = [];
  let isOver = false;
  const titleOf = (hand: string) => `Gangguan ${hand} ${randomUUID()}`;
  const photo = () => Buffer.concat([PNG, Buffer.from(randomUUID())]);
  const filed = (title: string, number: string, files: number) => {
    said.tickets.set(title, number);
    said.files.set(number, files);
    waiting.push(number);
  };

  const byContract = async (hand: string, who: () => Promise<Person>): Promise<void> => {
    while (!isOver) {
      const title = titleOf(hand);
      const { number } = await acknowledged(async (idempotencyKey) =>
        (await who()).submitTicket(outage({ title }), { idempotencyKey }),
      );
      const body = `Catatan ${randomUUID()}`;
      await acknowledged(async (idempotencyKey) => (await who()).commentOnTicket({ number, body }, { idempotencyKey }));
      said.comments.push(body);
      const file = fileOf('foto.png', photo());
      await acknowledged(async () => (await who()).addAttachment({ number, file }));
      filed(title, number, 1);
    }
  };

  const byForm = async (hand: string): Promise<void> => {
    const cookies = signedIn(() => cookiesOf(bed.siteUrl, first));
    while (!isOver) {
      const title = titleOf(hand);
      const { description, impact, urgency, contact, form } = outage();
      const bytes = new Uint8Array(photo());
      const number = await acknowledged(async (idempotencyKey) => {
        const sent = new FormData();
        const fields = { idempotencyKey, title, description, impact, urgency };
        for (const [name, value] of Object.entries(fields)) sent.append(name, value);
        for (const [name, value] of Object.entries(contact)) sent.append(`contact.${name}`, value);
        for (const [name, value] of Object.entries(form)) sent.append(`form.${name}`, value);
        sent.append('file', new Blob([bytes]), 'foto.png');
        const answer = await fetch(`${bed.siteUrl}/tiket/baru?layanan=NET-01`, {
          method: 'POST',
          headers: { origin: bed.siteUrl, cookie: await cookies() },
          body: sent,
          redirect: 'manual',
          signal: AbortSignal.timeout(20_000),
        });
        const [found] = /TIK-\d{4}-\d+/.exec(answer.headers.get('location') ?? '') ?? [];
        if (!found) throw new Error(`the portal answered ${answer.status} to a request`);
        return found;
      });
      // The page says which file is missing where it could not be sent; here only the request is acknowledged.
      filed(title, number, 0);
    }
  };

  const officer = signedIn(() => signInStaff(bed.cmsUrl, galih));
  const working = async (): Promise<void> => {
    while (!isOver) {
      const number = waiting.shift();
      if (!number) {
        await sleep(100);
        continue;
      }
      const act = (action: 'claim' | 'resolve', given: { resolutionSummary?: string } = {}) =>
        acknowledged(async (idempotencyKey) =>
          (await officer()).actOnTicket({ number, action, ...given }, { idempotencyKey }),
        );
      await act('claim');
      await act('resolve', { resolutionSummary: 'Kabel diganti dan diuji.' });
      said.resolved.add(number);
      const code = await acknowledged(async () => {
        const person = await officer();
        await (await person.readDocument({ number, kind: 'completion-report' })).arrayBuffer();
        const paper = (await person.listDocuments({ number })).find(({ kind }) => kind === 'completion-report');
        if (!paper?.issued) throw new Error('the paper was not issued');
        return paper.issued.code;
      });
      said.papers.add(code);
    }
  };

  const hands = [
    byContract(
      'satu',
      signedIn(() => signInPortal(bed.cmsUrl, first)),
    ),
    byContract(
      'dua',
      signedIn(() => signInPortal(bed.cmsUrl, second)),
    ),
    byForm('tiga'),
    working(),
  ];
  const all = Promise.all(hands);
  all.catch(() => undefined);
  return {
    said,
    async rest() {
      isOver = true;
      await all;
    },
  };
}
