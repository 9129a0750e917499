import { DIGESTS, Refusal, stopIn, stopText, type NewsKind, type NewsListener } from '../../domain';
import type { Answer } from '../../domain/contract';
import type { Caller } from '../database/caller';
import { lock } from '../database/locks';
import { inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { portalAddress } from '../desk/sender';
import { isSigned, signed } from '../mail/secret';
import { keepPreferences, preferencesOf } from './preferences';

/** Where whoever has enough of a digest leaves it, without signing in; null where it is no digest. */
export function wayOut(desk: Desk, { kind, id, language }: NewsListener, news: NewsKind): string | null {
  const digest = DIGESTS.find((each) => each === news);
  if (!digest) return null;
  const text = stopText({ recipient: kind, id, digest });
  return `${portalAddress(desk, language)}/berhenti?kode=${text}.${signed(desk.strapi, 'stop', text)}`;
}

/** Ends a digest for whoever's letter this code was in. It may be sent again, and changes nothing else of theirs. */
export async function stopDigest(desk: Desk, caller: Caller, code: string): Promise<Answer<'stopDigest'>> {
  const stop = stopIn(code);
  if (!stop || !isSigned(desk.strapi, 'stop', stopText(stop), stop.seal)) throw new Refusal('linkSpent');
  const chooser = { kind: stop.recipient, id: stop.id };
  await inTransaction(desk.strapi, async (trx) => {
    await lock(trx, 'small', `notice_preferences:${stop.recipient}:${stop.id}`);
    const before = await preferencesOf(trx, chooser);
    if (before.channels[stop.digest]?.mail === false) return;
    const after = { ...before, channels: { ...before.channels, [stop.digest]: { mail: false } } };
    await keepPreferences(trx, caller, chooser, before, after);
  });
  return { digest: stop.digest };
}
