import { CMS, KEEPERS, type Variable } from './variable.ts';

/** How mail leaves, and whom it reaches first. */
export const CONTACTS = [
  {
    name: 'SMTP_URL',
    kind: 'url',
    otherwise: 'smtp://127.0.0.1:MAIL_SMTP_PORT',
    readBy: KEEPERS,
    purpose: { id: 'pengirim surel; bawaan: penangkap lokal', en: 'where mail is sent; by default the local catcher' },
  },
  {
    name: 'MAIL_FROM',
    kind: 'text',
    default: 'tiket@bukittinggikota.test',
    readBy: CMS,
    purpose: { id: 'alamat pengirim surel', en: 'sender of mail' },
  },
  {
    name: 'FIRST_ADMIN_EMAIL',
    kind: 'text',
    otherwise: 'MAIL_FROM',
    readBy: CMS,
    purpose: {
      id: 'email administrator pertama; tautannya ditulis ke DATA_DIR/first-admin.json',
      en: "the first administrator's e-mail; their link is written to DATA_DIR/first-admin.json",
    },
  },
  {
    name: 'PRIVACY_CONTACT',
    kind: 'text',
    readBy: ['site', 'tests'],
    purpose: {
      id: 'kontak urusan data pribadi pada pemberitahuan privasi, misalnya telepon atau email resmi',
      en: 'contact for personal data in the privacy notice, such as an official phone or e-mail',
    },
  },
] as const satisfies readonly Variable[];
