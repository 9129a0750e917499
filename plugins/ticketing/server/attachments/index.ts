import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  demand,
  filePolicyOf,
  kindsTaken,
  LETTER_FIELD,
  MEGABYTE,
  Refusal,
  type Attachment,
  type Permission,
  type Rule,
} from '../../domain';
import type { Caller } from '../database/caller';
import { connection, inTransaction } from '../database/transaction';
import { recordEvent } from '../tickets/record-event';
import { attachmentsOf, isInternal, toAttachment, toAttachments, type AttachmentRow } from '../tickets/files';
import { lockTicket, toFacts, type TicketRow } from '../tickets/rows';
import { demandSafe } from './archives';
import { find } from './find';
import { kindOf, safeName } from './kinds';
import { withoutMetadata } from './pictures';
import { storeOf } from './store';
import { newDocumentId } from '../database/document-id';
import { readableTicket } from '../tickets/read';
import { record } from '../audit/entries';
import type { Desk } from '../desk/desk';

/** A file as the body parser left it on disk; the parser's limit already holds. */
export interface IncomingFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
}

async function digestOf(filePath: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(filePath), hash);
  return hash.digest('hex');
}

/**
 * Who read a file of a confidential ticket, or of a service whose files are sensitive, is written down before the
 * first byte leaves.
 */
async function recordDownload(desk: Desk, caller: Caller, ticket: TicketRow, file: AttachmentRow): Promise<void> {
  const known = (await desk.masterData()).services.get(ticket.category_code);
  if (!ticket.is_confidential && !known?.service.hasSensitiveAttachments) return;
  await inTransaction(desk.strapi, (trx) =>
    record(trx, caller, {
      subjectType: 'ticket',
      subjectId: ticket.number,
      event: 'download',
      payload: { facts: { file: file.name }, after: { id: file.public_id, sha256: file.digest } },
    }),
  );
}

export async function listAttachments(desk: Desk, caller: Caller, number: string): Promise<Attachment[]> {
  const ticket = await readableTicket(desk, caller, number);
  return toAttachments(await attachmentsOf(connection(desk.strapi), ticket.id), ticket, caller);
}

/** What is being attached, and for whom. */
interface Purpose {
  readonly number: string;
  /** The field of the service's form it answers. */
  readonly field?: string | undefined;
  /** For officers alone. */
  readonly internal?: boolean | undefined;
}

/** Who adds a file for officers alone may do both: attach, and write among officers. Answers the line that allows it. */
function demandAttach({ policy, actor, now }: Caller, ticket: TicketRow, { field, internal }: Purpose): Rule {
  const ask = (permission: Permission): Rule => demand(policy, actor, permission, toFacts(ticket), now);
  if (internal) ask('ticket:commentInternally');
  return ask(field === LETTER_FIELD ? 'ticket:route' : 'ticket:attach');
}

/**
 * Keeps a file: type by its bytes, stored under a random name, written down with its audit entry. The same file sent
 * again by the same person, as after a lost answer, is the same attachment.
 */
export async function addAttachment(
  desk: Desk,
  caller: Caller,
  purpose: Purpose,
  file: IncomingFile,
): Promise<Attachment> {
  const { number, field, internal = false } = purpose;
  // Ask the policy before the bytes are looked at, so that a stranger's upload costs nothing.
  const seen = await readableTicket(desk, caller, number);
  demandAttach(caller, seen, purpose);
  if (file.size === 0) throw new Refusal('emptyFile');
  const policy = filePolicyOf((await desk.inForce()).settings);
  if (file.size > policy.maxBytes) throw new Refusal('fileTooLarge', { limit: `${policy.maxBytes / MEGABYTE} MB` });
  const service = (await desk.masterData()).services.get(seen.category_code)?.service;
  const formField = service?.fields.find(({ key, type }) => key === field && type === 'file');
  if (field && ((field !== LETTER_FIELD && !formField) || internal))
    throw new Refusal('invalid', { issues: [{ field: 'field', code: 'notInList' }] });
  const name = safeName(file.name);
  const mime = await kindOf(
    file.path,
    name,
    kindsTaken(field ? (formField?.accept ?? []) : (service?.attachmentKinds ?? []), policy),
  );
  await demandSafe(file.path, name, mime);
  const { size } = await withoutMetadata(file.path, name, mime);
  const [files, digest, publicId] = [await storeOf(desk.strapi), await digestOf(file.path), randomUUID()];
  const storageKey = randomUUID();
  await files.save(storageKey, { path: file.path, digest });
  // What stays for want of a line is removed at night, like whatever else no row knows.
  const forget = () =>
    files
      .remove(storageKey)
      .catch((reason: unknown) =>
        desk.strapi.log.warn(`attachment ${storageKey} is left without a row: ${String(reason)}`),
      );
  try {
    return await inTransaction(desk.strapi, async (trx) => {
      const ticket = await lockTicket(trx, number);
      const rule = demandAttach(caller, ticket, purpose);
      // What officers keep to themselves takes no room from the requester, who would learn of it by that.
      const present = (await attachmentsOf(trx, ticket.id)).filter((one) => isInternal(one) === internal);
      const same = present.find(
        (one) =>
          one.digest === digest &&
          one.name === name &&
          one.field === (field ?? null) &&
          one.uploader_kind === caller.actor.kind &&
          one.uploader_id === caller.actor.id,
      );
      if (same) {
        await forget();
        return toAttachment(same, ticket, caller);
      }
      if (present.length >= policy.maxFiles) throw new Refusal('tooManyFiles', { limit: policy.maxFiles });
      const at = new Date(caller.now);
      const [row] = (await trx('attachments')
        .insert({
          document_id: newDocumentId(),
          public_id: publicId,
          ticket_id: ticket.id,
          name,
          mime,
          size,
          digest,
          storage_key: storageKey,
          field: field ?? null,
          uploader_kind: caller.actor.kind,
          uploader_id: caller.actor.id,
          uploader_name: caller.actor.name,
          uploaded_at: at,
          is_internal: internal,
          created_at: at,
          updated_at: at,
          published_at: at,
        })
        .returning('*')) as AttachmentRow[];
      await recordEvent(desk, trx, caller, ticket, {
        event: 'attach',
        role: rule.role,
        payload: {
          ...(internal && { isInternal: true }),
          facts: { file: name },
          after: { id: publicId, sha256: digest, size, mime, field: field ?? null },
        },
      });
      return toAttachment(row as AttachmentRow, ticket, caller);
    });
  } catch (error) {
    // Whoever lost the database under the COMMIT does not know whether the row stands: `stray` looks at it later.
    if (error instanceof Refusal) await forget();
    throw error;
  }
}

/** The bytes of a file the caller may read. */
export async function openAttachment(
  desk: Desk,
  caller: Caller,
  number: string,
  id: string,
): Promise<{ readonly file: AttachmentRow; readonly stream: Readable }> {
  const { ticket, file } = await find(desk, caller, number, id);
  await recordDownload(desk, caller, ticket, file);
  return { file, stream: await (await storeOf(desk.strapi)).read(file.storage_key, file.size) };
}
