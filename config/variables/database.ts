import { CMS, KEEPERS, type Variable } from './variable.ts';

/** PostgreSQL, its replica and the connections to both. */
export const DATABASE = [
  {
    name: 'DATABASE_URL',
    kind: 'database',
    otherwise: 'PostgreSQL tertanam / embedded',
    readBy: KEEPERS,
    purpose: { id: 'PostgreSQL 15 atau lebih baru', en: 'PostgreSQL 15 or later' },
  },
  {
    name: 'DATABASE_REPLICA_URL',
    kind: 'database',
    readBy: KEEPERS,
    purpose: {
      id: 'replika PostgreSQL tempat laporan dan ekspor dibaca; tanpa ini dari DATABASE_URL',
      en: 'replica of PostgreSQL where reports and exports are read; without it from DATABASE_URL',
    },
  },
  {
    name: 'DATABASE_REPLICA_SECONDS',
    kind: 'count',
    default: '1',
    readBy: CMS,
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
] as const satisfies readonly Variable[];
