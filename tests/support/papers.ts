import type { Identity } from 'strapi-plugin-ticketing/domain';

/** Samples of what documents are made of: a day like any other, one with hardly anything in it, and one with far too much. */
const at = (iso: string): number => Date.parse(iso);
const LOREM =
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
const head = identity.signatories[0] ?? null;

const ticket = {
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
const contact = { name: 'Sri Wahyuni', phone: '0840 1234 5678', email: 'sri.wahyuni@kotacontoh.example' };
const files = [
  { name: 'foto-sakelar.jpg', size: 1_250_000 },
  { name: 'Surat permohonan 045 tahun 2026.pdf', size: 88_000 },
];
const form = [
  { key: 'lokasi', label: 'Gedung/lokasi', value: 'Gedung A lantai 2, ruang pelayanan' },
  { key: 'terdampak', label: 'Jumlah pengguna terdampak', value: 24 },
  { key: 'publik', label: 'Mengganggu pelayanan publik', value: true },
  { key: 'jenis', label: 'Sambungan', value: ['Kabel', 'Wi-Fi'] },
];
const entry = (hour: number, what: string, by: string, text: string | null = null, isInternal = false) => ({
  at: at('2026-11-20T02:15:00Z') + hour * 3_600_000,
  what,
  by,
  text,
  facts: [] as (readonly [string, string])[],
  isInternal,
});
const entries = [
  entry(0, 'Mengajukan permintaan', 'Sri Wahyuni'),
  entry(1, 'Mengambil tiket', 'Galih Ramadhan'),
  entry(2, 'Berkomentar', 'Galih Ramadhan', 'Kami sedang memeriksa sakelar di lantai dua.'),
  entry(3, 'Berkomentar', 'Galih Ramadhan', 'Konektor lama korosi; stok pengganti ada di gudang.', true),
  entry(5, 'Menyelesaikan', 'Galih Ramadhan', LOREM),
];
const nobody = { name: null, nip: null, position: null, unit: null };

const frame = {
  identity,
  logo: null,
  state: 'PRINTOUT' as const,
  printedBy: 'Galih Ramadhan',
  printedAt: at('2026-11-23T02:15:00Z'),
  proof: null,
};
const proof = {
  code: '7K3M-9QXA-0000-ZZZZ',
  address: 'https://tiket.kotacontoh.example/verifikasi/7K3M-9QXA-0000-ZZZZ',
  qr: `https://tiket.kotacontoh.example/verifikasi/7K3M-9QXA-0000-ZZZZ#${'WzEsIjdLM00tOVFYQS0wMDAwLVpaWlo'.repeat(11)}`,
};
const short = { ...proof, qr: proof.address };

export const normal = {
  'request-form': {
    frame,
    body: {
      ticket,
      description: LOREM,
      impact: 'Satu SKPD / gedung',
      urgency: 'Pekerjaan terhenti',
      requester: 'Sri Wahyuni',
      contact,
      form,
      files,
    },
  },
  receipt: {
    frame: { ...frame, state: 'FINAL' as const, proof: short },
    body: {
      ticket,
      contact,
      responseDueAt: at('2026-11-20T03:15:00Z'),
      resolutionDueAt: at('2026-11-23T02:15:00Z'),
      files,
      address: 'https://tiket.kotacontoh.example/tiket/TIK-2026-00557',
    },
  },
  'completion-report': {
    frame: { ...frame, state: 'FINAL' as const, proof },
    body: {
      ticket,
      letterNumber: '500.12/17/Kominfo/2026',
      day: '2026-11-23',
      executor: {
        name: 'Galih Ramadhan, S.Kom.',
        nip: '198501012010011001',
        position: 'Pranata Komputer Ahli Muda',
        unit: identity.officeName,
      },
      requester: { name: 'Sri Wahyuni', nip: null, position: 'Kepala Subbagian Umum', unit: ticket.skpd },
      witness: head,
      location: 'Gedung A lantai 2, ruang pelayanan',
      startedAt: at('2026-11-20T03:00:00Z'),
      finishedAt: at('2026-11-20T07:15:00Z'),
      workDone: LOREM,
      result: 'Internet di ruang pelayanan lantai dua kembali normal; kecepatan terukur 94 Mbps di sepuluh titik.',
      helpers: ['Ahmad Fauzi'],
      photos: [],
      files,
      leftOut: 0,
    },
  },
  'assignment-letter': {
    frame: { ...frame, state: 'FINAL' as const, proof: short },
    body: {
      ticket,
      letterNumber: '800.1.11.1/21/Kominfo/2026',
      day: '2026-11-20',
      officers: [
        { name: 'Galih Ramadhan', nip: '198501012010011001', position: 'Pranata Komputer Ahli Muda', unit: null },
        { name: 'Ahmad Fauzi', nip: null, position: null, unit: null },
      ],
      instruction: 'Memperbaiki sambungan internet di ruang pelayanan dan mengujinya bersama petugas unit.',
      location: 'Gedung A lantai 2, ruang pelayanan',
      dueAt: at('2026-11-23T02:15:00Z'),
      signatory: head,
    },
  },
  disposition: {
    frame,
    body: {
      ticket,
      contact,
      description: LOREM,
      dispositions: [
        {
          at: '2026-11-20T02:40:00Z',
          by: 'Rina Marlina',
          level: 'Bidang',
          recipient: 'Bidang Infrastruktur TIK',
          instruction: 'Tindak lanjuti hari ini.',
          letterNumber: '045/117',
          letterDate: '2026-11-20',
          document: null,
        },
        {
          at: '2026-11-20T02:55:00Z',
          by: 'Rina Marlina',
          level: 'Petugas',
          recipient: 'Galih Ramadhan',
          instruction: 'Periksa sakelar lantai dua.',
          letterNumber: null,
          letterDate: null,
          document: null,
        },
      ],
      signatory: head,
    },
  },
  history: {
    frame,
    body: {
      ticket,
      status: 'Selesai',
      assignee: 'Galih Ramadhan',
      description: LOREM,
      contact,
      form,
      files,
      resolvedAt: at('2026-11-20T07:15:00Z'),
      result: LOREM,
      entries,
    },
  },
  'incident-report': {
    frame,
    body: {
      ticket: { ...ticket, isConfidential: true, service: 'Insiden siber' },
      status: 'Diproses',
      reporter: { name: 'Sri Wahyuni', unit: ticket.skpd, contact },
      description: LOREM,
      form,
      entries,
      impact: 'Pelayanan publik / banyak SKPD',
      urgency: 'Pekerjaan terhenti',
      affected: 3,
      result: null,
      signatory: head,
    },
  },
  'service-catalog': {
    frame,
    body: {
      categories: [
        {
          code: 'NET',
          name: 'Jaringan & Internet',
          services: [
            {
              code: 'NET-01',
              name: 'Gangguan koneksi internet',
              kind: 'Insiden',
              team: 'Infrastruktur',
              response: '1 jam',
              resolution: '7 jam 30 menit',
              scope: null,
            },
            {
              code: 'NET-02',
              name: 'Pemasangan titik jaringan baru',
              kind: 'Permintaan',
              team: 'Infrastruktur',
              response: '4 jam',
              resolution: '3 hari kerja',
              scope: 'Di luar waktu pengadaan barang.',
            },
          ],
        },
      ],
    },
  },
};
export type Papers = typeof normal;
export const PAPER_KINDS = Object.keys(normal) as (keyof Papers)[];

/** As little as a ticket can have: nobody named, nothing attached, no number, and an office that filled in only its names. */
const bare = {
  ...identity,
  postalCode: null,
  phone: null,
  email: null,
  site: null,
  serviceHours: null,
  signatories: [],
};
const emptyOf: Readonly<Record<string, unknown>> = {
  description: 'Internet putus.',
  form: [],
  files: [],
  photos: [],
  helpers: [],
  dispositions: [],
  officers: [],
  entries: [],
  categories: [],
  letterNumber: null,
  signatory: null,
  witness: null,
  location: null,
  startedAt: null,
  finishedAt: null,
  workDone: null,
  result: null,
  executor: nobody,
  requester: nobody,
  responseDueAt: null,
  resolutionDueAt: null,
  resolvedAt: null,
  assignee: null,
  instruction: null,
  dueAt: null,
  affected: 0,
};
export const emptied = <K extends keyof Papers>(kind: K) => ({
  kind,
  frame: { ...normal[kind].frame, identity: bare, proof: null, state: 'PREVIEW' as const },
  body: Object.fromEntries(
    Object.entries(normal[kind].body).map(([name, value]) => [
      name,
      name === 'requester' && typeof value === 'string' ? null : name in emptyOf ? emptyOf[name] : value,
    ]),
  ),
});

/** Everything somebody could type to break a page, fetch a file, or turn a line around. */
export const HOSTILE = [
  '<b>tebal</b><script>fetch("http://127.0.0.1:9/x")</script> <img src="file:///etc/passwd">',
  'file:///etc/passwd http://127.0.0.1:9/gambar.png data:image/png;base64,AAAA',
  'kanan-ke-kiri \u202etxt.exe\u202c \u200f\u2067pdf\u2069 שלום مرحبا',
  'emoji 😀👨‍👩‍👧‍👦 🏳️‍🌈 tanda ✓ ☎ → ■ 中文 \ud800 nol \u0000 e\u0301 z\u0351\u0352\u0353\u0354',
].join('\n');
const LONG_WORD = 'Wx'.repeat(10_000);

/** The same papers with far too much of everything. `photo` is one picture, shown thirty times. */
export function overfull<K extends keyof Papers>(kind: K, photo: object) {
  const many = <T>(one: T, count: number): T[] => Array.from({ length: count }, () => one);
  const text = `${HOSTILE}\n${LONG_WORD}\n${LOREM.repeat(60)}`;
  const swap: Readonly<Record<string, unknown>> = {
    description: text,
    workDone: text,
    result: text,
    instruction: `${HOSTILE} ${LOREM.repeat(20)}`,
    form: many({ key: 'x', label: `Isian ${'panjang '.repeat(12)}`, value: `${HOSTILE} ${LONG_WORD}` }, 40),
    files: many({ name: `${'nama-berkas-tanpa-spasi'.repeat(6)}.pdf`, size: 10_485_760 }, 30),
    photos: many(photo, 30),
    helpers: many('Nama Petugas Yang Cukup Panjang', 20),
    entries: many(
      {
        ...entry(
          1,
          'Berkomentar',
          'Nama Orang Yang Panjang Sekali, S.Kom., M.T.',
          `${HOSTILE} ${LONG_WORD} ${LOREM.repeat(4)}`,
        ),
        facts: [['Berkas', 'x'.repeat(400)] as const],
      },
      300,
    ),
    officers: many(
      {
        name: 'Nama Petugas Yang Panjang Sekali Dengan Gelar, S.Kom., M.T., M.M.',
        nip: '198501012010011001',
        position: 'Pranata Komputer Ahli Muda pada Bidang Infrastruktur',
        unit: null,
      },
      14,
    ),
    dispositions: many(
      {
        at: '2026-11-20T02:40:00Z',
        by: 'Rina',
        level: 'Bidang',
        recipient: LONG_WORD,
        instruction: text,
        letterNumber: '045/117',
        letterDate: '2026-11-20',
        document: null,
      },
      30,
    ),
    letterNumber: `500.12/${'9'.repeat(90)}`,
    leftOut: 12,
    categories: many(
      {
        code: 'NET',
        name: 'Jaringan',
        services: many(
          {
            code: 'NET-01',
            name: `Layanan ${'panjang '.repeat(12)}`,
            kind: 'Permintaan',
            team: 'Infrastruktur dan Keamanan',
            response: '30 menit',
            resolution: '10 hari kerja',
            scope: HOSTILE,
          },
          12,
        ),
      },
      18,
    ),
    location: LONG_WORD,
  };
  const { frame: given, body } = normal[kind];
  const loud = {
    ...identity,
    paper: 'F4' as const,
    office: 'DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN DAERAH KOTA',
    address: `${identity.address} ${'Kelurahan Nama Panjang '.repeat(4)}`,
    signatories: [
      {
        duty: 'HEAD' as const,
        position: 'Pelaksana Tugas Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian',
        name: 'Dr. Nama Yang Panjang Sekali, S.Kom., M.T.',
        rank: 'Pembina Utama Muda',
        nip: '196501011990011001',
      },
    ],
  };
  return {
    kind,
    frame: { ...given, identity: loud, printedBy: HOSTILE },
    body: Object.fromEntries(
      Object.entries({ ...body, ticket: { ...ticket, title: `${HOSTILE} ${'a'.repeat(200)}` } }).map(
        ([name, value]) => [
          name,
          name === 'signatory' || name === 'witness' ? loud.signatories[0] : name in swap ? swap[name] : value,
        ],
      ),
    ),
  };
}
