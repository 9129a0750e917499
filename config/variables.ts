/** Which of our processes a variable is handed to; `run` is the runner itself. Nobody gets more than it reads. */
export type Reader = 'run' | 'cms' | 'site' | 'tests';
export type Kind = 'text' | 'port' | 'count' | 'flag' | 'url' | 'database' | 'folder' | 'secret' | readonly string[];
export interface Variable {
  readonly name: string;
  readonly kind: Kind;
  /** The value when unset. */
  readonly default?: string;
  /** How the value comes about when unset and there is no plain default. */
  readonly otherwise?: string;
  readonly readBy: readonly Reader[];
  readonly purpose: { readonly id: string; readonly en: string };
}

const ALL = ['run', 'cms', 'site', 'tests'] as const;
const SECRET = {
  kind: 'secret',
  otherwise: 'dibuat ke DATA_DIR/secrets.json / made into it',
  readBy: ['cms', 'tests'],
} as const;

/**
 * The one list of environment variables, a table and therefore as long as there are variables. Strapi's and Astro's
 * configurations read them under the same names; what reads them here is `env.ts`.
 */
export const VARIABLES = [
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
    name: 'S3_BUCKET',
    kind: 'text',
    readBy: ['run', 'cms', 'tests'],
    purpose: {
      id: 'bucket S3 tempat lampiran disimpan; tanpa ini di DATA_DIR',
      en: 'bucket of an S3 store where attachments are kept; without it they are in DATA_DIR',
    },
  },
  {
    name: 'S3_ENDPOINT',
    kind: 'url',
    readBy: ['run', 'cms', 'tests'],
    purpose: {
      id: 'alamat penyimpanan yang kompatibel S3, tanpa bucket',
      en: 'address of the S3-compatible store, without the bucket',
    },
  },
  {
    name: 'S3_REGION',
    kind: 'text',
    default: 'us-east-1',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'wilayah penyimpanan itu', en: "the store's region" },
  },
  {
    name: 'S3_ACCESS_KEY_ID',
    kind: 'text',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'nama kunci untuk bucket itu', en: 'name of the key to that bucket' },
  },
  {
    name: 'S3_SECRET_ACCESS_KEY',
    kind: 'text',
    readBy: ['run', 'cms', 'tests'],
    purpose: {
      id: 'kunci rahasianya; boleh lewat S3_SECRET_ACCESS_KEY_FILE',
      en: 'its secret; may be given as S3_SECRET_ACCESS_KEY_FILE',
    },
  },
  {
    name: 'S3_PATH_STYLE',
    kind: 'flag',
    default: 'true',
    readBy: ['run', 'cms', 'tests'],
    purpose: {
      id: 'bucket disebut dalam jalur; false bila di depan nama host',
      en: 'the bucket stands in the path; false when before the name of the host',
    },
  },
  {
    name: 'S3_PREFIX',
    kind: 'text',
    readBy: ['run', 'cms', 'tests'],
    purpose: {
      id: 'awalan semua nama, misalnya tiket/, bila bucket dipakai bersama',
      en: 'before every name, such as tiket/, where a bucket is shared',
    },
  },
  {
    name: 'DATABASE_URL',
    kind: 'database',
    otherwise: 'PostgreSQL tertanam / embedded',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'PostgreSQL 15 atau lebih baru', en: 'PostgreSQL 15 or later' },
  },
  {
    name: 'DATABASE_REPLICA_URL',
    kind: 'database',
    readBy: ['run', 'cms', 'tests'],
    purpose: {
      id: 'replika PostgreSQL tempat laporan dan ekspor dibaca; tanpa ini dari DATABASE_URL',
      en: 'replica of PostgreSQL where reports and exports are read; without it from DATABASE_URL',
    },
  },
  {
    name: 'DATABASE_REPLICA_SECONDS',
    kind: 'count',
    default: '1',
    readBy: ['cms', 'tests'],
    purpose: {
      id: 'paling lama laporan menunggu replika menyusul, detik; sesudah itu dibaca dari DATABASE_URL',
      en: 'longest that a report waits for the replica to catch up, seconds; after that it is read from DATABASE_URL',
    },
  },
  {
    name: 'DATABASE_SSL',
    kind: 'flag',
    default: 'false',
    readBy: ['run', 'cms'],
    purpose: { id: 'pakai TLS ke basis data', en: 'use TLS to the database' },
  },
  {
    name: 'DATABASE_SSL_VERIFY',
    kind: 'flag',
    default: 'true',
    readBy: ['run', 'cms'],
    purpose: { id: 'periksa sertifikat basis data', en: "verify the database's certificate" },
  },
  {
    name: 'DATABASE_POOL_MIN',
    kind: 'count',
    default: '2',
    readBy: ['cms'],
    purpose: { id: 'koneksi basis data paling sedikit', en: 'fewest database connections' },
  },
  {
    name: 'DATABASE_POOL_MAX',
    kind: 'count',
    default: '20',
    readBy: ['cms'],
    purpose: { id: 'koneksi basis data paling banyak', en: 'most database connections' },
  },
  {
    name: 'SITE_URL',
    kind: 'url',
    otherwise: 'http://HOST:SITE_PORT',
    readBy: ['cms', 'site', 'tests'],
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
    readBy: ['cms', 'site', 'tests'],
    purpose: {
      id: 'alamat atau jaringan proxy yang dipercaya menyebut alamat pemanggil, dipisah koma',
      en: "addresses or networks of proxies trusted to name the caller's address, separated by commas",
    },
  },
  {
    name: 'WEBHOOK_ALLOWED_ADDRESSES',
    kind: 'text',
    readBy: ['cms', 'tests'],
    purpose: {
      id: 'alamat atau jaringan di dalam yang boleh dihubungi webhook dan layanan masuk, dipisah koma; tanpa ini hanya alamat publik lewat HTTPS',
      en: 'inside addresses or networks that webhooks and the sign-in service may be called at, separated by commas; without, public ones by HTTPS only',
    },
  },
  {
    name: 'PUSH_ALLOWED_ADDRESSES',
    kind: 'text',
    readBy: ['cms', 'tests'],
    purpose: {
      id: 'alamat atau jaringan di dalam tempat kota menjalankan layanan push sendiri, dipisah koma; tanpa ini hanya layanan pembuat peramban lewat HTTPS',
      en: 'inside addresses or networks where the city runs a push service of its own, separated by commas; without, those of browser makers by HTTPS only',
    },
  },
  {
    name: 'SMTP_URL',
    kind: 'url',
    otherwise: 'smtp://127.0.0.1:MAIL_SMTP_PORT',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'pengirim surel; bawaan: penangkap lokal', en: 'where mail is sent; by default the local catcher' },
  },
  {
    name: 'MAIL_FROM',
    kind: 'text',
    default: 'tiket@bukittinggikota.test',
    readBy: ['cms', 'tests'],
    purpose: { id: 'alamat pengirim surel', en: 'sender of mail' },
  },
  {
    name: 'FIRST_ADMIN_EMAIL',
    kind: 'text',
    otherwise: 'MAIL_FROM',
    readBy: ['cms', 'tests'],
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
  {
    name: 'LOG_LEVEL',
    kind: ['error', 'warn', 'info', 'http', 'debug'],
    default: 'http',
    readBy: ['cms', 'site', 'tests'],
    purpose: {
      id: 'seberapa banyak yang dicatat; http: satu baris tiap permintaan',
      en: 'how much is logged; http: a line for each request',
    },
  },
  {
    name: 'LOG_FORMAT',
    kind: ['text', 'json'],
    default: 'text',
    readBy: ['cms', 'site', 'tests'],
    purpose: {
      id: 'bentuk catatan: teks, atau JSON untuk pengumpul log',
      en: 'how lines are written: text, or JSON for whoever gathers logs',
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
    name: 'METRICS_TOKEN',
    kind: 'text',
    readBy: ['cms', 'tests'],
    purpose: {
      id: 'kunci untuk membaca GET /metrics (Prometheus); tanpa ini halaman itu tidak ada',
      en: 'key to read GET /metrics (Prometheus); without it there is no such page',
    },
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    kind: 'url',
    readBy: ['cms', 'site', 'tests'],
    purpose: {
      id: 'pengumpul OpenTelemetry (OTLP/HTTP) yang menerima jejak tiap permintaan; tanpa ini tidak ada yang dikirim',
      en: 'collector of OpenTelemetry (OTLP/HTTP) that is sent a trace of each request; without it nothing is sent',
    },
  },
  {
    name: 'OTEL_EXPORTER_OTLP_HEADERS',
    kind: 'text',
    readBy: ['cms', 'site', 'tests'],
    purpose: {
      id: 'kepala permintaan untuk pengumpul, misalnya authorization=Bearer%20…; boleh lewat …_FILE',
      en: 'headers for the collector, such as authorization=Bearer%20…; may be given as …_FILE',
    },
  },
  {
    name: 'OTEL_TRACES_SAMPLER_ARG',
    kind: 'text',
    default: '1',
    readBy: ['cms', 'site', 'tests'],
    purpose: { id: 'bagian jejak yang dikirim, 0 sampai 1', en: 'share of traces that is sent, 0 to 1' },
  },
  {
    name: 'CMS_INSTANCES',
    kind: 'count',
    default: '1',
    readBy: ['cms'],
    purpose: {
      id: 'berapa proses cms berbagi satu port; sebanyak inti prosesor bila banyak yang bekerja',
      en: 'how many cms processes share one port; as many as there are cores where many work',
    },
  },
  {
    name: 'CMS_DRAIN_SECONDS',
    kind: 'count',
    default: '0',
    readBy: ['cms'],
    purpose: {
      id: 'lama cms yang akan berhenti masih melayani sambil menyatakan diri tidak siap, agar proxy sempat tahu',
      en: 'how long a stopping cms goes on serving while it says that it is not ready, so that the proxy hears of it',
    },
  },
  {
    name: 'SITE_DRAIN_SECONDS',
    kind: 'count',
    default: '0',
    readBy: ['site'],
    purpose: {
      id: 'lama portal yang akan berhenti masih melayani sambil menyatakan diri tidak siap, agar proxy sempat tahu',
      en: 'how long a stopping portal goes on serving while it says that it is not ready, so that the proxy hears of it',
    },
  },
  {
    name: 'BACKUP_DAILY',
    kind: 'flag',
    default: 'true',
    readBy: ['cms', 'tests'],
    purpose: {
      id: 'cms membuat cadangan tiap malam 02.40 WIB dan mengujinya tiap Minggu; false bila dijadwalkan di luar',
      en: 'cms makes a backup every night at 02.40 WIB and tries it every Sunday; false when scheduled elsewhere',
    },
  },
  {
    name: 'BACKUP_DIR',
    kind: 'text',
    otherwise: 'DATA_DIR/backups',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'folder cadangan', en: 'folder of backups' },
  },
  {
    name: 'BACKUP_SECOND_DIR',
    kind: 'text',
    readBy: ['run', 'cms', 'tests'],
    purpose: {
      id: 'folder kedua untuk salinan tiap cadangan, sebaiknya di mesin atau cakram lain',
      en: 'second folder for a copy of each backup, best on another machine or disk',
    },
  },
  {
    name: 'BACKUP_S3_BUCKET',
    kind: 'text',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'bucket S3 untuk salinan tiap cadangan', en: 'bucket of an S3 store for a copy of each backup' },
  },
  {
    name: 'BACKUP_S3_ENDPOINT',
    kind: 'url',
    otherwise: 'S3_ENDPOINT',
    readBy: ['run', 'cms', 'tests'],
    purpose: {
      id: 'alamat penyimpanannya, sebaiknya bukan yang menyimpan lampiran',
      en: "the store's address, best not the one that keeps attachments",
    },
  },
  {
    name: 'BACKUP_S3_REGION',
    kind: 'text',
    otherwise: 'S3_REGION',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'wilayahnya', en: 'its region' },
  },
  {
    name: 'BACKUP_S3_ACCESS_KEY_ID',
    kind: 'text',
    otherwise: 'S3_ACCESS_KEY_ID',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'nama kuncinya', en: 'name of its key' },
  },
  {
    name: 'BACKUP_S3_SECRET_ACCESS_KEY',
    kind: 'text',
    otherwise: 'S3_SECRET_ACCESS_KEY',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'kunci rahasianya; boleh lewat …_FILE', en: 'its secret; may be given as …_FILE' },
  },
  {
    name: 'BACKUP_S3_PATH_STYLE',
    kind: 'flag',
    otherwise: 'S3_PATH_STYLE',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'bucket disebut dalam jalur', en: 'the bucket stands in the path' },
  },
  {
    name: 'BACKUP_S3_PREFIX',
    kind: 'text',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'awalan semua nama', en: 'before every name' },
  },
  {
    name: 'BACKUP_DAYS',
    kind: 'count',
    default: '35',
    readBy: ['run', 'cms', 'tests'],
    purpose: { id: 'lama cadangan disimpan, hari; paling sedikit 30', en: 'days a backup is kept; at least 30' },
  },
  {
    name: 'BACKUP_KEEP',
    kind: 'count',
    default: '7',
    readBy: ['run', 'cms', 'tests'],
    purpose: {
      id: 'cadangan terbaru yang tetap disimpan berapa pun umurnya',
      en: 'newest backups that are kept whatever their age',
    },
  },
  {
    name: 'BACKUP_RECIPIENT',
    kind: 'text',
    readBy: ['run', 'cms', 'tests'],
    purpose: {
      id: 'kunci publik age (age1…): cadangan dikunci; buat dengan npm run backup -- key',
      en: 'public key of age (age1…): backups are locked; made by npm run backup -- key',
    },
  },
  {
    name: 'BACKUP_IDENTITY_FILE',
    kind: 'text',
    readBy: ['run', 'cms', 'tests'],
    purpose: {
      id: 'berkas kunci rahasia age, untuk memulihkan cadangan yang terkunci',
      en: 'file of the secret key of age, to restore a locked backup',
    },
  },
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
    name: 'CHROMIUM_PATH',
    kind: 'text',
    otherwise: 'dicari / searched',
    readBy: ['run', 'tests'],
    purpose: { id: 'letak Chromium untuk uji peramban', en: 'where Chromium is, for the browser tests' },
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
export type Name = (typeof VARIABLES)[number]['name'];
