import { CMS, KEEPERS, type Variable } from './variable.ts';

/** When backups are made, where their copies go, how long they are kept, and who can open them. */
export const BACKUP = [
  {
    name: 'BACKUP_DAILY',
    kind: 'flag',
    default: 'true',
    readBy: CMS,
    purpose: {
      id: 'cms membuat cadangan tiap malam 02.40 WIB dan mengujinya tiap Minggu; false bila dijadwalkan di luar',
      en: 'cms makes a backup every night at 02.40 WIB and tries it every Sunday; false when scheduled elsewhere',
    },
  },
  {
    name: 'BACKUP_DIR',
    kind: 'text',
    otherwise: 'DATA_DIR/backups',
    readBy: KEEPERS,
    purpose: { id: 'folder cadangan', en: 'folder of backups' },
  },
  {
    name: 'BACKUP_SECOND_DIR',
    kind: 'text',
    readBy: KEEPERS,
    purpose: {
      id: 'folder kedua untuk salinan tiap cadangan, sebaiknya di mesin atau cakram lain',
      en: 'second folder for a copy of each backup, best on another machine or disk',
    },
  },
  {
    name: 'BACKUP_S3_BUCKET',
    kind: 'text',
    readBy: KEEPERS,
    purpose: { id: 'bucket S3 untuk salinan tiap cadangan', en: 'bucket of an S3 store for a copy of each backup' },
  },
  {
    name: 'BACKUP_S3_ENDPOINT',
    kind: 'url',
    otherwise: 'S3_ENDPOINT',
    readBy: KEEPERS,
    purpose: {
      id: 'alamat penyimpanannya, sebaiknya bukan yang menyimpan lampiran',
      en: "the store's address, best not the one that keeps attachments",
    },
  },
  {
    name: 'BACKUP_S3_REGION',
    kind: 'text',
    otherwise: 'S3_REGION',
    readBy: KEEPERS,
    purpose: { id: 'wilayahnya', en: 'its region' },
  },
  {
    name: 'BACKUP_S3_ACCESS_KEY_ID',
    kind: 'text',
    otherwise: 'S3_ACCESS_KEY_ID',
    readBy: KEEPERS,
    purpose: { id: 'nama kuncinya', en: 'name of its key' },
  },
  {
    name: 'BACKUP_S3_SECRET_ACCESS_KEY',
    kind: 'text',
    otherwise: 'S3_SECRET_ACCESS_KEY',
    readBy: KEEPERS,
    purpose: { id: 'kunci rahasianya; boleh lewat …_FILE', en: 'its secret; may be given as …_FILE' },
  },
  {
    name: 'BACKUP_S3_PATH_STYLE',
    kind: 'flag',
    otherwise: 'S3_PATH_STYLE',
    readBy: KEEPERS,
    purpose: { id: 'bucket disebut dalam jalur', en: 'the bucket stands in the path' },
  },
  {
    name: 'BACKUP_S3_PREFIX',
    kind: 'text',
    readBy: KEEPERS,
    purpose: { id: 'awalan semua nama', en: 'before every name' },
  },
  {
    name: 'BACKUP_DAYS',
    kind: 'count',
    default: '35',
    readBy: KEEPERS,
    purpose: { id: 'lama cadangan disimpan, hari; paling sedikit 30', en: 'days a backup is kept; at least 30' },
  },
  {
    name: 'BACKUP_KEEP',
    kind: 'count',
    default: '7',
    readBy: KEEPERS,
    purpose: {
      id: 'cadangan terbaru yang tetap disimpan berapa pun umurnya',
      en: 'newest backups that are kept whatever their age',
    },
  },
  {
    name: 'BACKUP_RECIPIENT',
    kind: 'text',
    readBy: KEEPERS,
    purpose: {
      id: 'kunci publik age (age1…): cadangan dikunci; buat dengan npm run backup -- key',
      en: 'public key of age (age1…): backups are locked; made by npm run backup -- key',
    },
  },
  {
    name: 'BACKUP_IDENTITY_FILE',
    kind: 'text',
    readBy: KEEPERS,
    purpose: {
      id: 'berkas kunci rahasia age, untuk memulihkan cadangan yang terkunci',
      en: 'file of the secret key of age, to restore a locked backup',
    },
  },
] as const satisfies readonly Variable[];
