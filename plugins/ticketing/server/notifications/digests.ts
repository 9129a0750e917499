import { digestsDue, type Digest, type NewsListener } from '../../domain';
import { systemCaller, type Caller } from '../database/caller';
import { rowsOf, sql } from '../database/sql';
import { connection, inTransaction } from '../database/transaction';
import type { Desk } from '../desk/desk';
import { senderOf } from '../desk/sender';
import { LEADERS, newsListeners, OFFICERS } from '../news/listeners';
import { tellNews, type News } from '../news/tell';
import { beginToTell } from '../news/told';
import { morningOf, readMornings } from './morning';
import { weekOf } from './week';

const READERS = { morning: OFFICERS, week: LEADERS } as const;

type Written = readonly (readonly [NewsListener, News])[];
/** What each of these people reads this time; whoever has nothing to read is left out. */
async function write(
  desk: Desk,
  caller: Caller,
  kind: Digest,
  turn: string,
  people: readonly NewsListener[],
): Promise<Written> {
  if (kind === 'morning') {
    const mornings = await readMornings(desk, caller.now);
    return people.flatMap((to) => {
      const news = morningOf(desk, caller, mornings, to, turn);
      return news ? [[to, news] as const] : [];
    });
  }
  const written: (readonly [NewsListener, News])[] = [];
  for (const to of people) written.push([to, await weekOf(desk, caller, to, turn)]);
  return written;
}

/**
 * Sends the digests that are due, each turn once, however many instances look; one that came too late, because nobody was
 * there in the morning, is left out. Answers how many people were written to.
 */
export async function sendDigests(desk: Desk, now: number, isStopping: () => boolean): Promise<number> {
  const { clocks } = await desk.masterData();
  const office = [...clocks.values()].find(({ isAroundTheClock }) => !isAroundTheClock);
  if (!office) return 0;
  const { policy } = await desk.inForce();
  const caller = systemCaller(policy, now);
  let sent = 0;
  for (const { kind, turn } of digestsDue(now, office)) {
    const on = connection(desk.strapi);
    const known = await rowsOf(on, sql`select 1 from news_told where key = ${turn}`);
    if (known.length || isStopping()) continue;
    const sender = await senderOf(desk);
    const letters = await write(desk, caller, kind, turn, await newsListeners(on, [READERS[kind]]));
    await inTransaction(desk.strapi, async (trx) => {
      if (!(await beginToTell(trx, turn, kind, now))) return;
      for (const [to, news] of letters) sent += await tellNews(desk, trx, caller, sender, news, [to]);
    });
  }
  return sent;
}
