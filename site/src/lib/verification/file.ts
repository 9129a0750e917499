import type { Client } from 'strapi-plugin-ticketing/client';
import type { FileVerdict } from 'strapi-plugin-ticketing/contract';
import { MAX_FILE_BYTES, Refusal, wordRefusal, type Language } from 'strapi-plugin-ticketing/domain';
import type { Translate } from '../../i18n';
import { formatFor } from '../format';

/** What a posted file turned out to be, or a sentence on why it could not be checked. */
export type FileOutcome = { readonly verdict: FileVerdict; readonly name: string } | { readonly objection: string };

/** Checks the file of a posted form. */
export async function checkFile(api: Client, form: FormData, lang: Language, t: Translate): Promise<FileOutcome> {
  const format = formatFor(lang);
  const limit = format.bytes(MAX_FILE_BYTES);
  const file = form.get('file');
  if (!(file instanceof File) || !file.name || file.size === 0) return { objection: t('verify.fileEmpty') };
  const tooLarge = t('verify.fileTooLarge', { size: format.bytes(file.size), limit });
  if (file.size > MAX_FILE_BYTES) return { objection: tooLarge };
  try {
    return { verdict: await api.verifyFile({ file: { name: file.name, blob: file } }), name: file.name };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'unavailable') throw error;
    if (error.code === 'fileTooLarge') return { objection: tooLarge };
    return { objection: wordRefusal(lang, error.code, { limit, ...error.details }) };
  }
}
