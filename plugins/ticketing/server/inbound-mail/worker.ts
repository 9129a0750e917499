import PostalMime, { addressParser, type Address, type Attachment, type Email } from 'postal-mime';
import { INBOUND_LIMITS, textOfHtml, type MailHeader } from '../../domain';

/** A mail as its bytes came, whole or only the beginning of one that is too large. */
export interface RawMail {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}
export interface MailFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** What a mail says, bounded. */
export interface ReadMail {
  readonly from: readonly string[];
  /** Every address it was sent to, as far as its head tells. */
  readonly to: readonly string[];
  readonly messageId: string | null;
  readonly subject: string;
  readonly headers: readonly MailHeader[];
  readonly text: string;
  readonly files: readonly MailFile[];
  /** Of a report of delivery: what it says, and the name of the letter it is about. */
  readonly report: string | null;
  readonly reported: string | null;
}

const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 4 * INBOUND_LIMITS.headBytes, forceRfc822Attachments: true };
const ARRIVED_AT = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];
const LONGEST_HEADER = 1000;
const MESSAGE_ID = /^message-id:\s*(<[^<>\r\n]{1,300}>)/im;
const ADDRESS = /[^\s<>,;"]{1,200}@[^\s<>,;"]{1,253}/g;
/** What no comment, list or database should hold. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

const plain = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').replaceAll(UNSEEN, '').normalize('NFC');
const listed = (address: Address): string[] =>
  (address.group ?? [address]).flatMap((each) => (each.address ? [plain(each.address).toLowerCase()] : []));

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
const textOf = (file: Attachment | undefined): string | null =>
  file ? Buffer.from(bytesOf(file)).toString('utf8', 0, INBOUND_LIMITS.headBytes) : null;

/** Where the head ends; -1 where there is no end of it within what a head may take. */
function headEnd(bytes: Buffer): number {
  const head = bytes.subarray(0, INBOUND_LIMITS.headBytes);
  const ends = [head.indexOf('\r\n\r\n'), head.indexOf('\n\n')].filter((at) => at >= 0);
  return ends.length ? Math.min(...ends) : -1;
}

function told({ headers, to, cc, subject, messageId, text, html, attachments }: Email): ReadMail {
  const few = headers.slice(0, INBOUND_LIMITS.headers);
  const arrived = few.filter(({ key }) => ARRIVED_AT.includes(key)).flatMap(({ value }) => value.match(ADDRESS) ?? []);
  const reported = attachments.find(({ mimeType }) => /^(message\/rfc822|text\/rfc822-headers)$/.test(mimeType));
  return {
    // All of them: whoever names several senders is nobody in particular.
    from: [
      ...new Set(few.filter(({ key }) => key === 'from').flatMap(({ value }) => addressParser(value).flatMap(listed))),
    ],
    to: [...new Set([...(to ?? []).flatMap(listed), ...(cc ?? []).flatMap(listed), ...arrived])].slice(
      0,
      INBOUND_LIMITS.headers,
    ),
    messageId: messageId ? plain(messageId).slice(0, LONGEST_HEADER) : null,
    subject: plain(subject ?? '').slice(0, INBOUND_LIMITS.subject),
    headers: few.map(({ key, value }): MailHeader => [key, plain(value).slice(0, LONGEST_HEADER)]),
    text: plain((text ?? textOfHtml(html ?? '')).slice(0, INBOUND_LIMITS.text)),
    files: attachments
      // Pictures within the text are logos of signatures.
      .filter(({ related, mimeType }) => !related && !mimeType.startsWith('message/delivery-status'))
      .map((file) => ({ name: plain(file.filename ?? '').slice(0, LONGEST_HEADER), bytes: bytesOf(file) })),
    report: textOf(attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')),
    reported: MESSAGE_ID.exec(textOf(reported) ?? '')?.[1] ?? null,
  };
}

/** Reads one mail, in a thread of its own: what strangers send may keep a processor busy. Throws where it is none. */
export default async function read({ bytes, isWhole }: RawMail): Promise<ReadMail> {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = headEnd(given);
  if (end < 0) throw new Error('the head of the mail has no end');
  const email = await PostalMime.parse(isWhole ? given : given.subarray(0, end), LIMITS);
  return told(email);
}
