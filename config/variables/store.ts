import { KEEPERS, type Variable } from './variable.ts';

/** The S3 store that may keep attachments. */
export const STORE = [
  {
    name: 'S3_BUCKET',
    kind: 'text',
    readBy: KEEPERS,
    purpose: {
      id: 'bucket S3 tempat lampiran disimpan; tanpa ini di DATA_DIR',
      en: 'bucket of an S3 store where attachments are kept; without it they are in DATA_DIR',
    },
  },
  {
    name: 'S3_ENDPOINT',
    kind: 'url',
    readBy: KEEPERS,
    purpose: {
      id: 'alamat penyimpanan yang kompatibel S3, tanpa bucket',
      en: 'address of the S3-compatible store, without the bucket',
    },
  },
  {
    name: 'S3_REGION',
    kind: 'text',
    default: 'us-east-1',
    readBy: KEEPERS,
    purpose: { id: 'wilayah penyimpanan itu', en: "the store's region" },
  },
  {
    name: 'S3_ACCESS_KEY_ID',
    kind: 'text',
    readBy: KEEPERS,
    purpose: { id: 'nama kunci untuk bucket itu', en: 'name of the key to that bucket' },
  },
  {
    name: 'S3_SECRET_ACCESS_KEY',
    kind: 'text',
    readBy: KEEPERS,
    purpose: {
      id: 'kunci rahasianya; boleh lewat S3_SECRET_ACCESS_KEY_FILE',
      en: 'its secret; may be given as S3_SECRET_ACCESS_KEY_FILE',
    },
  },
  {
    name: 'S3_PATH_STYLE',
    kind: 'flag',
    default: 'true',
    readBy: KEEPERS,
    purpose: {
      id: 'bucket disebut dalam jalur; false bila di depan nama host',
      en: 'the bucket stands in the path; false when before the name of the host',
    },
  },
  {
    name: 'S3_PREFIX',
    kind: 'text',
    readBy: KEEPERS,
    purpose: {
      id: 'awalan semua nama, misalnya tiket/, bila bucket dipakai bersama',
      en: 'before every name, such as tiket/, where a bucket is shared',
    },
  },
] as const satisfies readonly Variable[];
