import { INBOUND_LIMITS } from '../../domain';
import type { Desk } from '../desk/desk';
import { serverWords } from '../mail/server-words';
import { inMailbox, type OpenMailbox } from './mailbox';
import { openReader, type MailReader } from './parse';
import { quarantine, type Verdict } from './quarantine';
import { receive } from './receive';
import { accessTo } from './settings';
import type { RawMail, ReadMail } from './worker';

async function verdictOf(
  desk: Desk,
  { isWhole }: RawMail,
  mail: ReadMail | null,
  now: number,
): Promise<Verdict | null> {
  if (!isWhole) return { reason: 'tooLarge' };
  if (!mail) return { reason: 'unreadable' };
  // What failed for a moment is tried once more; what fails again must not keep those behind it waiting.
  for (const isLast of [false, true])
    try {
      return await receive(desk, mail, now);
    } catch (error) {
      if (!isLast) continue;
      desk.strapi.log.error(`a mail could not be taken: ${String(error)}`);
    }
  return { reason: 'failed' };
}

async function readOne(desk: Desk, box: OpenMailbox, reader: MailReader, uid: number, now: number): Promise<void> {
  const raw = await box.fetch(uid);
  if (!raw) return;
  const mail = await reader.read(raw);
  const verdict = await verdictOf(desk, raw, mail, now);
  // A database that is away ends the run here: the mail stays unread, and the next run comes back to it.
  if (verdict) await quarantine(desk, raw, mail, verdict, now);
  await box.done(uid);
}

/**
 * Reads what is new in the mailbox, a bounded number at a time: answers become comments, letters that came back are
 * counted, everything else is listed with its reason and answered by nobody.
 */
export async function readInbox(desk: Desk, now: () => number, isStopping: () => boolean): Promise<void> {
  const { inboundMail } = await desk.inForce();
  if (!inboundMail.isOn) return;
  const reader = openReader();
  try {
    await inMailbox(accessTo(desk, inboundMail), async (box) => {
      for (const uid of box.unread.slice(0, INBOUND_LIMITS.perRun)) {
        if (isStopping()) return;
        await readOne(desk, box, reader, uid, now());
      }
    });
  } catch (error) {
    throw new Error(`the mailbox could not be read: ${serverWords(error)}`, { cause: error });
  } finally {
    await reader.close();
  }
}
