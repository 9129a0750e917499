import type { Knex } from 'knex';
import { can, type Attachment, type Permission, type TicketFacts } from '../../domain';
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
  is_internal: boolean | null;
}

/** The files of the ticket with this id as a list for JSON: `uploaded_at` in epoch ms. */
export const filesOf = (id: Sql): Sql => sql`
  select id, public_id, ticket_id, name, mime, size, digest, storage_key, field, uploader_kind, uploader_id,
    uploader_name, (extract(epoch from uploaded_at) * 1000)::bigint as uploaded_at, is_internal
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

const may = (permission: Permission, file: AttachmentRow, ticket: TicketRow, caller: Caller): boolean =>
  can(caller.policy, caller.actor, permission, withFile(ticket, file, caller), caller.now).allowed;

/** For officers alone. Unset, as on what an earlier release kept, means for all who read the ticket. */
export const isInternal = ({ is_internal }: Pick<AttachmentRow, 'is_internal'>): boolean => is_internal === true;

/**
 * Of a ticket's files those its reader may know of. Whatever is told of files, their number as well, is told of these: of
 * one that is for officers alone nobody else learns.
 */
export const knownFiles = (
  rows: readonly AttachmentRow[],
  ticket: TicketRow,
  { policy, actor, now }: Caller,
): readonly AttachmentRow[] =>
  can(policy, actor, 'ticket:readInternal', toFacts(ticket), now).allowed
    ? rows
    : rows.filter((row) => !isInternal(row));

export const toAttachments = (rows: readonly AttachmentRow[], ticket: TicketRow, caller: Caller): Attachment[] =>
  knownFiles(rows, ticket, caller).map((row) => toAttachment(row, ticket, caller));

export const toAttachment = (row: AttachmentRow, ticket: TicketRow, caller: Caller): Attachment => ({
  id: row.public_id,
  name: row.name,
  mime: row.mime,
  size: row.size,
  field: row.field,
  uploadedBy: row.uploader_name,
  uploadedAt: row.uploaded_at.toISOString(),
  isInternal: isInternal(row),
  mayDelete: may('attachment:delete', row, ticket, caller),
  mayShow: isInternal(row) && may('attachment:show', row, ticket, caller),
});
