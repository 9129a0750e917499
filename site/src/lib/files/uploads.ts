import type { Client } from 'strapi-plugin-ticketing/client';
import {
  fileObjection,
  kindsTaken,
  Refusal,
  wordRefusal,
  type Attachment,
  type FormField,
  type Language,
} from 'strapi-plugin-ticketing/domain';
import { office } from '../office/current';
import type { FailedFile } from '../sessions/news';
import type { FieldError } from '../forms/field-error';

/** A chosen file and the field of the service's form it answers; null for one sent along unasked. */
export interface ChosenFile {
  readonly field: string | null;
  readonly file: File;
}

const FIELD = 'file.';
export const filesOf = (form: FormData): ChosenFile[] =>
  [...form].flatMap(([name, value]) =>
    value instanceof File && value.name
      ? [{ field: name.startsWith(FIELD) ? name.slice(FIELD.length) : null, file: value }]
      : [],
  );

/** Objections to files that the cms would refuse anyway, told before anything is sent. */
export function fileErrors(
  files: readonly ChosenFile[],
  service: { readonly fields: readonly FormField[]; readonly attachmentKinds: readonly string[] } | null,
  lang: Language,
  limit: string,
): FieldError[] {
  return files.flatMap(({ field, file }): FieldError[] => {
    const asked = field
      ? (service?.fields.find(({ key }) => key === field)?.accept ?? [])
      : (service?.attachmentKinds ?? []);
    const policy = office().files;
    const accepted = kindsTaken(asked, policy);
    const code = fileObjection(file, asked, policy);
    const message = code && wordRefusal(lang, code, { limit, accepted: accepted.join(', ') });
    return message ? [{ field: field ? `form.${field}` : 'file', message: `${file.name}: ${message}` }] : [];
  });
}

/**
 * Attaches one file after the other. What fails is reported, not thrown: the ticket stands, and the file can be sent
 * again.
 */
export async function attachAll(
  api: Client,
  number: string,
  files: readonly ChosenFile[],
  already: readonly Attachment[] = [],
): Promise<FailedFile[]> {
  const failed: FailedFile[] = [];
  for (const { field, file } of files) {
    // A form sent twice is one ticket, and must not become the same file twice.
    if (already.some(({ name, size }) => name === file.name && size === file.size)) continue;
    try {
      await api.addAttachment({ number, file: { name: file.name, blob: file }, ...(field && { field }) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failed.push({ name: file.name, reason: error.message });
    }
  }
  return failed;
}
