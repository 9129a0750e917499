import type { Identity } from 'strapi-plugin-ticketing/domain';

/** What the samples of papers share: an office, a ticket and its people. */
export const at = (iso: string): number => Date.parse(iso);
export const LOREM =
  'Kabel utama dari ruang server ke lantai dua diganti sepanjang 38 meter, kedua ujungnya dipasangi konektor baru dan diuji. ' +
  'Konfigurasi sakelar disesuaikan, lalu sambungan diuji bersama petugas unit selama satu jam tanpa gangguan. ';

export const identity: Identity = {
  government: 'PEMERINTAH KOTA CONTOH',
  office: 'DINAS KOMUNIKASI DAN INFORMATIKA',
  officeName: 'Dinas Komunikasi dan Informatika Kota Contoh',
  officeShortName: 'Diskominfo',
  city: 'Contoh',
  systemName: 'Sistem Ticketing Layanan TIK',
  unitTerm: 'SKPD',
  address: 'Jalan Merdeka Nomor 1, Kota Contoh',
  postalCode: '26122',
  phone: '(0752) 12345',
  email: 'kominfo@kotacontoh.example',
  site: 'kotacontoh.example',
  serviceHours: 'Senin–Kamis 07.30–16.00, Jumat 07.30–16.30 WIB',
  paper: 'A4',
  signatories: [
    { duty: 'HEAD', position: 'Kepala Dinas Komunikasi dan Informatika', name: null, rank: null, nip: null },
  ],
};
export const head = identity.signatories[0] ?? null;

export const ticket = {
  number: 'TIK-2026-00557',
  title: 'Internet ruang pelayanan lantai dua terputus',
  category: 'Jaringan & Internet',
  service: 'Gangguan koneksi internet',
  skpd: 'Dinas Kependudukan dan Pencatatan Sipil',
  priority: 'Tinggi',
  channel: 'Portal',
  isConfidential: false,
  submittedAt: at('2026-11-20T02:15:00Z'),
};
export const contact = { name: 'Sri Wahyuni', phone: '0840 1234 5678', email: 'sri.wahyuni@kotacontoh.example' };
export const files = [
  { name: 'foto-sakelar.jpg', size: 1_250_000 },
  { name: 'Surat permohonan 045 tahun 2026.pdf', size: 88_000 },
];
export const form = [
  { key: 'lokasi', label: 'Gedung/lokasi', value: 'Gedung A lantai 2, ruang pelayanan' },
  { key: 'terdampak', label: 'Jumlah pengguna terdampak', value: 24 },
  { key: 'publik', label: 'Mengganggu pelayanan publik', value: true },
  { key: 'jenis', label: 'Sambungan', value: ['Kabel', 'Wi-Fi'] },
];
export const entry = (hour: number, what: string, by: string, text: string | null = null, isInternal = false) => ({
  at: at('2026-11-20T02:15:00Z') + hour * 3_600_000,
  what,
  by,
  text,
  facts: [] as (readonly [string, string])[],
  isInternal,
});
export const entries = [
  entry(0, 'Mengajukan permintaan', 'Sri Wahyuni'),
  entry(1, 'Mengambil tiket', 'Galih Ramadhan'),
  entry(2, 'Berkomentar', 'Galih Ramadhan', 'Kami sedang memeriksa sakelar di lantai dua.'),
  entry(3, 'Berkomentar', 'Galih Ramadhan', 'Konektor lama korosi; stok pengganti ada di gudang.', true),
  entry(5, 'Menyelesaikan', 'Galih Ramadhan', LOREM),
];
export const nobody = { name: null, nip: null, position: null, unit: null };

export const frame = {
  identity,
  logo: null,
  state: 'PRINTOUT' as const,
  printedBy: 'Galih Ramadhan',
  printedAt: at('2026-11-23T02:15:00Z'),
  proof: null,
};
export const proof = {
  code: '7K3M-9QXA-0000-ZZZZ',
  address: 'https://tiket.kotacontoh.example/verifikasi/7K3M-9QXA-0000-ZZZZ',
  qr: `https://tiket.kotacontoh.example/verifikasi/7K3M-9QXA-0000-ZZZZ#${'WzEsIjdLM00tOVFYQS0wMDAwLVpaWlo'.repeat(11)}`,
};
export const short = { ...proof, qr: proof.address };
