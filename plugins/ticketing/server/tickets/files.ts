import type { Knex } from 'knex';
import { can, type Attachment, type TicketFacts } from '../../domain';
import type { Caller } from '../database/caller';
import { rowsByKey, sql, type Sql } from '../database/sql';
import { toFacts, type TicketRow } from './rows';

export interface AttachmentRow {
  id: number;
  public_id: string;
  ticket_id: number;
  name: string;
  mime: string;
  size: number;
  digest: string;
  storage_key: string;
  field: string | null;
  uploader_kind: string;
  uploader_id: number;
  uploader_name: string;
  uploaded_at: Date;
}

/** The files of the ticket with this id as a list for JSON: `uploaded_at` in epoch ms. */
export const filesOf = (id: Sql): Sql => sql`
  select id, public_id, ticket_id, name, mime, size, digest, storage_key, field, uploader_kind, uploader_id,
    uploader_name, (extract(epoch from uploaded_at) * 1000)::bigint as uploaded_at
  from attachments where ticket_id = ${id} and deleted_at is null order by id`;

export const attachmentsOf = (on: Knex, ticketId: number): Promise<AttachmentRow[]> =>
  rowsByKey<AttachmentRow>(
    on,
    sql`select * from attachments where ticket_id = ${ticketId} and deleted_at is null order by id`,
  );

/** A ticket's facts while one of its files is at hand. */
export const withFile = (ticket: TicketRow, file: AttachmentRow, { actor }: Caller): TicketFacts => ({
  ...toFacts(ticket),
  isOwnFile: file.uploader_kind === actor.kind && file.uploader_id === actor.id,
});

export const toAttachment = (row: AttachmentRow, ticket: TicketRow, caller: Caller): Attachment => ({
  id: row.public_id,
  name: row.name,
  mime: row.mime,
  size: row.size,
  field: row.field,
  uploadedBy: row.uploader_name,
  uploadedAt: row.uploaded_at.toISOString(),
  mayDelete: can(caller.policy, caller.actor, 'attachment:delete', withFile(ticket, row, caller), caller.now).allowed,
});
