/** What the fields of master data are called in Strapi's own screens. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'api::guide.guide': {
    title: 'Judul',
    slug: 'Alamat halaman',
    kind: 'Jenis',
    isActive: 'Aktif (tampil di portal)',
    summary: 'Ringkasan',
    body: 'Isi (Markdown)',
    services: 'Layanan terkait',
    keywords: 'Kata kunci, dipisah koma',
    order: 'Urutan',
    englishTitle: 'Judul dalam bahasa Inggris',
    englishSummary: 'Ringkasan dalam bahasa Inggris',
    englishBody: 'Isi dalam bahasa Inggris (Markdown)',
  },
  'api::announcement.announcement': {
    title: 'Judul',
    kind: 'Jenis',
    isActive: 'Aktif (tampil di portal)',
    startsAt: 'Mulai',
    endsAt: 'Berakhir',
    body: 'Isi (Markdown)',
    services: 'Layanan terdampak',
    ticketNumber: 'Nomor tiket gangguan',
  },
  'api::team.team': {
    code: 'Kode',
    name: 'Nama',
    department: 'Bidang',
    isActive: 'Dipakai',
    members: 'Anggota',
    certainty: 'Kepastian',
  },
  'api::priority.priority': {
    code: 'Kode',
    name: 'Nama',
    rank: 'Urutan',
    responseMinutes: 'Target tanggapan (menit kerja)',
    resolutionMinutes: 'Target penyelesaian (menit kerja)',
    example: 'Contoh',
  },
  'api::working-calendar.working-calendar': {
    code: 'Kode',
    name: 'Nama',
    alwaysOpen: 'Buka sepanjang waktu',
    slots: 'Jam kerja seminggu',
    periods: 'Periode khusus',
  },
  'api::survey-period.survey-period': { token: 'Bagian terakhir tautannya' },
  'api::identity.identity': {
    government: 'Baris pertama kop (pemerintah daerah)',
    office: 'Baris kedua kop (perangkat daerah)',
    officeName: 'Nama instansi di dalam kalimat',
    officeShortName: 'Nama singkat instansi',
    systemName: 'Nama sistem pada dokumen',
    city: 'Tempat penandatanganan',
    unitTerm: 'Sebutan unit',
    logo: 'Lambang daerah (PNG, JPG, atau SVG)',
    address: 'Alamat',
    postalCode: 'Kode pos',
    phone: 'Telepon',
    email: 'Pos-el',
    site: 'Laman',
    serviceHours: 'Jam layanan',
    paper: 'Ukuran kertas',
    head: 'Kepala perangkat daerah',
    completionSigner: 'Mengetahui pada Berita Acara (bila bukan kepala)',
    assignmentSigner: 'Penanda tangan Surat Tugas (bila bukan kepala)',
    incidentSigner: 'Penanggung jawab laporan insiden (bila bukan kepala)',
  },
};
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'calendar.slot': { weekday: 'Hari (1 = Senin)', opens: 'Buka', closes: 'Tutup' },
  'calendar.period': { name: 'Nama periode', startsOn: 'Hari pertama', endsOn: 'Hari terakhir', slots: 'Jam kerja' },
  'identity.signatory': { position: 'Jabatan', name: 'Nama', rank: 'Pangkat', nip: 'NIP (18 angka)' },
};
const COMMON: Readonly<Record<string, string>> = {
  createdAt: 'Dibuat',
  updatedAt: 'Diperbarui',
  createdBy: 'Dibuat oleh',
  updatedBy: 'Diperbarui oleh',
};

const labelled = (kind: string, table: typeof FIELDS, common: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(table).flatMap(([uid, labels]) =>
      Object.entries({ ...common, ...labels }).map(([field, label]) => [
        `content-manager.${kind}.${uid}.${field}`,
        label,
      ]),
    ),
  );

export const help: Record<string, string> = {
  ...labelled('content-types', FIELDS, COMMON),
  ...labelled('components', PARTS, {}),
};
