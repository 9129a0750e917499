/** What a city may allow at most: bytes of one file, and files of one ticket. Source: requirements 3.7, "5–10 MB per berkas". */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_FILES = 30;

/**
 * The field under which letters from above are filed (disposisi, Surat Tugas, persetujuan); no key of a service's form
 * can be the same.
 */
export const LETTER_FIELD = '@letter';

export interface FileKind {
  readonly mime: string;
  readonly extensions: readonly string[];
  readonly isText?: true;
}
/**
 * Kinds the city accepts. What a file *is* decides, not what it is called; text has no magic bytes and must be text.
 */
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

/** What the city allows of attachments; `kinds` are endings of `ACCEPTED_EXTENSIONS`. */
export interface FilePolicy {
  readonly maxBytes: number;
  readonly maxFiles: number;
  readonly kinds: readonly string[];
}
export const WIDEST_FILE_POLICY: FilePolicy = {
  maxBytes: MAX_FILE_BYTES,
  maxFiles: MAX_FILES,
  kinds: ACCEPTED_EXTENSIONS,
};
/** Kinds a field takes, of those the city allows; an empty `accept` means all of these. */
export const kindsTaken = (accept: readonly string[], { kinds }: Pick<FilePolicy, 'kinds'>): string[] =>
  kinds.filter((kind) => accept.length === 0 || accept.includes(kind));

/**
 * Kinds a browser may show in place, by the bytes they begin with. What can run, like HTML and SVG, is none of them.
 */
export const SHOWN_KINDS: Readonly<Record<string, readonly number[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};
export const isImage = (mime: string): boolean => mime in SHOWN_KINDS && mime.startsWith('image/');

/** The ending of a name as the table says it: `jpeg` is `jpg`. */
export const extensionOf = (name: string): string =>
  name.includes('.') ? (name.toLowerCase().split('.').pop() ?? '').replace(/^jpeg$/, 'jpg') : '';

/**
 * Why a file would be refused, as far as its name and size tell; its bytes are judged where they arrive. `accept`
 * narrows the kinds, empty means all.
 */
export function fileObjection(
  { name, size }: { readonly name: string; readonly size: number },
  accept: readonly string[] = [],
  policy: FilePolicy = WIDEST_FILE_POLICY,
): 'emptyFile' | 'fileTooLarge' | 'fileTypeRefused' | null {
  if (size === 0) return 'emptyFile';
  if (size > policy.maxBytes) return 'fileTooLarge';
  return kindsTaken(accept, policy).includes(extensionOf(name)) ? null : 'fileTypeRefused';
}
