import { isOver, judgeMail, lastingFailure, natureOf, ownWords, type MailFacts } from '../../domain';
import type { Desk } from '../desk/desk';
import { foundToken, letterNamed } from '../mail/names';
import { cameBack } from '../notifications/came-back';
import { correspondentOf, type Correspondent } from './correspondent';
import type { Verdict } from './quarantine';
import { takeMail } from './take';
import type { ReadMail } from './worker';

/** An address without what stands behind its plus. */
const bare = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@');

function ownOf(desk: Desk, base: string, { from, messageId }: ReadMail): boolean {
  const isOurs = messageId !== null && letterNamed(desk.strapi, messageId) !== null;
  return isOurs || from.some((address) => bare(address) === bare(base));
}

/** Whether it says that a letter of ours did not arrive for good; then its address has refused it. */
async function isKnownBounce(desk: Desk, { report, reported }: ReadMail, now: number): Promise<boolean> {
  const reason = report === null ? null : lastingFailure(report);
  const letter = reported === null ? null : letterNamed(desk.strapi, reported);
  return reason !== null && letter !== null && cameBack(desk, letter, reason, now);
}

/** What is known of a mail, and of whoever its token was made for. */
async function factsOf(
  desk: Desk,
  base: string,
  mail: ReadMail,
  words: string,
  now: number,
): Promise<{ facts: MailFacts; sender: Correspondent | null }> {
  const found = foundToken(desk.strapi, base, mail.to);
  const token = !found ? 'none' : !found.isOurs ? 'forged' : isOver(found.token, now) ? 'expired' : 'good';
  const sender = found && token === 'good' ? await correspondentOf(desk, found.token, now) : null;
  const facts: MailFacts = {
    nature: natureOf(mail.headers, mail.from),
    isOwn: ownOf(desk, base, mail),
    token,
    isKnown: sender !== null,
    isFromThem: sender !== null && mail.from.length === 1 && mail.from[0] === sender.email,
    mayComment: sender?.mayComment ?? false,
    words: words.length,
    files: mail.files.length,
  };
  return { facts, sender };
}

/** Judges one mail and carries out what it is. Answers why it is not taken; null for one that is. */
export async function receive(desk: Desk, mail: ReadMail, now: number): Promise<Verdict | null> {
  const { address } = (await desk.inForce()).inboundMail;
  const words = ownWords(mail.text);
  const { facts, sender } = await factsOf(desk, address, mail, words, now);
  if (facts.nature === 'bounce' && (await isKnownBounce(desk, mail, now))) return null;
  const reason = judgeMail(facts);
  if (reason !== null) return { reason, ticket: facts.isFromThem ? (sender?.number ?? null) : null };
  // The table let nobody through who has no account, and no ticket that is none.
  if (!sender || sender.number === null) throw new Error('a mail was let through without a sender');
  return takeMail(desk, sender.caller, sender.number, mail, words);
}
