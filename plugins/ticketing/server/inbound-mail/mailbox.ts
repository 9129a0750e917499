import { ImapFlow } from 'imapflow';
import { INBOUND_LIMITS, type InboundMailChoice } from '../../domain';
import type { RawMail } from './worker';

/** How to the mailbox: what was set, with the password in words. */
export interface MailboxAccess extends InboundMailChoice {
  readonly secret: string;
}
export interface OpenMailbox {
  readonly unread: readonly number[];
  /** Takes at most so much into memory as a mail may have, whatever its server says of its size. */
  fetch(uid: number): Promise<RawMail | null>;
  /** Marks as read, so that the next run does not come back to it. */
  done(uid: number): Promise<void>;
}

/** How long the server may take, in ms: for a connection, its greeting, and between two words. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const ROOM = 64 * 1024;

const clientOf = ({ host, port, security, username, secret }: MailboxAccess): ImapFlow => {
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    ...(security !== 'tls' && { doSTARTTLS: security === 'starttls' }),
    auth: { user: username, pass: secret },
    logger: false,
    disableAutoIdle: true,
    maxLiteralSize: INBOUND_LIMITS.mailBytes + ROOM,
    maxResponseSize: INBOUND_LIMITS.mailBytes + 2 * ROOM,
    ...PATIENCE,
  });
  // Without somebody who listens, a connection that breaks between two commands would end the whole process.
  client.on('error', () => undefined);
  return client;
};

const open = (client: ImapFlow, unread: readonly number[]): OpenMailbox => ({
  unread,
  async fetch(uid) {
    const found = await client.fetchOne(String(uid), { size: true }, { uid: true });
    if (!found) return null;
    const isWhole = (found.size ?? Infinity) <= INBOUND_LIMITS.mailBytes;
    const maxLength = isWhole ? INBOUND_LIMITS.mailBytes : INBOUND_LIMITS.headBytes;
    const fetched = await client.fetchOne(String(uid), { source: { start: 0, maxLength } }, { uid: true });
    return fetched && fetched.source ? { bytes: Uint8Array.from(fetched.source), isWhole } : null;
  },
  async done(uid) {
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  },
});

/** Opens the folder, has the work done, and leaves. Throws what the server says. */
export async function inMailbox<T>(access: MailboxAccess, work: (mailbox: OpenMailbox) => Promise<T>): Promise<T> {
  const client = clientOf(access);
  try {
    await client.connect();
    await client.mailboxOpen(access.folder);
    const found = await client.search({ seen: false, deleted: false }, { uid: true });
    const unread = Array.isArray(found) ? found.toSorted((a, b) => a - b) : [];
    return await work(open(client, unread));
  } finally {
    await client.logout().catch(() => client.close());
  }
}
