/** Most bytes of one file, and most files of one ticket. Source: requirements 3.7, "5–10 MB per berkas". */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_FILES = 30;

/** The field under which letters from above are filed (disposisi, Surat Tugas, persetujuan); no key of a service's form can be the same. */
export const LETTER_FIELD = '@letter';

export interface FileKind { readonly mime: string; readonly extensions: readonly string[]; readonly isText?: true }
/** Kinds the city accepts. What a file *is* decides, not what it is called; text has no magic bytes and must be text. */
export const FILE_KINDS: readonly FileKind[] = [
  { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  { mime: 'image/png', extensions: ['png'] },
  { mime: 'application/pdf', extensions: ['pdf'] },
  { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  { mime: 'application/zip', extensions: ['zip'] },
  { mime: 'text/csv', extensions: ['csv'], isText: true },
];
/** The same as people say it. */
export const ACCEPTED_EXTENSIONS: readonly string[] = FILE_KINDS.flatMap(({ extensions }) => extensions.slice(0, 1));
