import { CMS, type Variable } from './variable.ts';

const SECRET = {
  kind: 'secret',
  otherwise: 'dibuat ke DATA_DIR/secrets.json / made into it',
  readBy: CMS,
} as const;

/** What signs and encrypts. */
export const KEYS = [
  {
    name: 'SIGNING_CERTIFICATE',
    kind: 'text',
    readBy: ['cms'],
    purpose: {
      id: 'berkas PEM berisi sertifikat instansi dan kuncinya yang terkunci frasa sandi, untuk menandatangani dokumen',
      en: 'PEM file with the office’s certificate and its key, locked by a passphrase, to sign documents',
    },
  },
  {
    name: 'APP_KEYS',
    ...SECRET,
    purpose: { id: 'kunci penanda sesi, dipisah koma', en: 'keys that sign sessions, separated by commas' },
  },
  { name: 'API_TOKEN_SALT', ...SECRET, purpose: { id: 'garam token API', en: 'salt of API tokens' } },
  {
    name: 'ADMIN_JWT_SECRET',
    ...SECRET,
    purpose: { id: 'penanda sesi panel admin', en: 'signs sessions of the admin panel' },
  },
  {
    name: 'TRANSFER_TOKEN_SALT',
    ...SECRET,
    purpose: { id: 'garam token pemindahan data', en: 'salt of transfer tokens' },
  },
  { name: 'JWT_SECRET', ...SECRET, purpose: { id: 'penanda sesi portal', en: 'signs sessions of the portal' } },
  {
    name: 'ENCRYPTION_KEY',
    ...SECRET,
    purpose: { id: 'menyandikan token API yang disimpan', en: 'encrypts stored API tokens' },
  },
  {
    name: 'DOCUMENT_KEY',
    ...SECRET,
    purpose: { id: 'menandai QR dokumen final', en: 'signs the QR of final documents' },
  },
] as const satisfies readonly Variable[];
