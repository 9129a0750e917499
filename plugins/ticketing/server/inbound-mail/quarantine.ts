import { createHash } from 'node:crypto';
import { DAY_MS, INBOUND_LIMITS, type QuarantineReason } from '../../domain';
import type { Answer, Parsed, QuarantinedMail } from '../../domain/contract';
import { rowsOf, run, sql } from '../database/sql';
import { connection } from '../database/transaction';
import type { Desk } from '../desk/desk';
import type { RawMail, ReadMail } from './worker';

/** Why a mail was not taken; `detail` is the code by which something was refused. */
export interface Verdict {
  readonly reason: QuarantineReason;
  readonly detail?: string;
  readonly ticket?: string | null;
}

/** Lists a mail that was not taken, each once however often it is read: who, about what, and why; never what it says. */
export async function quarantine(
  { strapi }: Desk,
  { bytes }: RawMail,
  mail: ReadMail | null,
  { reason, detail, ticket }: Verdict,
  now: number,
): Promise<void> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  await run(
    connection(strapi),
    sql`insert into quarantined_mails (digest, sender, subject, reason, detail, ticket_number, read_at) values (${digest},
      ${mail?.from.join(', ').slice(0, INBOUND_LIMITS.subject) ?? ''}, ${mail?.subject ?? ''}, ${reason},
      ${detail ?? null}, ${ticket ?? null}, ${new Date(now)}) on conflict (digest) do nothing`,
  );
}

type Row = Omit<QuarantinedMail, 'id' | 'at'> & { readonly id: string; readonly read_at: Date };

/** What was not taken, and why; the newest first. */
export async function listQuarantine(
  { strapi }: Desk,
  { page, pageSize, reason }: Parsed<'listQuarantine'>,
): Promise<Answer<'listQuarantine'>> {
  const on = connection(strapi);
  const where = reason ? sql`reason = ${reason}` : sql`true`;
  const [count] = await rowsOf<{ total: number }>(
    on,
    sql`select count(*)::int as total from quarantined_mails where ${where}`,
  );
  const rows = await rowsOf<Row>(
    on,
    sql`select id, sender, subject, reason, detail, ticket_number as number, read_at from quarantined_mails where ${where}
      order by id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  );
  const total = count?.total ?? 0;
  return {
    rows: rows.map(({ id, read_at, ...row }) => ({ ...row, id: Number(id), at: read_at.toISOString() })),
    pagination: { page, pageSize, total, pageCount: Math.max(1, Math.ceil(total / pageSize)) },
  };
}

/** What is no longer of interest, or more than anybody looks through, is not kept. */
export const forgetQuarantined = ({ strapi }: Desk, now: number): Promise<void> =>
  run(
    connection(strapi),
    sql`delete from quarantined_mails where read_at < ${new Date(now - INBOUND_LIMITS.quarantineDays * DAY_MS)} or id <=
      (select id from quarantined_mails order by id desc limit 1 offset ${INBOUND_LIMITS.quarantined})`,
  );
