import { ALL, type Variable } from './variable.ts';

/** Where the system runs and keeps what it has, and what it begins with. */
export const INSTALLATION = [
  {
    name: 'NODE_ENV',
    kind: ['development', 'production', 'test'],
    default: 'development',
    readBy: ALL,
    purpose: {
      id: 'production: tanpa data demo dan penangkap surel, rahasia wajib diisi',
      en: 'production: no demo data, no mail catcher, secrets are required',
    },
  },
  {
    name: 'HOST',
    kind: 'text',
    default: '127.0.0.1',
    readBy: ALL,
    purpose: {
      id: 'alamat tempat portal, cms dan penangkap surel mendengarkan',
      en: 'address on which portal, cms and mail catcher listen',
    },
  },
  {
    name: 'SITE_PORT',
    kind: 'port',
    default: '4321',
    readBy: ALL,
    purpose: { id: 'port portal', en: 'port of the portal' },
  },
  {
    name: 'CMS_PORT',
    kind: 'port',
    default: '1337',
    readBy: ALL,
    purpose: { id: 'port cms dan panel admin', en: 'port of cms and admin panel' },
  },
  {
    name: 'MAIL_UI_PORT',
    kind: 'port',
    default: '1080',
    readBy: ['run', 'tests'],
    purpose: { id: 'port halaman penangkap surel', en: "port of the mail catcher's page" },
  },
  {
    name: 'MAIL_SMTP_PORT',
    kind: 'port',
    default: '1025',
    readBy: ['run', 'tests'],
    purpose: { id: 'port SMTP penangkap surel', en: 'SMTP port of the mail catcher' },
  },
  {
    name: 'PG_PORT',
    kind: 'port',
    default: '54329',
    readBy: ['run'],
    purpose: {
      id: 'port PostgreSQL tertanam (hanya 127.0.0.1)',
      en: 'port of the embedded PostgreSQL (127.0.0.1 only)',
    },
  },
  {
    name: 'DATA_DIR',
    kind: 'folder',
    otherwise: './data',
    readBy: ALL,
    purpose: {
      id: 'folder basis data, lampiran, rahasia, cadangan, catatan',
      en: 'folder of database, attachments, secrets, backups, logs',
    },
  },
  {
    name: 'DEMO_DATA',
    kind: 'flag',
    otherwise: 'true pada PostgreSQL tertanam di luar production / on embedded',
    readBy: ['cms'],
    purpose: { id: 'isi basis data kosong dengan data demo', en: 'fill an empty database with demo data' },
  },
  {
    name: 'CHROMIUM_PATH',
    kind: 'text',
    otherwise: 'dicari / searched',
    readBy: ['run', 'tests'],
    purpose: { id: 'letak Chromium untuk uji peramban', en: 'where Chromium is, for the browser tests' },
  },
] as const satisfies readonly Variable[];
