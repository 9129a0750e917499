import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { append, type Entry } from '../audit/append';
import { SYSTEM } from '../audit/author';
import { createBackground } from '../database/background';
import { inTransaction } from '../database/transaction';
import type { Letter } from '.';

/** A letter on its way: to whom, and on whose chain it is written down when it cannot be delivered. */
export interface Post {
  readonly to: string;
  readonly letter: Letter;
  readonly subject: Pick<Entry, 'subjectType' | 'subjectId'>;
}

/** Waits before each attempt, in ms: three within about a minute. */
const ATTEMPTS_MS = [0, 5_000, 60_000] as const;
/** How long the mail server may take for one letter, in ms. */
const PATIENCE_MS = 20_000;
/** Letters under way at once on this instance. */
const MOST = 200;

const background = createBackground(MOST);
const leaving = new AbortController();

async function deliver(strapi: Core.Strapi, { to, letter: { subject, text, html } }: Post): Promise<void> {
  const sending = strapi.plugin('email').service('email').send({ to, subject, text, html }) as Promise<unknown>;
  const patience = new AbortController();
  try {
    await Promise.race([
      sending,
      pause(PATIENCE_MS, null, { signal: patience.signal, ref: false }).then(() => {
        throw new Error(`the mail server took longer than ${PATIENCE_MS} ms`);
      }),
    ]);
  } finally {
    patience.abort();
    sending.catch(() => undefined);
  }
}

/**
 * Sends a letter after its use case has committed. Never fails and never keeps anybody waiting: what cannot be
 * delivered in
 * three attempts is an error in the log and an entry `mailFailed` on the chain of whom it was for.
 */
export function post(strapi: Core.Strapi, letter: Post): void {
  background.start(strapi, `mail to ${letter.to}`, async () => {
    let reason = '';
    for (const wait of ATTEMPTS_MS) {
      try {
        if (wait > 0) await pause(wait, null, { signal: leaving.signal, ref: false });
        return await deliver(strapi, letter);
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        // Being told to stop says nothing about why the letter has not been delivered yet.
        reason = leaving.signal.aborted ? reason || said : said;
        if (leaving.signal.aborted) break;
        strapi.log.warn(`mail to ${letter.to} could not be delivered: ${reason}`);
      }
    }
    await inTransaction(strapi, (trx) =>
      append(trx, SYSTEM, Date.now(), {
        ...letter.subject,
        event: 'mailFailed',
        payload: { mail: letter.letter.kind, reason: reason.slice(0, 200) },
      }),
    );
    strapi.log.error(`mail to ${letter.to} was given up: ${reason}`);
  });
}

/** Gives up waiting between attempts, and resolves when every letter has been delivered or written down as lost. */
export async function endPost(): Promise<void> {
  leaving.abort();
  await background.settled();
}
