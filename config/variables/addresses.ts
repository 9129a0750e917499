import { CMS, SERVERS, type Variable } from './variable.ts';

/** What is found where, and which addresses are trusted. */
export const ADDRESSES = [
  {
    name: 'SITE_URL',
    kind: 'url',
    otherwise: 'http://HOST:SITE_PORT',
    readBy: SERVERS,
    purpose: {
      id: 'alamat portal bagi orang, dalam surel dan dokumen',
      en: "the portal's address for people, in mail and documents",
    },
  },
  {
    name: 'CMS_URL',
    kind: 'url',
    otherwise: 'http://HOST:CMS_PORT',
    readBy: ['site', 'tests'],
    purpose: { id: 'alamat tempat portal memanggil cms', en: 'where the portal calls cms' },
  },
  {
    name: 'CMS_PUBLIC_URL',
    kind: 'url',
    readBy: ['cms'],
    purpose: {
      id: 'alamat cms dan panel admin bagi orang, bila di balik proxy',
      en: 'address of cms and admin panel for people, when behind a proxy',
    },
  },
  {
    name: 'TRUSTED_PROXIES',
    kind: 'text',
    default: '127.0.0.1,::1',
    readBy: SERVERS,
    purpose: {
      id: 'alamat atau jaringan proxy yang dipercaya menyebut alamat pemanggil, dipisah koma',
      en: "addresses or networks of proxies trusted to name the caller's address, separated by commas",
    },
  },
  {
    name: 'WEBHOOK_ALLOWED_ADDRESSES',
    kind: 'text',
    readBy: CMS,
    purpose: {
      id:
        'alamat atau jaringan di dalam yang boleh dihubungi webhook dan layanan masuk, dipisah koma; ' +
        'tanpa ini hanya alamat publik lewat HTTPS',
      en:
        'inside addresses or networks that webhooks and the sign-in service may be called at, separated by commas; ' +
        'without, public ones by HTTPS only',
    },
  },
  {
    name: 'PUSH_ALLOWED_ADDRESSES',
    kind: 'text',
    readBy: CMS,
    purpose: {
      id:
        'alamat atau jaringan di dalam tempat kota menjalankan layanan push sendiri, dipisah koma; ' +
        'tanpa ini hanya layanan pembuat peramban lewat HTTPS',
      en:
        'inside addresses or networks where the city runs a push service of its own, separated by commas; ' +
        'without, those of browser makers by HTTPS only',
    },
  },
] as const satisfies readonly Variable[];
